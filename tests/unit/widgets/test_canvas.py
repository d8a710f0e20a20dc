"""What a canvas writes always leaves the terminal showing what was drawn on it."""

from __future__ import annotations

from collections.abc import Sequence

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style

from winddown.widgets.canvas import Canvas

COLUMNS, ROWS = 12, 6
INKS = [
    Segment(text, Style(color=Color.from_rgb(*ink), bgcolor=Color.from_rgb(9, 9, 9)))
    for text in " ▄▀"
    for ink in ((200, 100, 50), (20, 10, 5))
]
CONSOLE = Console(color_system="truecolor", force_terminal=True)

strokes = st.lists(
    st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1), st.sampled_from(INKS)),
    max_size=12,
)


class Window:
    """A terminal with a canvas in it, and around it a column and a row of something else."""

    def __init__(self, *, below: int = 1) -> None:
        self.lines = 1 + ROWS + below
        self.canvas = Canvas(COLUMNS, ROWS, INKS[0])
        self.drawn = [[INKS[0]] * COLUMNS for _ in range(ROWS)]
        self.screen = pyte.Screen(COLUMNS + 2, self.lines)
        self.stream = pyte.Stream(self.screen)
        self.stream.feed("x" * (COLUMNS + 2) * self.lines)
        self.write(range(ROWS))

    def draw(self, strokes: Sequence[tuple[int, int, Segment]]) -> None:
        for row, column, ink in strokes:
            self.drawn[row][column] = ink
            self.canvas.put(row, column, ink)

    def write(self, rows: Sequence[int]) -> int:
        """Write rows as the compositor does: all are composed, and then written; give bytes."""
        strips = self.canvas.strips()
        composed = {row: strips[row].divide([COLUMNS])[0] for row in rows}
        written = 0
        for row, strip in composed.items():
            sequence = strip.render(CONSOLE)
            written += len(sequence.encode())
            self.stream.feed(f"\x1b[{row + 2};2H{sequence}")
        return written

    def breathe(self, *, whole: bool = True) -> int:
        return self.write(self.canvas.ask(whole=whole))

    def cover(self, row: int, column: int) -> None:
        """Lay something over one cell, as a message that pops up does."""
        left, _, right = self.canvas.strips()[row].divide([column, column + 1, COLUMNS])
        assert left.cell_length + right.cell_length == COLUMNS - 1
        self.stream.feed(f"\x1b[{row + 2};{column + 2}H\x1b[31mo\x1b[0m")

    def shown(self, row: int, column: int) -> str:
        return self.screen.buffer[row + 1][column + 1].data

    def shows(self) -> bool:
        """Tell whether each cell shows what was drawn, and nothing beside them has changed."""
        around = [0, ROWS + 1], [0, COLUMNS + 1]
        for y in range(self.lines):
            for x in range(COLUMNS + 2):
                cell = self.screen.buffer[y][x]
                if y in around[0] or x in around[1]:
                    assert cell.data == "x"
                    continue
                text, style, _ = self.drawn[y - 1][x - 1]
                assert style is not None
                assert style.color is not None
                if cell.data != text or cell.fg != style.color.get_truecolor().hex[1:]:
                    return False
        return True


@given(st.lists(st.tuples(strokes, st.booleans()), max_size=6))
def test_frame_after_frame_the_terminal_shows_what_was_drawn(
    frames: list[tuple[list[tuple[int, int, Segment]], bool]],
) -> None:
    window = Window()
    for strokes_of_frame, whole in frames:
        window.draw(strokes_of_frame)
        window.breathe(whole=whole)
        assert window.shows()


@given(strokes, strokes, strokes)
def test_whatever_is_drawn_anew_around_it_comes_out_right(
    one: list[tuple[int, int, Segment]],
    two: list[tuple[int, int, Segment]],
    three: list[tuple[int, int, Segment]],
) -> None:
    window = Window()
    window.draw(one)
    window.canvas.ask(whole=True)
    window.screen.erase_in_display(2)
    window.stream.feed("\x1b[H" + "x" * (COLUMNS + 2) * (ROWS + 2))
    window.write(range(ROWS))  # the whole screen, while a frame is still to be written
    assert window.shows()
    window.draw(two)
    window.breathe()
    assert window.shows()
    window.draw(three)
    window.breathe()
    assert window.shows()


@given(strokes, strokes, st.integers(1, ROWS - 1), st.integers(1, COLUMNS - 2))
def test_nothing_is_written_over_what_lies_on_it(
    one: list[tuple[int, int, Segment]],
    two: list[tuple[int, int, Segment]],
    row: int,
    column: int,
) -> None:
    window = Window()
    window.draw(one)
    asked = window.canvas.ask(whole=True)
    window.cover(row, column)
    window.write([each for each in asked if each != row])
    window.draw(two)
    window.write([each for each in window.canvas.ask(whole=True) if each != row])
    assert window.shown(row, column) == "o"
    window.write(range(ROWS))  # it goes, and what was beneath is repainted
    assert window.shows()


def test_what_was_covered_while_it_moved_comes_back_whole() -> None:
    window = Window()
    window.draw([(row, 5, INKS[2]) for row in (2, 3, 4)])
    window.canvas.ask(whole=False)
    window.cover(3, 5)
    window.write([2, 4])
    assert window.shown(3, 5) == "o"
    window.write([3])
    assert window.shows()


def test_what_was_beside_it_on_its_row_comes_back_too() -> None:
    window = Window()
    window.draw([(row, 8, INKS[2]) for row in (2, 3, 4)])
    window.canvas.ask(whole=False)
    window.cover(3, 5)
    window.write([2, 4])
    window.write([3])
    assert window.shows()


def test_what_begins_on_its_first_row_is_drawn_to_the_last() -> None:
    window = Window()
    window.draw([(row, 8, INKS[2]) for row in range(ROWS)])
    assert window.canvas.ask(whole=True) == [0]
    window.write([0])
    assert window.shows()


def test_around_what_lies_on_it_the_rest_is_drawn_at_once() -> None:
    window = Window()
    window.cover(3, 5)
    window.draw([(row, 5, INKS[2]) for row in (3, 4)])
    window.write([row for row in window.canvas.ask(whole=True) if row != 3])
    assert (window.shown(3, 5), window.shown(4, 5)) == ("o", INKS[2].text)


def test_a_row_asked_for_all_of_them_brings_all_whatever_comes_between() -> None:
    window = Window()
    window.draw([(row, 8, INKS[2]) for row in (2, 4)])
    asked = window.canvas.ask(whole=True)
    window.cover(3, 5)
    window.write(asked)
    window.write([3])
    assert window.shows()


def test_on_the_last_line_of_the_terminal_nothing_scrolls() -> None:
    window = Window(below=0)
    window.draw([(row, 8, INKS[2]) for row in (2, ROWS - 1)])
    window.breathe()
    window.stream.feed("\n")  # as the compositor does when it has more to write
    assert window.shows()


def test_only_what_has_changed_is_sent() -> None:
    window = Window()
    window.draw([(3, 4, INKS[2])])
    assert 0 < window.breathe() <= 60
    assert window.shows()


def test_cells_that_look_alike_are_sent_with_their_colours_once() -> None:
    window = Window()
    window.draw([(row, column, INKS[2]) for row in (1, 4) for column in (2, 8)])
    assert window.canvas.ask(whole=True) == [1]
    assert window.breathe() <= 100
    assert window.shows()


def test_nothing_drawn_is_nothing_sent() -> None:
    window = Window()
    window.draw([(3, 4, INKS[0])])
    assert window.canvas.ask(whole=True) == []


@pytest.mark.parametrize("column", [0, COLUMNS - 1])
def test_the_first_and_the_last_column_come_out_right(column: int) -> None:
    window = Window()
    for ink in INKS:
        window.draw([(2, column, ink), (3, 5, ink)])
        window.breathe()
        assert window.shows()
