"""A time counts as it is written, by whatever habit; what is no time is none."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.routine.clock import time_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("18:30", time(18, 30)),
        (" 9:15 ", time(9, 15)),
        ("9.15", time(9, 15)),
        ("18h30", time(18, 30)),
        ("9:5", time(9, 5)),
        ("6:30 pm", time(18, 30)),
        ("7pm", time(19)),
        ("7 a.m.", time(7)),
        ("12am", time(0)),
        ("12:05 pm", time(12, 5)),
        ("00:40", time(0, 40)),
    ],
)
def test_a_time_is_read_as_people_write_it(written: str, meant: time) -> None:
    assert time_of(written) == meant


@pytest.mark.parametrize(
    "written", ["", "7", "half six", "25:00", "18:60", "13pm", "0am", "18:30:99", "soon", "-1:30"]
)
def test_what_is_no_time_is_none(written: str) -> None:
    assert time_of(written) is None


@given(st.times(), st.sampled_from(["%H:%M", "%H.%M", "%Hh%M"]))
def test_every_time_of_the_day_can_be_written(moment: time, style: str) -> None:
    assert time_of(moment.strftime(style)) == time(moment.hour, moment.minute)


@given(st.text(max_size=12))
def test_nothing_that_is_written_makes_it_stumble(text: str) -> None:
    read = time_of(text)
    assert read is None or time(0) <= read <= time(23, 59)
