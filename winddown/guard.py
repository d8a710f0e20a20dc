"""What nobody expected: said in one sentence, wherever it happens, with no word of a person's."""

from __future__ import annotations

import sys
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING

from winddown.signals import end, leave_at_once, on_ending

if TYPE_CHECKING:  # at run time it is but a name in `sys`
    from sys import UnraisableHookArgs


def stand_by(*, write: bool) -> None:
    """From now on, end orderly by signals, and tell of a crash in one sentence.

    Python's own ways show the message of an exception, which may hold what a person wrote.

    Args:
        write: False where no details may be written.
    """

    def fell(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        if ended := _end_in(error):
            raise ended
        tell(error, write=write)

    sys.excepthook = fell
    sys.unraisablehook = _let_go
    on_ending(end)


def _end_in(error: BaseException | None) -> SystemExit | None:
    """Find a signal's end among what led to an error: where Python sets up a class, it wraps it."""
    while error is not None and not isinstance(error, SystemExit):
        error = error.__cause__ or error.__context__
    return error


def tell(error: BaseException, *, write: bool, kept: bool | None = None) -> None:
    """Say on standard error that something went wrong, as `winddown.crash.told` has it."""
    from winddown.crash import told  # reads what is installed, which takes its time

    sentence = told(error, write=write, kept=kept)
    with suppress(OSError, ValueError):  # the window may be the very thing that has gone
        print(f"winddown: {sentence}", file=sys.__stderr__, flush=True)


def _let_go(fallen: UnraisableHookArgs) -> None:
    """Say nothing of what goes wrong while things are cleared away: nothing comes of it."""
    if isinstance(fallen.exc_value, SystemExit):
        # A signal, come at the only moment that has no way out.
        leave_at_once(int(fallen.exc_value.code or 0))
