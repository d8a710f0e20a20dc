"""A look tried on before it is chosen: a pacer that breathes by itself, and a change that waits."""

from __future__ import annotations

from collections.abc import Callable

from textual.dom import DOMNode
from textual.timer import Timer

from winddown.palette import Palette
from winddown.routine.breathing import Pattern, Phase, moment_at
from winddown.routine.occasion import Motion
from winddown.widgets.pacer import TICK, Pacer

BREATH = Pattern(id="preview", name="", phases=(Phase("in", 4), Phase("out", 6)))

REST = 0.06
"""Seconds a cursor rests on a look before it is worn; running past many holds nobody up."""


class Preview(Pacer):
    """A pacer that breathes by itself, from half a breath on."""

    BEGINS = 2.0
    """Seconds into the breath, so that there is light to see at once."""

    def __init__(self, clock: Callable[[], float], motion: Motion) -> None:
        """Breathe by `clock`, which gives seconds."""
        super().__init__(motion=motion)
        self._clock = clock
        self._since = clock() - self.BEGINS
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Begin to breathe."""
        self.watch(self, "motion", self._keep_pace)

    def _keep_pace(self, motion: Motion) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_interval(TICK[motion], self._breathe)
        self._breathe()

    def _breathe(self) -> None:
        self.follow(moment_at(BREATH, self._clock() - self._since), 1.0)


class TryingOn:
    """Has one look after another worn, each once the cursor rests on it."""

    def __init__(
        self, node: DOMNode, try_on: Callable[[Palette], None], worn: Palette | None
    ) -> None:
        """Begin with what is `worn`; time is counted in the name of `node`."""
        self._node, self._try_on, self._worn = node, try_on, worn
        self._timer: Timer | None = None

    def soon(self, look: Palette) -> None:
        """Wear a look, unless another is asked for first."""
        self.stop()
        self._timer = self._node.set_timer(REST, lambda: self.now(look))

    def now(self, look: Palette) -> None:
        """Wear a look at once."""
        self.stop()
        if look != self._worn:
            self._worn = look
            self._try_on(look)

    def stop(self) -> None:
        """Wear no other look than the one worn now."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
