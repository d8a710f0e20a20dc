"""A TOML text that is being changed: its parts, and what each of its tables should become."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from winddown.data.matching import Matches, paired
from winddown.data.records import Table
from winddown.data.toml_outline import Address, Section, outline


class Draft:
    """The sections of a text, with the tables they stand for before and after."""

    def __init__(self, text: str, old: Table, wanted: Table) -> None:
        """Take a valid text apart.

        Args:
            text: the text.
            old: what it says.
            wanted: what it should say.
        """
        self.sections = outline(text)
        self.newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
        self.tables: dict[Address, tuple[Table, Table]] = {}
        """Every table that stays, by where it stood: as it is, and as it should be."""
        self.matches: dict[Address, Matches] = {}
        """For every list of tables that stays: new places to old places."""
        self._follow((), old, wanted)

    def text(self) -> str:
        """Put everything together."""
        lines = [line for section in self.sections for line in section.lines if line]
        # Only the last line of the file may have been without a line end.
        ended = [line if line.endswith("\n") else line + self.newline for line in lines[:-1]]
        return "".join(ended + lines[-1:])

    def under(self, address: Address) -> list[Section]:
        """Give the sections of a table and of those in it, in their order."""
        size = len(address)
        return [one for one in self.sections if one.address[:size] == address and not one.is_offer]

    def home(self, address: Address) -> Section | None:
        """Find the section with a table's own header."""
        sections = (one for one in self.sections if not one.is_offer)
        return next((one for one in sections if one.address == address), None)

    def take_out(self, group: Sequence[Section]) -> None:
        """Take sections out; where they began the file, the blank lines go to the next."""
        if not group:
            return
        at = self.sections.index(group[0])
        for section in group:
            self.sections.remove(section)
        if self._begins_file(at) and at < len(self.sections):
            below = self.sections[at]
            blanks = _blanks(below.lead)
            below.lead = below.lead[len(blanks) :]
            group[0].lead = blanks + group[0].lead

    def put_in(self, at: int, group: Sequence[Section]) -> None:
        """Put sections in a place; where they begin the file, their blank lines go to the next."""
        if group and self._begins_file(at):
            first, blanks = group[0], _blanks(group[0].lead)
            first.lead = first.lead[len(blanks) :]
            if at < len(self.sections) and not _blanks(self.sections[at].lead):
                self.sections[at].lead = blanks + self.sections[at].lead
        self.sections[at:at] = group

    def _begins_file(self, at: int) -> bool:
        return not any(section.text for section in self.sections[:at])

    def _follow(self, address: Address, old: Table, wanted: Table) -> None:
        self.tables[address] = old, wanted
        for key, value in old.items():
            becomes = wanted.get(key)
            if isinstance(value, dict) and isinstance(becomes, dict):
                self._follow((*address, key), value, becomes)
            elif are_tables(value) and are_tables(becomes):
                pairs = paired(value, becomes)
                self.matches[*address, key] = pairs
                for at, before in pairs.items():
                    self._follow((*address, key, before), value[before], becomes[at])


def are_tables(value: object) -> TypeGuard[list[Table]]:
    """Tell whether a value is a list of tables and not empty."""
    return isinstance(value, list) and value != [] and all(isinstance(one, dict) for one in value)


def _blanks(lead: str) -> str:
    """Give the blank lines that a section begins with."""
    lines = lead.splitlines(keepends=True)
    count = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    return "".join(lines[:count])
