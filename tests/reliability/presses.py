"""What a hand that knows nothing may do to a window: keys, mouse, sizes and pastes, by chance."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

BOUND = (
    *(b"\r", b"\t", b" ", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b", b"\x7f", b"\x1b[3~"),
    *(b"\x1b[Z", b"\x1b[5~", b"\x1b[6~", b"\x1b[H", b"\x1b[F", b"?", b"/", b",", b"+", b"-"),
    *(bytes([letter]) for letter in b"sSmMhjklpabcnoruxwfztgvy0123456789"),
)
"""Keys that mean something on one screen or another, with those that fold and undo."""
LEAVING = (b"q", b"\x11", b"\x03", b"e")
CONTROL = tuple(bytes([code]) for code in range(1, 32) if code not in (3, 12, 17, 26, 27, 28))
"""Without those that leave, draw the curtain, begin a sequence, or speak to the shell."""
FUNCTION = (b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1b[15~", b"\x1b[24~", b"\x1b[1;5A", b"\x1b[1;2D")
HALVES = (b"\x1b[", b"\x1bO", b"\x1b[<0;5", b"\x1b[1;", b"\x1b]52;c;", b"\x1bP", b"\x1b[201~")
"""Sequences cut short; the curtain, by which a wait is measured, is in none of them."""
NO_UTF8 = (b"\xff", b"\xc3", b"\xe2\x82", b"\x80\x81", b"\xed\xa0\x80", b"\xf0\x9f\x92")
WORDS = (
    "rain on the roof", "soup", "Ana", "[/b]", "[@click=app.quit]", "\u202eover", "\u200d", "{who}",
    "e\u0301" + "\u0301" * 90, "🧑\u200d🚀", "می\u200cخواهم", "\x9b31m", "\n", "\r\n", "\t",
    "$body",
)  # fmt: skip


class Press(NamedTuple):
    """One thing done to the window."""

    what: str
    """In a word, for the log."""
    keys: bytes = b""
    size: tuple[int, int] | None = None
    """The columns and rows that the window gets."""
    rest: float = 0.0
    """Seconds until the next one, where the hand cannot be faster."""


def presses(random: Random) -> Iterator[Press]:
    """Press without end; the same chance always presses the same."""
    kinds = (_bound, _letters, _control, _half, _mouse, _size, _paste, _leave)
    weights = (60, 9, 5, 3, 12, 6, 4, 1)
    while True:
        (kind,) = random.choices(kinds, weights)
        yield kind(random)


def _bound(random: Random) -> Press:
    return Press("key", random.choice(BOUND) * random.choice((1, 1, 1, 1, 2, 5)))


def _letters(random: Random) -> Press:
    return Press("words", random.choice(WORDS[:3]).encode())


def _control(random: Random) -> Press:
    return Press("control", random.choice(CONTROL + FUNCTION))


def _half(random: Random) -> Press:
    return Press("half", random.choice(HALVES + NO_UTF8), rest=0.15)


def _mouse(random: Random) -> Press:
    x, y = (random.choice((1, random.randint(1, 80), random.randint(1, 300))) for _ in range(2))
    pressed, let_go = f"\x1b[<0;{x};{y}M", f"\x1b[<0;{x + random.choice((0, 0, 9))};{y}m"
    dragged = f"\x1b[<32;{x + 4};{y + 1}M"
    wheel = f"\x1b[<{random.choice((64, 65))};{x};{y}M" * random.randint(1, 6)
    odd = random.choice(
        ("\x1b[<0;0;0M", "\x1b[<0;99999;1M", "\x1b[<35;-1;-3M", f"\x1b[<2;{x};{y}M")
    )
    done = random.choice(
        (pressed + let_go, pressed + let_go, pressed + dragged + let_go, wheel, odd)
    )
    return Press("mouse", done.encode())


def _size(random: Random) -> Press:
    sizes = (
        (1, 1),
        (300, 100),
        (80, 24),
        (40, 12),
        (random.randint(1, 300), random.randint(1, 100)),
    )
    return Press("size", size=random.choice(sizes))


def _paste(random: Random) -> Press:
    """Paste anything from a word to a megabyte; the terminal takes ESC out of what it pastes."""
    length = int(10 ** random.uniform(0, 6))
    some = " ".join(random.choices(WORDS, k=20))
    text = (some * (length // len(some) + 1))[:length]
    whole = text.encode()[:1_000_000].decode(errors="ignore").encode()
    return Press("paste", b"\x1b[200~" + whole + b"\x1b[201~")


def _leave(random: Random) -> Press:
    return Press("leave", random.choice(LEAVING))
