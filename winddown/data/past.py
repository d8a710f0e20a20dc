"""Earlier evenings, newest first, each read when somebody first asks as far back as that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from winddown.routine.evening import Evening


class Past(Sequence[Evening]):
    """Evenings as a sequence: most of what is asked about them, the newest few answer."""

    def __init__(self, evenings: Iterator[Evening]) -> None:
        """Have nothing read yet."""
        self._read: list[Evening] = []
        self._further = evenings

    def __iter__(self) -> Iterator[Evening]:
        at = 0
        while self._reaches(at):
            yield self._read[at]
            at += 1

    def __bool__(self) -> bool:
        return self._reaches(0)

    def __len__(self) -> int:
        self._read += self._further
        return len(self._read)

    @overload
    def __getitem__(self, at: int) -> Evening: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Evening]: ...
    def __getitem__(self, at: int | slice) -> Evening | Sequence[Evening]:
        return tuple(self)[at]

    def _reaches(self, at: int) -> bool:
        """Read on until there are so many and one more, if there are."""
        while len(self._read) <= at:
            further = next(self._further, None)
            if further is None:
                return False
            self._read.append(further)
        return True
