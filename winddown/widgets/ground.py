"""What only holds others: nothing of its own to show, and so nothing to draw behind them."""

from __future__ import annotations

from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip

from winddown.widgets.steady import Steady


class Ground(Steady):
    """Gives its ground as one line for all of its lines, whatever stands on it moves.

    Stands last among the bases, so that the styles stay those of the first.
    """

    BLANK = True

    def lines_anew(self, crop: Region) -> list[Strip]:
        """Give the ground as the terminal shows it.

        All lines of a widget that is `BLANK` are the same one; Textual passes every
        other kind of line through the filters of the terminal.
        """
        blank = super().lines_anew(crop)
        if not blank:
            return blank
        line, (_, ground) = blank[0], self.background_colors
        for each in self.get_line_filters():
            line = line.apply_filter(each, ground)
        return [line] * len(blank)


class Box(Vertical, Ground):
    """Stands widgets one under the other."""
