"""The palette: the steps, the looks and how much moves, in the order in which they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import Command, CommandInput, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher
from textual.theme import Theme
from textual.widgets import OptionList

from winddown.palette import Palette
from winddown.routine.occasion import Motion
from winddown.routine.text import symbols
from winddown.screens.preview import Preview, TryingOn


class Commands(Provider):
    """Everything on offer; found by its words, and before any are written in its own order."""

    async def discover(self) -> Hits:
        """Give everything, the evening's steps first."""
        for title, about, does, _ in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(Content(title), does, text=title, help=about or None)

    async def search(self, query: str) -> Hits:
        """Give what the written words may mean; if nothing, say so, which chosen does nothing."""
        matcher, is_found = self.matcher(query), False
        for title, about, does, _ in self.app.get_system_commands(self.screen):
            if (match := matcher.match(title)) > 0:
                found, is_found = _highlighted(matcher, title), True
                yield Hit(match, found, does, text=title, help=about or None)
        if not is_found and isinstance(self.app.screen, Offers):
            yield Hit(0, Content(self.app.screen.nothing), _nothing, text="")


def _nothing() -> None:
    """Do as the words say that find nothing."""


def _highlighted(matcher: Matcher, title: str) -> Content:
    """Show what was found, and where; the matcher's own would read a person's words as markup."""
    shown = Content(title)
    for offset in matcher.fuzzy_search.match(matcher.query, title)[1]:
        if not title[offset].isspace():
            shown = shown.stylize(matcher.match_style, offset, offset + 1)
    return shown


class Sought(CommandInput):
    """The words that are looked for; whatever is pasted there, a few letters of it are enough."""

    MOST: ClassVar[int] = 80

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        room = max(0, self.MOST - len(self.value))
        self.replace(symbols(event.text.strip())[:room], *self.selection)


class Offers(CommandPalette):
    """Textual's palette on our ground, without frames; a look in it is worn before it is chosen."""

    DEFAULT_CSS = """
    Offers {
        layout: horizontal;
        background: $ground;
        &:ansi { background: $ground; }
        & > Vertical {
            background: $ground;
            width: 60%;
            max-width: 38;
            margin-top: 2;
            border: none;
        }
        & #--input, & #--input.--list-visible { border: none; background: $ground; }
        /* A blank border would have a colour of its own. */
        & CommandInput, & CommandInput:focus { border: none; padding: 1 2; }
        & #--results { border: none; background: $ground; }
        & CommandList {
            background: $ground;
            border: none;
            scrollbar-size-vertical: 1;
        }
        & CommandList > .option-list--option { color: $body; text-style: none; }
        & CommandList > .option-list--option-highlighted,
        & CommandList:ansi > .option-list--option-highlighted {
            background: $row;
            color: $accent;
            text-style: bold;
        }
        & SearchIcon, & LoadingIndicator { display: none; }
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
        & .command-palette--help-text { color: $quiet; text-style: none; }
    }
    """

    def __init__(
        self,
        placeholder: str,
        looks: Mapping[str, Palette],
        motions: Mapping[str, Motion],
        worn: Palette,
        try_on: Callable[[Palette], None],
        preview: Preview,
        nothing: str,
    ) -> None:
        """Ask with `placeholder` for a few words.

        Args:
            placeholder: what stands where the words will.
            looks: the look that each title stands for which is one.
            motions: likewise how much moves.
            worn: the look worn now, and again when none is chosen.
            try_on: wears a look.
            preview: shows the look and the motion under the cursor.
            nothing: said where the words find nothing.
        """
        super().__init__([Commands], placeholder=placeholder, id="--command-palette")
        self.nothing = nothing
        self._looks = looks
        self._motions = motions
        self._worn = worn
        self._trying = TryingOn(self, try_on, worn)
        self._preview = preview
        self._moves = preview.motion

    def compose(self) -> ComposeResult:
        """What Textual's has, and the preview beneath while there is something to see on it."""
        for widget in super().compose():
            if isinstance(widget, CommandInput):
                yield Sought(placeholder=widget.placeholder, select_on_focus=False)
            else:
                yield widget
        yield self._preview

    def on_mount(self) -> None:
        """Change colours with the theme; Textual leaves its own palette out of that."""
        self.app.theme_changed_signal.subscribe(self, self._put_on)

    def _put_on(self, theme: Theme) -> None:
        self.app.stylesheet.update(self)

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        title = str(event.option.hit.text) if isinstance(event.option, Command) else ""
        self._trying.soon(self._looks.get(title, self._worn))
        self._preview.motion = self._motions.get(title, self._moves)
        self._preview.visible = title in self._looks or title in self._motions

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless something covers this: that would be closed in its place."""
        if self.app.screen is not self:
            return AwaitComplete()
        chosen = self._selected_command
        look = self._looks.get(str(chosen.text)) if chosen else None
        self._trying.now(look or self._worn)
        return super().dismiss(result)
