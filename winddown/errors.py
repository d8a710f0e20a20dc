"""What can go wrong, each said in one sentence that a person can act on.

No message holds anything a person wrote: only files, lines and names of keys.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a TOML file: names of keys, and places in lists from 0."""


class WinddownError(Exception):
    """Something the person is told, as the one sentence this turns into as text."""


class UnreadableFile(WinddownError):
    """A file could not be read, or not be understood."""

    def __init__(
        self, path: Path, line: int | None, reason: str, column: int | None = None
    ) -> None:
        """Name the file, line and column from 1 where they are known, and what is wrong there."""
        where = str(path) if line is None else f"{path} line {line}"
        how = self.at_a_line if line is not None else ""
        super().__init__(f"{where}: {reason}; {self.remedy}{how}.")
        self.path = path
        self.line = line
        self.column = column
        self.reason = reason

    remedy = "it is left as it is until that is put right"
    at_a_line = ""
    """Said besides where a line is named, and not the whole file or its folder is at fault."""


class UnreadableEvening(UnreadableFile):
    """An evening's file could not be read, or not be understood."""

    remedy = "the file is left as it is, and counts again once that is put right"
    at_a_line = " in a text editor"


class InTwo(UnreadableEvening):
    """An evening's file holds both sides of a merge, either of which can become the evening."""

    remedy = "until then the file is left as it is"
    at_a_line = ""


class NotUnderstood(WinddownError):
    """A TOML table does not hold what a record needs."""

    def __init__(self, key_path: KeyPath, reason: str) -> None:
        """Name the value that is at fault, and what it should be."""
        super().__init__(f"{named(key_path)} {reason}.")
        self.key_path = key_path
        self.reason = reason


class NewerSchema(WinddownError):
    """A file was made by a later winddown, so this one does not write to it."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(
            f"{path} was made by a newer winddown, so this one leaves it as it is; "
            "update winddown to go on with it."
        )
        self.path = path


class NotWritten(WinddownError):
    """A file could not be written; what stood there before still does."""

    def __init__(self, path: Path, reason: str) -> None:
        """Name the file, and why it was not written."""
        super().__init__(f"{path} could not be written: {reason}.")
        self.path = path
        self.reason = reason


class NothingIsKept(NotWritten):
    """Something would have been written on an evening of which nothing is to be."""

    def __init__(self, path: Path) -> None:
        """Name the folder that stays as it is."""
        super().__init__(path, "this is a private evening")
        self.args = ("This is a private evening: nothing is written, and nothing is changed.",)


class GoneMeanwhile(WinddownError):
    """An evening that was to be changed was taken away, so nothing was written."""

    def __init__(self, day: date) -> None:
        """Name the evening."""
        super().__init__(f"The evening of {day} was taken away meanwhile, so nothing was written.")
        self.day = day


class OpenElsewhere(WinddownError):
    """Another window has tonight to write, so what is answered in this one waits for that."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "Tonight is open in another window, and is written there. "
            "Close that one, and what you answered here is kept as well."
        )


class ChangedMeanwhile(WinddownError):
    """What was chosen from is no longer what stands on disk, so nothing was done."""

    def __init__(self, day: date) -> None:
        """Name the evening."""
        super().__init__(f"The evening of {day} changed on disk meanwhile, so nothing was done.")
        self.day = day


class NotConfirmed(NotWritten):
    """A file is written, but the disk did not make sure that it outlasts a power cut."""

    def __init__(self, path: Path, reason: str) -> None:
        """Name the file, and what the disk said."""
        super().__init__(path, reason)
        self.args = (f"{path} is written, but may not outlast a power cut: {reason}.",)


class NotEditable(NotWritten):
    """A file could not be changed in one place, which is named so that the person can."""

    def __init__(self, path: Path, line: int | None, key_path: KeyPath, reason: str) -> None:
        """Name the file, the line from 1 where one is known, the value, and what is in the way."""
        super().__init__(path, reason)
        where = path.name if line is None else f"{path.name} line {line}"
        what = named(key_path) if key_path else "it"
        self.args = (f"{where}: {what} {reason}; change it there in an editor.",)
        self.line = line
        self.key_path = key_path


class NotCopied(WinddownError):
    """The copies of what stood before could not be written; what is written now still can."""

    def __init__(self, folder: Path, reason: str) -> None:
        """Name the folder of copies, and why none was written."""
        super().__init__(
            f"The copies in {folder} could not be brought up to date: {reason}. "
            "What you write is kept as always."
        )


class CannotEdit(WinddownError):
    """A TOML text is laid out in a way that no change could be made to safely."""

    def __init__(self, key_path: KeyPath = ()) -> None:
        """Name the value that was to change, as far as it is known."""
        what = f"{named(key_path)} in it" if key_path else "it"
        super().__init__(f"{what} {self.reason}")
        self.key_path = key_path

    reason = "is laid out so that winddown cannot change it safely"


def named(key_path: KeyPath) -> str:
    """Name a value as a person finds it: `'outreach.followup.felt'`, `'comforts 2: text'`."""
    name = ""
    for part in key_path:
        if isinstance(part, int):
            name += f" {part + 1}: "
        elif not name or name.endswith(" "):
            name += part
        else:
            name += f".{part}"
    return f"'{name.removesuffix(': ')}'"
