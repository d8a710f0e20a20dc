"""What evenings may add up to, to be told and drawn."""

from __future__ import annotations

from tests.unit.routine.evenings import DAY, TODAY
from winddown.routine.over_time import (
    Contact,
    Favourite,
    Fortnight,
    Marks,
    OverTime,
    Planned,
)

NO_MARKS = Marks(marks=(), median=None, low=None, high=None)
NOTHING = OverTime(
    evenings=0,
    before=NO_MARKS,
    after=NO_MARKS,
    fortnights=(),
    weeks_with=0,
    weeks_without=0,
    contacts=(),
    chosen_most=(),
    forgotten=(),
    plans=(),
)
FORTNIGHT = Fortnight(
    first=TODAY - 13 * DAY,
    last=TODAY,
    readings={"rest": 2, "both": 1, "away": 5, "unsure": 0},
)
BEFORE = Fortnight(
    first=TODAY - 27 * DAY,
    last=TODAY - 14 * DAY,
    readings={"rest": 3, "both": 0, "away": 1, "unsure": 1},
)
MUCH = OverTime(
    evenings=40,
    before=Marks(marks=((TODAY - DAY, 2), (TODAY, 7)), median=4.5, low=2, high=7),
    after=Marks(marks=((TODAY, 6),), median=6.0, low=6, high=6),
    fortnights=(BEFORE, FORTNIGHT),
    weeks_with=7,
    weeks_without=3,
    contacts=(
        Contact(name="Sam", last=TODAY - 3 * DAY, evenings=9),
        Contact(name="the neighbour", last=TODAY - 20 * DAY, evenings=2),
    ),
    chosen_most=(
        Favourite(text="Tea", times=5, last=TODAY),
        Favourite(text="Green blanket", times=3, last=TODAY),
    ),
    forgotten=(Favourite(text="A bath", times=4, last=TODAY - 100 * DAY),),
    plans=(
        Planned(evening=TODAY - 3 * DAY, text="text Sam", outcome="did-it", expected=4, felt=8),
        Planned(
            evening=TODAY - 400 * DAY, text="ring Ana", outcome="let-go", expected=None, felt=None
        ),
    ),
)
