"""Takes other words in the place of the usual ones where a screen can say them just as well."""

from __future__ import annotations

import re
from string import Formatter
from typing import TypeAlias

from winddown.errors import NotUnderstood
from winddown.routine.text import visible

Said: TypeAlias = str | tuple[str, ...]
"""A string of a content file, or a list of them."""

_BREAKS = re.compile(r"\s*[\n\r\t\v\f]\s*")


def changed(usual: Said, value: object) -> Said:
    """Give the words that are to stand instead of the usual ones, with nothing in them that acts.

    Raises:
        NotUnderstood: they are of another kind, empty, longer than there is room
            for, or have other `{fields}` than the usual ones.
    """
    if isinstance(usual, str):
        return _text(usual, value)
    most = 2 * len(usual) + 4
    if not isinstance(value, list) or not 1 <= len(value) <= most:
        raise NotUnderstood((), f"should be a list of texts in quotes, at most {most}")
    texts = []
    for place, text in enumerate(value):
        try:
            # Any line of a list may be the longest; the program fills none of them in.
            texts.append(_text(max(usual, key=len), text))
        except NotUnderstood as problem:
            raise NotUnderstood((place,), problem.reason) from None
    return tuple(texts)


def room_for(usual: str) -> int:
    """Say how many characters there is room for where these words stand: for another language too.

    Three times as many, and enough for one word where the usual one is short.
    """
    return 3 * len(usual) + 20


def _text(usual: str, value: object) -> str:
    if not isinstance(value, str):
        raise NotUnderstood((), "should be text in quotes")
    # A paragraph is wrapped by the program, whatever lines it was written in.
    text = visible(_BREAKS.sub(" ", value).strip())
    if not text:
        raise NotUnderstood((), "should not be empty")
    if len(text) > (most := room_for(usual)):
        raise NotUnderstood((), f"is longer than the {most} characters there is room for")
    wanted, found = _fields(usual), _fields(text)
    if lost := wanted - found:
        raise NotUnderstood((), f"has lost {', '.join(sorted(lost))}")
    if found - wanted:
        only = f"other than in {', '.join(sorted(wanted))}" if wanted else "at all"
        raise NotUnderstood((), f"should have no {{ or }} in it {only}")
    return text


def _fields(text: str) -> set[str]:
    """Give the `{fields}` of a text, and each brace that makes none, as they are written."""
    found: set[str] = set()
    try:
        for before, name, form, kind in Formatter().parse(text):
            found.update(brace for brace in "{}" if brace in before)
            if name is not None:
                how = (f"!{kind}" if kind else "") + (f":{form}" if form else "")
                found.add("{" + name + how + "}")
    except ValueError:
        found.add("{")
    return found
