"""Files and folders that may not be read, also for root, whom no mode of a file keeps out."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest


def close(monkeypatch: pytest.MonkeyPatch, closed: Path) -> None:
    """Have the system refuse to list, read and write one file or folder."""
    there, listed = os.access, os.listdir

    def access(path: Any, mode: int, **more: Any) -> bool:
        return there(path, mode, **more) and (Path(path) != closed or mode == os.F_OK)

    def listdir(path: Any = ".") -> list[str]:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return listed(path)

    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(os, "listdir", listdir)
