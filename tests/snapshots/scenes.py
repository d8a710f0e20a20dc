"""Every screen there is to see, and how the tests come to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.ui import standings
from tests.ui.breaths import BEFORE
from tests.ui.followups import asked, choosing, made
from tests.ui.hands import earlier, standing
from tests.ui.looking_back import added_up, all_read
from tests.ui.night import FRIDAY, Night, night
from tests.ui.versions_beside import write
from tests.unit.routine.evenings import DAY
from tests.years import believable_year
from winddown.routine.evening import ChosenComfort, Evening, Plan, Reflection, Round, Settled

CONFIG = """
[[people]]
name = "Sam"
channels = ["text", "voice"]
[[people]]
name = "Ana"
"""
HEART = Plan(
    who="Sam",
    act="send-heart",
    text="send Sam one heart, photo or song",
    size="tiny",
    channel="text",
    on=FRIDAY + DAY,
    cue="I get home",
)
FULL = standing(
    "closing",
    settled=Settled(before=4, after=6),
    breathing=(Round(kind="pattern", id="gentle", seconds=301, cycles=43),),
    comforts=(ChosenComfort(id="blanket", text="Pull a favourite blanket close"),),
    reflections=(Reflection(id="scroll", text="Scrolling social media", reading="both"),),
    outreach=HEART,
)
"""Tonight, answered as most evenings are, with only the closing to come."""

LATELY = tuple(believable_year(FRIDAY)[:40])
"""The last weeks of someone's evenings."""

ELSEWHERE = replace(
    LATELY[0],
    note="The bus came early, for once, and nobody minded.",
    settled=Settled(before=4, after=7),
    reflections=(
        Reflection(
            id="scroll", text="Scrolling social media", reading="both", from_what="the post"
        ),
    ),
)
"""The newest of them, as it was written on another computer."""

Walk = Callable[[Night], Awaitable[None]]


def pressing(step: str, *keys: str) -> Walk:
    """Come to a step, and press these keys there."""

    async def walk(evening: Night) -> None:
        await evening.at(step)
        await evening.press(*keys)

    return walk


def settings(page: int, *keys: str) -> Walk:
    """Open a page of the settings, by its place from the top, and press these keys there."""
    return pressing("comforts", "comma", *["down"] * page, "enter", *keys)


async def _followed_up(evening: Night) -> None:
    await asked(evening)


async def _followed_up_with_a_number(evening: Night) -> None:
    await asked(evening)
    await evening.press(*choosing("did-it"), "tab", "8")


async def _breathing(evening: Night) -> None:
    await evening.at("breathing")
    await evening.press("enter")
    await evening.pass_time(17.0)


async def _settled(evening: Night) -> None:
    await _breathing(evening)
    await evening.press("enter", "enter", "6")


def looking_back(*keys: str) -> Walk:
    """Look back from arriving, and press these keys once every evening is read."""

    async def walk(evening: Night) -> None:
        await evening.at("arrive")
        await evening.press("r")
        await all_read(evening)
        await evening.press(*keys)
        await added_up(evening)

    return walk


async def _good_night(evening: Night) -> None:
    await evening.at("closing")
    await evening.press("enter")
    await evening.at("GoodNight")


@dataclass(frozen=True)
class Scene:
    """A screen in one of its states."""

    past: tuple[Evening, ...]
    """The evenings on disk before it opens, tonight's among them."""
    walk: Walk
    before: Callable[[Path], None] = standings.nothing
    """What is brought about on disk before it opens."""
    private: bool = False


def _elsewhere(home: Path) -> None:
    write(home, ELSEWHERE)


def _in_part(home: Path) -> None:
    path = write(home, ELSEWHERE)
    path.write_bytes(path.read_bytes()[:-9])


async def _not_kept(evening: Night) -> None:
    await evening.at("comforts")
    standings.in_the_way(evening.home)
    await evening.press("space", "ctrl+q")
    await evening.at("Standing")


SCENES = {
    "first": Scene((), pressing("FirstPage")),
    "first-countries": Scene((), pressing("FirstPage", "c")),
    "first-private": Scene((), pressing("FirstPage"), private=True),
    "elsewhere": Scene((FULL,), pressing("Standing"), before=standings.open_elsewhere),
    "unwritable": Scene((), pressing("Standing"), before=standings.unwritable),
    "unkept": Scene((standing("comforts"),), _not_kept),
    "private": Scene((BEFORE,), pressing("arrive", "enter", "enter", "enter", "enter", "enter"),
                     private=True),
    "good-night-private": Scene((FULL,), _good_night, private=True),
    "arrive": Scene((BEFORE,), pressing("arrive")),
    "arrive-answered": Scene((BEFORE,), pressing("arrive", "down", "down", "down", "tab", "4")),
    "support": Scene((standing("support", tonight="not-okay", route="support"),),
                     pressing("support")),
    "followup": Scene((made(expected=5),), _followed_up),
    "followup-answered": Scene((made(expected=5),), _followed_up_with_a_number),
    "settling": Scene((standing("breathing"),), pressing("breathing")),
    "breathing": Scene((standing("breathing"),), _breathing),
    "settled": Scene((standing("breathing"),), _settled),
    "comforts": Scene((standing("comforts"),), pressing("comforts")),
    "comforts-more": Scene((standing("comforts"),), pressing("comforts", "space", "m")),
    "comforts-added": Scene(
        (standing("comforts"),), pressing("comforts", "m", "tab", *"soup", "enter")
    ),
    "reflection": Scene((standing("reflection"),), pressing("reflection")),
    "reflection-answered": Scene(
        (standing("reflection"),), pressing("reflection", "down", "tab", "down", "down")
    ),
    "reflection-more": Scene((standing("reflection"),), pressing("reflection", "down", "m")),
    "reflection-whole": Scene(
        (standing("reflection"),), pressing("reflection", "down", "m", "m", "m")
    ),
    "outreach": Scene((standing("outreach"),), pressing("outreach")),
    "outreach-taken": Scene((standing("outreach"),), pressing("outreach", "space")),
    "outreach-more": Scene((standing("outreach"),), pressing("outreach", "space", "m")),
    "outreach-in-own-words": Scene(
        (standing("outreach"),), pressing("outreach", "right", "right", "w", *"wave", "enter")
    ),
    "outreach-open-plan": Scene(
        (earlier(1, outreach=HEART), standing("outreach")), pressing("outreach")
    ),
    "closing": Scene((FULL,), pressing("closing")),
    "good-night": Scene((FULL,), _good_night),
    "card": Scene((earlier(0, tonight="steady", outreach=HEART, note="Rain on the window."),),
                  pressing("Card")),
    "look-back": Scene(LATELY, looking_back()),
    "look-back-page": Scene(LATELY, looking_back("down", "m")),
    "look-back-writing": Scene(LATELY, looking_back("n")),
    "look-back-found": Scene(LATELY, looking_back("slash", *"sam", "enter")),
    "look-back-month": Scene(LATELY, looking_back("tab")),
    "look-back-two": Scene(LATELY, looking_back(), before=_elsewhere),
    "versions": Scene(LATELY, looking_back("v"), before=_elsewhere),
    "versions-more": Scene(LATELY, looking_back("v", "right", "m"), before=_elsewhere),
    "versions-unread": Scene(LATELY, looking_back("v"), before=_in_part),
    "which-evenings": Scene(LATELY, looking_back("f", "space")),
    "over-time": Scene(LATELY, looking_back("3")),
    "over-time-early": Scene((BEFORE,), looking_back("3")),
    "help": Scene((standing("comforts"),), pressing("comforts", "question_mark")),
    "curtain": Scene((standing("comforts"),), pressing("comforts", "ctrl+l")),
    "palette": Scene((standing("comforts"),), pressing("comforts", "ctrl+p", "g", "o", "down")),
    "settings": Scene((standing("comforts"),), pressing("comforts", "comma")),
    "settings-comforts": Scene((standing("comforts"),), settings(0)),
    "settings-comfort": Scene((standing("comforts"),), settings(0, "enter")),
    "settings-habit": Scene((standing("comforts"),), settings(1, "enter")),
    "settings-people": Scene((standing("comforts"),), settings(2)),
    "settings-person": Scene((standing("comforts"),), settings(2, "enter")),
    "settings-act": Scene((standing("comforts"),), settings(3, "enter")),
    "settings-moments": Scene((standing("comforts"),), settings(4)),
    "settings-writing": Scene((standing("comforts"),), settings(4, "a")),
    "settings-support": Scene((standing("comforts"),), settings(5)),
    "settings-breathing": Scene((standing("comforts"),), settings(6)),
    "settings-pattern": Scene((standing("comforts"),), settings(6, "enter")),
    "settings-evening": Scene((standing("comforts"),), settings(7)),
    "looks": Scene((standing("comforts"),), settings(8)),
}  # fmt: skip


@asynccontextmanager
async def seen(
    home: Path, name: str, size: tuple[int, int], **terminal: str
) -> AsyncIterator[Night]:
    """Open the app in a window of this size, and come to a screen.

    A `terminal` is what its environment says of it.
    """
    scene = SCENES[name]
    async with night(
        home,
        *scene.past,
        size=size,
        config=CONFIG,
        prepare=lambda _: scene.before(home),
        private=scene.private,
        terminal=terminal,
    ) as evening:
        await scene.walk(evening)
        yield evening
