"""How often a screen looks at the clock: as often as suits what may move."""

from __future__ import annotations

from collections.abc import Callable

from textual.dom import DOMNode
from textual.timer import Timer

from winddown.routine.occasion import Occasion
from winddown.widgets.pacer import TICK


class Ticks:
    """Calls back again and again, from its start to its stop."""

    def __init__(self, node: DOMNode, occasion: Occasion, call: Callable[[], None]) -> None:
        """Call `call` in the name of `node`, as long as that is there."""
        self._node, self._occasion, self._call = node, occasion, call
        self._timer: Timer | None = None

    def start(self) -> None:
        """Begin, or begin anew."""
        self.stop()
        self._suits = self._occasion.motion
        self._timer = self._node.set_interval(TICK[self._suits], self._call)

    def keep_up(self) -> None:
        """Begin anew where the person has changed how much may move."""
        if self._suits != self._occasion.motion:
            self.start()

    def stop(self) -> None:
        """Call no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
