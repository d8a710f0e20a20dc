"""Text that would act, in what commands print: from files, from arguments, from the environment."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.reliability.hostile_home import TODAY, file_names
from tests.reliability.window import Window

PRINTING = (
    "today", "today --hint", "support", "review --plain", f"review {TODAY} --plain",
    f"review --month {TODAY:%Y-%m} --md", "export md", "export csv", "export json", "export ics",
    "config path", "config check", "themes", "remind --at 21:30", "followup did-it",
)  # fmt: skip
ARGUED = (
    ("review",), ("--date",), ("import",), ("followup",), ("followup", "did-it", "--note"),
    ("support",), ("export",), ("remind", "--at"), (),
)  # fmt: skip
"""What a text is said after."""
EACH = (
    "import json, sys; from winddown.cli import main\n"
    "for words in sys.argv[1:]:\n"
    "    try: main(json.loads(words))\n"
    "    except SystemExit: pass\n"
)
"""Runs one command after another as one program, since each start takes its time."""
LONGEST = 50_000
"""Bytes of arguments that any system takes."""


class Came(NamedTuple):
    """What reached the terminal, and how the program ended."""

    sent: bytes
    faults: tuple[str, ...] = ()


def came_of(window: Window) -> Came:
    """Wait for the end, and give what came of it."""
    code = window.wait_until_left(90)
    faults = [f"ended with {code}"] if code else []
    if b"Traceback" in window.raw:
        faults.append(f"crashed: {bytes(window.raw[-4000:]).decode(errors='replace')}")
    return Came(bytes(window.raw), tuple(faults))


def told(home: Path, texts: Sequence[str]) -> Came:
    """Run every command that prints, on a terminal, and those that refuse what they are told."""
    arrivals = home / "arrivals.json"
    arrivals.write_text(_arriving(texts), encoding="utf-8")
    refused = [[*words, _sayable(text)] for text in texts for words in ARGUED]
    nowhere = [["export", "md", "-o", f"/nowhere/{_sayable(text)}"] for text in texts]
    commands = [words.split() for words in PRINTING]
    commands += [["import", str(arrivals)], *refused, *nowhere]
    return _each(home, [words for words in commands if len(str(words)) < LONGEST])


def surrounded(home: Path, texts: Sequence[str]) -> Came:
    """Run the commands that name where things are, with texts in all that surrounds them."""
    came = Came(b"")
    for name in file_names(texts):
        where, text = home / f"x{name}", _sayable(name)
        said = ("config path", "config init", "config init", "config check", "config edit", "today")
        commands = [words.split() for words in (*said, "themes", "remind --at 21:30", "export ics")]
        places = {each: str(where) for each in ("HOME", "XDG_CONFIG_HOME", "DISPLAY")}
        about = {"EDITOR": f"/nowhere/{text}", "LANG": text, "TZ": text, "NO_COLOR": text}
        sent, faults = _each(where, commands, DBUS_SESSION_BUS_ADDRESS=text, **places, **about)
        came = Came(came.sent + sent, came.faults + faults)
    return came


def _each(home: Path, commands: Sequence[Sequence[str]], **environ: str) -> Came:
    command = (sys.executable, "-c", EACH, *map(json.dumps, commands))
    with Window(home, command=command, columns=100, rows=40, **environ) as window:
        return came_of(window)


def _sayable(text: str) -> str:
    """Give what an argument can hold."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _arriving(texts: Sequence[str]) -> str:
    """Write what import takes in: with texts as values, as keys, and where none belong."""
    evenings = [
        {"schema": 1, "evening": f"2020-01-{day:02}", "started": "2020-01-01T21:00:00", **table}
        for day, text in enumerate(texts[:20], 1)
        for table in ({"note": text}, {text: text}, {"tonight": text}, {"outreach": {text: text}})
    ]
    return json.dumps({"winddown": 1, "evenings": [*evenings, *texts]})
