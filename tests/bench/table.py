"""The table of what was measured, printed row by row, in no more than 100 columns."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap
from time import monotonic
from typing import TypeAlias

from tests.bench.figure import Figure

Measure: TypeAlias = Callable[[Path], Iterable[Figure]]
"""Measures with files in a folder of its own, and gives what it found as it is found."""

HEADINGS = ("what", "winddown", "beside", "ratio", "goal", "holds")
WIDTHS = (36, 13, 21, 6, 11, 5)


def shown(measures: Iterable[Measure]) -> int:
    """Measure, print each row as it comes, and at last whether all goals hold; 0 where they do."""
    began, held = monotonic(), []
    for line in (*_lines(HEADINGS), *_lines(["-" * width for width in WIDTHS])):
        print(line)
    for measure in measures:
        with tempfile.TemporaryDirectory() as folder:
            for figure in measure(Path(folder)):
                *told, holds = figure
                print(*_lines((*told, "yes" if holds else "NO")), sep="\n", flush=True)
                held.append(holds)
    result = f"{held.count(False)} of {len(held)} goals do not hold"
    if all(held):
        result = f"All {len(held)} goals hold"
    print(f"\n{result}. It took {(monotonic() - began) / 60:.0f} minutes.")
    return 0 if all(held) else 1


def _lines(cells: Sequence[str]) -> Iterator[str]:
    """Set cells beside each other, each broken into lines of its column's width."""
    columns = [wrap(cell, width) for cell, width in zip(cells, WIDTHS, strict=True)]
    for parts in zip_longest(*columns, fillvalue=""):
        padded = (f"{part:<{width}}" for part, width in zip(parts, WIDTHS, strict=True))
        yield " ".join(padded).rstrip().replace("\N{NO-BREAK SPACE}", " ")
