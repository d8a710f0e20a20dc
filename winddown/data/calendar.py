"""Plans as events of a calendar, which tell nothing of them unless the person wants it.

Written by RFC 5545. An event's times have no zone, so that nine in the morning
stays nine in the morning, wherever the person is and whenever the clocks change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event, vText

from winddown.data.locations import Locations
from winddown.data.lock import locked
from winddown.data.toml_file import write_atomically
from winddown.routine.entry import called
from winddown.routine.evening import Evening, Plan

MORNING = timedelta(hours=9)
"""When the alarm of a plan without a time comes, after its day's midnight."""

LASTS = timedelta(minutes=15)
"""How long a plan with a time takes."""

WEEKLY = "weekly-call"
"""The act whose event comes again each week."""

MOST = 2**31 - 1
"""The highest number that a calendar file can hold."""

_DAY = timedelta(days=1)


def calendar_of(evenings: Iterable[Evening], title: str, written: datetime) -> str:
    """Give the plans of evenings as the text of a calendar file, its lines ending in CR LF.

    To read a later one into the same calendar changes its events and doubles none.

    Args:
        evenings: those without a plan are passed over; a calendar needs one with it.
        title: what the events are called, with `{plan}` for a plan's own words.
        written: the time now, with its offset.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//winddown//winddown//EN")
    calendar.add("version", "2.0")
    for evening in evenings:
        if evening.outreach is not None:
            name = _Text(called(evening.outreach, title))
            calendar.add_component(_event(evening.evening, evening.outreach, name, written))
    text: bytes = calendar.to_ical()
    return text.decode()


def keep(where: Locations, evening: Evening, title: str, written: datetime) -> Path:
    """Write an evening's plan to its calendar file, over an earlier one, and give its path.

    Raises:
        NotWritten: the disk or another program does not allow it.

    """
    path = where.calendar_file(evening.evening)
    with locked(where):
        write_atomically(path, calendar_of([evening], title, written))
    return path


def _event(evening: date, plan: Plan, name: _Text, written: datetime) -> Event:
    event = Event()
    event.add("uid", f"{evening.isoformat()}@winddown")
    event.add("dtstamp", written)  # the library gives it in UTC
    event.add("last-modified", written)
    event.add("sequence", _sequence(evening, written))
    if plan.at is not None:
        event.add("dtstart", datetime.combine(plan.on, plan.at))
        event.add("duration", LASTS)
    else:
        event.add("dtstart", plan.on)
        if plan.on < date.max:  # without an end, it is that one day all the same
            event.add("dtend", plan.on + _DAY)
    if plan.act == WEEKLY:
        event.add("rrule", {"freq": "weekly"})
    event.add("summary", name)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if plan.followup is not None and plan.followup.outcome == "let-go":
        event.add("status", "CANCELLED")
    else:
        event.add_component(_alarm(MORNING if plan.at is None else timedelta(), name))
    return event


def _alarm(after: timedelta, name: _Text) -> Alarm:
    """Give an alarm some time after its event begins."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", name)
    alarm.add("trigger", after)
    return alarm


def _sequence(evening: date, written: datetime) -> int:
    """Number a version of an event: the seconds since its evening's midnight.

    A calendar takes in the version with the higher number. Counting versions would
    take a memory of every export; the clock knows as well which was written later,
    whatever was kept, changed or taken back in between.
    """
    began = datetime.combine(evening, time(), UTC)
    return min(max(0, int((written - began).total_seconds())), MOST)


class _Text(vText):
    """Text in which a backslash before an N stays one; the library would make it a line break."""

    def to_ical(self) -> bytes:
        """Give the text as it stands in the file."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()
