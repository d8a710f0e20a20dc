"""How a window stands, and what a hand can do in it: what is told through the pipe between."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from winddown.data.records import Table

Act = tuple[str, str]
"""What a hand does: ("press", key), ("type", text), ("paste", text), ("focus", css), ("go", step),
("look", "back") or ("wait", seconds). A focus that finds nothing to answer on ends it there."""

Held = dict[date, Table]
"""The evenings a program holds: tonight's, and earlier ones."""


class Standing(NamedTuple):
    """How the program stands: what is on the screen, and what it holds as answered."""

    at: str
    """The step, or the name of another screen; "gone" once it was left."""
    done: bool
    """True when every act found its place."""
    held: Held
    """Tonight's evening, and the earlier one whose plan is open, as the screen has them."""
    passed: tuple[Held, ...]
    """What was held in between, after each thing that the hand did."""
    tonight: date
    now: datetime
    keeps: bool
    """False where the program has said that it writes nothing of tonight."""
    stage: str = ""
    """On breathing, how far it is."""
    looked_at: date | None = None
    """While looking back, the evening under the cursor; all of them are held then."""
    waits: bool = False
    """True while it has said that another window writes, and that it waits for that one."""
    is_private: bool = False
    """True where it has said that it writes nothing at all."""
    on_line: bool = False
    """True while letters are written, and mean nothing else."""
    trouble: str = ""
    """The traceback of a crash, or what hangs."""
