"""Everything that is said in lines of text: evenings that come by each of its strings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.ui.breaths import BEFORE
from tests.ui.followups import made
from tests.ui.hands import earlier, standing
from tests.ui.night import FRIDAY
from tests.unit.greek import greek, greeked, say_in_greek
from tests.unit.plain.conversation import Pass, Typed, converse
from tests.unit.routine.evenings import DAY, plan
from winddown.routine.evening import Evening, Reflection
from winddown.routine.text import LONGEST_LINE

CLOSING = f'closing = "{greek("Good night.")}"\n'
TITLE = f'[calendar]\ntitle = "{greek("Small thing")}"\n'
"""What the config says in any case, since a person writes it."""


class Evenings(NamedTuple):
    """What is typed, after which evenings."""

    typed: tuple[Typed, ...]
    past: tuple[Evening, ...] = (BEFORE,)
    config: str = ""
    arguments: tuple[tuple[str, Any], ...] = ()


AWAY = Reflection(text="Scrolling", reading="away", from_what="ringing my sister")
RING, HEART = greek("ring"), greek("Thinking of you.")
LISTED = f"""[shipped]
acts = false
[[acts]]
id = "ring"
text = "{RING}"
say = "{RING} {{who}}"
starters = ["{HEART}"]
"""
BIG = LISTED + f'size = "big"\n[[people]]\nname = "{greek("Sam")}"\n'
AHEAD = plan(FRIDAY + DAY, text=RING)

LIVED = (
    Evenings(("back", "leave"), past=(BEFORE, standing("arrive"))),
    Evenings(("", "", *["6"] * 8, *["7"] * 8), arguments=(("day", FRIDAY - 2 * DAY),)),
    Evenings(("2",), past=(BEFORE, earlier(2, outreach=AHEAD), standing("outreach"))),
    Evenings(("",), past=()),
    Evenings(("5",), past=(), config='[support]\ncountry = "XX"\n'),
    Evenings(("1", "5", "", "1", "back", "1")),
    Evenings(("", "", "full", "short", "smaller"), config='steps = ["comforts"]\n'),
    Evenings(("4", "3", greek("nod"), "", "3"), past=(BEFORE, standing("outreach"))),
    Evenings(("help", "country", "30", "clear", "more", "smaller", "9", "full", "short", "", "11")),
    Evenings(("1", "5", "back", "", "", "short", "3", Pass(45), "pause", "", "", "3", "more", "1")),
    Evenings(
        (
            "1",
            "",
            "8",
            "2",
            "1",
            Pass(5),
            "hello",
            "",
            "pause",
            "",
            Pass(30),
            "7",
            "1",
            "back",
            "x",
        ),
    ),
    Evenings(
        (
            "1",
            "",
            "8",
            "again",
            "8",
            "",
            "more",
            "1",
            greek("Feed the fox"),
            "1",
            "",
            "more",
            "1",
            "2",
        )
    ),
    Evenings(("4", "", "", "", "more", "1", "more", "8"), past=(BEFORE, made(expected=5))),
    Evenings(("1", "", "1", "more", "7", "x"), past=(BEFORE, made(expected=5))),
    Evenings(("5", "help", "2", "", "", "", "", "", "")),
    Evenings(("5", "3")),
    Evenings(("1", "more", "", "3", "", "more", "1"), past=(BEFORE, standing("outreach"))),
    Evenings(
        ("4", "", "4", "2", "someday", "4", "1", "3", "3", "3", "4", "3", greek("nod"), "3", "1"),
        past=(BEFORE, standing("outreach")),
    ),
    Evenings(("2", "4", "4", "1", "1", "", "1"), past=(BEFORE, standing("outreach")), config=BIG),
    Evenings(
        ("2", "1", "more", "5", "3", "smaller", "2", "", "4", "noon?", "18:30", "x"),
        past=(BEFORE, standing("outreach")),
        config=BIG,
    ),
    Evenings(("1", "back", "", "5", "2", "2", "2"), past=(BEFORE, standing("outreach"))),
    Evenings(("more", "x", "1", "1"), past=(BEFORE, standing("outreach", reflections=(AWAY,)))),
    Evenings((greek("nod"), "1", ""), past=(BEFORE, standing("outreach")), config=LISTED),
    Evenings(("more",), past=(earlier(1), earlier(2), standing("outreach"))),
    Evenings(
        ("more", "x", "1", "1"),
        past=(BEFORE, standing("closing", outreach=AHEAD)),
    ),
    Evenings(("",), past=(BEFORE, earlier(0, tonight="light"))),
    Evenings(("x" * (LONGEST_LINE + 1),), past=(BEFORE, standing("closing"))),
)


def told_in_lines(folder: Path) -> Iterator[str]:
    """Live every one of them in other letters, and give what is said."""
    for number, each in enumerate(LIVED):
        home = folder / str(number)
        say_in_greek(home)
        past = tuple(greeked(evening) for evening in each.past)
        heard = converse(
            home,
            *each.typed,
            past=past,
            config=CLOSING + each.config + TITLE,
            **dict(each.arguments),
        )
        yield heard.said
