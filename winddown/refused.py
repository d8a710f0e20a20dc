"""Says in plain words why the system refused something, and what to do next."""

from __future__ import annotations

import errno

_GONE = ("the disk is gone", "connect it again")
_CROWDED = ("too many files are open", "close some other programs")
_FORBIDDEN = ("permission denied", "allow your account to write there")
_FAR = ("the disk over the network does not answer", "wait until it is there again")

_REFUSALS = {
    errno.ENOSPC: ("the disk is full", "free some space on it"),
    errno.EDQUOT: ("your share of the disk is full", "free some space in it"),
    errno.EFBIG: ("the disk takes no file of that length", "keep less in it"),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: ("the disk can only be read at present", "allow writing to it"),
    errno.EIO: ("the disk reported an error", "copy your evenings to another one"),
    errno.ENAMETOOLONG: ("its name is too long", "give its folder a shorter name"),
    errno.ENOTDIR: ("a file stands where a folder should", "move that file away"),
    errno.EISDIR: ("a folder stands where a file should", "move that folder away"),
    errno.ELOOP: ("links lead round in a circle", "take one of them away"),
    errno.EMFILE: _CROWDED,
    errno.ENFILE: _CROWDED,
    errno.ENOMEM: ("the memory is full", "close some other programs"),
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.ETIMEDOUT: _FAR,
    errno.ESTALE: _FAR,
    errno.ENOTCONN: _FAR,
    errno.ECONNABORTED: _FAR,
    errno.ECONNREFUSED: _FAR,
    errno.ECONNRESET: _FAR,
    errno.EHOSTDOWN: _FAR,
    errno.EHOSTUNREACH: _FAR,
    errno.ENETDOWN: _FAR,
    errno.ENETUNREACH: _FAR,
}
"""Why, and what the person can do about it."""


def plainly(problem: OSError) -> str:
    """Say why something was refused, without the names of files."""
    known = _REFUSALS.get(problem.errno or 0)
    return known[0] if known else (problem.strerror or type(problem).__name__).lower()


def with_remedy(problem: OSError) -> str:
    """Say why a file could not be written, and what to do about that.

    The remedy is the person's part alone. Whether it is then tried anew by itself,
    as on a screen, or by them, as with a command, whoever shows it knows.
    """
    known = _REFUSALS.get(problem.errno or 0)
    return "; ".join(known) if known else plainly(problem)
