"""A screen that is styled once as it opens."""

from __future__ import annotations

from typing import TypeVar

from textual import on
from textual.events import ScreenResume
from textual.screen import Screen

from winddown.widgets.ground import Ground

Answer = TypeVar("Answer")


class FreshScreen(Screen[Answer], Ground):
    """Opens in the styles it was mounted with; finding them all again would double the work."""

    _is_new = True

    @on(ScreenResume)
    def _keep_styles(self, event: ScreenResume) -> None:
        if self._is_new:
            self._is_new = False
            event.refresh_styles = False
