"""Text that would act on a terminal reaches it as symbols, whichever door it came through."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.terminal.evening import TONIGHT, kept, opened, prepared
from tests.terminal.program import Program
from winddown.data import evenings
from winddown.data.locations import locations
from winddown.routine.evening import ChosenComfort, Evening, Plan, Reflection

CONTROLS = {
    "bell": "ring\x07",
    "clipboard": "\x1b]52;c;aGVsbG8=\x07",
    "title": "\x1b]0;title\x1b\\",
    "colour": "\x1b[31;45;7m",
    "C1 sequence": "\x9b31;45;7m",
    "C1 string": "\x9d52;c;aGVsbG8=\x9c",
    "override": "\u202e",
    "isolate": "\u2067",
    "mark": "\u200f",
}
MARKUP = "[/b] [@click=app.quit]x [link=https://x]"
ALL = "rain " + " ".join(CONTROLS.values()) + " " + MARKUP + " end"
PASTED = "rain \x9b31m \x9d52;c;x\x9c \u202e \u2067 \u200f " + MARKUP + " end"
"""Without ESC and BEL, which a terminal takes out of what it pastes."""
TYPED = "rain \u202e \u2067 \u200f \u00a0 می\u200cخواهم 🧑\u200d🚀 " + MARKUP + " end"
"""Without any control at all, since those are keys; with the joiners that words are made of."""


def acted(drawn: bytes) -> list[str]:
    """Name whatever of the strange text stands as itself in what the terminal was sent."""
    text = drawn.decode("utf-8", "replace")
    return [name for name, control in CONTROLS.items() if control in text]


def write(program: Program) -> None:
    """Come to the line of the closing step and stand in it."""
    program.wait_for("That was tonight")
    program.rest()
    program.press("tab")
    program.wait_for("enter done")


@pytest.mark.parametrize(
    ("way", "text"), [("typed", TYPED), ("pasted", PASTED)], ids=["typed", "pasted"]
)
def test_what_is_written_is_kept_as_it_is_and_shown_as_symbols(
    tmp_path: Path, way: str, text: str
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        program.wait_for("How is tonight?")
        program.rest()
        for title in ("Any news?", "Settle in", "Something kind", "What filled", "One small"):
            program.press("s")
            program.wait_for(title)
            program.rest()
        program.press("s")
        write(program)
        if way == "typed":
            program.press(*text)
        else:
            program.paste(text)
        program.wait_for_drawn("[link=https://x] end")
        program.press("enter")
        program.wait_for("You can close the lid now.")
        program.rest()
        program.press("enter")
        assert program.wait_until_left() == 0
        assert acted(program.raw) == []
    assert kept(home)["note"] == text
    with opened(home) as program:
        program.wait_for("Tonight is done", "rain")
        program.rest()
        program.press("enter")
        assert program.wait_until_left() == 0
        assert acted(program.raw) == []


def strange_evening(home: Path, **where: object) -> None:
    """Keep tonight with strange text in every field that holds words."""
    began = datetime(TONIGHT.year, TONIGHT.month, TONIGHT.day, 21, tzinfo=UTC)
    evening = Evening(
        evening=TONIGHT,
        started=began,
        tonight="steady",
        note=ALL,
        in_touch=(ALL,),
        comforts=(ChosenComfort(text=ALL),),
        reflections=(Reflection(text=ALL, reading="both", cost="no", from_what=ALL),),
        outreach=Plan(
            who=ALL, text=ALL, channel=ALL, on=TONIGHT + timedelta(days=1), cue=ALL, words=ALL
        ),
        **where,  # type: ignore[arg-type]
    )
    evenings.save(locations({"WINDDOWN_HOME": str(home)}), None, evening)


@pytest.mark.parametrize(
    ("step", "title"),
    [
        ("comforts", "Something kind"),
        ("reflection", "What filled"),
        ("outreach", "One small thing"),
        ("closing", "That was tonight"),
    ],
)
def test_what_a_file_holds_is_shown_as_symbols_on_every_step(
    tmp_path: Path, step: str, title: str
) -> None:
    strange_evening(tmp_path, step=step, route="full")
    with opened(tmp_path) as program:
        program.wait_for(title, "rain")
        program.rest()
        program.press("m")
        program.rest()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert acted(program.raw) == []
    assert kept(tmp_path)["note"] == ALL


def test_what_the_config_holds_is_shown_and_told_as_symbols(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    quoted = json.dumps(ALL)
    config = home / "config" / "config.toml"
    lists = f"""
theme = {quoted}
closing = {quoted}
{quoted} = 1
[[comforts]]
id = "strange"
text = {quoted}
group = {quoted}
[[people]]
name = {quoted}
[support]
country = {quoted}
plan = [{quoted}]
[[support.own]]
name = {quoted}
contact = {quoted}
"""
    config.write_text(lists)
    with opened(home) as program:
        program.wait_for("How is tonight?", "I don't know")
        program.rest()
        for title in ("Any news?", "Settle in", "Something kind"):
            program.press("s")
            program.wait_for(title)
            program.rest()
        program.wait_for("rain")
        program.press("?")
        program.wait_for("Someone to turn to")
        program.rest()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert acted(program.raw) == []
