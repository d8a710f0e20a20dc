"""Text that would act, in every place a text can come from: it is only ever shown."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
import tomllib
from base64 import b64decode
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from tests.reliability.controls import controls
from tests.reliability.figure import Figure
from tests.reliability.hostile_commands import Came, came_of, surrounded, told
from tests.reliability.hostile_home import TODAY, hostile_home, past_of
from tests.reliability.hostile_strings import Hostile, hostile
from tests.reliability.rendered import rendered
from tests.reliability.window import Window
from tests.years import write
from winddown.data.locations import locations
from winddown.routine.evening import Evening

HANDFUL = 36
"""Texts that stand in one home together."""
HARMLESS = ("rain", "soup on the stove", "the blue chair", "Ana", "a long day " * 20)
"""What is written where nothing of it could act, to see which controls the program sends itself."""
PASTE, PAUSE = "paste", "pause"

ENTER, TAB, ESC, DOWN, RIGHT, NEXT = "enter", "tab", "escape", "down", "right", "pagedown"
BACK = (ESC,) * 5
"""From whatever stands open over the first step, back to it."""
PAGES = 10
"""Pages of the settings, the looks among them."""
WRITE = ("w", PASTE, ENTER, " ")
"""Writes what stands in the sentence, and keeps it for other evenings."""
STEPS: tuple[tuple[str, ...], ...] = (
    ("m", TAB, PASTE, TAB, PASTE),  # arrive
    (DOWN, DOWN, "m", TAB, TAB, PASTE, TAB, PASTE),  # any news?
    ("p", "p", "a"),  # breathing
    ("m", NEXT, TAB, PASTE, ENTER, " ", TAB, PASTE, ENTER, NEXT),  # comforts
    ("m", *(TAB, PASTE) * 4, NEXT),  # reflection
    ("m", " ", *WRITE, RIGHT, *WRITE, RIGHT, RIGHT, *WRITE, "c", "n", "-", *(TAB, PASTE) * 4, NEXT),
    ("m", "c", NEXT, TAB, PASTE),  # closing
)


def way() -> Iterator[str]:
    """Give the keys through every screen, pasting wherever there may be a line."""
    yield from ("?", NEXT, NEXT, *BACK, "ctrl+p", "up", PASTE, *BACK)
    for page in range(PAGES):
        yield from (",", *(DOWN,) * page, ENTER, ENTER, NEXT, PASTE, ESC, "a", PASTE, ENTER, PASTE)
        yield from BACK
    yield from ("r", DOWN, "m", NEXT, "n", PASTE, ENTER, "/", PASTE, ESC, "f", NEXT, *BACK)
    yield from ("r", TAB, NEXT, TAB, NEXT, *BACK)
    for number in range(len(STEPS)):
        yield from step(number)
    yield from (ENTER, PAUSE, ENTER)


def step(number: int) -> Iterator[str]:
    """Give the keys to a step, counted from arriving, and within it."""
    yield from ("ctrl+p", *(DOWN,) * number, ENTER, PAUSE, *STEPS[number])


async def _go_through(home: Path, texts: Sequence[str], keys: Iterable[str]) -> bytes:
    hostile_home(home, texts)
    async with rendered(home, day=TODAY) as hand:
        for key in keys:
            if key is PASTE:
                await hand.paste(" ".join(texts))
            elif key is PAUSE:
                await asyncio.sleep(0.2)
            else:
                await hand.press(key)
        return hand.sent


def shown(home: Path, texts: Sequence[str], keys: Iterable[str] | None = None) -> Came:
    """Go through every screen of a home full of texts, pasting them as well."""
    try:
        return Came(asyncio.run(_go_through(home, texts, way() if keys is None else keys)))
    except Exception as problem:  # whatever it is, it would have ended the evening
        return Came(b"", (f"crashed: {problem!r:.2000}",))


def looked_back(home: Path, texts: Sequence[str]) -> Came:
    """Look back on an evening for each text, one after the other, each opened."""
    past_of(locations({"WINDDOWN_HOME": str(home)}), texts)
    with Window(home, "review", columns=100, rows=40) as window:
        window.wait_until_open()
        window.read(0.5)
        window.send(b"m")
        for _ in texts:
            window.send(b"\x1b[B")
            window.read(0.04)
        window.send(b"\x11")
        return came_of(window)


def pasted(home: Path, texts: Sequence[str]) -> Came:
    """Paste one text after the other into the line to keep, and see that each is kept as it is.

    Without ESC, which a terminal takes out of what it pastes; a line has no breaks in it.
    """
    where = locations({"WINDDOWN_HOME": str(home)})
    write(where, [Evening(evening=TODAY, started=datetime.now().astimezone(), step="closing")])
    path, short = where.evening(TODAY), [text for text in texts if len(text) < 1_000]
    whole = [text.replace("\x1b", "").encode("utf-8", "replace") for text in short]
    note = "".join(" ".join(_lines(text.decode())) for text in whole)

    def kept() -> str:
        return str(tomllib.loads(path.read_text("utf-8")).get("note", ""))

    with Window(home, "--date", TODAY.isoformat()) as window:
        window.wait_until_open()
        window.read(0.5)
        window.send(b"\t")
        window.read(0.3)
        for text in whole:
            window.send(b"\x1b[200~" + text + b"\x1b[201~")
            window.read(0.01)
        window.wait_until(lambda: kept() == note, 30)
        window.send(b"\x11")
        came = came_of(window)
    if kept() != note:
        return came._replace(faults=(*came.faults, f"{note!r} became {kept()!r}"))
    return came


def _lines(text: str) -> list[str]:
    """Split where a line ends; textual takes NUL away, as terminals do."""
    return re.split("\r\n|\r|\n", text.replace("\0", "").removesuffix("\n"))


def handfuls(texts: Sequence[Hostile]) -> Iterator[tuple[str, ...]]:
    """Give a few texts at a time; each long one alone."""
    short = [each.text for each in texts if each.is_short]
    for at in range(0, len(short), HANDFUL):
        yield tuple(short[at : at + HANDFUL])
    yield from ((each.text,) for each in texts if not each.is_short)


def faults_of(texts: Sequence[Hostile]) -> Iterator[str]:
    """Try all of these in every place, and say what of theirs acted, a sentence each."""
    with tempfile.TemporaryDirectory() as folder:
        usual = {place: controls(came.sent) for place, came in _everywhere(Path(folder), HARMLESS)}
        for number, handful in enumerate(handfuls(texts)):
            for place, came in _everywhere(Path(folder) / str(number), handful):
                acted = {
                    each for each in controls(came.sent) - usual[place] if not copied(each, handful)
                }
                sent = (f"{sorted(acted)!r:.300} was sent",) if acted else ()
                yield from (f"{place}, {handful!r:.200}: {fault}" for fault in came.faults + sent)


def copied(control: str, texts: Sequence[str]) -> bool:
    """Tell whether this offers a text to the clipboard, as `c` does with the words of a plan.

    It stands there in base64, so that nothing in it acts; a text that would do so by itself
    offers something else.
    """
    found = re.fullmatch("\x1b]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\\\)", control)
    words = b64decode(found[1]).decode("utf-8", "replace") if found else ""
    return bool(words) and any(words in text for text in texts)


def _everywhere(home: Path, texts: Sequence[str]) -> Iterator[tuple[str, Came]]:
    """Have these texts stand in every place, one after the other."""
    yield "on the screens", shown(home / "home", texts)
    yield "on the command line", told(home / "home", texts)
    yield "in the environment", surrounded(home, texts)
    yield "looking back", looked_back(home / "past", texts)
    yield "pasted", pasted(home / "new", texts)


def measure(scale: float = 1.0) -> Figure:
    """Try every text, or of a smaller scale each so-and-so-manieth."""
    texts = hostile()[:: max(1, round(1 / scale))]
    faults = 0
    for fault in faults_of(texts):
        faults += 1
        print(fault, file=sys.stderr, flush=True)
    return Figure(
        "Whatever a text holds, it is shown as text; nothing in it acts.",
        f"{len(texts)} texts in every place",
        f"{faults} acted or crashed",
        kept=not faults,
    )


if __name__ == "__main__":
    first, last = map(int, sys.argv[1:3] or (0, len(hostile())))
    for fault in faults_of(hostile()[first:last]):
        print(fault, flush=True)
