"""Reads a TOML file whole, or says in a sentence why it cannot be read.

Many files are read by tomli, which is tomllib compiled, and never by anything that could
take what tomllib does not. An index of what all evenings say would be read sooner still, but it
would keep a person's words a second time, and could fall behind the files.
"""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from winddown.errors import KeyPath, UnreadableFile
from winddown.refused import plainly
from winddown.toml_lines import line_of

NOT_UTF_8 = "it should be saved as UTF-8, and is not"


class TomlFile:
    """What a TOML file held when it was read; its repr tells nothing of it."""

    __slots__ = ("path", "table", "text")

    def __init__(self, path: Path, text: str, table: dict[str, object]) -> None:
        """Keep the text of a file beside what it means."""
        self.path = path
        self.text = text
        self.table = table

    def line_of(self, key_path: KeyPath) -> int | None:
        """Find the line, from 1, on which a key stands; None when there is no such key."""
        return line_of(self.text, key_path)


def read_toml(path: Path, *, limit: int, known: TomlFile | None = None) -> TomlFile:
    """Read a file of at most `limit` bytes.

    Args:
        path: the file.
        limit: the most bytes that it may have.
        known: what it may still hold; given back as it is where that is so, to the byte.

    Raises:
        FileNotFoundError: nothing has this name.
        UnreadableFile: it is no regular file, too long, or not TOML.

    """
    content = bytes_of(path, limit)
    if known is not None and content == known.text.encode():
        return known
    return toml_of(path, content)


def toml_of(path: Path, content: bytes) -> TomlFile:
    """Read what a file held, else like `read_toml`.

    Raises:
        UnreadableFile: it is not TOML.

    """
    text = _text_of(path, content)
    try:
        return TomlFile(path, text, table_of(text))
    except (ValueError, RecursionError) as problem:
        from winddown.toml_mistakes import mistake_in

        reason, line, column = mistake_in(text, problem)
    # Raised out here, so that nothing of the text travels with it as its context.
    raise UnreadableFile(path, line, reason, column)


_compiled: Callable[[str], dict[str, object]] | None = None

_WITHOUT_SECONDS = r":(?<=[^0-9:+-][0-9]{2}:)[0-9]{2}(?!:)"
"""A time of hours and minutes, and no offset; a colon is rare, and so found sooner than a digit."""


def read_many() -> None:
    """Read with compiled code from now on, where there is any.

    It is loaded where much is read, or the same again and again, as with every save.
    """
    global _compiled
    if _compiled is not None:
        return
    with suppress(ImportError):
        import tomli

        # Without a wheel for this machine it is tomllib once more, and not as quick.
        if not str(tomli.__file__).endswith(".py"):
            _compiled = tomli.loads


def table_of(text: str) -> dict[str, object]:
    """Read a text as tomllib does, which is asked itself where compiled code might differ.

    That is where TOML 1.1 allows more (inline tables, escapes, times without seconds), and
    where the text is refused.

    Raises:
        ValueError: it is not TOML.
        RecursionError: brackets stand too deep in brackets.
    """
    if _compiled is not None and not _may_differ(text):
        with suppress(ValueError, RecursionError):
            return _compiled(text)
    return tomllib.loads(text)


def _may_differ(text: str) -> bool:
    return "{" in text or "\\" in text or re.search(_WITHOUT_SECONDS, text) is not None


def bytes_of(path: Path, limit: int) -> bytes:
    """Give what a file holds, of at most `limit` bytes; else like `read_toml`.

    Raises:
        FileNotFoundError: nothing has this name.
        UnreadableFile: it is no regular file, or too long.

    """
    try:
        # A pipe or a device could keep us waiting for ever, so it is never opened.
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if path.is_dir() else "something other than a file"
            raise UnreadableFile(path, None, f"this is {kind}, where a file should be")
        with path.open("rb") as file:
            # Room is made for what is asked for, so that no more is than there should be.
            content = file.read(min(status.st_size, limit) + 1)
            if len(content) > status.st_size:  # it has grown meanwhile
                content += file.read(max(limit + 1 - len(content), 0))
    except FileNotFoundError:
        if not path.is_symlink():
            raise
        raise UnreadableFile(path, None, "this links to a file that is not there") from None
    except OSError as problem:
        raise UnreadableFile(path, None, f"it cannot be read ({plainly(problem)})") from None
    if len(content) > limit:
        raise UnreadableFile(path, None, f"it is longer than {limit // 1024} kB")
    return content


def _text_of(path: Path, content: bytes) -> str:
    if content.startswith(b"\xef\xbb\xbf"):
        reason = "it begins with a byte order mark; save it as UTF-8 without one"
        raise UnreadableFile(path, 1, reason)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(path, 1, NOT_UTF_8)  # UTF-16, as some editors save
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise UnreadableFile(path, line, "it holds a NUL byte, which no text does; take that out")
    try:
        return content.decode()
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
    raise UnreadableFile(path, line, NOT_UTF_8)
