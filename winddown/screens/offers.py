"""The palette: the steps, the looks and how much moves, in the order in which they come."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from winddown.palette import Palette
from winddown.routine.occasion import Motion
from winddown.routine.seeking import where
from winddown.screens.fresh import FreshScreen
from winddown.screens.preview import Preview, TryingOn
from winddown.widgets.line import Line


class Sought(Line):
    """The words that are looked for; whatever is pasted there, a few letters of it are enough."""

    MOST: ClassVar[int] = 80


class Found(OptionList, can_focus=False):
    """What is on offer under the words that are written."""

    def render_line(self, y: int) -> Strip:
        """Draw a line; the one under the cursor has a mark, as in every list."""
        strip = super().render_line(y)
        first = next(iter(strip), None)
        if first is None or first.style is None or self.highlighted is None:
            return strip
        if first.style.meta.get("option") != self.highlighted or not first.text.startswith(" "):
            return strip
        marked = [Segment("›", first.style), Segment(first.text[1:], first.style), *[*strip][1:]]
        return Strip(marked, strip.cell_length)


class Offer(Option):
    """Something on offer."""

    def __init__(self, command: SystemCommand, places: Collection[int]) -> None:
        """Show its title, with the letters in these places marked."""
        shown = Content(command.title)
        for place in places:
            shown = shown.stylize("bold underline", place, place + 1)
        super().__init__(shown)
        self.command = command


class Offers(FreshScreen["SystemCommand | None"]):
    """One line to write on, and what it finds. A look is worn before it is chosen.

    Textual's own palette looks for things in the background; these are a few titles, found at
    once, so that nothing is under way when it closes. Dismisses with what was chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", show=False),
        *(
            Binding(keys, f"move('{way}')", way, show=False)
            for keys, way in (
                ("up", "cursor_up"),
                ("down", "cursor_down"),
                ("pageup", "page_up"),
                ("pagedown", "page_down"),
                ("ctrl+home,shift+home", "first"),
                ("ctrl+end,shift+end", "last"),
            )
        ),
    ]

    DEFAULT_CSS = """
    Offers {
        layout: horizontal;
        align-horizontal: center;
        & > Vertical { width: 60%; max-width: 38; margin-top: 2; }
        & Sought, & Sought:focus { margin: 1 2; }
        & Found, & Found:ansi {
            height: auto;
            max-height: 70vh;
            background: $ground;
            border: none;
            padding: 0;
            scrollbar-size-vertical: 1;
            & > .option-list--option { padding: 0 2; color: $body; }
            & > .option-list--option-disabled { color: $quiet; }
            & > .option-list--option-highlighted {
                background: $row;
                color: $accent;
                text-style: bold;
            }
        }
        & Preview {
            width: 40%;
            max-width: 26;
            height: 13;
            margin-top: 5;
            visibility: hidden;
        }
        &.-narrow > Vertical { width: 70%; }
        &.-narrow Preview { width: 30%; }
        &.-low > Vertical { margin-top: 0; }
        &.-low Preview { height: 7; margin-top: 3; }
    }
    """

    def __init__(
        self,
        offered: Sequence[SystemCommand],
        placeholder: str,
        nothing: str,
        looks: Mapping[str, Palette],
        motions: Mapping[str, Motion],
        worn: Palette,
        try_on: Callable[[Palette], None],
        preview: Preview,
    ) -> None:
        """Offer these, in their order.

        Args:
            offered: what can be chosen, each with a title of its own.
            placeholder: stands where words will.
            nothing: said where the words find nothing.
            looks: the look that each title stands for which is one.
            motions: likewise how much moves.
            worn: the look worn now, and again when none is chosen.
            try_on: wears a look.
            preview: shows the look and the motion under the cursor.
        """
        super().__init__()
        self._offered = offered
        self._placeholder = placeholder
        self._nothing = nothing
        self._looks = looks
        self._motions = motions
        self._worn = worn
        self._trying = TryingOn(self, try_on, worn)
        self._preview = preview
        self._moves = preview.motion
        self._wish: str | None = None

    def compose(self) -> ComposeResult:
        """The line, what it finds, and the preview while there is something to see on it."""
        with Vertical():
            yield Sought("", self._placeholder)
            yield Found()
        yield self._preview

    def on_mount(self) -> None:
        """Begin with everything."""
        self._look()
        self.query(Sought).focus()

    @on(Line.Changed)
    def _look_anew(self, event: Line.Changed) -> None:
        event.stop()
        self._look()

    @on(Line.Full)
    def _is_enough(self, event: Line.Full) -> None:
        event.stop()

    def _look(self) -> None:
        """Show what the written words find; if nothing, say so."""
        if not self.query(Found):
            return  # it closes; what was pressed before may still come in then
        wish = self.query_one(Sought).value
        if wish == self._wish:
            return
        self._wish = wish
        found = ((each, where(wish, each.title)) for each in self._offered)
        offers = [Offer(each, places) for each, places in found if places is not None]
        rows = self.query_one(Found)
        rows.clear_options().add_options(offers or [Option(Content(self._nothing), disabled=True)])
        rows.highlighted = 0 if offers else None
        if not offers:
            self._show("")

    @on(OptionList.OptionHighlighted)
    def _show_this(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if isinstance(event.option, Offer):
            self._show(event.option.command.title)

    def _show(self, title: str) -> None:
        """Wear what the title stands for, if it is a look."""
        self._trying.soon(self._looks.get(title, self._worn))
        self._preview.motion = self._motions.get(title, self._moves)
        self._preview.visible = title in self._looks or title in self._motions

    def action_move(self, way: str) -> None:
        """Move the cursor in one of the ways an option list has."""
        self._look()
        for rows in self.query(Found):
            getattr(rows, f"action_{way}")()

    @on(Line.Submitted)
    def _take_marked(self, event: Line.Submitted) -> None:
        event.stop()
        self._look()
        for rows in self.query(Found):
            self._take(rows.highlighted_option)

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(event.option)

    def _take(self, option: Option | None) -> None:
        if isinstance(option, Offer):
            self._close(option.command)

    def on_click(self, event: events.Click) -> None:
        """Close where the click was beside everything."""
        if event.widget is self:
            self._close(None)

    def action_back(self) -> None:
        """Choose nothing."""
        self._close(None)

    def _close(self, chosen: SystemCommand | None) -> None:
        """Close, unless something covers this: that would be closed in its place."""
        if self.is_current:
            look = self._looks.get(chosen.title) if chosen else None
            self._trying.now(look or self._worn)
            self.dismiss(chosen)
