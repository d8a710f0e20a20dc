"""What the tests of versions share: one evening's texts, and where each of them stands."""

from __future__ import annotations

from tests.unit.data.homes import DAY, put
from winddown.data.archive import ArchiveInFiles
from winddown.data.locations import Locations
from winddown.routine.versions import Pair, pairs

HERE = b"""# mine
schema = 1
evening = 2026-11-22
started = 2026-11-22T21:34:10+01:00
note = "rain"
"""
THERE = HERE.replace(b'"rain"', b'"snow" # said elsewhere')
THIRD = HERE.replace(b'"rain"', b'"fog"')
BROKEN = HERE.replace(b'"rain"', b'"rain')
HALVED = HERE.replace(
    b'note = "rain"\n', b'<<<<<<< HEAD\nnote = "rain"\n=======\nnote = "snow"\n>>>>>>> there\n'
)
SECOND_HALF = HERE.replace(b'"rain"', b'"snow"')
SYNCTHING = "2026-11-22.sync-conflict-20261123-101112-ABCDEFG.toml"
ICLOUD = "2026-11-22 2.toml"


def write(home: Locations, own: bytes | None, **others: bytes) -> None:
    """Write an evening's own file, and others beside it: `syncthing`, `icloud`."""
    names = {"syncthing": SYNCTHING, "icloud": ICLOUD}
    path = put(home, HERE if own is None else own)
    if own is None:
        path.unlink()
    for program, content in others.items():
        path.with_name(names.get(program, program)).write_bytes(content)


def stands(home: Locations) -> dict[str, bytes]:
    """Give every file of evenings and copies by its name alone."""
    files = [path for path in home.data.rglob("*") if path.is_file()]
    return {path.name: path.read_bytes() for path in files}


def pair(back: ArchiveInFiles, at: int = 0) -> Pair:
    """Read the versions of the evening, and give two that are chosen from."""
    return list(pairs(back.versions(DAY)))[at]
