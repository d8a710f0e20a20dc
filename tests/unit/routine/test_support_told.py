"""Whom to turn to, told line by line: one's own first, then the numbers, then all else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from types import SimpleNamespace
from typing import cast

import pytest

from tests.unit.routine.evenings import TODAY
from winddown.data import content
from winddown.routine.occasion import Occasion
from winddown.routine.support import Contact, Support
from winddown.routine.support_told import Told, support_told

SAY = content.words("support")
OWN = Support(
    plan=("Put the kettle on.", "Ring Ana."),
    own=(Contact(name="Dr Shah", contact="01632 960 123"), Contact(name="Ana", contact="")),
    country="GB",
    lines=content.lines(),
)


def told(support: Support, *, short: bool = False) -> list[Told]:
    night = SimpleNamespace(
        support=support,
        words=content.words,
        today=TODAY,
        now=lambda: datetime.combine(TODAY, time(3)),
    )
    return list(support_told(cast(Occasion, night), short=short))


def test_ones_own_words_come_first_and_then_ones_own_numbers() -> None:
    assert told(OWN)[:4] == [
        Told("Put the kettle on.", gap=True),
        Told("Ring Ana."),
        Told("01632 960 123   Dr Shah", "accent", gap=True),
        Told("Ana", "accent"),
    ]


def test_whoever_has_none_of_their_own_is_told_where_to_put_them() -> None:
    hint = Told(SAY["own_number"], "quiet", gap=True)
    assert hint in told(replace(OWN, plan=(), own=()))
    for some in (OWN, replace(OWN, plan=()), replace(OWN, own=())):
        assert hint not in told(some)


def test_told_shortly_the_numbers_are_all_there_and_what_is_further_is_left() -> None:
    bright = [each for each in told(OWN, short=True) if each.weight == "accent"]
    assert bright == [each for each in told(OWN) if each.weight == "accent"][: len(bright)]
    assert any("Samaritans" in each.text for each in bright)
    assert SAY["no_watch"] in [each.text for each in told(OWN)]
    assert SAY["no_watch"] not in [each.text for each in told(OWN, short=True)]


@pytest.mark.parametrize("short", [True, False])
def test_where_no_country_is_known_the_pages_that_know_many_come_at_once(short: bool) -> None:
    unset = replace(OWN, country="", directories=content.directories())
    texts = [each.text for each in told(unset, short=short)]
    at = texts.index(SAY["no_country"])
    assert "findahelpline.com" in texts[at + 1]
    assert sum("findahelpline.com" in text for text in texts) == 1
