"""The same sums another way: from the tables of the files, by sets of days, with statistics."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median
from typing import Any
from unicodedata import combining, normalize

from tests.years import toml_of
from winddown.routine.evening import Evening

Table = dict[str, Any]

FELT_OR_CLOSED = {"did-it", "no-reply", "changed-shape", "they-reached-me", "let-go"}


def tables(evenings: Iterable[Evening]) -> list[Table]:
    """Give what stands in the file of each evening, oldest first."""
    return sorted(
        (tomllib.loads(toml_of(each)) for each in evenings), key=lambda each: each["evening"]
    )


def plainly(text: str) -> str:
    """Fold words so that capitals and accents make no difference."""
    apart = normalize("NFKD", normalize("NFKD", text).casefold())
    return "".join(each for each in apart if not combining(each))


def days_back(today: date, first: int, last: int) -> set[date]:
    """Give the days from `first` to `last` days before today, both among them."""
    return {today - timedelta(days=back) for back in range(first, last + 1)}


def sums(kept: list[Table], today: date) -> dict[str, Any]:
    """Add up tables, oldest first, into what `OverTime` holds, in plain values."""
    counted = [each for each in kept if "keep_out" not in each and each["evening"] <= today]
    month = [each for each in counted if each["evening"] in days_back(today, 0, 27)]
    return {
        "evenings": len(counted),
        "before": marks(month, "before"),
        "after": marks(month, "after"),
        "fortnights": fortnights(counted, today),
        **weeks(counted, today),
        "contacts": contacts(counted),
        "chosen_most": chosen_most(month),
        "forgotten": forgotten(counted, days_back(today, 0, 83)),
        "plans": plans(counted, today),
    }


def marks(month: list[Table], name: str) -> tuple[Any, ...]:
    found = [
        (each["evening"], each["settled"][name])
        for each in month
        if name in each.get("settled", {})
    ]
    degrees = [degree for _, degree in found]
    if not degrees:
        return ((), None, None, None)
    return (tuple(found), float(median(degrees)), min(degrees), max(degrees))


def fortnights(counted: list[Table], today: date) -> list[tuple[Any, ...]]:
    both = []
    for back in (14, 0):
        days = days_back(today, back, back + 13)
        given = [
            reflection["reading"]
            for each in counted
            if each["evening"] in days
            for reflection in each.get("reflections", [])
            if "reading" in reflection
        ]
        numbers = {name: given.count(name) for name in ("rest", "both", "away", "unsure")}
        both.append((min(days), max(days), numbers, len(given)))
    if all(number >= 5 for *_, number in both):
        return both
    return [both[1]] if both[1][-1] >= 5 else []


def weeks(counted: list[Table], today: date) -> dict[str, int]:
    number = Counter(
        any("".join(name.split()) for week_s in those for name in week_s.get("in_touch", []))
        for week in range(12)
        if (
            those := [
                each
                for each in counted
                if each["evening"] in days_back(today, 7 * week, 7 * week + 6)
            ]
        )
    )
    return {"weeks_with": number[True], "weeks_without": number[False]}


def contacts(counted: list[Table]) -> list[tuple[Any, ...]]:
    shown, days = {}, set()
    for each in counted:
        for name in each.get("in_touch", []):
            words = " ".join(name.split())
            if words:
                shown[plainly(words)] = words
                days.add((plainly(words), each["evening"]))
    rows = []
    for who in sorted(shown):
        met = {day for name, day in days if name == who}
        rows.append((shown[who], max(met), len(met)))
    return sorted(rows, key=lambda row: row[1], reverse=True)


def comforts(counted: list[Table]) -> dict[str, list[tuple[date, str]]]:
    """Give each comfort with its evenings, oldest first, and its words on each."""
    found: dict[str, list[tuple[date, str]]] = {}
    for each in counted:
        tonight = {
            comfort.get("id") or plainly(comfort["text"]): comfort["text"]
            for comfort in each.get("comforts", [])
        }
        for key, text in tonight.items():
            if key.strip():
                found.setdefault(key, []).append((each["evening"], text))
    return found


def chosen_most(month: list[Table]) -> list[tuple[Any, ...]]:
    rows = [(those[-1][1], len(those), those[-1][0]) for those in comforts(month).values()]
    rows.sort(key=lambda row: plainly(row[0]))
    rows.sort(key=lambda row: (row[1], row[2]), reverse=True)
    return rows[:5]


def forgotten(counted: list[Table], recent: set[date]) -> list[tuple[Any, ...]]:
    rows = []
    for those in comforts(counted).values():
        days = [day for day, _ in those]
        if len(days) > 1 and not recent & set(days):
            rows.append((those[-1][1], len(days), days[-1]))
    rows.sort(key=lambda row: plainly(row[0]))
    rows.sort(key=lambda row: row[2], reverse=True)
    return rows[:5]


def plans(counted: list[Table], today: date) -> list[tuple[Any, ...]]:
    rows = []
    for each in reversed(counted):
        plan = each.get("outreach", {})
        said = plan.get("followup")
        if said is None:
            continue
        is_over = plan["on"] + timedelta(days=7) < today
        if said["outcome"] in FELT_OR_CLOSED or said.get("carried", 0) >= 2 or is_over:
            rows.append(
                (
                    each["evening"],
                    plan["text"],
                    said["outcome"],
                    plan.get("expected"),
                    said.get("felt"),
                )
            )
    return rows
