"""Draws a screen as a picture: every cell in its place, and no window around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from io import BytesIO
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

WIDE, HIGH = 12, 24
"""Pixels of a cell: even, so that half a cell is a whole square."""
BASELINE = 18
"""Pixels from the top of a cell to the line its letters stand on."""
FONT = "Fira Code"
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("~/Library/Fonts").expanduser(),
    Path("~/.local/share/fonts").expanduser(),
)

_UPPER_HALF = "▀"
_WORDS = re.compile(r"[!-~]+(?: [!-~]+)*|\S")
"""Words with single spaces between, or one sign that may come from another font and be wider."""


def as_svg(lines: Sequence[Iterable[Segment]], columns: int) -> str:
    """Draw the lines of a screen, so many columns wide."""
    shapes = [shape for y, line in enumerate(lines) for shape in _line(_runs(line), y * HIGH)]
    size = f"{columns * WIDE} {len(lines) * HIGH}"
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}"'
        f' font-family="{FONT}, monospace" font-size="20" shape-rendering="crispEdges">'
    )
    return "\n".join((opening, *shapes, "</svg>\n"))


def as_png(svg: str) -> bytes | None:
    """Paint a picture in pixels; None where this machine has not got the font."""
    folders = [str(folder) for folder in FONT_FOLDERS if folder.is_dir()]
    if not any(any(Path(folder).rglob("FiraCode*")) for folder in folders):
        return None
    from resvg_py import svg_to_bytes

    return bytes(
        svg_to_bytes(
            svg_string=svg, font_dirs=folders, skip_system_fonts=True, monospace_family=FONT
        )
    )


def as_gif(svgs: Sequence[str], each: float) -> bytes | None:
    """Have pictures follow each other without end, each for so many seconds.

    A picture of up to 256 colours is shown in just these, and of each only what differs from the
    one before is kept. None where this machine has not got the font.
    """
    from PIL import Image

    painted = {svg: as_png(svg) for svg in dict.fromkeys(svgs)}
    frames = []
    for svg in svgs:
        png = painted[svg]
        if png is None:
            return None
        frame = Image.open(BytesIO(png)).convert("RGB")
        frames.append(frame.quantize(dither=Image.Dither.NONE))
    moving = BytesIO()
    first, *others = frames
    first.save(
        moving, "GIF", save_all=True, append_images=others, duration=round(each * 1000), loop=0
    )
    return moving.getvalue()


def _runs(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Take cells that are alike as one; the light gives each by itself."""
    for (text, style, control), like in groupby(segments):
        yield Segment(text * len(list(like)), style, control)


def _line(segments: Iterable[Segment], top: int) -> Iterator[str]:
    """Draw one line: first what is behind the words, then the words."""
    left = 0
    words: list[str] = []
    for text, style, _ in segments:
        ink, behind = _colours(style)
        width = cell_len(text) * WIDE
        yield _block(left, top, width, HIGH, behind)
        if text == _UPPER_HALF * len(text):
            yield _block(left, top, width, HIGH // 2, ink)
        else:
            words += _words(text, left, top, ink, bold=bool(style and style.bold))
        left += width
    yield from words


def _block(left: int, top: int, width: int, height: int, colour: str) -> str:
    return f'<path fill="{colour}" d="M{left} {top}h{width}v{height}h-{width}z"/>'


def _words(text: str, left: int, top: int, ink: str, *, bold: bool) -> Iterator[str]:
    weight = ' font-weight="bold"' if bold else ""
    for found in _WORDS.finditer(text):
        x = left + cell_len(text[: found.start()]) * WIDE
        place = f'x="{x}" y="{top + BASELINE}" textLength="{cell_len(found[0]) * WIDE}"'
        said = escape(found[0]).replace(" ", "&#160;")
        yield f'<text {place} fill="{ink}"{weight}>{said}</text>'


def _colours(style: Style | None) -> tuple[str, str]:
    """Give the colour of the ink and the colour behind it."""
    style = style or Style()
    ink, behind = (
        colour.get_truecolor().hex if colour else other
        for colour, other in ((style.color, "#ffffff"), (style.bgcolor, "#000000"))
    )
    return (behind, ink) if style.reverse else (ink, behind)
