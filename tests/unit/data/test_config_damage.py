"""A damaged config is told in one sentence with its line, and the evening opens on the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.data.damaged import KEPT, NOT_TOML, Damaged
from tests.unit.data.unusable import NOT_USABLE
from winddown.commands import config as command
from winddown.data.config import SupportConfig, UnreadSupport, defaults, load
from winddown.data.locations import Locations, locations
from winddown.opening import open_evening
from winddown.steps import between
from winddown.theme_files import worn

ASIDE = "the file is left aside until that is put right."
FINE = "everything in it can be used."


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path / "home")})


def put(home: Locations, content: str | bytes) -> None:
    """Put a config where the person's stands."""
    home.config.mkdir(parents=True)
    home.config_file.write_bytes(content if isinstance(content, bytes) else content.encode())


def the_sentence(home: Locations) -> str:
    """Give the one sentence that the check says, without the line shown beneath."""
    said, is_fine = command.checked(home)
    assert not is_fine
    assert len(said) in (1, 3), said
    assert len(said) == 1 or said[2].strip(" |") == "^", said
    return said[0]


def notices(home: Locations) -> tuple[str, ...]:
    """Open tonight as the program does; give what is said about the files."""
    opening = open_evening({"WINDDOWN_HOME": str(home.config.parent)})
    _, of_theme = worn(opening.theme_folders, opening.theme, opening.theme_place)
    return (*opening.notices, *of_theme)


def by_name(damaged: Mapping[str, Damaged]) -> pytest.MarkDecorator:
    """Run a test with each of them, called by what is wrong with it."""
    return pytest.mark.parametrize("damaged", damaged.values(), ids=list(damaged))


def test_more_than_forty_kinds_of_damage_are_tried() -> None:
    assert len({*NOT_TOML, *NOT_USABLE}) > 90


# What is not TOML


@by_name(NOT_TOML)
def test_a_syntax_error_is_one_sentence_with_its_line_shown_and_a_caret(
    home: Locations, damaged: Damaged
) -> None:
    put(home, KEPT + damaged.text)
    said, is_fine = command.checked(home)
    assert not is_fine
    sentence, shown, caret = said
    assert sentence.startswith(f"config.toml line {damaged.line}: this is not TOML (")
    assert damaged.said in sentence
    assert sentence.endswith(ASIDE)
    line = (KEPT + damaged.text).split("\n")[damaged.line - 1].replace("\a", "␇")
    assert shown == f"{damaged.line} | {line}"
    assert caret == f"  | {'^':>{damaged.caret}}"


@by_name(NOT_TOML)
def test_the_evening_opens_as_without_a_config_that_is_not_toml(
    home: Locations, damaged: Damaged
) -> None:
    put(home, KEPT + damaged.text)
    config = load(home.config_file, between())[0]
    assert isinstance(config.support, UnreadSupport)  # it may well name a plan, and people
    assert replace(config, support=SupportConfig()) == defaults(between())
    (notice,) = notices(home)
    assert notice == the_sentence(home)


# What is TOML


@by_name(NOT_USABLE)
def test_a_mistake_is_one_sentence_with_its_line_and_what_to_do(
    home: Locations, damaged: Damaged
) -> None:
    put(home, KEPT + damaged.text)
    sentence = the_sentence(home)
    assert sentence.startswith(f"config.toml line {damaged.line}: ")
    assert damaged.said in sentence


@by_name(NOT_USABLE)
def test_the_evening_opens_on_all_that_stands_beside_a_mistake(
    home: Locations, damaged: Damaged
) -> None:
    put(home, KEPT + damaged.text)
    assert load(home.config_file, between())[0].remember is False
    (notice,) = notices(home)
    assert notice.startswith(f"config.toml line {damaged.line}: ")


def test_what_stands_below_a_mistake_counts_as_what_stands_above(home: Locations) -> None:
    put(home, 'motion = "slow"\n[breathing]\nminutes = 61\nbell = true\n[[people]]\nname = "Sam"\n')
    config, problems = load(home.config_file, between())
    assert [problem.line for problem in problems] == [1, 3]
    assert (config.breathing.bell, config.people[0].name) == (True, "Sam")


def test_a_hundred_mistakes_are_all_named_by_the_check(home: Locations) -> None:
    put(home, "".join(f"k{number} = 1\n" for number in range(100)))
    said, _ = command.checked(home)
    assert [line.partition(":")[0] for line in said] == [
        f"config.toml line {number}" for number in range(1, 101)
    ]


# How a file may be kept


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n \n\t\n",
        b"# nothing yet",
        b"remember = false",
        b'remember = false\r\ntheme = "paper"\r\n\r\n[breathing]\r\nminutes = 3\r\n',
        b"\tremember\t=\tfalse\t# tabs\n\t[breathing]\n\tminutes\t=\t3\n",
        'remember = false\nclosing = "Schlaf schön 🌙"\n'.encode(),
    ],
    ids=["empty", "blank", "a comment", "no last line end", "CRLF", "tabs", "UTF-8"],
)
def test_what_is_only_kept_in_another_manner_is_fine(home: Locations, content: bytes) -> None:
    put(home, content)
    assert command.checked(home) == ([f"{home.config_file}: {FINE}"], True)
    assert notices(home) == ()
    assert load(home.config_file, between())[0].remember is (b"false" not in content)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xef\xbb\xbf" + KEPT.encode(), " line 1: it begins with a byte order mark; save it as"),
        (KEPT.encode("utf-16"), " line 1: it should be saved as UTF-8"),
        (KEPT.encode() + b'closing = "sch\xf6n"\n', " line 2: it should be saved as UTF-8"),
        (KEPT.encode() + b'closing = "\0"\n', " line 2: it holds a NUL byte"),
        (KEPT.encode() + b"#" * 5_000_000, ": it is longer than 256 kB"),
        (KEPT.encode() + b"x = " + b"[" * 10_000, " line 2: this is not TOML (bracket"),
        (KEPT.encode() + b"x = " + b"[" * 10_000 + b"]" * 10_000, " line 2: this is not TOML (br"),
        (KEPT.encode() + b"x = " + b"{a = " * 10_000, " line 2: this is not TOML (brackets"),
        (KEPT.encode() + b"x = [\n" + b"[\n" * 10_000, ": this is not TOML (brackets"),
    ],
    ids=["BOM", "UTF-16", "Latin-1", "NUL", "5 MB", "[[[[", "[[[]]]", "{{{{", "[ on each line"],
)
def test_what_cannot_be_read_is_one_sentence_and_the_evening_opens(
    home: Locations, content: bytes, sentence: str
) -> None:
    put(home, content)
    said = the_sentence(home)
    assert sentence in said
    assert said.startswith("config.toml")
    assert said.endswith(ASIDE)
    assert notices(home) == (said,)


def test_a_line_of_thousands_of_letters_is_shown_around_the_mistake(home: Locations) -> None:
    put(home, f'{KEPT}closing = "{"a" * 5000}\\z{"b" * 5000}"\n')
    (_, shown, caret), _ = command.checked(home)
    assert len(shown) <= 80
    assert "\\z" in shown
    assert abs(shown.index("\\z") + 1 - caret.index("^")) <= 1


def test_the_caret_stands_below_its_letter_behind_tabs_and_wide_letters(home: Locations) -> None:
    put(home, '\tclosing = "おやすみ" ?\r\n')
    (_, shown, caret), _ = command.checked(home)
    assert shown == '1 |  closing = "おやすみ" ?'
    assert caret.index("^") == shown.index("?") + 4  # each of the four is two cells wide


def _as_folder(path: Path) -> None:
    path.mkdir()


def _as_loop(path: Path) -> None:
    path.symlink_to(path)


def _as_dead_link(path: Path) -> None:
    path.symlink_to(path.parent / "gone.toml")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_as_folder, "this is a folder, where a file should be"),
        (os.mkfifo, "this is something other than a file, where a file should be"),
        (_as_dead_link, "this links to a file that is not there"),
        (_as_loop, "it cannot be read ("),
    ],
    ids=["folder", "FIFO", "dead link", "link to itself"],
)
def test_what_stands_in_the_place_of_a_config_is_said_and_never_waited_for(
    home: Locations, make: Callable[[Path], None], reason: str
) -> None:
    home.config.mkdir(parents=True)
    make(home.config_file)
    said = the_sentence(home)
    assert said.startswith(f"config.toml: {reason}")
    assert said.endswith(ASIDE)
    assert notices(home) == (said,)


def test_a_file_where_the_folder_of_settings_should_be_is_said(home: Locations) -> None:
    home.config.parent.mkdir()
    home.config.write_text("theme")
    reason = "it cannot be read (a file stands where a folder should)"
    assert the_sentence(home) == f"config.toml: {reason}; {ASIDE}"
    assert notices(home) == (the_sentence(home),)


def test_a_name_of_a_folder_that_no_system_takes_is_said(tmp_path: Path) -> None:
    home = locations({"WINDDOWN_HOME": str(tmp_path / ("x" * 300))})
    assert the_sentence(home) == f"config.toml: it cannot be read (its name is too long); {ASIDE}"
    assert the_sentence(home) in notices(home)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("closed", ["config_file", "config"])
def test_a_file_that_may_not_be_read_is_said(home: Locations, closed: str) -> None:
    put(home, KEPT)
    path: Path = getattr(home, closed)
    usual = path.stat().st_mode
    path.chmod(0)
    try:
        assert the_sentence(home) == f"config.toml: it cannot be read (permission denied); {ASIDE}"
        assert notices(home) == (the_sentence(home),)
    finally:
        path.chmod(usual)


# The files beside it


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("content/closing.toml", b'[words]\ntitle = "x\n', "content/closing.toml line 2: "),
        ("content/closing.toml", b"[words]\ntitel = 'x'\n", "content/closing.toml line 2: I don't"),
        ("content/closing.toml", b"[words]\ntitle = 3\n", "content/closing.toml line 2: "),
        ("content/closing.toml", b"\xff", "content/closing.toml line 1: it should be saved as"),
        ("content/closed.toml", b"[words]\n", "content/closed.toml: the program has no words for"),
        ("content", b"", "content: the folder cannot be read (a file stands where a folder"),
        ("themes/mine.toml", b'name = "mine\n', "themes/mine.toml line 1: this is not TOML"),
        ("themes/mine.toml", b'name = "mine"\n', "themes/mine.toml: 'dark' is missing"),
        ("themes/dusk.toml", b"\0", "themes/dusk.toml line 1: it holds a NUL byte"),
    ],
)
def test_a_broken_file_beside_the_config_is_one_sentence_and_costs_only_itself(
    home: Locations, name: str, content: bytes, sentence: str
) -> None:
    put(home, 'theme = "moss"\n')
    path = home.config / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    assert sentence in the_sentence(home)
    opening = open_evening({"WINDDOWN_HOME": str(home.config.parent)})
    palette, problems = worn(opening.theme_folders, opening.theme, opening.theme_place)
    assert (palette.name, problems) == ("moss", ())


def test_a_theme_that_is_worn_and_broken_is_said_once(home: Locations) -> None:
    put(home, 'theme = "mine"\n')
    home.themes.mkdir()
    (home.themes / "mine.toml").write_text('name = "mine"\n')
    assert "mine.toml: 'dark' is missing" in the_sentence(home)
    assert notices(home) == (the_sentence(home),)


def test_a_folder_of_themes_that_is_a_file_is_passed_over(home: Locations) -> None:
    put(home, KEPT)
    home.themes.write_text("")
    assert command.checked(home) == ([f"{home.config_file}: {FINE}"], True)


@pytest.mark.parametrize("name", ["content/closing.toml", "themes/mine.toml"])
def test_a_pipe_beside_the_config_is_never_waited_for(home: Locations, name: str) -> None:
    put(home, KEPT)
    (home.config / name).parent.mkdir()
    os.mkfifo(home.config / name)
    assert "something other than a file" in the_sentence(home)


# The program itself


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", 0), (b"\r\n", 0), (b'theme = "dusk\n', 1), (b"\xff", 1), (b"minuts = 1\n", 1)],
)
def test_the_exit_code_says_whether_all_can_be_used(
    home: Locations, content: bytes, code: int
) -> None:
    put(home, content)
    done = subprocess.run(
        [sys.executable, "-m", "winddown", "config", "check"],
        env={"WINDDOWN_HOME": str(home.config.parent), "PATH": "/usr/bin:/bin", "LANG": "C"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, b"")
    assert b"config.toml" in done.stdout


@pytest.mark.parametrize(
    "entry",
    ["k{} = 1\n", "[[comforts]]\n", '[[comforts]]\nid = "tea"\ntext = "Tea"\n'],
    ids=["unknown keys", "entries without id", "one id again and again"],
)
def test_a_file_of_nothing_but_mistakes_is_told_before_anyone_gives_up(
    home: Locations, entry: str
) -> None:
    put(home, "".join(map(entry.format, range(200_000 // (len(entry) + 4)))))
    said, is_fine = command.checked(home)
    assert not is_fine
    assert said[0].startswith("config.toml line ")
    assert " more like these " in " ".join(said)
    assert notices(home)
