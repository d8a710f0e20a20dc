"""What others do to the files: a person with an editor, and programs that sync."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.reliability.machine import others
from tests.reliability.machine.atoms import changes
from tests.reliability.machine.disk import answers_in
from tests.reliability.machine.keys import NUMBERS, WORDS, Keys
from tests.reliability.machine.life import counts
from winddown.data.config import Config
from winddown.routine.evening import evening_of


class Editing(Keys):
    """The rules of everyone who writes in the files, besides the program."""

    def _day(self, which: int) -> date | None:
        """Give one of the days that have a file, tonight's most often."""
        whole = [day for day in sorted(self.owed, reverse=True) if day not in self.broken]
        days = [day for day in whole if self.disk.text(day)]
        return days[max(0, which - 7) % len(days)] if days else None

    @rule(which=NUMBERS, edit=st.sampled_from(others.MARKS))
    def marked_by_hand(self, which: int, edit: others.Edit) -> None:
        """Write a line of one's own into a file."""
        self.settle()
        if day := self._day(which):
            self.lines_written += 1
            number = self.lines_written
            text = edit(self.disk.text(day), number, "")
            is_key = edit in (others.own_key, others.own_key_in_a_table)
            line = others.key_of(number) if is_key else others.line_of(number)
            self.say(f"by hand, in {day}: {line}")
            self.disk.put(self.disk.where.evening(day), text)
            counts["edits by hand"] += 1
            self.of(day).marks.add(line)
            if edit is not others.own_key_in_a_table:
                self.of(day).lines.add(line)

    @rule(which=NUMBERS, edit=st.sampled_from(others.ANSWERS), number=NUMBERS, words=WORDS)
    def answered_by_hand(self, which: int, edit: others.Edit, number: int, words: str) -> None:
        """Change an answer in a file."""
        self.settle()
        if day := self._day(which):
            before = self.disk.text(day)
            after = edit(before, number, words)
            self.say(f"by hand, in {day}: {edit.__name__} ({number}, {words!r})")
            self.disk.put(self.disk.where.evening(day), after)
            counts["edits by hand"] += 1
            self.of(day).taken_out(set(before.splitlines()) - set(after.splitlines()))
            self.of(day).changed_by_another(answers_in(before), answers_in(after))

    @rule(
        which=NUMBERS,
        version=st.integers(0, 5),
        edit=st.none() | st.sampled_from(others.ANSWERS),
        number=NUMBERS,
        words=WORDS,
        copied=st.booleans(),
    )
    def synced(
        self,
        which: int,
        version: int,
        edit: others.Edit | None,
        number: int,
        words: str,
        copied: bool,
    ) -> None:
        """Have another version of a file in its place, and perhaps a conflict copy beside it."""
        self.settle()
        day = self._day(which)
        if day is None or not self.versions.get(day):
            return
        before = self.disk.text(day)
        versions = self.versions[day]
        after = versions[version % len(versions)]
        if edit is not None:
            after = edit(after, number, words)
        if after == before:
            return
        path = self.disk.where.evening(day)
        copied_to = ", and a copy is left" if copied else ""
        self.say(f"synced: {day} is another version{copied_to}")
        counts["sync"] += 1
        owed = self.of(day)
        if copied:
            # No two of one name: the second would be in the place of the first.
            copy = path.with_name(f"{day}.sync-conflict-{counts['sync']:08}-WINDDOW.toml")
            self.disk.put(copy, before)
            self.disk.left_alone[copy] = before.encode()
        else:
            self._rewind(day, before, after)
            owed.taken_out(set(before.splitlines()) - set(after.splitlines()))
        owed.lines = {each for each in owed.lines if each in after.splitlines()}
        self.disk.put(path, after)
        waits = [path for _, each, path in self.pending if each == day]
        owed.changed_by_another(answers_in(before), answers_in(after), copied=copied, waits=waits)

    def _rewind(self, day: date, before: str, after: str) -> None:
        """Have the windows that hold what goes owe it, once they have written again."""
        gone = {
            path: old
            for path, (old, _) in changes(answers_in(before), answers_in(after)).items()
            if old is not None
        }
        for window in self.windows:
            held = window.held.get(day, {})
            theirs = {path: old for path, old in gone.items() if held.get(path) == old}
            self.rewound[window, day] = self.rewound.get((window, day), {}) | theirs

    @rule(content=st.sampled_from(others.BROKEN), is_tonight=st.booleans())
    def broken_file(self, content: bytes, is_tonight: bool) -> None:
        """Have a file that nobody can read, until it is mended."""
        self.settle()
        tonight = evening_of(self.now, Config().day_ends)
        day = tonight if is_tonight else tonight - timedelta(days=5)
        path = self.disk.where.evening(day)
        if day in self.broken or (not is_tonight and path.exists()):
            return
        self.say(f"{day} is broken: {content!r}")
        counts["broken files"] += 1
        self.broken[day] = self.disk.text(day) or None
        self.disk.put(path, content)
        self.disk.left_alone[path] = content

    @rule()
    def mended(self) -> None:
        """Put every broken file right."""
        for day, text in self.broken.items():
            self.say(f"{day} is mended")
            path = self.disk.where.evening(day)
            del self.disk.left_alone[path]
            if text is None:
                path.unlink()
            else:
                self.disk.put(path, text)
        self.broken.clear()
