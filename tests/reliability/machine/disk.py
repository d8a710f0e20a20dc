"""What stands on the disk of one home: evenings, copies, and files that are broken on purpose."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.reliability.machine.atoms import Atoms, atoms
from tests.reliability.machine.others import OWN_KEYS
from winddown.data.evening_file import read_evening, understood
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.routine.evening import Evening


def answers_in(text: str) -> Atoms:
    """Give what a file's text says, but for keys that are the person's own."""
    found = atoms(tomllib.loads(text))
    return {path: value for path, value in found.items() if not path[-1].startswith(OWN_KEYS)}


class Disk:
    """The files of one home, as the machine reads and writes them."""

    def __init__(self, home: Path) -> None:
        """Look at a home; nothing need stand there yet."""
        self.home = home
        self.where: Locations = locations({"WINDDOWN_HOME": str(home)})
        self.left_alone: dict[Path, bytes] = {}
        """Files of another's, which nobody may change."""

    def text(self, day: date) -> str:
        """Give an evening's file; empty where there is none."""
        path = self.where.evening(day)
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def atoms(self, day: date) -> Atoms:
        """Give what an evening's file says."""
        return answers_in(self.text(day))

    def copies(self, day: date) -> list[str]:
        """Give every other version of an evening; a rolling copy is none, since it rolls on."""
        beside = self.where.evening(day).parent.glob(f"{day}?*.toml")
        return [
            path.read_text(encoding="utf-8")
            for path in (*self.where.backups.glob(f"{day}?*.toml"), *sorted(beside))
        ]

    def put(self, path: Path, content: str | bytes) -> None:
        """Put a file in place, as an editor or a program that syncs does."""
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.parent / f".{path.name}.tmp"
        temporary.write_bytes(content.encode() if isinstance(content, str) else content)
        temporary.replace(path)

    def torn(self) -> Iterator[str]:
        """Name each file that is not whole, and each of another's that was changed."""
        for path in sorted(self.where.evenings.glob("*/*.toml")):
            if path not in self.left_alone:
                try:
                    file = read_evening(path)
                    day = date.fromisoformat(path.stem)
                    if file is None or not understood(Evening, file, day):
                        yield f"{path.name} is gone"
                except WinddownError as problem:
                    yield str(problem)
        for path in self.where.backups.glob("*.toml"):
            try:
                tomllib.loads(path.read_text(encoding="utf-8"))
            except ValueError as problem:
                yield f"{path.name}: {problem}"
        for path, content in self.left_alone.items():
            if not path.exists() or path.read_bytes() != content:
                yield f"{path.name} was another's and was changed"
