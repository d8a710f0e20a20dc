"""One list of the person's own: added to, reworded, put in order, left out and brought back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from winddown.routine.occasion import Occasion
from winddown.routine.settings import Listed, ListName, Settings
from winddown.screens.settings_fields import CAN_LEAVE_OUT, CAN_STAND_ALONE, title_field
from winddown.screens.settings_page import SettingsPage
from winddown.widgets.column import group
from winddown.widgets.entries import Entries
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks


class ListPage(SettingsPage):
    """The person's own entries, then what comes with the program; every change is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", show=False),
    ]

    def __init__(self, name: ListName, settings: Settings, occasion: Occasion) -> None:
        """Shape the list called `name`."""
        super().__init__(settings, occasion)
        self.name_of_list = name
        self._listed: dict[str, Listed] = {}

    def questions(self) -> Iterable[Widget]:
        """A title, the entries, and a line for a new one."""
        say, name = self.words, self.name_of_list
        yield Prose(say["page-" + name], classes="heading")
        yield Prose(say["about-" + name], classes="quiet")
        yield group(Entries(id="entries"))
        if name in CAN_STAND_ALONE:
            yield group(Ticks([Row(name, say["use_shipped"])], id="shipped"))
        adding = group(Prose(say["add-" + name], classes="question"), Line(id="new"), id="adding")
        adding.display = False
        yield adding

    def keys(self) -> tuple[Key, ...]:
        """Open, add, remove; where there is nothing that could be changed, only add."""
        say = self.words
        add = Key("a", say["add"], "screen.add")
        entry = self._listed.get(self.entries.value) if self._listed else None
        if entry is None or self._is_fixed(entry):
            return (add,)
        return (
            Key("enter", say["change"], "screen.open"),
            add,
            Key("x", say["remove"], "screen.remove"),
        )

    def show(self) -> None:
        """List the entries as the config has them now."""
        listed = self.settings.listed(self.name_of_list)
        self._listed = {entry.id: entry for entry in listed}
        rows = [self._row(entry) for entry in listed if entry.is_own]
        shipped = [self._row(entry) for entry in listed if not entry.is_own]
        if rows and shipped:
            rows = [Row("", self.words["yours"]), *rows, Row("", "")]
        if shipped:
            rows += [Row("", self.words["shipped"]), *shipped]
        for switch in self.query("#shipped").results(Ticks):
            is_on = self.settings.value(("shipped", self.name_of_list))
            switch.show_ticks([self.name_of_list] if is_on else [])
        marks = {entry.id: self.mark_of(entry) for entry in listed}
        chosen = [entry.id for entry in listed if self.is_chosen(entry)]
        if not listed:
            rows = [Row("", self.words["empty"])]
        self.query_one("#entries", Entries).show_entries(rows, marks, chosen)
        self.refresh_keys()

    def mark_of(self, entry: Listed) -> str:
        """A tick for what is offered, a dot for what is left out; nothing where nothing can be."""
        if not self.can_leave_out:
            return " "
        return "✓" if entry.is_offered else "·"

    def is_chosen(self, entry: Listed) -> bool:
        """What is offered stands in the accent colour where anything can be left out."""
        return entry.is_offered and self.can_leave_out

    @property
    def can_leave_out(self) -> bool:
        """True for a list whose entries can be left out and keep their words."""
        return self.name_of_list in CAN_LEAVE_OUT

    def _row(self, entry: Listed) -> Row:
        title = str(entry.fields.get(title_field(self.name_of_list)) or entry.id)
        days = cast(Sequence[str], entry.fields.get("days", ()))
        beside = [
            str(entry.fields.get("contact", "")),
            *(self.words["days-" + day] for day in days),
        ]
        return Row(entry.id, f"{title}  {' '.join(filter(None, beside))}".rstrip())

    @property
    def entries(self) -> Entries:
        """The list on the screen."""
        return self.query_one("#entries", Entries)

    # Keys

    def action_open(self) -> None:
        """Open the entry under the cursor; from the line of a new one, add it."""
        line = self.query_one("#new", Line)
        if self.focused is line:
            self._add(line.value.strip())
        elif self.entries.value:
            self.open(self._listed[self.entries.value])

    def open(self, entry: Listed, *, at: str = "") -> None:
        """Open an entry, to change what it says; `at` is the field to begin with."""
        from winddown.screens.settings_entry import EntryPage

        if self._is_fixed(entry):
            self.say(self.words["fixed"])
        else:
            page = EntryPage(self.name_of_list, entry.id, self.settings, self.occasion, at)
            self.app.push_screen(page)

    def _is_fixed(self, entry: Listed) -> bool:
        """Tell whether an entry stays as it comes with the program."""
        return not entry.is_own and not self.can_leave_out

    def action_add(self) -> None:
        """Ask for a new entry."""
        self.query_one("#adding").display = True
        line = self.query_one("#new", Line)
        line.focus()
        self.call_after_refresh(line.scroll_visible, animate=False)

    def _add(self, text: str) -> None:
        titles = [
            entry.fields.get(title_field(self.name_of_list)) for entry in self._listed.values()
        ]
        if text in titles:
            self.say(self.words["already"])
            return
        added: list[str] = []
        if text and not self.change(partial(self._add_now, text, added)):
            return
        self._close_line()
        if added:
            self.show()
            self.entries.go_to(added[0])
            self.opened_new(added[0])

    def _add_now(self, text: str, added: list[str]) -> None:
        added.append(self.settings.add(self.name_of_list, self.fields_of_new(text)))

    def settle(self) -> None:
        """Write what still waits, a new entry that stands half written among it."""
        super().settle()
        line = self.query_one("#new", Line)
        text, line.value = line.value.strip(), ""
        titles = [each.fields.get(title_field(self.name_of_list)) for each in self._listed.values()]
        if text and text not in titles:
            self.change(partial(self._add_now, text, []))

    def fields_of_new(self, text: str) -> dict[str, object]:
        """Give what a new entry begins with."""
        fields: dict[str, object] = {title_field(self.name_of_list): text}
        return fields | {"contact": ""} if self.name_of_list == "contacts" else fields

    def opened_new(self, entry_id: str) -> None:
        """Ask for the number at once, where that is what the entry is for."""
        if self.name_of_list == "contacts":
            self.open(self._listed[entry_id], at="contact")

    def _close_line(self) -> None:
        self.query_one("#new", Line).value = ""
        self.query_one("#adding").display = False
        self.entries.focus()

    def action_back(self) -> None:
        """From the line of a new entry, which is kept, back to the list; else out of the page."""
        if self.focused is self.query_one("#new", Line):
            self.settle()
            self._close_line()
            self.show()
        else:
            super().action_back()

    def action_remove(self) -> None:
        """Remove the entry under the cursor."""
        self.entries.action_remove()

    @on(Entries.Pointed)
    def _show_its_keys(self) -> None:
        self.refresh_keys()

    # Changes

    @on(Entries.Toggled)
    def _toggle(self, event: Entries.Toggled) -> None:
        entry = self._listed[event.value]
        if self.can_leave_out:
            self.change(
                lambda: self.settings.offer(self.name_of_list, entry.id, not entry.is_offered)
            )
            self.show()
        elif self._is_fixed(entry):
            self.say(self.words["fixed"])

    @on(Ticks.Changed, "#shipped")
    def _use_shipped(self, event: Ticks.Changed) -> None:
        self.change(lambda: self.settings.set(("shipped", event.value), event.ticked))
        self.show()

    @on(Entries.Moved)
    def _move(self, event: Entries.Moved) -> None:
        if self.change(lambda: self.settings.move(self.name_of_list, event.value, event.by)):
            self.show()
            self.entries.go_to(event.value)

    @on(Entries.Removed)
    def _remove(self, event: Entries.Removed) -> None:
        entry = self._listed[event.value]
        if self._is_fixed(entry):
            self.say(self.words["fixed"])
        if not entry.is_own and not (entry.is_offered and self.can_leave_out):
            return
        if self.change(lambda: self.settings.remove(self.name_of_list, entry.id)):
            self.show()
            self.say(self.words["removed"])
