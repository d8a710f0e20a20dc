"""What happens to text at the doors: kept as typed, shown without acting."""

from __future__ import annotations

import re

LONGEST_LINE = 20_000
"""Characters that a line of a person's holds; a whole page of a diary is far from it."""

_SURROGATE = re.compile("[\ud800-\udfff]")

_BIDI = {
    0x061C: "ALM", 0x200E: "LRM", 0x200F: "RLM",
    0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
    0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
}  # fmt: skip

_VISIBLE = (
    {code: chr(0x2400 + code) for code in range(0x20)}
    | {0x7F: "\u2421"}
    | {code: f"<{code:02X}>" for code in range(0x80, 0xA0)}
    | {code: f"<{name}>" for code, name in _BIDI.items()}
    | {0x2028: "\u2424", 0x2029: "\u2424", 0xFEFF: "<BOM>"}
)

_HARMLESS = {code: shown for code, shown in _VISIBLE.items() if code != 0x0A}
_SYMBOLS = {code: shown if len(shown) == 1 else "\u2426" for code, shown in _VISIBLE.items()}


def clean(text: str) -> str:
    """Make text from outside storable: a lone surrogate becomes U+FFFD.

    Everything else is kept as it came, so a file holds what was typed.
    """
    return _SURROGATE.sub("\ufffd", text)


def visible(text: str) -> str:
    """Show text so that nothing in it can act on the terminal.

    Control characters become their Unicode pictures, bidirectional controls
    their names in angle brackets. For the screen only; never for the file.
    """
    return clean(text).translate(_VISIBLE)


def harmless(text: str) -> str:
    """Show text like `visible`, but leave its lines as they are."""
    return clean(text).translate(_HARMLESS)


def symbols(text: str) -> str:
    """Show text like `visible`, but each character as one, where lengths must not change."""
    return clean(text).translate(_SYMBOLS)
