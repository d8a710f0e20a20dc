"""What stood in the evenings before tonight, and whether it still stands."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from winddown.data.locations import Locations

LOOKED_BACK = frozenset({"note", "keep_out"})
"""What looking back may change of an evening."""
FOLLOWED_UP = frozenset({"followup", "on", "text", "size", "act", "channel"})
"""What may change of a plan while it is open: its outcome, its day, and how big it is."""


class KeptPast:
    """Compares each evening's file with what it was, as often as it is asked to."""

    def __init__(self, where: Locations, tonight: date) -> None:
        """Remember every evening but tonight's."""
        self._where, self._tonight = where, where.evening(tonight)
        self._was = {path: tomllib.loads(path.read_text("utf-8")) for path in self._files()}
        self._seen = {path: path.read_bytes() for path in self._was}

    def faults(self) -> list[str]:
        """Say what is torn, lost or changed that nothing may change; a sentence each."""
        found = []
        for path in {*self._files(), *self._was}:
            try:
                text = path.read_bytes()
            except FileNotFoundError:
                text = b""
            if text == self._seen.get(path):
                continue
            self._seen[path] = text
            fault = self._fault(path, text)
            found += [f"{path.name}: {fault}"] if fault else []
        return found

    def _files(self) -> list[Path]:
        return [*self._where.evenings.rglob("*.toml"), *self._where.config.glob("config.toml")]

    def _fault(self, path: Path, text: bytes) -> str:
        try:
            now = tomllib.loads(text.decode())
        except ValueError as problem:
            return f"torn: {problem}"
        if path == self._tonight or path == self._where.config_file:
            return ""
        was = self._was.get(path)
        if was is None:
            return "an evening that nobody had"
        if not now:
            return "" if self._has_copy(path, was) else "gone, and no copy is kept"
        return "" if _rest(now) == _rest(was) else f"{was} became {now}"

    def _has_copy(self, path: Path, was: dict[str, Any]) -> bool:
        copies = self._where.backups.glob(f"{path.stem}*.toml")
        return any(_rest(tomllib.loads(copy.read_text("utf-8"))) == _rest(was) for copy in copies)


def _rest(evening: dict[str, Any]) -> dict[str, Any]:
    """Give what nothing may change."""
    rest = {key: value for key, value in evening.items() if key not in LOOKED_BACK}
    if plan := rest.get("outreach"):
        rest["outreach"] = {key: value for key, value in plan.items() if key not in FOLLOWED_UP}
    return rest
