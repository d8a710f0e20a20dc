"""How a command tells of evenings: in the words, and with the names, that the screens use."""

from __future__ import annotations

from datetime import date

from winddown.routine.breathing import names_by_id
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.pages import Page, line_of, long_title, month_title, page_of, short_title


class Teller:
    """Tells evenings as they are seen tonight."""

    def __init__(self, occasion: Occasion) -> None:
        """Take the words and names of tonight."""
        self.today = occasion.today
        self.say = occasion.words("look_back")
        self.of_closing, self.of_plan = occasion.words("closing"), occasion.words("plan")
        self.names = names_by_id(occasion.patterns, occasion.anchors)

    def page(self, evening: Evening) -> Page:
        """Tell an evening as a page."""
        return page_of(evening, self.today, self.say, self.of_closing, self.of_plan, self.names)

    def row(self, evening: Evening) -> str:
        """Tell an evening in a line: its day, and the line that was kept."""
        day = short_title(evening.evening, self.today, self.say, self.of_plan)
        line = line_of(evening, self.say, self.of_closing, self.of_plan, self.names)
        return self.say.say("plain_line", day=day, line=line)

    def day(self, day: date) -> str:
        """Name a day: "Friday 20 November 2026"."""
        return long_title(day, self.say, self.of_plan)

    def month(self, day: date) -> str:
        """Name the month of a day: "November 2026"."""
        return month_title(day, self.say, self.of_plan)
