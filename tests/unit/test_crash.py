"""What is kept of a crash: where it was in the program, and nothing that anyone wrote."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from winddown.crash import FRAMES, told

WORDS = "nobody is to read this"


def raised(error: BaseException) -> BaseException:
    """Give an error as it is once it was raised."""
    try:
        raise error
    except BaseException as caught:
        return caught


def details_of(
    error: BaseException, home: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, str]:
    """Tell of a crash, and give the sentence and the details."""
    monkeypatch.setenv("WINDDOWN_HOME", str(home))
    sentence = told(error, write=True)
    return sentence, (home / "state/crash.txt").read_text(encoding="utf-8")


def down(depth: int) -> None:
    """Raise an error from deep down."""
    if not depth:
        raise ValueError(WORDS)
    down(depth - 1)


def test_a_crash_from_deep_down_is_kept_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValueError, match=WORDS) as caught:
        down(900)
    _, details = details_of(caught.value, tmp_path, monkeypatch)
    assert details.count("test_crash.py:") <= FRAMES
    assert "more\n" in details
    assert WORDS not in details


def test_errors_that_come_together_are_all_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = ExceptionGroup(WORDS, [raised(KeyError(WORDS)), raised(OSError(5, WORDS))])
    _, details = details_of(raised(group), tmp_path, monkeypatch)
    assert "in it builtins.KeyError" in details
    assert "in it builtins.OSError" in details
    assert WORDS not in details


def test_errors_that_lead_to_each_other_come_to_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = raised(ValueError(WORDS)), raised(KeyError(WORDS))
    one.__cause__, other.__cause__ = other, one
    _, details = details_of(one, tmp_path, monkeypatch)
    assert details.count("builtins.") == 2


def test_an_error_is_named_without_the_folder_it_lies_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, details = details_of(raised(ValueError(WORDS)), tmp_path, monkeypatch)
    assert f"{Path(__file__).name}:" in details
    assert str(Path(__file__).parent) not in details
    assert sys.prefix not in details
    assert str(tmp_path) not in details


def test_the_sentence_names_the_details_as_the_person_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    sentence, _ = details_of(raised(ValueError(WORDS)), tmp_path / "here", monkeypatch)
    assert sentence == (
        "It stopped because of a mistake of its own (ValueError); "
        "~/here/state/crash.txt has the details, without anything you wrote."
    )


@pytest.mark.parametrize("kept", [True, False, None])
def test_where_nothing_may_be_written_nothing_is_and_nothing_else_is_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bool | None
) -> None:
    monkeypatch.setenv("WINDDOWN_HOME", str(tmp_path / "home"))
    sentence = told(raised(ValueError(WORDS)), write=False, kept=kept)
    assert sentence.endswith("(ValueError); nothing was written, as on any private evening.")
    assert not (tmp_path / "home").exists()


def test_a_home_that_cannot_be_written_is_said_in_the_same_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("WINDDOWN_HOME", str(tmp_path / "home"))
    sentence = told(raised(ValueError(WORDS)), write=True, kept=True)
    assert "run it again to go on; the details could not be written" in sentence
    assert sentence.count(".") - sentence.count("crash.txt") == 1
