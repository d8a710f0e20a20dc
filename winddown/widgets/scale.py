"""A scale from 0 to 10: one mark on a thin line."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from winddown.widgets.shown import is_shown
from winddown.widgets.steady import Steady

HIGHEST = 10
_TENS = "1"


class Scale(Steady, can_focus=True):
    """A place between two words. It starts without a mark.

    Left and right move the mark, from 5 where there was none; a digit sets it
    (1 and then 0 is 10); delete takes it away.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"scale--mark", "scale--end"}

    DEFAULT_CSS = """
    Scale {
        height: 2;
        width: 100%;
        color: $marks;
        & > .scale--mark { color: $accent; text-style: bold; }
        & > .scale--end { color: $quiet; }
        &:focus > .scale--end { color: $body; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "move(1)", "more", show=False),
        Binding("left,h", "move(-1)", "less", show=False),
        Binding("delete", "clear", "clear", show=False),
        *(Binding(str(d), f"digit({d})", str(d), show=False) for d in range(10)),
    ]

    value: reactive[int | None] = reactive(None)
    """0 to 10, or None while unanswered."""

    class Changed(Message):
        """Posted when the mark is set, moved or taken away."""

        def __init__(self, scale: Scale, value: int | None) -> None:
            """Say where the mark stands now."""
            super().__init__()
            self.scale = scale
            self.value = value

        @property
        def control(self) -> Scale:
            """The scale that changed."""
            return self.scale

    def __init__(
        self,
        low: str,
        high: str,
        value: int | None = None,
        *,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        """Stretch a line between the words `low` and `high`."""
        super().__init__(id=id, classes=classes)
        self._low, self._high = low, high
        self._one_typed = False
        self.set_reactive(Scale.value, value)

    def allow_focus(self) -> bool:
        """Take no keys while folded away."""
        return super().allow_focus() and is_shown(self)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Ask for the words, the line and the air between."""
        return (
            cell_len(self._low)
            + cell_len(self._high)
            + 4
            + HIGHEST * self._step(container.width)
            + 1
        )

    def _step(self, width: int) -> int:
        """Cells from one number to the next: three where there is room, else two or one."""
        room = width - cell_len(self._low) - cell_len(self._high) - 5
        return max(1, min(3, room // HIGHEST))

    @property
    def _line_start(self) -> int:
        return cell_len(self._low) + 2

    def render(self) -> Content:
        """Draw the line with its mark, and the number under it."""
        step = self._step(self.size.width)
        length = HIGHEST * step + 1
        rule = ("━" if self.has_focus else "─") * length
        mark_style = self.get_visual_style("scale--mark", partial=True)
        end_style = self.get_visual_style("scale--end", partial=True)
        if self.value is None:
            line, under = Content(rule), Content("0" + "10".rjust(length - 1))
        else:
            at = self.value * step
            line = Content.assemble(rule[:at], ("●", mark_style), rule[at + 1 :])
            number = str(self.value)
            start = min(at, length - len(number))
            under = Content.assemble(
                " " * start, (number, mark_style), " " * (length - start - len(number))
            )
        top = Content.assemble((self._low, end_style), "  ", line, "  ", (self._high, end_style))
        bottom = Content.assemble(" " * self._line_start, under, " " * (cell_len(self._high) + 2))
        return Content("\n").join([top, bottom])

    async def _on_click(self, event: events.Click) -> None:
        step = self._step(self.size.width)
        width = cell_len(self._low) + cell_len(self._high) + 4 + HIGHEST * step + 1
        offset = event.get_content_offset(self)
        if offset is None:
            return
        event.stop()
        is_centred = self.styles.text_align == "center"
        before = max(0, (self.size.width - width) // 2) if is_centred else 0
        at = offset.x - before - self._line_start
        if -step <= at <= (HIGHEST + 1) * step:
            self._set(max(0, min(HIGHEST, round(at / step))))

    def action_move(self, by: int) -> None:
        """Move the mark by one, or set it at 5."""
        self._set(5 if self.value is None else max(0, min(HIGHEST, self.value + by)))

    def action_digit(self, digit: int) -> None:
        """Set the mark to a digit; 1 and then 0 is 10."""
        ten = self._one_typed and digit == 0
        self._set(HIGHEST if ten else digit)
        self._one_typed = str(digit) == _TENS

    def action_clear(self) -> None:
        """Leave the question unanswered again."""
        self._set(None)

    def _set(self, value: int | None) -> None:
        self._one_typed = False
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))
