"""Where the evening in lines is said and answered: standard input and output, whatever they are."""

from __future__ import annotations

import os
import sys
from shutil import get_terminal_size

from winddown.commands.saying import WIDTH
from winddown.knowing import knows_all
from winddown.letters import in_ascii
from winddown.plain.lines import Lines
from winddown.plain.talk import Talk
from winddown.routine.words import Words

NARROWEST = 20
"""Cells of a line at least: on less, no sentence can be read."""


def talk_for(words: Words) -> Talk:
    """Talk in these words, no wider than the terminal and in no letters that it does not know."""
    knows = knows_all(os.environ)
    encoding = sys.stdout.encoding or "utf-8"

    def put(text: str) -> None:
        said = text if knows else in_ascii(text)
        sys.stdout.write(said.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()

    width = min(WIDTH, max(NARROWEST, get_terminal_size().columns))
    source = Lines(sys.stdin.fileno(), sys.stdin.encoding or "utf-8")
    return Talk(source, put, words, width=width, echoes=sys.stdin.isatty())
