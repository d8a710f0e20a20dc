"""A plan in a calendar: offered while its day is ahead, and called what its title says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from winddown.routine.entry import can_be_entered


@pytest.mark.parametrize(
    ("answers", "can"),
    [
        ({"outreach": plan(TODAY + DAY)}, True),
        ({"outreach": plan(TODAY)}, True),
        ({"outreach": plan(TODAY - DAY)}, False),
        ({"outreach": plan(TODAY + DAY, followup=outcome("did-it"))}, False),
        ({"outreach": plan(TODAY + DAY), "tonight": "heavy"}, True),
        ({"outreach": plan(TODAY + DAY), "tonight": "not-okay"}, False),
        ({}, False),
    ],
)
def test_a_calendar_is_offered_for_an_open_plan_ahead_and_never_after_a_night_not_okay(
    answers: dict[str, Any], can: bool
) -> None:
    assert can_be_entered(evening(**answers), TODAY) is can
