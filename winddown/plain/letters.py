"""The letters of ASCII in the place of all others, for terminals that know no more."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import combining, normalize

_LIKE = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",  # noqa: RUF001  they are what is replaced
    "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "•": "-",  # noqa: RUF001
    "›": ">", "‹": "<", "→": "->", "←": "<-", "↑": "^", "↓": "v",  # noqa: RUF001
    "\N{NO-BREAK SPACE}": " ", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l",
})  # fmt: skip


def knows_all(environ: Mapping[str, str]) -> bool:
    """Tell whether the locale of the terminal has letters beyond ASCII, which UTF-8 has.

    Where nothing is said, it does: a terminal without UTF-8 is one that says so.
    """
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        said = environ.get(name, "")
        if name == "LC_CTYPE" and said in ("C.UTF-8", "C.utf8", "UTF-8") and _is_bare(environ):
            continue  # Python has put that there itself, for its own sake
        if said:
            return "utf8" in said.lower().replace("-", "")
    return True


def _is_bare(environ: Mapping[str, str]) -> bool:
    return environ.get("LANG", "") in ("C", "POSIX")


def in_ascii(text: str) -> str:
    """Say the same with the letters of ASCII; one that is like none of them becomes a ?."""
    if text.isascii():
        return text
    apart = normalize("NFKD", text.translate(_LIKE))
    return (
        "".join(each for each in apart if not combining(each)).encode("ascii", "replace").decode()
    )
