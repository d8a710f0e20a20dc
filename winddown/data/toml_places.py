"""Finds the places in a TOML text where new keys, tables and entries of lists stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import cast

from winddown.data.matching import in_place
from winddown.data.records import Table
from winddown.data.toml_draft import Draft, are_tables
from winddown.data.toml_outline import Address, Section, Statement, offered_values
from winddown.data.toml_tokens import Keys, tokens
from winddown.data.toml_values import dotted, statement
from winddown.errors import CannotEdit


def give_places(draft: Draft) -> None:
    """Write into the text what is wanted and stands nowhere in it, and put lists in order.

    Raises:
        CannotEdit: there is no place for it.
    """
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
        home = self._home(address)
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

    def _home(self, address: Address) -> Section | None:
        """Find the section with a table's own header."""
        sections = (one for one in self._sections if not one.is_offer)
        return next((one for one in sections if one.address == address), None)

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
        inside = self._draft.under(address)
        if not inside:
            raise CannotEdit
        return self._offered(address) or self._add(self._sections.index(inside[0]), address)

    def _open(self, address: Address, wanted: Table, key: str) -> None:
        """Give a new table its header."""
        inner = (*address, key)
        if not self._offered(inner):
            self._add(self._place_of(address, wanted, key), inner)

    def _offered(self, address: Address) -> Section | None:
        """Begin a table under its header that is commented out, before what it offers."""
        offers = (one for one in self._sections if one.is_offer and one.address == address)
        offer = next(offers, None)
        if offer is None:
            return None
        section = Section(address, "", self._header(address), offer.statements)
        offer.statements = []
        self._sections.insert(self._sections.index(offer) + 1, section)
        return section

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
                self._take_out(group)
                at = self._place_in_list(address, wanted, key, above)
                if group:
                    self._put_in(at, group)
                else:
                    self._add(at, (*inner, place))
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
        last = before[-1] if before else self._home(address)
        if last is None:
            return self._sections.index(self._draft.under(address)[0])
        at = self._sections.index(last) + 1
        while at < len(self._sections) and self._sections[at].is_offer:
            at += 1
        return at

    def _add(self, at: int, address: Address) -> Section:
        """Add an empty section after a blank line, with a header like that of its neighbours."""
        section = Section(address, self._draft.newline, self._header(address))
        self._put_in(at, [section])
        return section

    def _header(self, address: Address) -> str:
        beside = self._draft.under(address[:-1]) if isinstance(address[-1], int) else []
        like = next((one for one in beside if len(one.address) == len(address)), None)
        if like:
            solid = [token for token in tokens(like.header) if not token.text.startswith("#")]
            return "".join(token.text for token in solid).rstrip() + self._draft.newline
        title = dotted(tuple(part for part in address if isinstance(part, str)))
        title = f"[[{title}]]" if isinstance(address[-1], int) else f"[{title}]"
        return title + self._draft.newline

    def _take_out(self, group: Sequence[Section]) -> None:
        """Take sections out; where they began the file, the blank lines go to the next."""
        if not group:
            return
        at = self._sections.index(group[0])
        for section in group:
            self._sections.remove(section)
        if self._begins_file(at) and at < len(self._sections):
            below = self._sections[at]
            blanks = _blanks(below.lead)
            below.lead = below.lead[len(blanks) :]
            group[0].lead = blanks + group[0].lead

    def _put_in(self, at: int, group: Sequence[Section]) -> None:
        if group and self._begins_file(at):
            first, blanks = group[0], _blanks(group[0].lead)
            first.lead = first.lead[len(blanks) :]
            if at < len(self._sections) and not _blanks(self._sections[at].lead):
                self._sections[at].lead = blanks + self._sections[at].lead
        self._sections[at:at] = group

    def _begins_file(self, at: int) -> bool:
        return not any(section.text for section in self._sections[:at])


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


def _blanks(lead: str) -> str:
    """Give the blank lines that a section begins with."""
    lines = lead.splitlines(keepends=True)
    count = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    return "".join(lines[:count])


def _indent(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" \t"))]
