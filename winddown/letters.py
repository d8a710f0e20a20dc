"""The letters of ASCII in the place of all others, for terminals that know no more."""

from __future__ import annotations

_LIKE = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'",  # noqa: RUF001  they are what is replaced
    "«": '"', "»": '"', "´": "'",  # noqa: RUF001
    "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "•": "-",  # noqa: RUF001
    "›": ">", "‹": "<", "→": "->", "←": "<-", "↑": "^", "↓": "v",  # noqa: RUF001
    "\N{NO-BREAK SPACE}": " ", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l",
    "Æ": "AE", "Ø": "O", "Œ": "OE", "Ł": "L",
})  # fmt: skip


def in_ascii(text: str) -> str:
    """Say the same with the letters of ASCII; one that is like none of them becomes a ?."""
    if text.isascii():
        return text
    from unicodedata import combining, normalize  # of no use where all letters are known

    apart = normalize("NFKD", text.translate(_LIKE))
    return (
        "".join(each for each in apart if not combining(each)).encode("ascii", "replace").decode()
    )
