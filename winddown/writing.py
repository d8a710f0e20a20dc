"""What the evening has written while it runs; each part is loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from winddown.data import config as config_file
from winddown.data import evenings
from winddown.data.holding import Hold, Presence
from winddown.data.locations import Locations
from winddown.data.occasion import OccasionFromFiles
from winddown.errors import OpenElsewhere, WinddownError
from winddown.routine.evening import Evening
from winddown.steps import between

if TYPE_CHECKING:  # loaded when there is something to be shaped, or to look back on
    from pathlib import Path

    from winddown.routine.archive import Archive
    from winddown.routine.settings import Settings

Standing: TypeAlias = Literal["kept", "demo", "private", "left-aside", "elsewhere", "unwritable"]
"""What becomes of tonight's answers: kept; kept until a demo is left; nothing, as was asked
for; nothing, since a file stands there that is not understood; nothing, since another window has
the evening; or nothing yet, since the folder cannot be written."""


class Reread(NamedTuple):
    """What the config says now, besides what tonight is chosen from."""

    steps: tuple[str, ...]
    theme: str


class Writing:
    """Writes for one evening into the person's folders; of a private one, nothing."""

    def __init__(
        self,
        where: Locations,
        occasion: OccasionFromFiles,
        hold: Hold,
        standing: Standing,
        home: str = "",
        *,
        holds: bool = True,
    ) -> None:
        """Write into `where`; with the first answer of tonight the evening is held.

        Args:
            where: the person's folders.
            occasion: what tonight is chosen from; it follows the config.
            hold: what keeps a second window from writing tonight as well.
            standing: what becomes of tonight's answers.
            home: the person's home folder, which a path is told from.
            holds: False for a round of breathing, which waits for no other window: it is
                brought together with what is written there.
        """
        self._where = where
        self._occasion = occasion
        self._hold = hold
        self._holds = holds
        self._presence = Presence(where)
        self._standing = standing
        self._home = home

    def save(self, known: Evening | None, evening: Evening) -> WinddownError | None:
        """Write the second evening where the first is what this program last knew to be kept.

        Returns:
            What could not be copied before, if that is to be said now.

        Raises:
            OpenElsewhere: another window has taken tonight to write.
            WinddownError: it could not be written.
        """
        if self._where.is_private:
            return None  # as was asked for: there is nothing to try again, and no trouble to tell
        is_tonight = evening.evening == self._occasion.today
        if is_tonight and self._standing != "kept":
            return None
        try:
            if is_tonight and self._holds and not self._hold.take():
                raise OpenElsewhere
            evenings.save(self._where, known, evening)
        finally:
            # It has answers in hand; with the first of all there is a folder to be known by.
            self._presence.begin()
        from winddown.data import backups  # loaded by now

        return backups.untold(self._where)

    def keep_aside(self, evening: Evening) -> str:
        """Keep what has no other place left among the copies, and give where, for the eye.

        Raises:
            WinddownError: it could not be written.
        """
        return self._named(evenings.keep_aside(self._where, evening))

    def begin(self) -> None:
        """Have other programs know that a window is open, which has read what is kept."""
        if not self._where.is_private:
            self._presence.begin()

    def let_go(self) -> None:
        """Let another window have the evening."""
        self._hold.let_go()
        self._presence.end()

    def shape(
        self, change: Callable[[], object], trouble: Callable[[WinddownError], object]
    ) -> bool:
        """Write something the person chose to the config, and tell whether that was done.

        Args:
            change: writes it.
            trouble: is told why it could not be.
        """
        if self._occasion.is_private:
            return False  # it counts for tonight all the same
        try:
            change()
        except WinddownError as problem:
            trouble(problem)
            return False
        return True

    def keep_country(self, code: str) -> None:
        """Write the country chosen on the first page to the config."""
        from winddown.data import config_writing  # only when something is written

        config_writing.keep_country(self._where, code)

    def leave_out(self, name: str, suggest: bool) -> None:
        """Write to the config whether someone may be suggested."""
        from winddown.data import config_writing

        config_writing.leave_out(self._where, name, suggest)

    def dismiss(self, rule: str) -> None:
        """Write to the config that a rule's line is never shown again."""
        from winddown.data import config_writing

        config_writing.dismiss(self._where, rule)

    def in_calendar(self, evening: Evening) -> str:
        """Write an evening's plan as a calendar file, and give where it stands, for the eye."""
        from winddown.data import calendar  # as slow to load as all that reads evenings

        title, now = self._occasion.calendar_title, self._occasion.now()
        return self._named(calendar.keep(self._where, evening, title, now))

    def _named(self, path: Path) -> str:
        """Give a path as it is told."""
        is_at_home = bool(self._home) and path.is_relative_to(self._home)
        return f"~/{path.relative_to(self._home)}" if is_at_home else str(path)

    def settings(self) -> Settings:
        """Open the config, to be shaped inside the program."""
        from winddown.data.settings import SettingsInFile

        steps = between()
        return SettingsInFile(self._where, lambda: self._config(steps), steps)

    def archive(self) -> Archive:
        """Open every evening there is, to look back on."""
        from winddown.data.archive import ArchiveInFiles  # only for looking back

        return ArchiveInFiles(
            self._where,
            lambda: self._occasion.now().date(),
            self._occasion.kind,
            dismissed=self._config(between()).looking_back.dismissed,
        )

    def reread(self) -> Reread:
        """Read the config anew; what tonight is chosen from follows it."""
        config = self._config(between())
        self._occasion.follow(config)
        return Reread(config.steps, config.theme)

    def _config(self, steps: tuple[str, ...]) -> config_file.Config:
        return config_file.load(self._where.config_file, steps)[0]
