"""Evenings as a table for a spreadsheet, one row each, in which no text can become a formula.

What was written besides the line to keep is left to the other formats.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from io import StringIO

from winddown.routine.evening import Evening, Followup, Plan
from winddown.routine.text import visible

BOM = "\ufeff"
"""Without it before the first row, Excel takes UTF-8 for a code page of its own."""


def as_csv(evenings: Iterable[Evening], *, bom: bool) -> Iterator[str]:
    """Give the text of a table, a header and then a row for each evening, ended by CRLF.

    Args:
        evenings: the evenings, in the order of the rows.
        bom: true to begin with the mark by which a spreadsheet knows UTF-8; another
            program would take it for part of the first column's name.
    """
    yield (BOM if bom else "") + _row(COLUMNS)
    for evening in evenings:
        yield _row(cell(tell(evening)) for tell in COLUMNS.values())


def cell(value: object) -> str:
    """Give what stands in a cell: a number or text, on one line, that nothing takes for a formula.

    Of several values each is made safe by itself, since some spreadsheets begin a
    new cell at a semicolon.
    """
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(cell, value))
    text = visible(_BREAKS.sub(" ", str(value)))
    return f"'{text}" if _begins_a_formula(text) else text


_BREAKS = re.compile("\r\n|[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


def _begins_a_formula(text: str) -> bool:
    """Tell whether the first sign that counts begins a formula, in whatever width it is written."""
    for sign in text:
        if unicodedata.normalize("NFKC", sign)[0] in "=+-@\u2212":
            return True
        if not (sign.isspace() or sign in _QUOTES or unicodedata.category(sign) == "Cf"):
            return False
    return False


_QUOTES = frozenset("\"'`´‘’“”«»‹›„‚＂＇")  # noqa: RUF001, quotes of every kind are meant


def _row(cells: Iterable[str]) -> str:
    line = StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _of_plan(tell: Callable[[Plan], object]) -> Callable[[Evening], object]:
    return lambda evening: tell(evening.outreach) if evening.outreach else None


def _of_followup(tell: Callable[[Followup], object]) -> Callable[[Evening], object]:
    return _of_plan(lambda plan: tell(plan.followup) if plan.followup else None)


def _seconds(evening: Evening) -> int | None:
    return sum(each.seconds for each in evening.breathing) if evening.breathing else None


COLUMNS: dict[str, Callable[[Evening], object]] = {
    "evening": lambda evening: evening.evening,
    "started": lambda evening: evening.started.isoformat(),
    "ended": lambda evening: evening.ended.isoformat() if evening.ended else None,
    "route": lambda evening: evening.route,
    "tonight": lambda evening: evening.tonight,
    "settled_before": lambda evening: evening.settled.before,
    "settled_after": lambda evening: evening.settled.after,
    "breathing": lambda evening: [each.id for each in evening.breathing],
    "breathing_seconds": _seconds,
    "comforts": lambda evening: [each.text for each in evening.comforts],
    "habits": lambda evening: [each.text for each in evening.reflections],
    "readings": lambda evening: [each.reading for each in evening.reflections],
    "costs": lambda evening: [each.cost for each in evening.reflections],
    "in_touch": lambda evening: list(evening.in_touch),
    "plan": _of_plan(lambda plan: plan.text),
    "plan_on": _of_plan(lambda plan: plan.on),
    "plan_at": _of_plan(lambda plan: plan.at),
    "who": _of_plan(lambda plan: plan.who),
    "size": _of_plan(lambda plan: plan.size),
    "channel": _of_plan(lambda plan: plan.channel),
    "sure": _of_plan(lambda plan: plan.sure),
    "expected": _of_plan(lambda plan: plan.expected),
    "outcome": _of_followup(lambda followup: followup.outcome),
    "answered": _of_followup(lambda followup: followup.answered),
    "carried": _of_followup(lambda followup: followup.carried),
    "felt": _of_followup(lambda followup: followup.felt),
    "note": lambda evening: evening.note,
    "keep_out": lambda evening: "yes" if evening.keep_out else None,
}
"""What stands in each column. A value that is absent leaves its cell empty."""
