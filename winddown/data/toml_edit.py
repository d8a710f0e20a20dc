"""Changes a TOML text to say something else, leaving every other character as it is.

Tables are found and placed here, line by line; a single value is tomlkit's to
write. Comments of what is taken away stay where it stood.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import TypeGuard

from winddown.data.matching import matched
from winddown.data.records import Table
from winddown.data.toml_outline import Address, Section, Statement, comments_in, outline
from winddown.data.toml_values import header, rewritten, statement
from winddown.errors import CannotEdit


def edited(text: str, wanted: Table) -> str:
    """Change a valid text so that it reads as `wanted`.

    A new key is placed after the one that comes before it in `wanted`.

    Raises:
        CannotEdit: the text is laid out so that this cannot be done safely.

    """
    if tomllib.loads(text) == wanted:
        return text
    changed = _Edit(text, wanted).text()
    try:
        is_safe = tomllib.loads(changed) == wanted
        is_safe = is_safe and not Counter(comments_in(text)) - Counter(comments_in(changed))
    except tomllib.TOMLDecodeError:
        is_safe = False
    if not is_safe:
        raise CannotEdit
    return changed


class _Edit:
    """One change to a text, made section by section."""

    def __init__(self, text: str, wanted: Table) -> None:
        self._sections = outline(text)
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._tables: dict[Address, tuple[Table, Table]] = {}
        """Every table that stays, by where it stood: as it is, and as it should be."""
        self._matches: dict[Address, dict[int, int]] = {}
        """For every list of tables that stays: new places to old places."""
        self._follow((), tomllib.loads(text), wanted)

    def text(self) -> str:
        """Make the change."""
        self._drop_sections()
        self._head_sections()
        for section in self._sections:
            self._change_values(section, *self._tables[section.address])
        for address, (_, wanted) in list(self._tables.items()):
            if self._under(address):
                self._place_tables(address, wanted)
        lines = [line for section in self._sections for line in section.lines if line]
        # Only the last line of the file may have been without a line end.
        whole = [line if line.endswith("\n") else line + self._newline for line in lines]
        return "".join(whole)

    def _follow(self, address: Address, old: Table, wanted: Table) -> None:
        self._tables[address] = old, wanted
        for key, value in old.items():
            becomes = wanted.get(key)
            if isinstance(value, dict) and isinstance(becomes, dict):
                self._follow((*address, key), value, becomes)
            elif _are_tables(value) and _are_tables(becomes):
                matches = matched(value, becomes, reworded=True)
                self._matches[*address, key] = matches
                for at, before in matches.items():
                    self._follow((*address, key, before), value[before], becomes[at])

    def _drop_sections(self) -> None:
        stay: list[Section] = []
        for section in self._sections:
            if section.address in self._tables:
                stay.append(section)
            else:
                stay[-1].statements += self._comments(section.text)
        self._sections = stay

    def _head_sections(self) -> None:
        """Give a header to each table that has only inner ones, and now gets values of its own."""
        for address, (old, wanted) in self._tables.items():
            inside = self._under(address)
            if inside and all(section.address != address for section in inside):
                new = [wanted[key] for key in wanted if key not in old]
                if any(not isinstance(value, dict) and not _are_tables(value) for value in new):
                    place = self._sections.index(inside[0])
                    self._sections[place:place] = self._made(address, {})

    def _change_values(self, section: Section, old: Table, wanted: Table) -> None:
        keys = [line.key for line in section.statements]
        lines: list[Statement] = []
        for line in section.statements:
            if not line.key or old[line.key] == wanted.get(line.key):
                lines.append(line)
                continue
            value = wanted.get(line.key)
            text = None
            if value is not None and not _are_tables(value) and keys.count(line.key) == 1:
                text = rewritten(line.text, line.key, value)
                if text is None and not isinstance(value, dict):
                    text = statement(line.key, value) + self._newline
            lines += self._comments(line.text, but_not=text or "")
            if text is not None:
                lines.append(Statement(text, line.key))
            elif value is not None:
                self._forget((*section.address, line.key))
        section.statements = lines
        for key, value in wanted.items():
            if key not in old and not isinstance(value, dict) and not _are_tables(value):
                self._insert_value(section, list(wanted), key, value)

    def _insert_value(self, section: Section, order: list[str], key: str, value: object) -> None:
        keys = [line.key for line in section.statements]
        before = [at for at, name in enumerate(keys) if name and name in order[: order.index(key)]]
        first = next((at for at, name in enumerate(keys) if name), len(keys))
        place = before[-1] + 1 if before else first
        section.statements.insert(place, Statement(statement(key, value) + self._newline, key))

    def _place_tables(self, address: Address, wanted: Table) -> None:
        """Give the tables of a table their places, making the new ones."""
        inline = {line.key for s in self._sections if s.address == address for line in s.statements}
        for key, value in wanted.items():
            inner = (*address, key)
            if key in inline:
                continue
            if isinstance(value, dict) and not self._under(inner):
                place = self._place_of(address, wanted, key)
                self._sections[place:place] = self._made(inner, value)
            elif _are_tables(value):
                self._place_list(address, wanted, key, value)

    def _place_list(self, address: Address, wanted: Table, key: str, tables: list[Table]) -> None:
        inner = (*address, key)
        matches = self._matches.get(inner, {})
        order = [matches.get(at) for at in range(len(tables))]
        groups = [
            self._made((*inner, ~at), table) if before is None else self._under((*inner, before))
            for at, (before, table) in enumerate(zip(order, tables, strict=True))
        ]
        kept = sorted(before for before in order if before is not None)
        in_place = len(kept) if order[: len(kept)] == kept else 0
        moving = [section for group in groups[in_place:] for section in group]
        if not moving:
            return
        if in_place:
            place = self._sections.index(self._under(inner)[-1]) + 1
        elif kept:
            place = self._sections.index(self._under(inner)[0])
        else:
            place = self._place_of(address, wanted, key)
        self._sections = [section for section in self._sections if section not in moving]
        self._sections[place:place] = moving

    def _place_of(self, address: Address, wanted: Table, key: str) -> int:
        """Find the place of a new table: after those before it in `wanted`, else under its own."""
        order = list(wanted)
        for name in reversed(order[: order.index(key)]):
            if before := self._under((*address, name)):
                return self._sections.index(before[-1]) + 1
        first = self._under(address)[0]
        return self._sections.index(first) + (first.address == address)

    def _made(self, address: Address, table: Table) -> list[Section]:
        """Make the sections of a new table, each after a blank line."""
        keys = tuple(part for part in address if isinstance(part, str))
        title = header(keys, one_of_many=isinstance(address[-1], int)) + self._newline
        sections = [Section(address, self._newline, title)]
        for key, value in table.items():
            inner = (*address, key)
            if isinstance(value, dict):
                sections += self._made(inner, value)
            elif _are_tables(value):
                for at, entry in enumerate(value):
                    sections += self._made((*inner, ~at), entry)
            else:
                line = Statement(statement(key, value) + self._newline, key)
                sections[0].statements.append(line)
        return sections

    def _under(self, address: Address) -> list[Section]:
        return [one for one in self._sections if one.address[: len(address)] == address]

    def _forget(self, address: Address) -> None:
        """Have a table that stood within a line made anew, with a header of its own."""
        if self._under(address):
            raise CannotEdit
        for known in (self._tables, self._matches):
            for inner in [inner for inner in known if inner[: len(address)] == address]:
                del known[inner]

    def _comments(self, text: str, *, but_not: str = "") -> list[Statement]:
        """Keep the comments of a text that is taken away, each on a line of its own."""
        lost = Counter(comments_in(text)) - Counter(comments_in(but_not))
        return [Statement(comment + self._newline) for comment in lost.elements()]


def _are_tables(value: object) -> TypeGuard[list[Table]]:
    return isinstance(value, list) and value != [] and all(isinstance(one, dict) for one in value)
