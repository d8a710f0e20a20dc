"""Finds the places in a TOML text where new keys, tables and entries of lists stand."""

from __future__ import annotations

from itertools import accumulate
from typing import cast

from winddown.data.matching import in_place
from winddown.data.records import Table
from winddown.data.toml_draft import Draft, are_tables
from winddown.data.toml_headers import add_section, take_up_offer
from winddown.data.toml_outline import Address, Section, Statement, offered_values
from winddown.data.toml_tokens import Keys
from winddown.data.toml_values import statement


def give_places(draft: Draft) -> None:
    """Write into the text what is wanted and stands nowhere in it, and put lists in order."""
    _Places(draft).fill_all()


class _Places:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._sections = draft.sections
        self._look()

    def _look(self) -> None:
        """See what stands in the text."""
        self._lines = {
            (*section.address, *line.keys)
            for section in self._sections
            for line in section.statements
            if line.keys
        }
        """The full keys of all statements."""
        addresses = [section.address for section in self._sections if not section.is_offer]
        self._there = {part for full in [*self._lines, *addresses] for part in _beginnings(full)}
        """Everything that the text says something about."""

    def fill_all(self) -> None:
        for address, (_, wanted) in self._draft.tables.items():
            if not self._lines.intersection(_beginnings(address)):
                self._fill(address, wanted)

    def _fill(self, address: Address, wanted: Table) -> None:
        """Give a table all that it should have."""
        for key, value in wanted.items():
            inner = (*address, key)
            if inner not in self._there:
                self._place(address, wanted, key)
                self._look()
            elif are_tables(value) and inner not in self._lines:
                self._place_list(address, wanted, key, value)

    def _place(self, address: Address, wanted: Table, key: str) -> None:
        value = wanted[key]
        home = self._draft.home(address)
        if home is None and (found := self._last_dotted(address)):
            section, at = found
            rest = tuple(str(part) for part in address[len(section.address) :])
            self._insert(section, at, (*rest, key), value)
        elif _is_short(address, value):
            section = home or self._head(address)
            self._insert(section, _place_of_value(section, list(wanted), key), (key,), value)
        elif isinstance(value, dict):
            self._open(address, wanted, key)
            self._look()
            self._fill((*address, key), value)
        else:
            self._place_list(address, wanted, key, cast(list[Table], value))

    def _last_dotted(self, address: Address) -> tuple[Section, int] | None:
        """Find the place after the last line that gives a table a value by a dotted key."""
        for section in reversed(self._sections):
            for at in range(len(section.statements), 0, -1):
                full = (*section.address, *section.statements[at - 1].keys)
                if len(full) > len(address) and full[: len(address)] == address:
                    return (section, at) if len(section.address) < len(address) else None
        return None

    def _insert(self, section: Section, at: int, keys: Keys, value: object) -> None:
        lines = section.statements
        beside = next((line for line in [*lines[:at][::-1], *lines[at:]] if line.keys), None)
        text = f"{_indent(beside.text) if beside else ''}{statement(keys, value)}"
        lines.insert(at, Statement(text + self._draft.newline, keys))

    def _head(self, address: Address) -> Section:
        """Give a header to a table that has only inner ones, and now gets values of its own."""
        at = self._sections.index(self._draft.under(address)[0])
        return take_up_offer(self._draft, address) or add_section(self._draft, at, address)

    def _open(self, address: Address, wanted: Table, key: str) -> None:
        """Give a new table its header."""
        inner = (*address, key)
        if not take_up_offer(self._draft, inner):
            add_section(self._draft, self._place_of(address, wanted, key), inner)

    def _place_list(self, address: Address, wanted: Table, key: str, tables: list[Table]) -> None:
        """Put a list of tables in order, making the new ones."""
        inner = (*address, key)
        matches = self._draft.matches.get(inner, {})
        order = [matches.get(at, ~at) for at in range(len(tables))]
        staying = in_place([place for place in order if place >= 0])
        above: list[Section] = []
        for place, table in zip(order, tables, strict=True):
            group = [] if place in staying else self._draft.under((*inner, place))
            if place not in staying:
                self._draft.take_out(group)
                at = self._place_in_list(address, wanted, key, above)
                if group:
                    self._draft.put_in(at, group)
                else:
                    add_section(self._draft, at, (*inner, place))
                    self._look()
                    self._fill((*inner, place), table)
            above = self._draft.under((*inner, place))

    def _place_in_list(
        self, address: Address, wanted: Table, key: str, above: list[Section]
    ) -> int:
        inner = (*address, key)
        if above:
            return self._sections.index(above[-1]) + 1
        if below := self._draft.under(inner):
            return self._sections.index(below[0])
        offers = [one for one in self._sections if one.is_offer and one.address == (*inner, 0)]
        if offers:
            return self._sections.index(offers[-1]) + 1
        return self._place_of(address, wanted, key)

    def _place_of(self, address: Address, wanted: Table, key: str) -> int:
        """Find the place of a new table: after those before it in `wanted`, else under its own."""
        order = list(wanted)
        earlier = (self._draft.under((*address, name)) for name in order[: order.index(key)][::-1])
        before = next((sections for sections in earlier if sections), None)
        last = before[-1] if before else self._draft.home(address)
        if last is None:
            return self._sections.index(self._draft.under(address)[0])
        at = self._sections.index(last) + 1
        while at < len(self._sections) and self._sections[at].is_offer:
            at += 1
        return at


def _place_of_value(section: Section, order: list[str], key: str) -> int:
    """Find the place of a new key within a section."""
    lines = section.statements
    for keys, after in offered_values(lines):
        if keys == (key,):
            return after
    earlier = set(order[: order.index(key)])
    keyed = [at for at, line in enumerate(lines) if line.keys]
    before = [at for at in keyed if lines[at].keys[0] in earlier]
    if before or keyed:
        return before[-1] + 1 if before else keyed[0]
    end = len(lines)
    while section.header and end and lines[end - 1].is_blank:
        end -= 1
    return end


def _is_short(address: Address, value: object) -> bool:
    """Tell whether a value is written on a line; so is a small list within a list's entry."""
    if not are_tables(value):
        return not isinstance(value, dict)
    plain = not any(isinstance(inner, dict | list) for one in value for inner in one.values())
    return plain and any(isinstance(part, int) for part in address)


def _beginnings(address: Address) -> list[Address]:
    return list(accumulate(((part,) for part in address), initial=()))


def _indent(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" \t"))]
