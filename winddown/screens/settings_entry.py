"""One entry of a list: what it says, and when it is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import cast

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from winddown.routine.evening import Size
from winddown.routine.occasion import Occasion
from winddown.routine.pairing import SIZES
from winddown.routine.settings import Listed, ListName, Settings
from winddown.screens.settings_fields import DEFAULTS, FIELDS, Field, title_field
from winddown.screens.settings_page import SettingsPage
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks


class EntryPage(SettingsPage):
    """Asks for each value of an entry; every answer is written as it is given."""

    def __init__(
        self,
        name: ListName,
        entry_id: str,
        settings: Settings,
        occasion: Occasion,
        begin_at: str = "",
    ) -> None:
        """Change the entry `entry_id` of the list called `name`.

        Args:
            name: the list.
            entry_id: what the entry is known by.
            settings: the config.
            occasion: where words and motion come from.
            begin_at: the field to begin with; empty for the first, its words.
        """
        super().__init__(settings, occasion)
        self.name_of_list = name
        self.entry_id = entry_id
        self._begin_at = begin_at
        self._fields = {field.name: field for field in FIELDS[name]}

    @property
    def entry(self) -> Listed | None:
        """The entry as the config has it now; None once it has gone."""
        listed = self.settings.listed(self.name_of_list)
        return next((entry for entry in listed if entry.id == self.entry_id), None)

    def questions(self) -> Iterable[Widget]:
        """The entry as a title, and a question for each of its values."""
        entry = self.entry
        fields = entry.fields if entry else {}
        yield Prose(self._title(entry), id="title", classes="heading")
        for field in FIELDS[self.name_of_list]:
            value = fields.get(field.name, DEFAULTS.get(field.name))
            question = self.words[f"{self.name_of_list}-{field.name}"]
            if field.way == "yes":
                yield group(Ticks([Row(field.name, question)], _yes(field, value), id=field.name))
            else:
                yield group(Prose(question, classes="question"), *self._answers(field, value))

    def _title(self, entry: Listed | None) -> str:
        title = entry.fields.get(title_field(self.name_of_list)) if entry else None
        return str(title or self.words["page-" + self.name_of_list])

    def _answers(self, field: Field, value: object) -> list[Widget]:
        say = self.words
        names = [(each, say[f"{field.name}-{each}"]) for each in field.options]
        if field.way == "one" and not names:
            names = [(each.id, str(each.fields.get("text", each.id))) for each in self._others()]
        if field.way == "one":
            return [Choice(names, cast("str | None", value), id=field.name)]
        if field.way == "any":
            rows = [Row(each, name) for each, name in names]
            return [Ticks(rows, cast(Sequence[str], value or ()), id=field.name)]
        if field.way == "lines":
            texts = [*cast(Sequence[str], value or ()), ""]
            return [Line(text, classes=field.name) for text in texts]
        return [Line(str(value or ""), id=field.name)]

    def _others(self) -> list[Listed]:
        """Give the other entries that are offered and ask for less than this one."""
        entry, listed = self.entry, self.settings.listed(self.name_of_list)
        size = _size(entry) if entry else 0
        return [each for each in listed if each.is_offered and _size(each) < size]

    def keys(self) -> tuple[Key, ...]:
        """Tab goes to the next question, space answers."""
        say = self._frame_words
        choose = (Key("space", say["choose"]),) if self.query("Ticks, Choice") else ()
        return (Key("tab", say["next"]), *choose)

    def _focus_first(self) -> None:
        # Opening an entry asks for its words, so that they may have the keys at once.
        if self.focused is None:
            self._begin(self._begin_at)

    def _begin(self, field: str | None) -> None:
        """Give the keys to a field, or to the first; not while the page is being filled anew."""
        for answer in self.query(f"#{field or next(iter(self._fields))}"):
            answer.focus()

    def show(self) -> None:
        """Show the entry as it is now; without one, go back to the list."""
        if self.entry is None:
            self.action_back()

    # Answers

    @on(Choice.Changed)
    def _keep_choice(self, event: Choice.Changed) -> None:
        self._put(str(event.choice.id), event.value)

    @on(Ticks.Changed)
    def _keep_ticks(self, event: Ticks.Changed) -> None:
        field = self._fields[str(event.ticks.id)]
        if field.way == "yes":
            self._put(
                field.name, None if event.ticked == DEFAULTS.get(field.name) else event.ticked
            )
            return
        ticked = [each for each in field.options if each in event.ticks.ticked]
        self._put(field.name, ticked or None)

    @on(Input.Changed)
    def _keep_line(self, event: Input.Changed) -> None:
        line = event.input
        name = line.id or next(iter(line.classes & self._fields.keys()))
        field = self._fields[name]
        if field.way == "lines":
            texts = [each.value.strip() for each in self.query("." + name).results(Line)]
            self._put_soon(name, [text for text in texts if text] or None)
        elif text := line.value.strip():
            self._put_soon(name, text)
        elif not field.needed:
            self._put_soon(name, None)

    def _put_soon(self, name: str, value: object) -> None:
        if value != self._now(name):
            self.change_soon(name, self._putting(name, value))

    def _put(self, name: str, value: object) -> None:
        self.settle()
        if value != self._now(name):
            self.change(self._putting(name, value))

    def _now(self, name: str) -> object:
        entry = self.entry
        return entry.fields.get(name) if entry else None

    def _putting(self, name: str, value: object) -> Callable[[], None]:
        return partial(self._make, name, value)

    def _make(self, name: str, value: object) -> None:
        self.settings.put(self.name_of_list, self.entry_id, {name: value})
        entry = self.entry
        if entry is None and isinstance(value, str):
            self.entry_id = value  # it is known by what was just reworded
            entry = self.entry
        for title in self.query("#title").results(Prose):
            title.say(self._title(entry))

    async def action_undo(self) -> None:
        """Take the last change back, and show every answer anew."""
        before = {entry.id for entry in self.settings.listed(self.name_of_list)}
        await super().action_undo()
        after = {entry.id for entry in self.settings.listed(self.name_of_list)}
        if self.entry_id not in after and len(before) == len(after):
            self.entry_id = next(iter(after - before))
            self.show()
        if self.entry is not None:
            here = self.focused.id if self.focused is not None else None
            await self.recompose()
            self._begin(here)


def _size(entry: Listed) -> int:
    return SIZES.index(cast(Size, entry.fields.get("size", DEFAULTS["size"])))


def _yes(field: Field, value: object) -> tuple[str, ...]:
    return (field.name,) if value else ()
