"""The words of one step, as its content file gives them."""

from __future__ import annotations

from collections.abc import Mapping


class Words:
    """Strings and lists of strings by key; a missing key is a mistake in the code."""

    def __init__(self, strings: Mapping[str, str | tuple[str, ...]]) -> None:
        """Keep the strings of one content file's `[words]` table."""
        self._strings = strings

    def changed(self, strings: Mapping[str, str | tuple[str, ...]]) -> Words:
        """Give the same words with some of them said otherwise."""
        return Words({**self._strings, **strings})

    def under(self, prefix: str) -> dict[str, str | tuple[str, ...]]:
        """Give the strings whose keys begin so, by what follows in their keys."""
        found = self._strings.items()
        return {key.removeprefix(prefix): said for key, said in found if key.startswith(prefix)}

    def __getitem__(self, key: str) -> str:
        """Give a string; the entries of a list come joined by line breaks."""
        found = self._strings[key]
        return found if isinstance(found, str) else "\n".join(found)

    def __contains__(self, key: str) -> bool:
        """Tell whether the content has this key."""
        return key in self._strings

    def get(self, key: str, otherwise: str) -> str:
        """Give a string, or `otherwise` where the content has no such key."""
        found = self._strings.get(key, otherwise)
        return found if isinstance(found, str) else otherwise

    def each(self, key: str) -> tuple[str, ...]:
        """Give the entries of a list; a single string is a list of one."""
        found = self._strings[key]
        return (found,) if isinstance(found, str) else found

    def say(self, key: str, **fields: object) -> str:
        """Fill the `{fields}` of a string. What is filled in is never read as a field."""
        return self[key].format(**fields)
