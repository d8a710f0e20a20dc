"""Takes the config that winddown writes for a person, and sets some of its keys in an editor."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from tests.unit.data.hand_config import HEADER, HandConfig, Owner, Piece, laid_out
from tests.unit.data.hand_pen import Pen
from winddown.data.config_template import template
from winddown.steps import between

TABLE = re.compile(r"#\[(?P<keys>[\w.]+)\]\n")
LIST = re.compile(r"## \[\[(?P<keys>[\w.]+)\]\]\n")
VALUE = re.compile(r"#(?:# )?(?P<key>\w+) = ")


def init_config(pen: Pen) -> HandConfig:
    """Give a config in which every key stands, and those are set that this person thought of."""
    pieces = list(_freed(pen))
    table = tomllib.loads("".join(text for text, _, _ in pieces))
    return laid_out(pen, table, pieces)


def _freed(pen: Pen) -> Iterator[Piece]:
    home: Owner | None = ()
    """The table that keys belong to here; None below a header that is still commented out."""
    for block in re.split(r"(?<=\n)(?=\n)", template(between())):
        lines = block.splitlines(keepends=True)
        example = next((at for at, line in enumerate(lines) if LIST.match(line)), None)
        if example is not None:
            yield from _commented(lines[:example])
            yield from _entries(pen, lines[example:])
            home = None
            continue
        for line in lines:
            freed = None
            if found := TABLE.match(line):
                home = tuple(found["keys"].split(".")) if pen.may(0.6) else None
                freed = (line[1:], (*home, HEADER)) if home else None
            elif (found := VALUE.match(line)) and home is not None and pen.may():
                freed = line.lstrip("# "), (*home, found["key"])
            if not freed or pen.may():  # some leave the commented one to look at
                yield line, (), []
            if freed:
                yield *freed, []


def _commented(lines: list[str]) -> Iterator[Piece]:
    return ((line, (), []) for line in lines)


def _entries(pen: Pen, example: list[str]) -> Iterator[Piece]:
    """Give a few entries like an example, each with a name of its own."""
    found = LIST.match(example[0])
    assert found
    path: Owner = tuple(found["keys"].split("."))
    count = pen.chance.choice([0, 0, 0, 1, 2])
    if not count or pen.may():
        yield from _commented(example)
    for at in range(count):
        yield "\n", (), []
        yield example[0].removeprefix("## "), (*path, at, HEADER), []
        for line in example[1:]:
            value = VALUE.match(line)
            text = re.sub(r'^((?:id|name) = ".*?)"', rf'\1 {at}"', line.removeprefix("## "))
            if value and (pen.may(0.8) or value["key"] in ("id", "name", "phases")):
                yield text, (*path, at, value["key"]), []
            elif not value:
                yield text, (), []
