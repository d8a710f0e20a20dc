"""What a terminal would obey in what it was sent, told apart from what it would only show."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ACTS = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # a control sequence
    "|\x1b[\\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?"  # a command with a text in it
    "|\x1b[ -/]*[0-~]?"  # another escape
    "|[\x00-\x1a\x1c-\x1f\x7f-\x9f]"
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # what turns the writing round
)
_COLOUR = re.compile(
    r"\x1b\[(?:(?:[0-47]|2[2-7]|[34]8;2;\d+;\d+;\d+|[34]9|9[0-7]|10[0-7]|[34][0-7])(?:;|(?=m)))*m"
)
_PLACE = re.compile(r"\x1b\[\d+;\d+H")


def controls(sent: bytes) -> set[str]:
    """Give every control in it, each once; all places as one, and all plain colours."""
    text = sent.decode("utf-8", "replace")
    return {_usual(found[0]) for found in _ACTS.finditer(text)}


def strange(sent: bytes, usual: Iterable[str] = ("\n",)) -> set[str]:
    """Give the controls that a run with harmless words does not send."""
    return controls(sent) - set(usual)


def _usual(control: str) -> str:
    if _PLACE.fullmatch(control):
        return "a place"
    if control.endswith("m") and not _HOSTILE_COLOUR.search(control) and _COLOUR.fullmatch(control):
        return "a colour"
    return control


_HOSTILE_COLOUR = re.compile(r"\[5;31;45m")
"""Blinks, which nothing of the program's does."""
