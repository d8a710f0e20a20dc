"""How a command asks before it does what cannot be undone; enter alone always means no."""

from __future__ import annotations

import sys
from collections.abc import Container

from winddown.commands.saying import say


def has_terminal() -> bool:
    """Tell whether there is someone to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def agrees(question: str, answers: Container[str]) -> bool:
    """Ask on the terminal, and tell whether one of these words was typed."""
    try:
        return input(f"{question} ").strip().lower() in answers
    except (EOFError, UnicodeDecodeError):
        say([""])
        return False
    except KeyboardInterrupt:
        say([""])
        raise SystemExit(130) from None
