"""What a terminal knows is told from its environment, and fewer than all only if that says so."""

from __future__ import annotations

import pytest

from winddown.knowing import EIGHT_BITS, SIXTEEN, TRUE, known, knows_all


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({}, TRUE),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, TRUE),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, TRUE),
        ({"TERM": "xterm-direct"}, TRUE),
        ({"TERM": "xterm-kitty"}, TRUE),
        ({"TERM": "foot-extra"}, TRUE),
        ({"TERM": "xterm-256color"}, EIGHT_BITS),
        ({"TERM": "tmux-256color", "COLORTERM": ""}, EIGHT_BITS),
        ({"TERM": "screen-256color"}, EIGHT_BITS),
        ({"TERM": "xterm-16color"}, SIXTEEN),
        ({"TERM": "xterm"}, SIXTEEN),
        ({"TERM": "linux"}, SIXTEEN),
        ({"TERM": "vt220"}, SIXTEEN),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "256"}, EIGHT_BITS),
        ({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "auto"}, EIGHT_BITS),
    ],
)
def test_a_terminal_is_sent_as_many_colours_as_it_says_it_has(
    environ: dict[str, str], colours: int
) -> None:
    assert known(environ).colours == colours


@pytest.mark.parametrize("colours", [SIXTEEN, EIGHT_BITS, TRUE])
def test_textual_is_told_of_them_by_a_name_that_says_the_same(colours: int) -> None:
    system = known({"TERM": "vt220"})._replace(colours=colours).system
    assert known({"TERM": "vt220", "TEXTUAL_COLOR_SYSTEM": system}).colours == colours


@pytest.mark.parametrize(
    ("environ", "letters"),
    [
        ({}, "all"),
        ({"LANG": "en_GB.UTF-8"}, "all"),
        ({"LANG": "de_DE.utf8", "TERM": "xterm"}, "all"),
        ({"LANG": "C"}, "ascii"),
        ({"LANG": "POSIX", "LC_CTYPE": "C.UTF-8"}, "ascii"),
        ({"LANG": "C", "LC_CTYPE": "en_GB.UTF-8"}, "all"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, "ascii"),
        ({"LANG": "de_DE.ISO-8859-1"}, "ascii"),
        ({"LANG": "C.UTF-8"}, "all"),
        ({"LANG": "C.UTF-8", "TERM": "linux"}, "no-marks"),
        ({"LANG": "C", "TERM": "linux"}, "ascii"),
    ],
)
def test_only_a_terminal_that_says_so_has_fewer_letters(
    environ: dict[str, str], letters: str
) -> None:
    assert known(environ).letters == letters
    assert knows_all(environ) is (letters != "ascii")
