"""A translator's promise: every word on a screen stands in a file and can be said otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from itertools import product
from pathlib import Path
from string import Formatter
from typing import get_args
from unicodedata import category

import pytest

from tests.ui.night import Clock, Night, night
from tests.ui.versions_beside import write
from tests.unit.greek import greek, greeked, say_in_greek, speak_greek
from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from tests.unit.told_by_day import by_day_told
from tests.unit.told_in_lines import told_in_lines
from tests.unit.told_looking_back import looking_back_told
from tests.unit.visits import VISITS, Visit
from winddown.commands.about import lines as about
from winddown.data import content
from winddown.routine.evening import (
    ChosenComfort,
    Outcome,
    Reading,
    Reflection,
    Round,
    Settled,
    Tonight,
)
from winddown.routine.prose import plan_line, read_back
from winddown.routine.refusal import Reason, Refusal
from winddown.routine.sentences import day_word
from winddown.routine.words import Words
from winddown.theme_files import load_all, shipped_folder

SIZE = (80, 100)
"""As wide as the design, and so tall that most of every screen is seen at once."""

NAMES = frozenset(load_all([shipped_folder()])[0])
"""What the looks are called: by these a person names them in the config."""

CLOSING = f'closing = "{greek("Good night.")}"'

TITLE = f'[calendar]\ntitle = "{greek("Small thing")}"'

FIELDS = frozenset({"who", "plan"})
"""Stand in braces where an act or a title is written, as they stand in the config."""

FILE = frozenset({"data", "calendar", "ics"})
"""Where a calendar file stands, beneath the home."""


@pytest.fixture(autouse=True)
def in_greek(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing on the screen be in the usual letters, unless it was written in the code."""
    speak_greek(monkeypatch)


_SEEN: dict[str, list[str]] = {}
"""What each visit has seen; two tests look at the same."""


async def pages(home: Path, name: str) -> list[str]:
    """Walk one visit in other letters, and give each screen as it then stands."""
    if name not in _SEEN:
        _SEEN[name] = await _walked(home, VISITS[name])
    return _SEEN[name]


async def _walked(home: Path, visit: Visit) -> list[str]:
    say_in_greek(home)
    past = [greeked(evening) for evening in visit.past]
    people = [f'[[people]]\nname = "{greek(name)}"' for name in visit.people]
    config = "\n".join([CLOSING, visit.config, *people, TITLE])

    for name, version in visit.beside:
        write(home, greeked(version), name)

    def later(clock: Clock) -> None:
        clock.wall += visit.days_later * DAY
        visit.before(home)

    async with night(
        home, *past, size=SIZE, config=config, prepare=later, private=visit.private, demo=visit.demo
    ) as tonight:
        assert tonight.app._opening.notices == ()
        tonight.app._disable_notifications = False  # as it is outside of tests
        await tonight.at(visit.at)
        seen = [tonight.text()]
        for keys in visit.keys:
            await _pressed(tonight, keys)
            seen.append(tonight.text())
        return seen


async def _pressed(tonight: Night, keys: tuple[str | float, ...]) -> None:
    for key in keys:
        if isinstance(key, str):
            await tonight.press(key)
        else:
            await tonight.pass_time(key)


def words_of_the_code(screen: str) -> list[str]:
    """Find what stands there in the usual letters; a letter alone is the name of a key."""
    known = NAMES | FIELDS | FILE
    return [word for word in re.findall(r"[A-Za-z]{2,}", screen) if word not in known]


def in_other_letters(name: str) -> Words:
    """Give the words of one file in other letters, for what needs no screen."""
    usual = content.strings(name)
    return Words(
        {
            key: greek(said) if isinstance(said, str) else tuple(map(greek, said))
            for key, said in usual.items()
        }
    )


def everything_told() -> Iterator[str]:
    """Tell every kind of evening and of plan."""
    closing, of_plan = in_other_letters("closing"), in_other_letters("plan")
    names = {"box": greek("Box"), "long-out": greek("Long out-breath")}
    blanket = ChosenComfort(text=greek("Pull a blanket close"))
    scroll = Reflection(text=greek("Scrolling"))
    answers: list[dict[str, object]] = [
        {},
        {"note": "-"},
        {"settled": Settled(before=3)},
        {"in_touch": ("-", "-", "-")},
        *({"reflections": (replace(scroll, reading=each),)} for each in (*get_args(Reading), None)),
        *({"tonight": each} for each in get_args(Tonight)),
        *({"tonight": each, "comforts": (blanket,) * 4} for each in (*get_args(Tonight), None)),
        *({"breathing": each} for each in rounds()),
    ]
    for each in answers:
        yield read_back(evening(**each), TODAY, closing, of_plan, names)
    say = greek("ring Ana")
    days = [plan(TODAY + ahead * DAY, text=say) for ahead in (*range(-9, 9), *range(10, 400, 7))]
    ends = [plan(text=say, followup=outcome(each, carried=2)) for each in get_args(Outcome)]
    cues = [plan(TODAY + 5 * DAY, text=say, cue=cue) for cue in ("", "-", greek("it is on"))]
    for each_plan in (*days, *ends, *cues, plan(text=say, at=time(18, 30))):
        yield plan_line(each_plan, TODAY, of_plan)
        yield read_back(evening(outreach=each_plan), TODAY, closing, of_plan)
    for today, ahead in product((TODAY + each * DAY for each in range(7)), (-1, 2)):
        yield day_word(today + ahead * DAY, today, of_plan)
    yield from looking_back_told(in_other_letters)
    yield from by_day_told(in_other_letters)
    yield "\n".join(about(in_other_letters("about"), width=72))
    for reason in get_args(Reason):
        yield Refusal(reason, 8).said(in_other_letters("breathing"))


def rounds() -> Iterator[tuple[Round, ...]]:
    """Breathe in every way there is, for longer and longer."""
    for minutes, name in product(range(15), ("box", "")):
        breathed = Round(kind="pattern", id=name, seconds=60 * minutes)
        yield (breathed,)
        yield (breathed, replace(breathed, id="long-out"), replace(breathed, kind="anchor"))


def test_no_word_that_is_told_of_an_evening_stands_in_the_code() -> None:
    for told in everything_told():
        assert words_of_the_code(told) == [], told


def test_no_word_that_is_said_in_lines_stands_in_the_code(tmp_path: Path) -> None:
    typed = {"help", "again", "back", "enough", "leave", "more", "smaller", "clear", "country"}
    for told in told_in_lines(tmp_path):
        assert set(words_of_the_code(told)) <= typed, told


@pytest.mark.parametrize("name", VISITS)
async def test_no_word_on_a_screen_stands_in_the_code(tmp_path: Path, name: str) -> None:
    for screen in await pages(tmp_path, name):
        assert words_of_the_code(screen) == [], screen


def letters(text: str) -> str:
    """Keep only what is read, however it is wrapped."""
    return "".join(each for each in text if category(each)[0] in "LN")


ELSEWHERE = {
    "standing.left-aside": "stands beside a sentence about a file that cannot be read",
    **dict.fromkeys(
        (
            "standing.unwritable_title", "standing.unwritable", "standing.key-unwritable",
            "standing.unkept_title", "standing.unkept", "standing.key-again",
            "standing.key-unkept", "standing.relief", "standing.unkept_end",
        ),
        "stands beside a sentence about a folder that cannot be written",
    ),
    **dict.fromkeys(
        (
            "plain.ask-again", "plain.ask-unkept", "plain.unkept_end",
            "plain.elsewhere", "plain.still_elsewhere",
        ),
        "is said where an evening cannot be kept, as other tests see",
    ),
    "frame.line_full": "is said of a paste longer than a line, as another test sees",
    "plan.starts": "is what a moment may begin with, and is only looked for",
    "calendar.nothing_open": "is said by `winddown export ics`, where no screen opens",
    "calendar.nothing_then": "is said there, too",
    "standing.private_quiet": "is told in a notice, where no evening opens",
    "standing.demo_quiet": "is told in a notice there, too",
    "demo.said": "is said before a demo opens, as another test sees",
    "support.unread": "is said where the config cannot be read, as another test sees",
    "by_day.unread": "is said where evenings cannot be read, as another test sees",
    "leafing.several_unread": "is told where several files cannot be read",
    "leafing.nothing_found_yet": "is said then, too",
    "leafing.coming": "stands there while older evenings are read, as another test sees",
    "versions.unread": "stands beside a sentence about a file that cannot be read, too",
    "versions.none_read": "stands there, too",
    "versions.key-put_away": "is offered there, too",
    "versions.changed": "is said when a file changes meanwhile, as another test sees",
    "versions.said-changed": "is said then, too",
    "versions.beside": "is said by `winddown review --plain`, where no screen opens",
    "versions.alone": "is said there, too",
    "versions.lone": "is said there, too, of all evenings",
    "looks.sixteen": "is said on a terminal of sixteen colours, as another test sees",
    "looks.worn": "is said by `winddown themes`, where no screen opens",
}  # fmt: skip
"""What no visit comes by, and why."""


async def test_whatever_is_said_otherwise_is_shown(tmp_path: Path) -> None:
    screens = [letters(told) for told in everything_told()]
    screens += map(letters, told_in_lines(tmp_path / "lines"))
    for name in VISITS:
        screens += map(letters, await pages(tmp_path / name, name))
    unseen = [
        f"{name}.{key}"
        for name in content.names()
        for key, usual in content.strings(name).items()
        if f"{name}.{key}" not in ELSEWHERE
        for said in ([usual] if isinstance(usual, str) else usual)
        for plain, *_ in Formatter().parse(greek(said))
        if not any(letters(plain) in screen for screen in screens)
    ]
    assert not unseen, "\n".join(sorted(set(unseen)))
