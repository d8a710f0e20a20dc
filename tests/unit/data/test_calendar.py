"""The plan in a calendar: any calendar can read it, and it tells nothing that was not wanted."""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from tests.strategies import records
from tests.unit.data.homes import new_home
from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from winddown.data.calendar import calendar_of, keep
from winddown.data.config import CalendarConfig
from winddown.routine.entry import called
from winddown.routine.evening import Evening, Plan

NOW = datetime(2026, 11, 22, 21, 43, 55, tzinfo=timezone(timedelta(hours=1)))
UNSAID = CalendarConfig().title
"""The title of someone who chose none."""

HOSTILE = [
    "one\ntwo\r\nthree",
    "a; b, c: \"d\" = 'e'",
    r"\n \N \\N \; \, C:\New\notes",
    "BEGIN:VEVENT\r\nATTACH:file:///etc/passwd",
    "\x00\x07\x1b[31mred\x0b\x0c\x1c\x7f\x85\u2028\u2029\ufeff",
    "🧑‍🚀" * 60,
    "x" * 20_000,
    "\ud800 {plan} {0} {",
    " \t ",
    "",
]


def written(*evenings: Evening, title: str = UNSAID, now: datetime = NOW) -> str:
    """Write the plans of these evenings."""
    return calendar_of(evenings, title, now)


def event_of(made: Plan, title: str = UNSAID, now: datetime = NOW, on: date = TODAY) -> Event:
    """Write one plan, and read it back."""
    (event,) = events_in(written(evening(on, outreach=made), title=title, now=now))
    return event


def events_in(text: str) -> Sequence[Event]:
    """Read a calendar as another program would."""
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    found: Sequence[Event] = calendar.events
    return found


def is_sound(text: str) -> bool:
    """Tell whether a calendar has the form and everything else that RFC 5545 requires."""
    lines = text.encode().split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", b"".join(lines))
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if name in ("SUMMARY", "DESCRIPTION"):
            assert re.fullmatch(r"([^\\;,]|\\[\\;,n])+", value)
        if name in ("DTSTAMP", "LAST-MODIFIED"):
            assert re.fullmatch(r"[0-9]{8}T[0-9]{6}Z", value)
    calendar = Calendar.from_ical(text)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert not calendar.errors
    assert calendar.events
    for event in calendar.events:
        assert not event.errors
        assert {"UID", "DTSTAMP", "DTSTART"} <= set(event)
        assert not {"DTEND", "DURATION"} <= set(event)
        assert event["DTSTAMP"].dt.tzinfo is not None
        for alarm in event.subcomponents:
            assert alarm.name == "VALARM"
            assert {"ACTION", "TRIGGER", "DESCRIPTION"} <= set(alarm)
    return True


# What a calendar is told


def test_a_plan_is_a_private_whole_day_that_blocks_nothing() -> None:
    event = event_of(plan(TODAY + DAY))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (TODAY + DAY, TODAY + 2 * DAY)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
    assert "RRULE" not in event


def test_the_alarm_of_a_whole_day_comes_at_nine_in_the_morning() -> None:
    (alarm,) = event_of(plan(TODAY + DAY)).subcomponents
    begins = datetime.combine(TODAY + DAY, time())
    assert begins + alarm["TRIGGER"].dt == datetime.combine(TODAY + DAY, time(9))
    assert alarm["ACTION"] == "DISPLAY"


def test_a_time_that_was_given_is_the_time_of_the_event_and_of_its_alarm() -> None:
    event = event_of(plan(TODAY + DAY, at=time(18, 30)))
    assert event["DTSTART"].dt == datetime.combine(TODAY + DAY, time(18, 30))
    assert event["DTSTART"].dt.tzinfo is None
    assert "TZID" not in event["DTSTART"].params
    assert event["DURATION"].dt == timedelta(minutes=15)
    (alarm,) = event.subcomponents
    assert alarm["TRIGGER"].dt == timedelta(0)


SECRETS = Plan(
    who="Sam Q.",
    act="weekly-call",
    text="set up a weekly call with Sam Q.",
    channel="voice-of-my-own",
    on=TODAY + DAY,
    cue="I have wept",
    words="Dear Sam",
    expected=2,
    followup=None,
)
THEIRS = ("Sam", "call", "voice", "wept", "Dear", "rain", "Ana")


def test_by_default_nothing_in_the_file_or_its_name_tells_what_was_planned_or_with_whom() -> None:
    told = evening(outreach=SECRETS, note="rain", in_touch=("Ana",), tonight="heavy")
    with new_home() as home:
        path = keep(home, told, UNSAID, NOW)
        text = path.read_bytes().decode()
        assert path == home.data / "calendar" / "2026-11-22.ics"
        assert not any(each.casefold() in text.casefold() for each in (*THEIRS, str(home.data)))
    (event,) = events_in(text)
    (alarm,) = event.subcomponents
    assert event["SUMMARY"] == alarm["DESCRIPTION"] == "winddown"
    assert "DESCRIPTION" not in event


@given(records(Plan), st.text(max_size=12))
def test_without_a_title_of_ones_own_two_plans_look_the_same_whatever_they_say(
    made: Plan, words: str
) -> None:
    other = Plan(
        on=made.on, at=made.at, act=made.act, followup=made.followup, text=words, who=words
    )
    assert written(evening(outreach=made)) == written(evening(outreach=other))


def test_a_title_of_ones_own_may_hold_the_plans_words() -> None:
    event = event_of(SECRETS, title="For me: {plan}.")
    (alarm,) = event.subcomponents
    assert event["SUMMARY"] == "For me: set up a weekly call with Sam Q.."
    assert alarm["DESCRIPTION"] == event["SUMMARY"]


# The form


@given(st.lists(records(Plan), min_size=1, max_size=3), st.text(max_size=80))
def test_every_calendar_can_be_read_by_every_calendar_program(
    plans: list[Plan], title: str
) -> None:
    made = [evening(TODAY - n * DAY, outreach=each) for n, each in enumerate(plans)]
    text = written(*made, title=f"{title}{{plan}}")
    assert is_sound(text)
    for event, each in zip(events_in(text), plans, strict=True):
        assert event["SUMMARY"] == called(each, f"{title}{{plan}}")


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("at", [None, time(18, 30)])
def test_whatever_stands_in_a_title_comes_through_whole_and_does_nothing(
    words: str, at: time | None
) -> None:
    for made, title in ((plan(at=at), words), (plan(at=at, text=words), "{plan}")):
        text = written(evening(outreach=made), title=title)
        assert is_sound(text)
        (event,) = events_in(text)
        assert event["SUMMARY"] == called(made, title)
        assert "ATTACH" not in event


def test_control_characters_are_shown_and_everything_else_stays() -> None:
    assert called(plan(text="a\x1b[31m;\r\nb\\N,\x00"), "{plan}") == "a␛[31m;\nb\\N,␀"
    assert called(plan(text="{plan} {0}"), "{plan}!") == "{plan} {0}!"


@pytest.mark.parametrize("title", ["", "  ", "\n", "{plan}"])
def test_an_event_is_never_without_a_name(title: str) -> None:
    assert event_of(plan(text=" "), title=title)["SUMMARY"] == "winddown"


# Written a second time


@given(records(Plan), records(Plan), st.integers(1, 10**7))
def test_a_second_file_updates_the_event_of_the_first(
    made: Plan, changed: Plan, seconds: int
) -> None:
    later = NOW + timedelta(seconds=seconds)
    first, second = event_of(made), event_of(changed, now=later)
    assert first["UID"] == second["UID"] == "2026-11-22@winddown"
    assert first["SEQUENCE"] < second["SEQUENCE"]
    assert first["DTSTAMP"].dt < second["DTSTAMP"].dt
    assert second["DTSTAMP"].dt == second["LAST-MODIFIED"].dt == later.astimezone(UTC)


def test_each_evening_has_an_event_of_its_own() -> None:
    made = [evening(TODAY - n * DAY, outreach=plan()) for n in range(3)]
    assert len({event["UID"] for event in events_in(written(*made))}) == 3


@pytest.mark.parametrize("on", [date.min, date(1900, 1, 1), TODAY + DAY, date.max])
def test_the_number_of_a_version_is_one_that_a_calendar_can_hold(on: date) -> None:
    assert 0 <= event_of(plan(on), on=on)["SEQUENCE"] < 2**31


def test_a_plan_that_was_let_go_leaves_the_calendar_without_an_alarm() -> None:
    event = event_of(plan(followup=outcome("let-go")))
    assert (event["STATUS"], event.subcomponents) == ("CANCELLED", [])
    kept = event_of(plan(followup=outcome("carry-on", carried=1)))
    assert ("STATUS" in kept, len(kept.subcomponents)) == (False, 1)


# The weekly call

LONDON = ZoneInfo("Europe/London")


def weeks_of(made: Plan, weeks: int) -> list[datetime]:
    """Give when a weekly call begins, week for week, as its file says."""
    event = event_of(made)
    begins = event["DTSTART"].dt
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=begins)
    return list(rule[:weeks])


@pytest.mark.parametrize("first", [date(2026, 10, 18), date(2027, 3, 21)])
def test_a_weekly_call_stays_on_its_day_and_hour_when_the_clocks_change(first: date) -> None:
    call = plan(first, act="weekly-call", at=time(18, 30))
    moments = [each.replace(tzinfo=LONDON) for each in weeks_of(call, 3)]
    assert [each.date() for each in moments] == [first + n * 7 * DAY for n in range(3)]
    assert {each.time() for each in moments} == {time(18, 30)}
    assert len({each.utcoffset() for each in moments}) == 2
    apart = [b.astimezone(UTC) - a.astimezone(UTC) for a, b in pairwise(moments)]
    assert sorted(apart) in (
        [timedelta(days=7), timedelta(days=7, hours=1)],
        [timedelta(days=7, hours=-1), timedelta(days=7)],
    )


def test_a_weekly_call_without_a_time_is_a_whole_day_each_week() -> None:
    call = plan(date(2026, 10, 18), act="weekly-call")
    event = event_of(call)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY"
    assert {each.weekday() for each in weeks_of(call, 60)} == {6}


@given(records(Plan))
def test_nothing_else_comes_again(made: Plan) -> None:
    assert ("RRULE" in event_of(made)) == (made.act == "weekly-call")


# On disk


def test_the_file_is_for_its_owners_eyes_and_is_written_anew_in_its_place() -> None:
    with new_home() as home:
        path = keep(home, evening(outreach=plan()), UNSAID, NOW)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        before = path.read_bytes()
        assert is_sound(before.decode())
        later = evening(outreach=plan(TODAY + 3 * DAY))
        assert keep(home, later, UNSAID, NOW + DAY) == path
        assert path.read_bytes() != before
        assert [each.name for each in path.parent.iterdir()] == [path.name]
