"""Commands that open no screen, beside a Python that does nothing, and beside jrnl.

`jrnl` is a diary for the command line. It prints its last ten entries of as many as there
are evenings, each of which says the words that winddown prints of that evening.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from tests.bench import homes
from tests.bench.figure import Figure, ratio
from tests.bench.opened import ROOT, WINDDOWN, environ
from tests.bench.table import shown
from tests.bench.turns import medians
from tests.years import evenings
from winddown.commands.telling import Teller
from winddown.opening import open_evening
from winddown.routine.page_lines import page_lines

ROUNDS = 15
NOTHING = (sys.executable, "-c", "pass")
TODAY = (*WINDDOWN, "today")
COMMANDS = ("today", "today --hint", "--version", "support")
LAST_TEN = (*WINDDOWN, "review", "--plain", "--last", "10")
JRNL = (sys.executable, "-m", "jrnl")
MOST, MOST_BESIDE_JRNL, MOST_OLDER = 6.0, 0.25, 1.1


def seconds_for(command: Sequence[str], home: Path) -> float:
    """Run a command to its end, in seconds."""
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environ(home), check=True, capture_output=True)
    return time.perf_counter() - began


def measure(folder: Path) -> Iterator[Figure]:
    """Measure each command, with one evening and with ten years of them."""
    one, many = homes.filled(folder, 1), homes.filled(folder)
    runs = {words: partial(seconds_for, (*WINDDOWN, *words.split()), many) for words in COMMANDS}
    runs["one"] = partial(seconds_for, TODAY, one)
    runs["nothing"] = partial(seconds_for, NOTHING, one)
    took = {name: 1000 * each for name, each in medians(runs, ROUNDS).items()}
    for words in COMMANDS:
        what = f"`winddown {words}`, from the command to its end."
        yield ratio(what, took[words], took["nothing"], "`python -c pass`", MOST)
    what = "`winddown today` after ten years of evenings."
    yield ratio(what, took["today"], took["one"], "the same after one", MOST_OLDER)
    yield _beside_jrnl(folder, many)


def _beside_jrnl(folder: Path, many: Path) -> Figure:
    """Print the last ten of ten years, as `jrnl -n 10` does with as many entries."""
    what = "The last ten of ten years: `winddown review --plain --last 10`."
    if find_spec("jrnl") is None:
        missing = "jrnl, which is not here: pip install -e '.[bench]'"
        return Figure(what, "", missing, "", f"at most {MOST_BESIDE_JRNL}", holds=False)
    theirs = (*JRNL, "--config-file", str(_journal(folder, many)), "-n", "10")
    took = medians(
        {
            "ours": partial(seconds_for, LAST_TEN, many),
            "theirs": partial(seconds_for, theirs, many),
        },
        ROUNDS,
    )
    ours, floor = 1000 * took["ours"], 1000 * took["theirs"]
    return ratio(what, ours, floor, "`jrnl -n 10`", MOST_BESIDE_JRNL)


def _journal(folder: Path, home: Path) -> Path:
    """Write a journal that says what winddown prints of each of ten years, and give its config."""
    journal, config = folder / "journal.txt", folder / "jrnl.yaml"
    tell = Teller(open_evening({"WINDDOWN_HOME": str(home)}, errand="review").occasion)
    with journal.open("w", encoding="utf-8") as file:
        for evening in reversed(evenings(homes.TEN_YEARS, homes.today())):
            lines = page_lines(tell.page(evening), 72, tell.say, opened=False)
            text = "\n".join(lines)
            file.write(f"[{evening.started:%Y-%m-%d %H:%M}] {text}\n\n")
    config.write_text(CONFIG.format(journal=journal), encoding="utf-8")
    return config


CONFIG = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: {journal}}}}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.2
"""


if __name__ == "__main__":
    sys.exit(shown([measure]))
