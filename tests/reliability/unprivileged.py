"""Runs Python as an account that may do only what permissions allow it, whoever runs this.

Root may read and write everything, so that nothing which permissions decide could be
tried as root. As a script, this gives root up and becomes the interpreter.
"""

from __future__ import annotations

import os
import pwd
import sys
from pathlib import Path

IS_ROOT = os.geteuid() == 0
"""True where root has to be given up first."""

PYTHON: list[str] = [sys.executable, __file__] if IS_ROOT else [sys.executable]
"""What to begin a command with in place of the interpreter."""


def environ_for(home: Path) -> dict[str, str]:
    """Give the environment of a program that keeps everything under a folder."""
    places = os.pathsep.join(each for each in sys.path if Path(each).is_dir())
    return {**os.environ, "WINDDOWN_HOME": str(home), "PYTHONPATH": places}


def give_to_them(*paths: Path) -> None:
    """Have files and folders, and all that is in them, belong to the account that tries."""
    if not IS_ROOT:
        return
    account = pwd.getpwnam("nobody")
    for path in paths:
        for each in (path, *path.rglob("*")):
            os.chown(each, account.pw_uid, account.pw_gid, follow_symlinks=False)


def _become(words: list[str]) -> None:
    """Become the interpreter under the other account.

    What it is loaded from may lie where only root may go. It is opened while that
    is possible, and reached through what is open.
    """
    account = pwd.getpwnam("nobody")
    interpreter = os.open(os.path.realpath(sys.executable), os.O_RDONLY)
    home = _reached(sys.base_prefix)
    places = [_reached(each) for each in os.environ["PYTHONPATH"].split(os.pathsep) if each]
    environ = {
        **os.environ,
        "PYTHONHOME": home,
        "PYTHONPATH": os.pathsep.join(places),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LD_LIBRARY_PATH": f"{home}/lib",
        "HOME": os.environ.get("WINDDOWN_HOME", "/nonexistent"),
    }
    os.setgroups([])
    os.setresgid(account.pw_gid, account.pw_gid, account.pw_gid)
    os.setresuid(account.pw_uid, account.pw_uid, account.pw_uid)
    os.execve(interpreter, [sys.executable, *words], environ)  # noqa: S606  there is none


def _reached(folder: str) -> str:
    """Give a path to a folder that holds for whoever may not go there by its name."""
    descriptor = os.open(folder, os.O_PATH | os.O_DIRECTORY)
    os.set_inheritable(descriptor, True)
    return f"/proc/self/fd/{descriptor}"


def why_not() -> str:
    """Say why nothing can be tried as another account; empty where it can be."""
    if IS_ROOT and not sys.platform.startswith("linux"):
        return "giving root up in this way works on Linux alone"
    return ""


if __name__ == "__main__":
    _become(sys.argv[1:])
