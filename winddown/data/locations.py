"""Where everything lies on disk; asking creates nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple


class Locations(NamedTuple):
    """The three folders of a person's own, and what stands in them."""

    config: Path
    """Settings and lists, which the person edits."""
    data: Path
    """Evenings and their copies."""
    state: Path
    """The lock, and what can be made again; nothing private."""
    is_private: bool = False
    """True on an evening of which nothing is to be written: whoever would is refused."""
    is_demo: bool = False
    """True where all of this is deleted once it is left."""

    @property
    def config_file(self) -> Path:
        """The person's settings and lists."""
        return self.config / "config.toml"

    @property
    def themes(self) -> Path:
        """The folder of the person's own themes."""
        return self.config / "themes"

    @property
    def content(self) -> Path:
        """The folder of the person's own wording."""
        return self.config / "content"

    @property
    def evenings(self) -> Path:
        """The folder of all evenings, with one folder a year in it."""
        return self.data / "evenings"

    def evening(self, day: date) -> Path:
        """Name the file of one evening."""
        return self.evenings / f"{day.year:04}/{day.isoformat()}.toml"

    @property
    def calendar(self) -> Path:
        """The folder of plans as calendar files."""
        return self.data / "calendar"

    def calendar_file(self, day: date) -> Path:
        """Name the calendar file of one evening's plan."""
        return self.calendar / f"{day.isoformat()}.ics"

    @property
    def backups(self) -> Path:
        """The folder of copies."""
        return self.data / "backups"

    @property
    def lock(self) -> Path:
        """The file that whoever writes holds meanwhile."""
        return self.state / "lock"


def locations(environ: Mapping[str, str]) -> Locations:
    """Find the folders: all under `WINDDOWN_HOME` where it is set, else the system's usual ones."""
    home = environ.get("WINDDOWN_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        return Locations(root / "config", root / "data", root / "state")
    from platformdirs import PlatformDirs  # not needed where the home is named

    usual = PlatformDirs("winddown", appauthor=False)
    return Locations(usual.user_config_path, usual.user_data_path, usual.user_state_path)
