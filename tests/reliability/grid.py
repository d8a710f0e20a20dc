"""The rows of a window as plain text, put together from what a program sends."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-OQ-WYZ\\`-~]"
    r"|(?P<text>[^\x00-\x1f]+)"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f])",
    re.DOTALL,
)
"""What a program sends, as far as its words and their places are to be known."""


class Grid:
    """Knows what stands where; in a row with wide letters, only from the next place on."""

    def __init__(self, columns: int, rows: int, line: str = "") -> None:
        """Begin with the same line in each row."""
        self.lines = [line] * rows
        self._columns = columns
        self._place = (0, 0)
        self._half = ""

    def draw(self, drawn: str) -> None:
        """Put words in their places; a sequence that is not whole yet waits for its end."""
        drawn, self._half = self._half + drawn, ""
        cut = drawn.rfind("\x1b", -256)
        if cut >= 0 and not _TOKEN.match(drawn, cut):
            drawn, self._half = drawn[:cut], drawn[cut:]
        row, column = self._place
        for token in _TOKEN.finditer(drawn):
            if text := token["text"]:
                self._put(row, column, text)
                column += len(text)
            elif token["row"]:
                row, column = int(token["row"]) - 1, int(token["column"]) - 1
            elif token["control"] == "\n":
                row += 1
            elif token["control"] == "\r":
                column = 0
        self._place = (row, column)

    def _put(self, row: int, column: int, text: str) -> None:
        if 0 <= row < len(self.lines):
            line = self.lines[row].ljust(column)
            self.lines[row] = (line[:column] + text + line[column + len(text) :])[: self._columns]
