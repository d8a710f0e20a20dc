"""Stores pictures of the screens as plain files, one a screen and size, to be read in a diff."""

from __future__ import annotations

import re
from pathlib import Path

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from syrupy.types import SerializableData, SnapshotIndex


class TextPicture(SingleFileSnapshotExtension):
    """A screen as lines of text, in `pictures/`, named as the test's case is."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        """All in one folder, whichever test took them."""
        return str(Path(test_location.filepath).parent / "pictures")

    @classmethod
    def get_snapshot_name(cls, *, test_location: PyTestLocation, index: SnapshotIndex = 0) -> str:
        """The case in brackets, as in `arrive-80x24`."""
        case = re.search(r"\[(.+)\]$", test_location.snapshot_name)
        return case[1] if case else test_location.snapshot_name

    @classmethod
    def matches_test_location(
        cls, *, test_location: PyTestLocation, snapshot_location: str
    ) -> bool:
        """Tell whether a file is this case's."""
        return Path(snapshot_location).stem == cls.get_snapshot_name(test_location=test_location)


class DrawnPicture(TextPicture):
    """A screen with its colours, as Textual writes it; what changes at each run is left out."""

    file_extension = "svg"

    def serialize(self, data: SerializableData, **_: object) -> str:
        """Give the same names to the same things, whatever Textual calls them this time."""
        return re.sub(r"terminal-\d+", "terminal", str(data))
