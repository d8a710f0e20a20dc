"""The palette: the steps, the looks and how much moves, in the order in which they come."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher


class Commands(Provider):
    """Everything on offer; found by its words, and before any are written in its own order."""

    async def discover(self) -> Hits:
        """Give everything, the evening's steps first."""
        for title, about, does, _ in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(Content(title), does, text=title, help=about or None)

    async def search(self, query: str) -> Hits:
        """Give what the written words may mean."""
        matcher = self.matcher(query)
        for title, about, does, _ in self.app.get_system_commands(self.screen):
            if (match := matcher.match(title)) > 0:
                found = _highlighted(matcher, title)
                yield Hit(match, found, does, text=title, help=about or None)


def _highlighted(matcher: Matcher, title: str) -> Content:
    """Show what was found, and where; the matcher's own would read a person's words as markup."""
    shown = Content(title)
    for offset in matcher.fuzzy_search.match(matcher.query, title)[1]:
        if not title[offset].isspace():
            shown = shown.stylize(matcher.match_style, offset, offset + 1)
    return shown


class Offers(CommandPalette):
    """Textual's palette on our ground, without frames."""

    DEFAULT_CSS = """
    Offers {
        background: $ground;
        & > Vertical {
            background: $ground;
            width: 72;
            max-width: 100%;
            margin-top: 2;
            border: none;
        }
        & #--input { border: none; background: $ground; }
        & #--results { border: none; background: $ground; }
        & CommandList {
            background: $ground;
            border: none;
            scrollbar-size-vertical: 1;
            text-style: none;
        }
        & CommandList > .option-list--option-highlighted { background: $row; color: $heading; }
        & CommandList:focus > .option-list--option-highlighted {
            background: $row;
            color: $heading;
        }
        & SearchIcon { display: none; }
        & .command-palette--help-text { color: $quiet; text-style: none; }
    }
    """

    def __init__(self, placeholder: str) -> None:
        """Ask with `placeholder` for a few words."""
        super().__init__([Commands], placeholder=placeholder, id="--command-palette")

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless something covers this: that would be closed in its place."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
