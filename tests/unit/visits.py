"""Walks to the screens and their states, one look after each handful of keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from tests.snapshots.scenes import ELSEWHERE, FULL, HEART, LATELY
from tests.ui import standings
from tests.ui.breaths import BEFORE
from tests.ui.followups import made
from tests.ui.hands import earlier, standing
from tests.ui.night import FRIDAY
from tests.ui.test_look_back_noticed import QUIET
from tests.ui.test_noticed import quiet
from tests.ui.test_settings import PAGES
from tests.ui.test_weekly_call import called
from tests.ui.versions_beside import SYNCTHING
from tests.unit.routine.evenings import DAY, outcome
from tests.unit.weeks import FOUR_WEEKS, FULL_WEEKS, LIGHTER, TWO_WEEKS
from winddown.routine.evening import Evening, Plan, Round

Keys: TypeAlias = tuple[str | float, ...]
"""Names of keys, and between them seconds for which nothing is pressed."""


class Visit(NamedTuple):
    """One evening's way to a screen and through its states."""

    at: str
    """The screen that the evening opens on."""
    keys: tuple[Keys, ...] = ()
    """What is pressed, with a look at the screen after each."""
    past: tuple[Evening, ...] = (BEFORE,)
    """The evenings on disk before it opens, tonight's among them."""
    config: str = ""
    """Settings besides the usual ones."""
    people: tuple[str, ...] = ("Sam", "Ana")
    """Who may be suggested."""
    beside: tuple[tuple[str, Evening], ...] = ()
    """Other versions of them, each with the name of its file."""
    days_later: float = 0
    """Days after the usual Friday evening at which it is opened."""
    before: Callable[[Path], None] = standings.nothing
    """What is brought about on disk before it opens."""
    private: bool = False
    demo: bool = False


def left_at(
    step: str, *keys: Keys, people: tuple[str, ...] = ("Sam", "Ana"), **answers: object
) -> Visit:
    """Come back to an evening that was left at a step, and end with its help."""
    past = (BEFORE, standing(step, **answers))
    return Visit(step, (*keys, ("question_mark",)), past=past, people=people)


def page(name: str, *keys: Keys) -> Visit:
    """Open a page of the settings."""
    opened: Keys = ("comma", *["down"] * PAGES.index(name), "enter")
    return Visit("arrive", (opened, *keys))


BREATHED = tuple(
    earlier(ago, breathing=(Round(kind="pattern", id="gentle", seconds=70, cycles=10),))
    for ago in (2, 3, 4)
)
ONE_ACT = """
[shipped]
acts = false
[[acts]]
id = "one"
text = "-"
say = "-{who}-"
size = "medium"
starters = ["-"]
"""
TWO_ACTS = """
[shipped]
acts = false
[[acts]]
id = "one"
text = "-"
say = "-"
size = "tiny"
[[acts]]
id = "two"
text = "--"
say = "--"
size = "tiny"
"""
HARD = {"tonight": "not-okay", "route": "support"}
EACH_DOWN: tuple[Keys, ...] = (("down",),) * 5

VISITS = {
    "comforts, with a weekly call": Visit(
        "comforts", past=(called(who="9"), standing("comforts"))
    ),
    "comforts, with a weekly call of no one": Visit(
        "comforts", past=(called(who=""), standing("comforts"))
    ),
    "closing, with something noticed": Visit("closing", (("z",),), past=tuple(quiet())),
    "first, without a country": Visit(
        "FirstPage", (("question_mark",), ("escape",), ("c",)),
        past=(), config='[support]\ncountry = "XX"',
    ),
    "first, a country set": Visit("FirstPage", past=(), config='[support]\ncountry = "FR"'),
    "first": Visit("FirstPage", (("c",), ("down",), ("escape",), ("question_mark",)), past=()),
    "first, private": Visit("FirstPage", past=(), private=True),
    "private, to its end": Visit("FirstPage", (("enter",), ("e",)), past=(), private=True),
    "private": Visit("closing", (("enter",),), past=(BEFORE, FULL), private=True),
    "a demo, to its end": Visit("arrive", (("e",),), demo=True),
    "open elsewhere": Visit(
        "Standing", (("enter",), ("question_mark",)), before=standings.open_elsewhere
    ),
    "arrive": Visit("arrive", (*EACH_DOWN, ("question_mark",))),
    "arrive, without breathing": Visit("arrive", config='steps = ["comforts"]'),
    "arrive, with a line once kept": Visit(
        "arrive", past=(earlier(8, tonight="light", note="Rain on the window."),)
    ),
    "palette": Visit("arrive", (("ctrl+p", 0.5), ("9", "9", 0.5))),
    "looks": Visit("arrive", (("comma", *["down"] * len(PAGES), "enter", 0.5), ("question_mark",))),
    "support": left_at("support", **HARD),
    "support, a country chosen": Visit(
        "arrive", (("question_mark",),), config='[support]\ncountry = "FR"'
    ),
    "support, no day known": Visit(
        "arrive", (("question_mark",),), config='[support]\ncountry = "SE"'
    ),
    "support, closed by now": Visit(
        "arrive", (("question_mark",),), config='[support]\ncountry = "MY"', days_later=1 / 8
    ),
    "support, a list grown old": Visit("arrive", (("question_mark",),), days_later=400),
    "followup": Visit(
        "arrive",
        (
            ("down", "enter"), ("down",), ("tab", "8"), ("0",), ("delete", "shift+tab"),
            *EACH_DOWN, ("m",), ("f1",),
        ),
        past=(made(expected=5),),
    ),
    "followup, kept before": Visit(
        "arrive",
        (("down", "enter"), *EACH_DOWN),
        past=(made(followup=outcome("carry-on", FRIDAY - DAY, carried=1)),),
    ),
    "followup, heavy": Visit(
        "arrive", ((*["down"] * 4, "enter"), ("m",)), past=(made(expected=5),)
    ),
    "breathing, new": left_at(
        "breathing", *[("p",)] * 7, ("a",), ("a",), ("a",), ("a",), ("enter",), (1.0,), (8.0,)
    ),
    "breathing, on something else": left_at(
        "breathing", *[("a",), (20.5,), (20.5,)] * 3
    ),
    "breathing, known": Visit(
        "breathing",
        (
            ("minus",), *[("minus",)] * 4, ("enter",), (1.0,), ("plus",), (5.0,), (8.0,),
            ("space",), ("space",), ("enter",), (30.0,), ("6",),
        ),
        past=(*BREATHED, standing("breathing")),
    ),
    "breathing, with a sip": Visit(
        "breathing", (("enter",), (3.5,), (2.0,)), past=(*BREATHED, standing("breathing")),
        config='[breathing]\npattern = "sigh"',
    ),
    "breathing, with a hold": Visit(
        "breathing", ((1.0,), ("enter", "enter"), (5.5,)),
        past=(*BREATHED, standing("breathing")), config='[breathing]\npattern = "box"',
    ),
    "comforts": left_at(
        "comforts", ("space", "m"), ("s", 0.3), ("tab", "9", "enter"), ("space",), ("shift+tab",)
    ),
    "comforts, low": left_at("comforts", ("space",), tonight="tired", route="short"),
    "reflection": left_at(
        "reflection", ("down",), ("tab", "down"), *EACH_DOWN, ("m",), ("m",), ("m",)
    ),
    "reflection, in own words": left_at("reflection", ("down", "m"), ("tab", "9")),
    "outreach": left_at(
        "outreach", ("minus",), *[("n",)] * 2, ("space",), ("m",), ("c",),
        ("w",), ("escape",), ("right", "w"), ("escape",), ("right", "w"), ("escape",),
        ("right", "w"), ("escape",),
    ),
    "outreach, in own words": left_at(
        "outreach", ("space",), ("w",), ("9", "enter"), ("right", "w"), ("9", "enter"),
        ("right", "w", "9", "enter"), ("escape", "minus"), ("n",), ("m",), ("tab", "tab", "9"),
    ),
    "outreach, with one act": Visit(
        "outreach",
        (
            ("n",), ("space",), ("right",) * 3, ("w",), ("9", "enter"), ("escape", "c"),
            ("tab", "tab", "tab"), ("2",), ("m",), ("tab", "9"),
        ),
        past=(BEFORE, standing("outreach")), config=ONE_ACT, people=("Sam",),
    ),
    "outreach, coming round": Visit(
        "outreach", (("n", "n"),), past=(BEFORE, standing("outreach")), config=TWO_ACTS
    ),
    "outreach, with no one": Visit(
        "outreach", (("right", "right", "down"),),
        past=(BEFORE, standing("outreach", outreach=Plan(act="one", text="--", on=FRIDAY + DAY))),
        config=ONE_ACT, people=(),
    ),
    "outreach, an open plan": Visit(
        "outreach", (("down",), ("down",), ("down",)),
        past=(earlier(1, outreach=HEART), standing("outreach")),
    ),
    "outreach, folded": Visit(
        "outreach", (("m",),), past=(earlier(1), earlier(2), standing("outreach"))
    ),
    "closing": Visit(
        "closing", (("m",), ("c",), ("question_mark",), ("question_mark", "enter")),
        past=(BEFORE, FULL),
    ),
    "closing, a hard night": Visit(
        "closing", (("enter",),), past=(BEFORE, standing("closing", **HARD))
    ),
    "looking back": Visit(
        "arrive",
        (
            ("r", 0.3), ("down", "m"), ("n",), ("escape", "escape", "o"), ("u",), ("u",), ("x",),
            ("u", "slash"), ("9", "9", "9"), ("escape", "question_mark"), ("escape", "tab"),
        ),
        past=LATELY,
    ),
    "looking back at tonight": Visit(
        "comforts", (("ctrl+p", "up", "enter", 0.3), ("o",)),
        past=(BEFORE, standing("comforts")),
    ),
    "looking back at some": Visit(
        "arrive", (("r", 0.3), ("f",), ("space", "enter"), ("f", "question_mark")), past=LATELY
    ),
    "looking back at quiet weeks": Visit("arrive", (("r", 0.3), ("z",)), past=QUIET),
    "looking back at better than guessed": Visit("arrive", (("r", 0.3),), past=LIGHTER),
    "looking back at nothing": Visit(
        "arrive", (("r", 0.3), ("3", 0.3), ("u",)), past=(earlier(2, keep_out=True),)
    ),
    "looking back, a line written": Visit(
        "arrive", (("r", 0.3), *[("down",)] * 9, ("n", "9", "enter")), past=LATELY
    ),
    "looking back at what is kept out": Visit(
        "arrive", (("r", 0.3), ("f", "shift+tab", "space", "enter"), ("enter",), ("o",)),
        past=(earlier(2, keep_out=True, note="Fog."), BEFORE),
    ),
    **{f"over time, {name}": Visit("arrive", (("r", 0.3), ("3", 0.5), ("end",)), past=weeks)
       for name, weeks in {"a year": LATELY, "full weeks": FULL_WEEKS, "two weeks": TWO_WEEKS,
                           "four weeks": FOUR_WEEKS}.items()},
    "versions": Visit(
        "arrive", (("r", 0.3), ("enter",), ("v", 0.3), ("right", "m"), ("enter", 0.3), ("u", 0.3)),
        past=LATELY, beside=((SYNCTHING, ELSEWHERE),),
    ),
    "versions, with one that only differs where no page shows it": Visit(
        "arrive", (("r", 0.3), ("v", 0.3)),
        past=(ELSEWHERE,), beside=(("{day} (1).toml", replace(ELSEWHERE, step="9")),),
    ),
    "versions, of two alike": Visit(
        "arrive", (("r", 0.3), ("v", 0.3)),
        past=(ELSEWHERE,), beside=(("{day} (1).toml", ELSEWHERE),),
    ),
    "versions, of three": Visit(
        "arrive", (("r", 0.3), ("v", 0.3)),
        past=LATELY, beside=((SYNCTHING, ELSEWHERE), ("{day} 2.toml", BEFORE)),
    ),
    "versions, and none of its own": Visit(
        "arrive",
        (("r", 0.3), ("home",), ("v", 0.3), ("question_mark",), ("question_mark", "enter", 0.3)),
        past=(earlier(9),), beside=((SYNCTHING, ELSEWHERE),),
    ),
    "versions, of tonight": Visit(
        "comforts", (("ctrl+p", "up", "enter", 0.3), ("v", 0.3)),
        past=(BEFORE, standing("comforts")), beside=((SYNCTHING, standing("comforts")),),
    ),
    "card": Visit("Card", (("question_mark",),),
                  past=(earlier(0, tonight="steady", outreach=HEART, note="Rain."),)),
    "card, a hard night": Visit("Card", past=(earlier(0, **HARD),)),
    **{f"settings, {name}": page(
        name, ("question_mark",), ("question_mark",), ("enter", 0.3), ("escape", "a"),
        ("9", "enter"), ("a", "9", "enter", 0.3), ("escape", "x", 0.3),
        ("u", 0.3),
    ) for name in PAGES},
    "settings, support, each part": page(
        "support", ("enter", "a"), ("escape", "escape", "down", "enter", "a"), ("9", "enter"),
        ("escape", "escape", "down", "enter"),
    ),
    "settings, too quick a breath": page(
        "breathing", ("a", "9", "enter", 0.3), ("left",) * 5
    ),
    "settings, the evening's end": page("evening", (*["tab"] * 4, "9", 0.3)),
}  # fmt: skip
