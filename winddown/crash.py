"""A crash in one sentence, and its details in a file that holds nothing the person wrote."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePath
from traceback import walk_tb
from types import FrameType

from winddown import __version__
from winddown.data.locations import locations
from winddown.data.toml_file import make_folder

FRAMES, DEEPEST = 30, 8
"""Frames that are told of one exception at the most, and exceptions that led to each other."""

KEPT = "what you answered is kept, run it again to go on; "
LOST = "your last answers could not be kept, what was kept before is still there; "

OPENING = """\
winddown stopped because of a mistake in it. This says where, for whoever mends it:
only places in the program, never what you wrote. A later crash takes its place.
"""


def told(error: BaseException, *, write: bool, kept: bool | None = None) -> str:
    """Write the details of a crash down, and give the sentence that says what happened.

    Args:
        error: what was raised.
        write: False where nothing may be written, as on a private evening.
        kept: whether the answers so far are on disk; None where there were none to keep.
    """
    stopped = f"It stopped because of a mistake of its own ({type(error).__name__})"
    if not write:
        return f"{stopped}; nothing was written, as on any private evening."
    answers = {None: "", True: KEPT, False: LOST}[kept]
    return f"{stopped}; {answers}{_kept_in(error)}."


def _kept_in(error: BaseException) -> str:
    """Write the details, and say where they are."""
    path = None
    try:
        path = locations(os.environ).state / "crash.txt"
        _put(path, "\n".join([OPENING, *_about(), "", *_of(error)]) + "\n")
    except (OSError, RuntimeError, ValueError, ImportError):  # as no home, or one that is full
        where = f" to {_short(path)}" if path else ""
        return f"the details could not be written{where}"
    return f"{_short(path)} has the details, without anything you wrote"


def _put(path: Path, text: str) -> None:
    """Make the file anew, for its owner only."""
    make_folder(path.parent)
    path.unlink(missing_ok=True)
    new = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(new, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)


def _short(path: Path) -> str:
    home = os.environ.get("HOME", "")
    return f"~/{path.relative_to(home)}" if home and path.is_relative_to(home) else str(path)


def _about() -> Iterator[str]:
    """What ran when, and on what."""
    system = os.uname()
    yield f"date      {datetime.now().astimezone().isoformat(timespec='seconds')}"
    yield f"winddown  {__version__}"
    yield f"Python    {platform.python_version()}"
    try:
        yield f"Textual   {version('textual')}"
    except PackageNotFoundError:
        yield "Textual   not installed"
    yield f"platform  {sys.platform}, {system.sysname} {system.release} {system.machine}"


def _of(error: BaseException) -> Iterator[str]:
    """An exception, those that led to it, and where each was raised; never its message."""
    seen: set[int] = set()
    waiting = [("", error)]
    while waiting and len(seen) < DEEPEST:
        why, error = waiting.pop(0)
        if id(error) in seen:
            continue
        seen.add(id(error))
        kind = type(error)
        yield f"{why}{kind.__module__}.{kind.__qualname__}"
        yield from _places(error)
        if error.__cause__ is not None:
            waiting.append(("because of ", error.__cause__))
        elif error.__context__ is not None and not error.__suppress_context__:
            waiting.append(("while dealing with ", error.__context__))
        if isinstance(error, BaseExceptionGroup):
            waiting += [("in it ", each) for each in error.exceptions]


def _places(error: BaseException) -> Iterator[str]:
    """Where an exception passed, the last place being the one that raised it."""
    places = [f"  {_file(frame)}:{line} {frame.f_code.co_qualname}" for frame, line in
              walk_tb(error.__traceback__)]  # fmt: skip
    if len(places) > FRAMES:
        left_out = f"  ... {len(places) - FRAMES} more"
        places[FRAMES // 3 : len(places) - FRAMES + FRAMES // 3] = [left_out]
    yield from places


def _file(frame: FrameType) -> str:
    """Name a file from its package on: where that is installed is nobody's business."""
    module = str(frame.f_globals.get("__name__", ""))
    parts = PurePath(frame.f_code.co_filename).parts
    depth = module.count(".") + (2 if parts[-1:] == ("__init__.py",) else 1)
    return "/".join(parts[-depth:])
