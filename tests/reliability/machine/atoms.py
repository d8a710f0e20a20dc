"""An evening as the single answers in it, each with its path and its value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import cast

Path = tuple[str, ...]
Value = object
"""Always one that can stand in a set."""
Atoms = dict[Path, Value]

_FILLED_IN = frozenset({"schema", "evening", "started", "ended", "step", "route"})
"""What the program writes by itself, which is nobody's answer."""
_ROUND = ("kind", "id", "seconds", "cycles")
_NAMED_BY_TEXT = frozenset({"comforts", "reflections"})


def atoms(table: Mapping[str, object]) -> Atoms:
    """Give every answer in an evening's table, and every key of the person's own."""
    return dict(_top(table))


def _top(table: Mapping[str, object]) -> Iterator[tuple[Path, Value]]:
    for name, value in table.items():
        if name in _FILLED_IN or value in ("", [], False):
            continue  # a default that is written out is no answer either
        if name == "breathing":
            rounds = cast(list[dict[str, object]], value)
            counted = Counter(tuple(str(each.get(key)) for key in _ROUND) for each in rounds)
            yield from (((name, *each), number) for each, number in counted.items())
        elif name in _NAMED_BY_TEXT:
            for entry in cast(list[dict[str, object]], value):
                text = str(entry["text"])
                yield (name, text), True
                rest = {key: each for key, each in entry.items() if key not in ("id", "text")}
                yield from _below((name, text), rest)
        else:
            yield from _below((), {name: value})


def _below(path: Path, table: Mapping[str, object]) -> Iterator[tuple[Path, Value]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _below((*path, name), value)
        else:
            yield (*path, name), tuple(value) if isinstance(value, list) else value


def knot(path: Path) -> Path:
    """Name what a path is changed with: a plan is one thing, and so are two habits."""
    if path[0] in ("outreach", "breathing", "reflections"):
        return path[:1]
    return path[:2]


def changes(before: Atoms, after: Atoms) -> dict[Path, tuple[Value, Value]]:
    """Give what changed, each path with its value before and after; None where there is none."""
    paths = before.keys() | after.keys()
    both = {path: (before.get(path), after.get(path)) for path in paths}
    return {path: pair for path, pair in sorted(both.items()) if pair[0] != pair[1]}
