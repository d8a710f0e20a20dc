"""Reads a TOML file whole, and writes one so that it stands wholly or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
import tomllib
from contextlib import suppress
from pathlib import Path

from winddown.data.records import Table
from winddown.data.toml_lines import line_of
from winddown.errors import KeyPath, NotWritten, UnreadableFile


class TomlFile:
    """What a TOML file held when it was read; its repr tells nothing of it."""

    __slots__ = ("path", "table", "text")

    def __init__(self, path: Path, text: str, table: Table) -> None:
        """Keep the text of a file beside what it means."""
        self.path = path
        self.text = text
        self.table = table

    def line_of(self, key_path: KeyPath) -> int | None:
        """Find the line, from 1, on which a key stands; None when there is no such key."""
        return line_of(self.text, key_path)


def read_toml(path: Path, *, limit: int) -> TomlFile:
    """Read a file of at most `limit` bytes.

    Raises:
        FileNotFoundError: nothing has this name.
        UnreadableFile: it is no regular file, too long, or not TOML.

    """
    text = _text_of(path, _bytes_of(path, limit))
    mistake: str | None = None
    try:
        return TomlFile(path, text, tomllib.loads(text))
    except (ValueError, RecursionError) as problem:
        mistake = str(problem)
    # Raised out here, so that nothing of the text travels with it as its context.
    raise UnreadableFile(path, _line_named(mistake, text), _NOT_TOML)


_NOT_TOML = "this is not TOML (a quote or a bracket is missing, or a name stands twice)"


def write_atomically(path: Path, text: str) -> None:
    """Put a text into a file, in one step that no crash can interrupt.

    A new file can be read by its owner only; one that stands keeps its mode, and
    a link keeps leading where it led. Folders that are missing are made.

    Raises:
        NotWritten: what stood there before still does, unless it was the last
            step that failed, of making sure.

    """
    try:
        _replace(path.resolve(), text.encode())
    except OSError as problem:
        raise NotWritten(path, plainly(problem)) from problem


def make_folder(path: Path) -> None:
    """Make a folder, and those it lies in, for their owner only; one that stands stays as it is.

    Raises:
        OSError: it cannot be made.

    """
    if path.is_dir():
        return
    make_folder(path.parent)
    # Another program may make it at the same moment, which is as good.
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "a file stands where a folder should") from None


def _bytes_of(path: Path, limit: int) -> bytes:
    try:
        # A pipe or a device could keep us waiting for ever, so it is never opened.
        if not stat.S_ISREG(path.stat().st_mode):
            kind = "a folder" if path.is_dir() else "something other than a file"
            raise UnreadableFile(path, None, f"this is {kind}, where a file should be")
        with path.open("rb") as file:
            content = file.read(limit + 1)
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
        reason = "it begins with a byte order mark, and should be plain UTF-8"
        raise UnreadableFile(path, 1, reason)
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise UnreadableFile(path, line, "it holds a NUL byte, which no text does")
    try:
        return content.decode()
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
    raise UnreadableFile(path, line, "this is not UTF-8")


def _line_named(mistake: str, text: str) -> int | None:
    if found := re.search(r"at line (\d+)", mistake):
        return int(found[1])
    return text.count("\n") + 1 if "at end of document" in mistake else None


def plainly(problem: OSError) -> str:
    """Say what the system said, without the names of files."""
    return (problem.strerror or type(problem).__name__).lower()


def _replace(path: Path, content: bytes) -> None:
    import tempfile  # only when something is written

    make_folder(path.parent)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o600
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".winddown-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105, so that it stands beside os.fsync
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    _sync_folder(path.parent)
    if path.read_bytes() != content:
        raise OSError(errno.EIO, "it does not read back as it was written")


def _sync_folder(folder: Path) -> None:
    """Have the new name itself reach the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as problem:
        # Some file systems have no such thing as a folder to sync.
        if problem.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
