"""Guesses whose help lines to show, from what the computer says about its place."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TERRITORY = re.compile(r"[a-z]{2,3}_([A-Z]{2})\b")


def guessed_country(environ: Mapping[str, str]) -> str:
    """Give the two letters of a country, or nothing when there is no telling.

    Args:
        environ: the environment, of which the locale's variables are read in
            the order in which the system itself heeds them.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if found := _TERRITORY.match(environ.get(name, "")):
            return found[1]
    return ""
