"""Two ways to answer the same questions: with the keys alone, and with the mouse."""

from __future__ import annotations

import re
from typing import Protocol

from tests.terminal.program import Program


class Hands(Protocol):
    """Whoever sits before the program."""

    program: Program

    def choose(self, label: str, *, tabs: int = 0) -> None:
        """Choose one answer of a list."""

    def tick(self, label: str) -> None:
        """Tick one line of a list."""

    def rate(self, number: int, *, tabs: int = 0) -> None:
        """Set the mark of the scale on the screen."""

    def take(self) -> None:
        """Take the sentence that is suggested."""

    def write(self, placeholder: str, text: str) -> None:
        """Write on the line that shows `placeholder`."""

    def on(self) -> None:
        """Do what enter does."""


class Keyboard:
    """Keys alone. `tabs` says how many questions further the answer lies."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def _until(self, key: str, *words: str) -> None:
        """Press a key until one of these can be read."""
        for _ in range(20):
            before = self.program.text
            if any(each in before for each in words):
                return
            self.program.press(key)
            self.program.settle(before)
        raise AssertionError(f"{key} never comes to {words}:\n{self.program.text}")

    def _tab(self, times: int) -> None:
        for _ in range(times):
            before = self.program.text
            self.program.press("tab")
            self.program.settle(before, patience=1.0)

    def choose(self, label: str, *, tabs: int = 0) -> None:
        self._tab(tabs)
        self._until("down", f"◉  {label}")

    def tick(self, label: str) -> None:
        self._until("down", f"›·  {label}", f"›✓  {label}")
        self.program.press("space")
        self.program.wait_for(f"✓  {label}")

    def rate(self, number: int, *, tabs: int = 0) -> None:
        self._tab(tabs)
        self.program.wait_for("━")
        self.program.press(str(number))
        self.program.wait_for("●━", str(number))

    def take(self) -> None:
        self.program.press("space")

    def write(self, placeholder: str, text: str) -> None:
        self._until("tab", "enter done")
        self.program.press(*text)
        self.program.wait_for(text)

    def on(self) -> None:
        self.program.press("enter")


class Mouse:
    """Clicks where there is something to click; only words of one's own are typed."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def _click(self, words: str, right: int = 0) -> None:
        """Click on the last place where these words stand, so many cells to the right."""
        self.program.wait_for(words)
        self.program.rest()
        for y, line in reversed(list(enumerate(self.program.text.split("\n")))):
            if words in line:
                self.program.click(line.index(words) + right, y)
                return

    def choose(self, label: str, *, tabs: int = 0) -> None:
        self._click(f"○  {label}", 3)
        self.program.wait_for(f"◉  {label}")

    def tick(self, label: str) -> None:
        self._click(f"·  {label}", 3)
        self.program.wait_for(f"✓  {label}")

    def rate(self, number: int, *, tabs: int = 0) -> None:
        self.program.wait_for("0     ", "  10")
        (line,) = re.findall("[━─]{11,}", self.program.text)
        self._click(line, number * (len(line) // 10))
        self.program.wait_for("●")

    def take(self) -> None:
        self._click("When ")

    def write(self, placeholder: str, text: str) -> None:
        self._click(placeholder)
        self.program.wait_for("enter done")
        self.program.press(*text)
        self.program.wait_for(text)

    def on(self) -> None:
        self._click("enter ")
