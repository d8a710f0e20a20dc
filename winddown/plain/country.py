"""Asks whose help lines are to be shown, by a name as people say it."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from winddown.plain.talk import Option, Talk
from winddown.routine.words import Words

ALSO = MappingProxyType({
    "uk": "GB", "britain": "GB", "great britain": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "northern ireland": "GB", "usa": "US", "america": "US", "us": "US",
    "holland": "NL", "deutschland": "DE", "republic of ireland": "IE", "korea": "KR",
})  # fmt: skip
"""What people call a country besides, by its two letters."""


def ask_country(talk: Talk, say: Words, countries: Iterable[Option]) -> str:
    """Ask for a country and give its two letters; empty where none is named."""
    listed = sorted(countries, key=lambda each: each[1])
    while True:
        said = talk.ask(say["which_country"], hint="text", knows={"more"})
        if said.word == "more":
            return talk.pick("", listed).value
        if not said.text:
            return ""
        if code := _meant(said.text.casefold(), listed):
            return code
        talk.go_on(say["not_country"])


def _meant(told: str, listed: list[Option]) -> str:
    """Find the country that is meant: by letters, name, or the beginning of just one name."""
    names = {code: name.casefold() for code, name in listed}
    exact = [code for code, name in names.items() if told in (code.casefold(), name)]
    begun = [code for code, name in names.items() if len(told) > 2 and name.startswith(told)]
    found = exact or [code for code in (ALSO.get(told, ""),) if code in names] or begun
    return found[0] if len(found) == 1 else ""
