"""Where each list stands in the config, what names its entries, and what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from winddown.data import content
from winddown.data.records import Table, tables_of
from winddown.routine.settings import ListName

if TYPE_CHECKING:
    from winddown.data.config import Config
    from winddown.routine.breathing import Pattern


class OwnList(NamedTuple):
    """A list in the config."""

    path: tuple[str, ...]
    named_by: Literal["id", "name", "text"]
    """The key that names an entry; `text` for a list of sentences, each its own name."""
    taken_away_by: Literal["hide", "suggest", ""] = ""
    """The key that takes an entry away and leaves its words; empty where there is none."""
    chosen_in: tuple[str, ...] = ()
    """The single value that may name an entry; empty where there is none."""
    names_another: str = ""
    """The key of an entry that may name another one; empty where there is none."""

    @property
    def is_of_sentences(self) -> bool:
        """True for a list of texts rather than of tables."""
        return self.named_by == "text"


LISTS: Mapping[ListName, OwnList] = {
    "comforts": OwnList(("comforts",), "id", "hide"),
    "habits": OwnList(("habits",), "id", "hide"),
    "acts": OwnList(("acts",), "id", "hide", names_another="smaller"),
    "people": OwnList(("people",), "name", "suggest"),
    "cues": OwnList(("outreach", "cues"), "text"),
    "plan": OwnList(("support", "plan"), "text"),
    "contacts": OwnList(("support", "own"), "name"),
    "patterns": OwnList(("breathing", "patterns"), "id", chosen_in=("breathing", "pattern")),
}


def own_entries(name: ListName, config: Config) -> dict[str, Table]:
    """Give the fields of the config's own entries that can be used, by what names them."""
    match name:
        case "cues":
            return _sentences(config.outreach.cues)
        case "plan":
            return _sentences(config.support.plan)
        case "contacts":
            entries = map(tables_of, config.support.own)
        case "patterns":
            entries = map(tables_of, config.breathing.patterns)
        case "comforts":
            entries = map(tables_of, config.comforts)
        case "habits":
            entries = map(tables_of, config.habits)
        case "acts":
            entries = map(tables_of, config.acts)
        case "people":
            entries = map(tables_of, config.people)
    key = LISTS[name].named_by
    return {str(fields[key]): fields for fields in entries}


def shipped_entries(name: ListName) -> dict[str, Table]:
    """Give the fields of what comes with the program, as a config would hold them, by id."""
    match name:
        case "comforts":
            entries: Iterable[Table] = map(tables_of, content.comforts())
        case "habits":
            entries = map(tables_of, content.habits())
        case "acts":
            entries = map(tables_of, content.acts())
        case "patterns":
            entries = map(_pattern, content.patterns())
        case "cues":
            return _sentences(content.cues())
        case _:
            return {}
    return {str(fields["id"]): fields for fields in entries}


def _sentences(texts: Iterable[str]) -> dict[str, Table]:
    return {text: {"text": text} for text in texts}


def _pattern(pattern: Pattern) -> Table:
    fields: Table = {"id": pattern.id, "name": pattern.name}
    if pattern.about:
        fields["about"] = pattern.about
    fields["phases"] = [{"cue": each.cue, "s": each.seconds} for each in pattern.phases]
    if pattern.max_cycles is not None:
        fields["max_cycles"] = pattern.max_cycles
    return fields
