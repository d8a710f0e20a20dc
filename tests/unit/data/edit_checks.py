"""Compares a config after one change with the config before it, line by line and to the byte."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.unit.data.hand_config import FRAME, HEADER, NOTE, HandConfig, Owner
from winddown.data.records import Table


@dataclass
class Edit:
    """One change: what it does, to what, and the table afterwards."""

    verb: str
    path: Owner
    """The value it changes; for something new, the table or list that gets it."""
    wanted: Table


def check(config: HandConfig, edit: Edit, result: str) -> None:
    """See that a text says exactly what was wanted, and is otherwise the config as it stood."""
    assert exactly(tomllib.loads(result)) == exactly(edit.wanted)
    lines = result.splitlines(keepends=True)
    if edit.verb == "move":
        check_move(config, edit, lines)
    else:
        check_order(config, lines, lambda at: not is_touched(config.owners[at], edit), edit)
        if edit.verb != "remove" and not moves_elsewhere(config, edit):
            check_one_place(config, edit, lines)
    if edit.verb == "set":
        assert result.endswith("\n") is config.text.endswith("\n")
    check_within_lines(config, edit, result)
    if edit.verb != "move" and not moves_elsewhere(config, edit):
        check_one_stretch(config.text, edit, result)
    check_line_ends(config.text, result)
    assert not comments(config.text) - comments(result)


def is_touched(owner: Owner, edit: Edit) -> bool:
    """Tell whether a line holds what changes, or a part of it, or is the whole it is a part of."""
    if edit.verb == "new":
        return bool(owner) and edit.path[: len(owner)] == owner
    shared = min(len(owner), len(edit.path))
    return bool(owner) and owner[:shared] == edit.path[:shared]


def moves_elsewhere(config: HandConfig, edit: Edit) -> bool:
    """Tell whether a key goes from one place to another: the last of a table, a first table."""
    path = edit.path if edit.verb == "new" else edit.path[:-1]
    before, after = at(config.table, path), at(edit.wanted, path)
    if edit.verb == "new" and isinstance(after, dict):
        # A new header may stand on its own, with what is commented out between it and its key.
        inner = (key for key in before if (*path, key) in config.owners)
        is_new = (*path, HEADER) not in config.owners and not any(inner)
        return (bool(path) and is_new) or any(isinstance(value, dict) for value in after.values())
    return not after or not before


def at(table: Any, path: Owner) -> Any:
    for part in path:
        table = table[part]
    return table


def is_same(config: HandConfig, edit: Edit, place: int, line: str) -> bool:
    """Compare a line to the byte, but for the comma beside an item that comes or goes."""
    before, owner = config.lines[place], config.owners[place]
    if place == len(config.lines) - 1 and not before.endswith("\n"):
        before, line = before.rstrip("\r\n"), line.rstrip("\r\n")
    whole = edit.path if edit.verb == "new" else edit.path[:-1]
    is_neighbour = owner[: len(whole)] == whole and len(owner) == len(whole) + 1
    if is_neighbour and isinstance(owner[-1], int):
        before, line = before.replace(",", ""), line.replace(",", "")
    return before == line


def check_order(
    config: HandConfig, lines: list[str], must_stay: Callable[[int], bool], edit: Edit
) -> None:
    """Find every line that must stay in the result, in their order."""
    rest = iter(lines)
    for place, line in enumerate(config.lines):
        if line.strip() and must_stay(place):
            assert any(is_same(config, edit, place, found) for found in rest), line


def check_one_place(config: HandConfig, edit: Edit, lines: list[str]) -> None:
    """Find everything above and below one place of the file as it was, blank lines too."""
    shorter = min(len(config.lines), len(lines))
    above = below = 0
    while above < shorter and is_same(config, edit, above, lines[above]):
        above += 1
    end = len(config.lines)
    while below < shorter - above and is_same(config, edit, end - 1 - below, lines[-1 - below]):
        below += 1
    between = range(above, end - below)
    assert all(is_touched(config.owners[place], edit) for place in between)


def check_one_stretch(before: str, edit: Edit, after: str) -> None:
    """Find all bytes above and below one stretch; what is there is what came, or went."""
    above = _alike(before, after)
    shorter = min(len(before), len(after)) - above
    below = min(_alike(before[::-1], after[::-1]), shorter)
    went, came = before[above : len(before) - below], after[above : len(after) - below]
    if edit.verb == "new":
        # What was last gets its comma before its comment.
        assert not went.strip(", \t\r\n") or came.startswith(f",{went.rstrip()}")
    if edit.verb in ("remove", "unset"):
        assert not re.sub(r"#[^\n]*", "", came).strip(", \t\r\n")


def _alike(first: str, second: str) -> int:
    """Count the characters with which two texts begin alike."""
    return next(
        (at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other),
        min(len(first), len(second)),
    )


def check_line_ends(before: str, after: str) -> None:
    """Find the line ends of one system where there were no others."""
    if "\r" not in before:
        assert "\r" not in after
    elif before.count("\n") == before.count("\r\n"):
        assert after.count("\n") == after.count("\r\n")


def check_move(config: HandConfig, edit: Edit, lines: list[str]) -> None:
    """Find all lines; those of each entry, and those of no entry, in their order."""
    whole = edit.path[:-1]

    def group(place: int) -> Owner | None:
        owner = config.owners[place]
        is_in_list = owner[: len(whole)] == whole and len(owner) > len(whole)
        if is_in_list and isinstance(owner[len(whole)], int):
            return owner[: len(whole) + 1]
        return None if not owner or owner[-1] == NOTE or is_touched(owner, edit) else ()

    groups = list(map(group, range(len(config.lines))))
    for name in {name for name in groups if name is not None}:
        check_order(config, lines, lambda place, name=name: groups[place] == name, edit)


def check_within_lines(config: HandConfig, edit: Edit, result: str) -> None:
    """Find what stands in one line with the changed value, in its order."""
    result = result.replace("\r\n", "\n")
    changed = edit.path
    for owner, parts in zip(config.owners, config.parts, strict=True):
        if not parts or changed[: len(owner)] != owner:
            continue
        if edit.verb != "new" and len(changed) == len(owner):
            continue
        if edit.verb == "move" and len(changed) == len(owner) + 1:
            assert all(part in result for _, part in parts)
            continue
        kept = [part for about, part in parts if about[-1] == FRAME or not is_in(changed, about)]
        assert re.search(".*?".join(map(re.escape, kept)), result, re.DOTALL), kept


def is_in(path: Owner, owner: Owner) -> bool:
    return path[: len(owner)] == owner


def comments(text: str) -> Counter[str]:
    """Count the comments the pen has put into a text, each by its number."""
    return Counter(re.findall(r"# \d+ (?=no \"|x = \[|\[\[c|'''|theme|\]|, tea)", text))


def exactly(value: object) -> object:
    """Tell 1 from 1.0 and from true."""
    if isinstance(value, dict):
        return {key: exactly(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [exactly(inner) for inner in value]
    return type(value), value
