"""What can be shaped inside the program: the person's lists and settings, read and changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, Protocol, TypeAlias

ListName: TypeAlias = Literal[
    "comforts", "habits", "people", "acts", "cues", "plan", "contacts", "patterns"
]
"""A list that a person may add to; `plan` and `contacts` belong to support."""

Key: TypeAlias = tuple[str, ...]
"""Where a single value stands in the config: `("breathing", "minutes")`."""


class Listed(NamedTuple):
    """One entry of a list, as it is in force, whether or not the evening offers it."""

    id: str
    """What it is known by: its id, a name, or for a list of sentences the sentence itself."""
    fields: Mapping[str, object]
    """Its values as the config would hold them, those that have a default left out."""
    is_own: bool
    """True when the config has an entry for it."""
    is_shipped: bool
    """True when it comes with the program, or came with it before it was changed."""
    is_offered: bool = True
    """False while it is taken away."""


class Settings(Protocol):
    """The person's config. Every change is written at once, and nothing beside it."""

    @property
    def steps(self) -> tuple[str, ...]:
        """Every step there is between arriving and closing."""

    def value(self, key: Key) -> object:
        """Give a single value as it is in force."""

    def set(self, key: Key, value: object) -> None:
        """Write a single value; None takes the key away, so that its default counts again.

        Raises:
            WinddownError: it could not be written; nothing has changed.
        """

    def listed(self, name: ListName) -> tuple[Listed, ...]:
        """Give a whole list: the person's own entries in their order, then those of the program.

        Entries that are taken away stand in it as well.
        """

    def add(self, name: ListName, fields: Mapping[str, object]) -> str:
        """Add an entry at the end of the person's own, and give its id.

        Raises:
            WinddownError: as for `set`.
        """

    def put(self, name: ListName, entry_id: str, fields: Mapping[str, object]) -> None:
        """Change fields of an entry; one that only the program had becomes the person's own.

        Args:
            name: the list.
            entry_id: the entry's id.
            fields: the values that change; one that is None goes back to its default.

        Raises:
            WinddownError: as for `set`.
        """

    def offer(self, name: ListName, entry_id: str, offered: bool) -> None:
        """Take an entry away or bring it back; the words of it stay in any case.

        Raises:
            WinddownError: as for `set`.
        """

    def remove(self, name: ListName, entry_id: str) -> None:
        """Remove an entry of the person's own; one that comes with the program is taken away.

        Raises:
            WinddownError: as for `set`.
        """

    def move(self, name: ListName, entry_id: str, by: int) -> None:
        """Move an entry up (-1) or down (1) among the person's own.

        One that only the program had becomes their last own one with the first move up.

        Raises:
            WinddownError: as for `set`.
        """

    def rest(self) -> None:
        """Be done with a line: what is written next, even there, is a change of its own."""

    @property
    def can_undo(self) -> bool:
        """True while there is a change of this sitting to take back."""

    def undo(self) -> None:
        """Put the config back to how it stood before the last change, to the byte.

        Raises:
            WinddownError: the file was changed elsewhere since, so it is left as it is.
        """
