"""What a step is asked with: whom to ask, what tonight is chosen from, and what keeps an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from winddown.plain.talk import Talk
from winddown.routine.evening import Evening
from winddown.routine.keeping import added, asks
from winddown.routine.occasion import Occasion
from winddown.routine.settings import ListName
from winddown.routine.text import clean
from winddown.routine.words import Words


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Everything a step needs; it knows neither the disk nor the next step."""

    talk: Talk
    occasion: Occasion
    words: Words
    """The step's own words, as they are said in lines."""
    answer: Callable[[Evening], None]
    """Keeps an evening at once, tonight's or the one whose plan is asked about."""
    keep_in_list: Callable[[ListName, Mapping[str, object]], bool]
    """Writes an entry into a list of the person's own; tells whether it is there now."""
    leave_out: Callable[[str, bool], None]
    """Writes whether someone may be suggested."""
    dismiss: Callable[[str], None]
    """Never has the line of a rule shown again."""
    in_calendar: Callable[[Evening], str]
    """Writes the plan as a calendar file, and gives where that stands; empty where it could not."""
    earlier: Evening | None = None
    """The earlier evening whose plan is open, as it stands now."""
    is_heavy: bool = False
    """True on an evening that was called heavy: what is not needed stays folded."""
    alone: bool = False
    """True for a step asked by itself, outside the evening's way."""
    at_once: bool = False
    """True where the person has said already that they want to begin."""
    has_outreach: bool = True
    """True where tonight has a step for one small thing."""

    def ask_to_keep(self, name: ListName, text: str, evening: Evening, **besides: object) -> bool:
        """Ask once whether something added is to stay for other evenings; tell whether it does."""
        if not asks(name, text, evening, self.occasion):
            return False
        self.occasion.asked_to_keep.add(added(name, text))
        say = self.occasion.words("keeping")
        if not self.talk.agree(say["ask-" + name]):
            return False
        title = "name" if name == "people" else "text"
        if not self.keep_in_list(name, {title: clean(text), **besides}):
            return False
        self.talk.go_on(say["kept"])
        return True
