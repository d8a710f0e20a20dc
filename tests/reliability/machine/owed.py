"""What must be found of one evening, however often anything was killed or changed by others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.reliability.machine.atoms import Atoms, Path, Value, changes, knot


class Owed:
    """The answers that were given more than a second ago.

    Where nobody else changed it, an answer stands in the evening's file and
    nothing else does. Where another program changed the same thing, each of the
    two must stand in the file or in a copy beside it.
    """

    def __init__(self) -> None:
        """Owe nothing."""
        self.stands: Atoms = {}
        self.anywhere: set[tuple[Path, Value]] = set()
        self.contended: set[Path] = set()
        self.shared = False
        """True while more than one window may write it: then every answer is contended."""
        self.marks: set[str] = set()
        """Lines of the person's own, of which none may go."""
        self.lines: set[str] = set()
        """Those of them that no other program took out of the file."""

    def answered(self, path: Path, old: Value, new: Value) -> None:
        """Take note of what was answered in the program, where `old` stood on its screen."""
        if self.is_contended(path):
            self.anywhere.discard((path, old))
            self.anywhere |= {(path, new)} if new is not None else set()
        elif new is None:
            self.stands.pop(path, None)
        else:
            self.stands[path] = new

    def is_contended(self, path: Path) -> bool:
        """Tell whether another program may have changed an answer too."""
        return self.shared or knot(path) in self.contended

    def share(self) -> None:
        """Let every answer stand anywhere, until it is read again by a single window."""
        self.shared = True
        self.anywhere |= set(self.stands.items())
        self.stands = {}

    def changed_by_another(
        self, before: Atoms, after: Atoms, *, copied: bool = False, waits: Iterable[Path] = ()
    ) -> None:
        """Take note of what was changed in the file by another.

        What stood there before is still owed where it was `copied`, and else was
        given up by someone who saw it. Where an answer `waits` for room on the disk, what
        comes in may be the very thing that it takes back.
        """
        unsure = set(waits)
        for path, (old, new) in changes(before, after).items():
            self.contend(path)
            if old is not None:
                (self.anywhere.add if copied else self.anywhere.discard)((path, old))
            if new is not None and path not in unsure:
                self.anywhere.add((path, new))

    def taken_out(self, lines: set[str]) -> None:
        """Owe lines of the person's own no more that another took out of the file."""
        self.marks -= lines
        self.lines -= lines

    def contend(self, path: Path) -> None:
        """Let an answer, with all that belongs to it, stand anywhere from now on."""
        self.contended.add(knot(path))
        for each in [each for each in self.stands if knot(each) == knot(path)]:
            self.anywhere.add((each, self.stands.pop(each)))

    def reread(self, file: Atoms) -> None:
        """Go on from what the file says, as a program does that opens on it."""
        self.contended.clear()
        self.shared = False
        self.stands = dict(file)
        self.anywhere -= set(file.items())

    def forgive(self, path: Path, places: Sequence[Atoms]) -> None:
        """Owe no more what stands nowhere, of an answer that was given too late to be saved."""
        gone = {
            each
            for each in self.anywhere
            if each[0] == path and not any(_stands(*each, place) for place in places)
        }
        self.anywhere -= gone

    def missing(self, file: Atoms, copies: Sequence[Atoms], but: Iterable[Path] = ()) -> list[str]:
        """Name what is not where it must be; whatever is at `but` may or may not be."""
        free = set(but)
        lost = [
            f"{'.'.join(path)} should be {value!r} and is {file.get(path)!r}"
            for path, value in self.stands.items()
            if path not in free and file.get(path) != value
        ]
        lost += [
            f"{'.'.join(path)} is {value!r} although it was taken back"
            for path, value in file.items()
            if path not in free and path not in self.stands and not self.is_contended(path)
        ]
        for path, value in self.anywhere:
            places = [file, *copies]
            if path not in free and not any(_stands(path, value, each) for each in places):
                lost.append(f"{'.'.join(path)} = {value!r} stands nowhere any more")
        return lost

    def missing_lines(self, file: str, copies: Sequence[str]) -> list[str]:
        """Name the lines of the person's own that are gone."""
        gone = [each for each in self.lines if each not in file.splitlines()]
        gone += [
            each
            for each in self.marks
            if not any(each in text.splitlines() for text in (file, *copies))
        ]
        return [f"the line {each!r} is gone" for each in gone]


def _stands(path: Path, value: Value, place: Atoms) -> bool:
    """Tell whether an answer stands in a place.

    Of two rounds alike, each may stand in another; and what was said to a habit in own
    words goes with it when those are written anew.
    """
    if path[0] == "breathing":
        return path in place
    if path[0] == "reflections" and path[2:]:
        return any(each[2:] == path[2:] and there == value for each, there in place.items())
    return place.get(path) == value
