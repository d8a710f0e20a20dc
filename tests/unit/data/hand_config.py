"""Writes a config the way some person might, and remembers which line says what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias

from tests.unit.data.hand_pen import Pen
from winddown.data.records import Table

Owner: TypeAlias = tuple[str | int, ...]
"""What a line is about: a key path, or nothing for a line of no entry."""

FRAME = "<frame>"
"""Ends the owner of what holds an array or an inline table together."""
NOTE = "<note>"
"""Ends the owner of a comment between the items of an array."""
HEADER = "<header>"
"""Ends the owner of a table's header."""


@dataclass
class HandConfig:
    """A text, what it says, and what each of its lines is about."""

    table: Table
    lines: list[str] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    parts: list[list[tuple[Owner, str]]] = field(default_factory=list)
    """What stands within a line, piece by piece, where more than one thing does."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.lines)


Piece: TypeAlias = tuple[str, Owner, list[tuple[Owner, str]]]
"""Whole lines, what they are about, and what stands within them."""


class Writer:
    """Lays a table out as lines, each with what it is about."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen

    def statement(self, keys: tuple[str, ...], owner: Owner, value: Any, pad: str) -> list[Piece]:
        pen = self.pen
        above: list[Piece] = []
        if pen.may(0.15):
            above.append(("\n", (), []))
        if pen.may(pen.usual_comment / 2):
            above.append((f"{pad}{pen.comment()}\n", (), []))
        begin = f"{pad}{pen.path(keys)}{pen.equals()}"
        if isinstance(value, list) and value and pen.may(0.2):
            return [*above, self.odd_array(begin, owner, value)]
        if isinstance(value, list) and value and pen.may(0.5):
            return above + self.long_array(begin, owner, value, pad)
        if isinstance(value, list | dict) and value:
            return [*above, self.short(begin, owner, value)]
        return [*above, (f"{begin}{pen.inline(value)}{pen.end()}\n", owner, [])]

    def short(self, begin: str, owner: Owner, value: Any) -> Piece:
        """Write an array or an inline table on one line."""
        pen = self.pen
        space, between = pen.pick("", " "), pen.pick(", ", ",", " , ")
        if isinstance(value, list):
            inner = [((*owner, at), pen.inline(one)) for at, one in enumerate(value)]
            comma, brackets = pen.pick("", ","), "[]"
        else:
            inner = [
                ((*owner, key), f"{pen.key(key)}{pen.equals()}{pen.inline(one)}")
                for key, one in value.items()
            ]
            comma, brackets = "", "{}"
        end = pen.end()
        body = between.join(text for _, text in inner)
        text = f"{begin}{brackets[0]}{space}{body}{comma}{space}{brackets[1]}{end}\n"
        return text, owner, [((*owner, FRAME), begin), *inner, ((*owner, FRAME), end)]

    def odd_array(self, begin: str, owner: Owner, value: list[Any]) -> Piece:
        """Write an array with a line end here and there, or each comma before its item."""
        pen = self.pen
        leading = pen.may()
        text = begin + pen.pick("[", "[ ", "[\n", f"[ {pen.comment()}\n")
        parts: list[tuple[Owner, str]] = [((*owner, FRAME), begin)]
        for at, one in enumerate(value):
            parts.append(((*owner, at), pen.inline(one)))
            gap = pen.pick("", " ", "\n  ", "\n\n\t", f" {pen.comment()}\n  ")
            if leading:
                text += f"{', ' if at else ''}{parts[-1][1]}{gap}"
            else:
                comma = "," if at < len(value) - 1 or pen.may() else ""
                text += f"{parts[-1][1]}{comma}{gap}"
        return f"{text}]{pen.end()}\n", owner, parts

    def offers(self, keys: tuple[str, ...]) -> list[Piece]:
        """Write some of what might be set, commented out."""
        pen = self.pen
        known = {
            (): ["theme = 'x'", "steps = [", "  'a',", "]", "day_ends = 1"],
            ("breathing",): ["minutes = 5", "bell = true"],
            ("support",): ["country = 'GB'", "plan = []"],
        }.get(keys, [])
        mark = pen.pick("#", "# ", "##")
        return [(f"{mark}{line}\n", (), []) for line in known] if pen.may() else []

    def offered_tables(self) -> list[Piece]:
        """Write some of the tables there might be, commented out."""
        known = ["", "## tea", "#[breathing]", "#minutes = 5", "", "#[[comforts]]", "#id = 'x'"]
        known += ["#[shipped]", "#comforts = true", "", "#[support]", "#country = 'GB'"]
        return [(f"{line}\n", (), []) for line in known] if self.pen.may(0.2) else []

    def long_array(self, begin: str, owner: Owner, value: list[Any], pad: str) -> list[Piece]:
        """Write an array over several lines, one item each."""
        pen = self.pen
        frame = (*owner, FRAME)
        inside = pad + pen.pick("  ", "    ", "\t", "")
        pieces: list[Piece] = [(f"{begin}[{pen.end()}\n", frame, [])]
        comma_at_last = pen.may(0.6)
        for at, one in enumerate(value):
            if pen.may(pen.usual_comment / 2):
                pieces.append((f"{inside}{pen.comment()}\n", (*frame, NOTE), []))
            comma = "," if comma_at_last or at < len(value) - 1 else ""
            text = f"{inside}{pen.inline(one)}{comma}{pen.end()}\n"
            pieces.append((text, (*owner, at), []))
        if pen.may(pen.usual_comment / 2):
            pieces.append((f"{inside}{pen.comment()}\n", (*frame, NOTE), []))
        return [*pieces, (f"{pad}]{pen.end()}\n", frame, [])]

    def header(self, title: str, owner: Owner, pad: str) -> list[Piece]:
        pen = self.pen
        above: list[Piece] = [("\n", (), [])] * pen.chance.choice([0, 1, 1, 1, 2])
        if pen.may(pen.usual_comment):
            above.append((f"{pad}{pen.comment()}\n", (), []))
        return [*above, (f"{pad}{title}{pen.end()}\n", (*owner, HEADER), [])]

    def section(self, keys: tuple[str, ...], owner: Owner, table: Table) -> list[list[Piece]]:
        """Write a table under its header, and what lies in it under theirs."""
        pen = self.pen
        pad = pen.indent * (len(keys) - 1)
        path = f"{pen.pick('', '', ' ')}{pen.path(keys)}{pen.pick('', '', ' ')}"
        title = f"[[{path}]]" if isinstance(owner[-1], int) else f"[{path}]"
        own, others = self.header(title, owner, pad) + self.offers(keys), []
        for key, value in table.items():
            inner = (*keys, key)
            if isinstance(value, dict) and pen.may(0.5):
                others += self.section(inner, (*owner, key), value)
            elif _are_tables(value) and pen.may(0.5):
                for at, one in enumerate(value):
                    others += self.section(inner, (*owner, key, at), one)
            elif isinstance(value, dict) and value and pen.may(0.5):
                for name, one in value.items():
                    own += self.statement((key, name), (*owner, key, name), one, pad)
            else:
                own += self.statement((key,), (*owner, key), value, pad)
        says_nothing = all(not about or about[-1] == HEADER for _, about, _ in own)
        if others and says_nothing and isinstance(owner[-1], str) and pen.may():
            return others  # the headers of what lies in it are enough
        return [own, *others]

    def config(self, table: Table) -> list[Piece]:
        """Write everything, the values first and then the tables, in some order."""
        pen = self.pen
        first: list[Piece] = [("# mine\n", (), []), ("\n", (), [])] if pen.may() else []
        groups: list[Group] = []
        for key, value in table.items():
            if isinstance(value, dict) and pen.may(0.7):
                whole = self.section((key,), (key,), value)
                has_header = any(owner == (key, HEADER) for _, owner, _ in whole[0])
                own = whole[:1] if has_header and pen.may() else whole
                # What lies in a table may stand anywhere, above the table too.
                groups += [((key,), _joined(own)), ((key, HEADER), _joined(whole[len(own) :]))]
            elif _are_tables(value) and pen.may(0.7):
                entries = [self.section((key,), (key, at), one) for at, one in enumerate(value)]
                if pen.may(0.3):
                    # Other tables may stand between them.
                    groups += [((key,), _joined(entry)) for entry in entries]
                else:
                    groups.append(((key,), _joined(map(_joined, entries))))
            elif isinstance(value, dict) and value and pen.may(0.6):
                for name, one in value.items():
                    first += self.statement((key, name), (key, name), one, "")
            else:
                first += self.statement((key,), (key,), value, "")
        pieces = first + self.offers(()) + self.offered_tables()
        for group in self.mixed(groups):
            pieces += [*group, *self.offered_tables()]
        if pen.may(0.2):
            pieces.append((f"\n{pen.comment()}\n", (), []))
        return pieces

    def mixed(self, groups: list[Group]) -> Iterator[list[Piece]]:
        """Shuffle the tables, but leave the entries of one list in their order."""
        names = [name for name, _ in groups]
        self.pen.chance.shuffle(names)
        left = {name: iter([pieces for of, pieces in groups if of == name]) for name in names}
        return (next(left[name]) for name in names)


Group: TypeAlias = tuple[Owner, list[Piece]]
"""Pieces that stand together, and the name of all groups that stay in their order."""


def _joined(parts: Iterable[list[Piece]]) -> list[Piece]:
    return list(chain.from_iterable(parts))


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def hand_config(pen: Pen) -> HandConfig:
    """Write one of the many files a person might have."""
    table = pen.config()
    return laid_out(pen, table, Writer(pen).config(table))


def laid_out(pen: Pen, table: Table, pieces: Iterable[Piece]) -> HandConfig:
    """Put pieces together, with the line ends of one system or both."""
    config = HandConfig(table)
    newline: Callable[[], str] = {
        "unix": lambda: "\n",
        "other": lambda: "\r\n",
        "mixed": lambda: pen.pick("\n", "\r\n"),
    }[pen.pick("unix", "unix", "other", "mixed")]
    for text, owner, parts in pieces:
        lines = text.splitlines(keepends=True)
        for at, line in enumerate(lines):
            config.lines.append(line.removesuffix("\n") + newline())
            config.owners.append(owner)
            config.parts.append(parts if at == 0 else [])
    if config.lines and config.lines[-1].strip() and pen.may(0.2):
        config.lines[-1] = config.lines[-1].rstrip("\r\n")
    return config
