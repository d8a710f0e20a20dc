"""What a person's hands do besides typing: click on words, paste, and come back to a step."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from rich.cells import cell_len
from textual.events import Paste

from tests.ui.night import FRIDAY, Clock, Night
from winddown.routine.evening import Evening
from winddown.routine.text import visible

STRANGE = "[/b] [@click=app.quit]x \x1b[31mred\x07 🌙 🧑‍🚀 שלום {0}"
"""Markup, an escape sequence, emoji and a right-to-left name, as someone may paste them."""

LONG = "a very long story " * 1_111 + "xx"
"""Twenty thousand characters."""


def standing(step: str, **answers: Any) -> Evening:
    """Give tonight as it was left at a step, to be opened there again."""
    given: dict[str, Any] = {"tonight": "steady", "route": "full", "step": step} | answers
    return Evening(evening=FRIDAY, started=Clock.wall, **given)


def earlier(days: int, **answers: Any) -> Evening:
    """Give an evening that went all the way, some days before tonight."""
    began = Clock.wall - timedelta(days=days)
    given: dict[str, Any] = {"route": "full", "ended": began + timedelta(minutes=9)} | answers
    return Evening(evening=began.date(), started=began, **given)


async def click(tonight: Night, words: str, times: int = 1) -> None:
    """Click on the first place on the screen where these words stand."""
    for y, line in enumerate(tonight.text().split("\n")):
        if words in line:
            x = cell_len(line[: line.index(words)])
            for _ in range(times):
                await tonight.pilot.click(offset=(x, y))
                await tonight.pilot.pause()
            return
    raise AssertionError(f"{words!r} is not on the screen:\n{tonight.text()}")


async def scroll_to_end(tonight: Night) -> None:
    """Turn the wheel until the end of the page is seen."""
    tonight.app.screen.query_one("Column").scroll_end(animate=False)
    await tonight.pilot.pause()


async def paste(tonight: Night, text: str) -> None:
    """Paste a text where the cursor is, and wait until it is kept."""
    tonight.app.post_message(Paste(text))
    await tonight.pilot.pause(0.6)


def words(tonight: Night) -> str:
    """Give the screen as one line of words, however they are wrapped."""
    return " ".join(tonight.text().split())


def shows(tonight: Night, text: str) -> bool:
    """Tell whether every word of a text can be read, with nothing in it acting."""
    screen = tonight.text()
    return "\x1b" not in screen and all(word in screen for word in visible(text).split())


def quoted(text: str) -> str:
    """Write a text as TOML has it."""
    return json.dumps(text, ensure_ascii=False)
