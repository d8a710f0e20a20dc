"""`winddown export`: writes evenings out, as a book, a table, or all that there is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from winddown.asked import Asked
from winddown.commands.saying import printed, warn
from winddown.data.exporting import Kept, refuse_own, write_all
from winddown.data.locations import locations
from winddown.errors import NotWritten, WinddownError
from winddown.routine.text import harmless

LESS = "the file there may hold what cannot be read now; choose another name"


def run(asked: Asked) -> int:
    """Write what was asked for; give 1 where a file is not understood and so left out.

    Raises:
        WinddownError: what was asked for makes no sense, or could not be written.
    """
    if asked.since and asked.until and asked.since > asked.until:
        raise WinddownError(f"No evening is since {asked.since} and until {asked.until}.")
    if asked.without_text and asked.format != "md":
        raise WinddownError("--without-text is for md; nothing was written.")
    if asked.format == "ics":
        from winddown.commands.export_ics import export

        return export(asked)
    kept = Kept(locations(os.environ), asked.since, asked.until)
    notices: list[str] = []
    texts = _texts(asked, kept, notices)
    try:
        give(_not_less(texts, kept, asked.output), asked.output)
    finally:
        warn(dict.fromkeys([*notices, *map(str, kept.problems)]))  # tonight's may be in both
    return 1 if kept.problems else 0


def give(texts: Iterable[str], output: str | None) -> None:
    """Put texts where they are asked for: into a file, or on standard output.

    Raises:
        WinddownError: they could not be written there.
    """
    if output in (None, "-"):
        _print(texts)
    else:
        path = Path(output or "")
        refuse_own(locations(os.environ), path)
        write_all(path, texts)


def _not_less(texts: Iterable[str], kept: Kept, output: str | None) -> Iterator[str]:
    """Give texts on, unless they would take the place of a file that may hold more.

    Raises:
        NotWritten: not every evening could be read, and a file stands there.
    """
    yield from texts
    if kept.problems and output not in (None, "-") and Path(output or "").is_file():
        raise NotWritten(Path(output or ""), LESS)


def _texts(asked: Asked, kept: Kept, notices: list[str]) -> Iterator[str]:
    """Give what is to be written, piece by piece, each read when it is asked for."""
    if asked.format == "json":
        from winddown.data.export_json import as_json

        return as_json(kept)
    if asked.format == "csv":
        from winddown.data.export_csv import as_csv

        # A file of its own is for a spreadsheet, what is piped for another program.
        return as_csv(kept.evenings(), bom=asked.output not in (None, "-"))
    return _book(asked, kept, notices)


def _book(asked: Asked, kept: Kept, notices: list[str]) -> Iterator[str]:
    from winddown.commands.telling import Teller
    from winddown.opening import open_evening
    from winddown.routine.book import book

    opening = open_evening(os.environ, errand="review")
    notices += opening.notices
    tell = Teller(opening.occasion)
    pages = (tell.page(evening) for evening in kept.evenings() if not evening.keep_out)
    for line in book(pages, tell.say, with_text=not asked.without_text):
        yield f"{line}\n"


def _print(texts: Iterable[str]) -> None:
    """Print in UTF-8, whatever the locale: it is read by a program, or put into a file.

    Whoever reads along may stop before the end, as `head` does; nothing more is said then.

    Raises:
        WinddownError: it could not be printed.
    """
    known = getattr(sys.stdout, "buffer", None)  # None where it is caught as text
    printed(sys.stdout.flush)
    for text in texts:
        if sys.stdout.isatty():  # where it is read, nothing in it may act
            text = harmless(text.replace("\r\n", "\n"))
        put = partial(known.write, text.encode()) if known else partial(sys.stdout.write, text)
        if not printed(put):
            return
    printed((known or sys.stdout).flush)
