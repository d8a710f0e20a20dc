"""What a disk refuses is said in plain words, with what the person can do about it."""

from __future__ import annotations

import errno
import os

import pytest

from winddown.refused import plainly, with_remedy


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full; free some space on it"),
        (errno.EDQUOT, "your share of the disk is full; free some space in it"),
        (errno.EACCES, "permission denied; allow your account to write there"),
        (errno.EPERM, "permission denied; allow your account to write there"),
        (errno.EROFS, "the disk can only be read at present; allow writing to it"),
        (errno.EIO, "the disk reported an error; copy your evenings to another one"),
        (errno.ENAMETOOLONG, "its name is too long; give its folder a shorter name"),
        (errno.ENOTDIR, "a file stands where a folder should; move that file away"),
        (errno.EMFILE, "too many files are open; close some other programs"),
        (
            errno.ESTALE,
            "the disk over the network does not answer; wait until it is there again",
        ),
        (
            errno.ETIMEDOUT,
            "the disk over the network does not answer; wait until it is there again",
        ),
    ],
)
def test_what_is_refused_is_said_with_what_to_do_next(number: int, said: str) -> None:
    problem = OSError(number, os.strerror(number), "a/b.toml")
    assert with_remedy(problem) == said
    assert plainly(problem) == said.partition(";")[0]


def test_what_nobody_thought_of_is_said_as_the_system_says_it() -> None:
    assert with_remedy(OSError(errno.EXDEV, "Invalid cross-device link")) == (
        "invalid cross-device link"
    )
    assert with_remedy(OSError()) == plainly(OSError()) == "oserror"


def test_every_error_has_words_of_few_cells_and_names_no_file() -> None:
    for number in errno.errorcode:
        said = with_remedy(OSError(number, os.strerror(number), "Tell nobody"))
        assert said
        assert "nobody" not in said
        assert "\n" not in said
        assert not said.endswith(".")
