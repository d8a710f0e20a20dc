"""A mistake in any kind of place: on a screen, before the first one, and while leaving."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.crashed import assert_fell_softly, broken, details
from tests.terminal.evening import kept, prepared
from tests.terminal.moments import arrived


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ("winddown.screens.comforts:Comforts.questions", ("enter", "Any news", "s", "Settle", "s")),
        ("winddown.widgets.keys:Keys.render", ()),
        ("winddown.screens.breathing:Breathing._tick", ("enter", "Any news", "s")),
        ("winddown.app:WinddownApp.look_back", ("r",)),
        ("winddown.data.archive:ArchiveInFiles.purge", ("r",)),
        ("winddown.screens.help:Help.compose", ("F1",)),
        ("winddown.terminal:Terminal._read", ("x",)),
    ],
)
def test_a_mistake_anywhere_on_a_screen_ends_in_one_sentence(
    tmp_path: Path, place: str, keys: tuple[str, ...]
) -> None:
    """In what makes a screen, a drawing, a timer, a worker, a thread, and in reading keys."""
    home = prepared(tmp_path / "home")
    with broken(home, place) as program:
        before = program.attributes
        if keys and keys != ("x",):
            arrived(program)
        for key in keys:
            if " " in key or key == "Settle":
                program.wait_for(key)
                program.rest()
            else:
                program.press(key)
        assert_fell_softly(program, before, home)
    details(home)
    if keys and keys != ("x",):
        assert kept(home)["tonight"] == "steady"


@pytest.mark.parametrize(
    "place",
    [
        "winddown.opening:open_evening",
        "winddown.app:WinddownApp._tonight",
        "winddown.app:WinddownApp.on_mount",
        "winddown.app:WinddownApp.get_driver_class",
        "winddown.process:Process.__init__",
        "winddown.terminal:Terminal.start_application_mode",
    ],
)
def test_a_mistake_before_the_first_screen_ends_in_one_sentence(tmp_path: Path, place: str) -> None:
    home = prepared(tmp_path / "home")
    with broken(home, place) as program:
        before = program.attributes
        assert_fell_softly(program, before, home)
    details(home)
    assert kept(home) == {}


@pytest.mark.parametrize(
    "place",
    [
        "winddown.app:WinddownApp.gather",
        "winddown.app:WinddownApp._leave",
        "winddown.terminal:Terminal.stop_application_mode",
        "winddown.terminal:Terminal.disable_input",
        "winddown.terminal:Terminal.close",
        "winddown.app:WinddownApp._shutdown",
    ],
)
def test_a_mistake_while_leaving_ends_in_one_sentence(tmp_path: Path, place: str) -> None:
    home = prepared(tmp_path / "home")
    with broken(home, place) as program:
        before = program.attributes
        arrived(program)
        program.press("ctrl+q")
        assert_fell_softly(program, before, home)
    details(home)
    assert kept(home)["tonight"] == "steady"
