"""The pacer: a soft light that opens and closes with the breath."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from winddown.widgets.light import Light, Look

if TYPE_CHECKING:
    from winddown.routine.breathing import Moment
    from winddown.routine.occasion import Motion

TICK: Mapping[Motion, float] = {"full": 1 / 15, "gentle": 1 / 6, "still": 1 / 4}
"""Seconds between two looks at the clock that suit each way of moving."""

_SMALLEST: Mapping[Motion, float] = {"full": 0.35, "gentle": 0.7, "still": 0.35}
"""Radius on empty lungs, as a share of the largest."""


class Pacer(Widget):
    """An orb as large as its place allows; `fill` and `light` are all it knows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pacer--centre", "pacer--middle", "pacer--edge"}

    DEFAULT_CSS = """
    Pacer {
        width: 1fr;
        height: 1fr;
        background: $ground;
        & > .pacer--centre { color: $orb-centre; }
        & > .pacer--middle { color: $orb-middle; }
        & > .pacer--edge { color: $orb-edge; }
    }
    """

    fill: reactive[float] = reactive(0.0, repaint=False)
    """How full the lungs are, 0 to 1."""
    light: reactive[float] = reactive(1.0, repaint=False)
    """How much light is left, 0 to 1."""
    motion: reactive[Motion] = reactive["Motion"]("full", repaint=False)
    """How much moves; `gentle` swings less, `still` is told of one moment a phase."""

    def __init__(
        self,
        fill: float = 0.0,
        *,
        light: float = 1.0,
        motion: Motion = "full",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Begin with lungs this full."""
        super().__init__(id=id, classes=classes)
        self.set_reactive(Pacer.fill, _share(fill))
        self.set_reactive(Pacer.light, _share(light))
        self.set_reactive(Pacer.motion, motion)
        self._light: Light | None = None

    def follow(self, moment: Moment, light: float) -> None:
        """Show a moment of the breath; where all is still, only what its phase leads to."""
        still = self.motion == "still"
        if still and moment.toward == self.fill:
            return
        # Both at once: each watcher would draw anew.
        self.set_reactive(Pacer.fill, _share(moment.toward if still else moment.fill))
        self.set_reactive(Pacer.light, _share(light))
        self._redraw()

    def _validate_fill(self, fill: float) -> float:
        return _share(fill)

    def _validate_light(self, light: float) -> float:
        return _share(light)

    def _watch_fill(self) -> None:
        self._redraw()

    def _watch_light(self) -> None:
        self._redraw()

    def _watch_motion(self) -> None:
        self._redraw()

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._light = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the rows as they were last drawn; padding and borders have no place here."""
        if not crop:
            return []
        light = self._lit()
        self._show(light)
        strips = light.canvas.strips()
        if crop == self.outer_size.region:
            return strips
        # Only looked at, or not to be seen whole: no place for rows that leave out cells.
        return [Strip(strip).crop(*crop.column_span) for strip in strips[crop.y : crop.bottom]]

    def _lit(self) -> Light:
        """Give the light; a new one for another size or other colours."""
        filters = tuple(self.get_line_filters())
        light = self._light
        if light is None or (light.look.size, light.look.filters) != (self.outer_size, filters):
            centre, middle, edge = (
                self.get_component_styles(f"pacer--{part}").color
                for part in ("centre", "middle", "edge")
            )
            ground, hue = self.background_colors[1], not self.app.no_color
            look = Look(self.outer_size, ground, centre, middle, edge, hue, filters)
            light = self._light = Light(look)
        return light

    def _show(self, light: Light) -> None:
        light.show(self.fill, _SMALLEST[self.motion], self.light)

    @property
    def _is_seen_whole(self) -> bool:
        if not self.region:
            return False  # it has no place
        place = self.screen.find_widget(self)
        return place.visible_region == place.region

    def _redraw(self) -> None:
        """Draw the light anew where it is on screen, and repaint only what has changed."""
        if self._light is None:
            return
        self._show(self._light)
        if rows := self._light.canvas.ask(whole=self._is_seen_whole):
            self.refresh(*(Region(0, row, self._light.look.size.width, 1) for row in rows))


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
