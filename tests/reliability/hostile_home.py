"""A home in which one handful of texts stands wherever a file can hold one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from string import Formatter

from tests.reliability.filled import filled, quoted
from tests.years import toml_of_table, write
from winddown.data import content
from winddown.data.config import Config
from winddown.data.config_entries import PhaseEntry
from winddown.data.locations import Locations, locations
from winddown.data.records import Table, tables_of
from winddown.data.wording import room_for
from winddown.routine.evening import Evening, evening_of
from winddown.routine.text import clean
from winddown.steps import between

TODAY = evening_of(datetime.now().astimezone(), time(5))
"""The evening that a program started now opens on."""
PHASES = (PhaseEntry(cue="in", s=4.0), PhaseEntry(cue="out", s=6.0))
THEME = Path(__file__).parents[2] / "themes" / "dusk.toml"
CONFIG_LIMIT = 256 * 1024


def hostile_home(home: Path, texts: Sequence[str]) -> Locations:
    """Write the config, wording, themes and evenings of someone who wrote such texts."""
    where = locations({"WINDDOWN_HOME": str(home)})
    where.config.mkdir(parents=True)
    where.config_file.write_text(config_of(texts), encoding="utf-8")
    _words(where.content, texts)
    _themes(where.themes, texts)
    joined = " ".join(texts)
    planned = evening(joined, TODAY - timedelta(days=1), on=TODAY, followup=None)
    write(
        where,
        [
            planned,
            *(evening(text, TODAY - timedelta(days=2 + ago)) for ago, text in enumerate(texts)),
        ],
    )
    tonight = _each_in_lists(
        Evening, texts, evening=TODAY, step="arrive", ended=None, followup=None
    )
    where.evening(TODAY).parent.mkdir(parents=True, exist_ok=True)
    where.evening(TODAY).write_text(toml_of_table({"schema": 1, **tonight}), encoding="utf-8")
    return where


def evening(text: str, day: date, **given: object) -> Evening:
    """Make an evening in which each text is this one."""
    at = datetime(day.year, day.month, day.day, 21, 30).astimezone()
    made: Evening = filled(
        Evening,
        text,
        **{"evening": day, "day": day, "moment": at, "step": "", "keep_out": False} | given,
    )
    return made


def config_of(texts: Sequence[str]) -> str:
    """Write a config with each text in an entry of each list, and all of them in each value."""
    table = _each_in_lists(Config, texts, phases=PHASES, day_ends=time(5), steps=between())
    table["steps"] = [*between(), *map(clean, texts)]
    strange = f"{quoted(' '.join(texts))} = 1\n"
    return strange + toml_of_table(table)


def _each_in_lists(record: type, texts: Sequence[str], **given: object) -> Table:
    """Fill a record: all texts in each of its values, and an entry for each in its lists."""
    usual = {"day": TODAY, "moment": datetime.now().astimezone().replace(microsecond=0)} | given
    table = tables_of(filled(record, " ".join(texts), **usual))
    for text in texts:
        _append(table, tables_of(filled(record, text, **usual)))
    return table


def _append(table: Table, other: Table) -> None:
    for key, value in other.items():
        mine = table.get(key)
        if isinstance(mine, dict) and isinstance(value, dict):
            _append(mine, value)
        elif isinstance(mine, list) and isinstance(value, list) and key != "phases":
            mine += value


def _words(folder: Path, texts: Sequence[str]) -> None:
    """Change every word there is room in for one of the texts; also files that nobody knows."""
    folder.mkdir()
    turn = 0
    for name in content.names():
        lines = ["[words]"]
        for key, usual in content.strings(name).items():
            turn += 1
            own = texts[turn % len(texts)]
            if isinstance(usual, str) and own.strip():
                lines.append(f"{json.dumps(key)} = {quoted(_with_fields(own, usual))}")
        (folder / f"{name}.toml").write_text("\n".join(lines), encoding="utf-8")
    for name in file_names(texts):
        (folder / f"{name}.toml").write_text("x = 1", encoding="utf-8")


def _with_fields(own: str, usual: str) -> str:
    """Give a text the places that the usual words have, and no more length than they may."""
    fields = "".join(f" {{{field}}}" for _, field, _, _ in Formatter().parse(usual) if field)
    plain = own.replace("{", "(").replace("}", ")")
    return f"{plain[: max(1, room_for(usual) - len(fields) - 9 * plain.count(chr(0x1B)))]}{fields}"


def _themes(folder: Path, texts: Sequence[str]) -> None:
    """Write a look by the name of each text, and one with the text as a colour and as a key."""
    folder.mkdir()
    dusk = THEME.read_text(encoding="utf-8")
    for name in file_names(texts):
        look = dusk.replace('name = "dusk"', f"name = {quoted(name)}")
        (folder / f"{name}.toml").write_text(look, encoding="utf-8")
    joined = quoted(" ".join(texts))
    broken = dusk.replace('name = "dusk"', 'name = "broken"')
    (folder / "broken.toml").write_text(f"{broken}\n{joined} = {joined}\n", encoding="utf-8")
    coloured = broken.replace("broken", "coloured").replace('accent = "', f"accent = {joined} # ")
    (folder / "coloured.toml").write_text(coloured, encoding="utf-8")


def file_names(texts: Sequence[str]) -> Iterator[str]:
    """Give what a file may be called."""
    for text in texts:
        name = text.encode("utf-8", "replace").decode().replace("/", "∕").replace("\0", "")
        if name.strip(". ") and len(name.encode()) < 200:
            yield name


def past_of(where: Locations, texts: Sequence[str]) -> None:
    """Write an evening for each text, newest first, as if each had been written once."""
    write(where, (evening(text, TODAY - timedelta(days=1 + ago)) for ago, text in enumerate(texts)))
