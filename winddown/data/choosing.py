"""Has one version of an evening stand and the others go to the backups, and takes that back.

Each step adds before it takes away: whenever it is cut short, every version stands
somewhere, to the byte.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

from winddown.data.locations import Locations
from winddown.data.lock import locked
from winddown.data.moving import copy, is_free, move, move_what_it_is
from winddown.data.toml_file import put_atomically
from winddown.data.versions import content_of, seal_of, sealed
from winddown.errors import ChangedMeanwhile, NotWritten, WinddownError
from winddown.refused import with_remedy
from winddown.routine.archive import Chosen
from winddown.routine.versions import Version


def choose(where: Locations, kept: Version, other: Version | None) -> Chosen:
    """Have `kept` stand as the evening and put `other` away; else as the archive's `choose`."""
    if kept.evening is None:
        raise WinddownError("A version that is not understood cannot be kept; it can be put away.")
    own = where.evening(kept.day)
    with locked(where):
        _expect_as_read(where, [kept, *([other] if other else [])])
        try:
            chosen = _stand(where, own, kept)
            return _put_away(where, own, kept, other, chosen)
        except OSError as problem:
            raise NotWritten(own, with_remedy(problem)) from None


def take_back(where: Locations, chosen: Chosen) -> None:
    """Put every file back to where it stood before; else as the archive's `take_back`."""
    own = where.evening(chosen.day)
    with locked(where):
        if not _is_as_left(where, chosen):
            raise ChangedMeanwhile(chosen.day)
        try:
            if chosen.away:
                move(where.backups / chosen.away_copy, own.with_name(chosen.away))
            if chosen.file:
                _put(own.with_name(chosen.file), own.read_bytes(), chosen.day)
            if chosen.own_copy:
                before = where.backups / chosen.own_copy
                _put(own.resolve(), before.read_bytes(), chosen.day, chosen.seal)
                before.unlink()
            elif chosen.is_new:
                own.unlink()
        except OSError as problem:
            raise NotWritten(own, with_remedy(problem)) from None


def _is_as_left(where: Locations, chosen: Chosen) -> bool:
    """Tell whether all that moved for a choice is where that left it."""
    own = where.evening(chosen.day)
    stands_anew = bool(chosen.own_copy or chosen.is_new)
    back = [own.with_name(name) for name in (chosen.file, chosen.away) if name]
    copies = [where.backups / name for name in (chosen.own_copy, chosen.away_copy) if name]
    return (
        (not stands_anew or seal_of(own) == chosen.seal)
        and all(map(is_free, back))
        and not any(map(is_free, copies))
    )


def _expect_as_read(where: Locations, versions: Sequence[Version]) -> None:
    """Make sure that what was read is what stands.

    Raises:
        ChangedMeanwhile: a file is another one, or one appeared that was not read.
        WinddownError: a file cannot be read at all.
    """
    own = where.evening(versions[0].day)
    for version in versions:
        path = own.with_name(version.file)
        seal = seal_of(path)
        if seal != version.seal or is_free(path):
            raise ChangedMeanwhile(version.day)
        if not seal:
            raise WinddownError(f"{path} cannot be read, so it stays where it is.")
    if not (is_free(own) or any(version.is_own for version in versions)):
        raise ChangedMeanwhile(versions[0].day)


def _stand(where: Locations, own: Path, kept: Version) -> Chosen:
    """Have a version stand as the evening's own; what had been that gets a copy first."""
    chosen = Chosen(kept.day, kept.evening)
    if kept.is_own and not kept.half:
        return chosen
    source = own.with_name(kept.file)
    content = content_of(source, kept.half)
    if is_free(own):
        _put(own, content, kept.day)
        chosen = chosen._replace(is_new=True)
    else:
        chosen = chosen._replace(own_copy=_free_name(where, kept))
        _put_over(own.resolve(), content, kept.day, where.backups / chosen.own_copy)
    if kept.half:
        return chosen._replace(seal=sealed(content))
    if seal_of(source) == kept.seal:
        source.unlink()
    return chosen._replace(seal=sealed(content), file=kept.file)


def _put_over(own: Path, content: bytes, day: date, own_copy: Path) -> None:
    """Put bytes in place of others that stand, of which there is a copy then."""
    before = seal_of(own)
    copy(own, own_copy)
    try:
        _put(own, content, day, before)
    except (ChangedMeanwhile, OSError):
        if seal_of(own) == before:  # else it may be that only the making sure failed
            own_copy.unlink()
        raise


def _put_away(
    where: Locations, own: Path, kept: Version, other: Version | None, chosen: Chosen
) -> Chosen:
    """Move the file of the version that was not chosen to the backups, unless it is there."""
    if other is None or other.is_own:
        return chosen  # its content has a copy already
    away_copy = _free_name(where, kept)
    move_what_it_is(own.with_name(other.file), where.backups / away_copy)
    return chosen._replace(away=other.file, away_copy=away_copy)


def _put(path: Path, content: bytes, day: date, seal: str = "") -> None:
    """Put bytes where what has this seal stands; without one, where nothing does.

    Raises:
        ChangedMeanwhile: something else stands there by now.
        OSError: it could not be written.
    """
    as_before = partial(is_free, path) if not seal else lambda: seal_of(path) == seal
    if not put_atomically(path, content, as_before):
        raise ChangedMeanwhile(day)


def _free_name(where: Locations, version: Version) -> str:
    """Name a copy of which nothing stands yet."""
    names = (f"{version.day}-other-version-{n}.toml" for n in count(1))
    return next(name for name in names if is_free(where.backups / name))
