"""A file is read whole, or refused in one sentence that holds none of its words."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from winddown.errors import UnreadableFile
from winddown.toml_reading import bytes_of, read_toml


def test_what_stands_in_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b'a = "\xc3\xa9"\r\n[b]\nc = 1')
    file = read_toml(path, limit=100)
    assert file.table == {"a": "é", "b": {"c": 1}}
    assert file.text == 'a = "é"\r\n[b]\nc = 1'
    assert file.line_of(("b", "c")) == 3


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b'\xef\xbb\xbfa = "Tell nobody"', 1, "byte order mark"),
        (b'a = 1\nb = "Tell nobody\0"', 2, "NUL byte"),
        (b'a = 1\n\nb = "Tell nobody \xff"', 3, "saved as UTF-8"),
        (b'a = 1\nb = "Tell nobody', 2, "not TOML"),
        (b"a = 1\nb = Tell nobody\nc = 2", 2, "not TOML"),
        (b'a = "Tell nobody"\na = 2\n', 2, "not TOML"),
        (b"a = [", 1, "not TOML"),
        (b"a = 1\n<<<<<<< x\nb = 1\n=======\nb = 2\n>>>>>>> Tell nobody\n", 2, "sides of a merge"),
        (b"<<<<<<< x\r\n||||||| y\r\n=======\r\nb = 2\r\n>>>>>>>\r\n", 1, "both sides of a mer"),
        (b"a = 1\nHeading\n=======\n", 2, "not TOML (a name has no ="),
        (b"a = 1\n>>>>>>> x\n=======\n<<<<<<< y\n", 2, "not TOML"),
        (b"a = 2026-02-30 # Tell nobody", 1, "not TOML"),
        (b"a = " + b"[" * 5000 + b"]" * 5000, 1, "not TOML"),
        (b"a = 1\nb = " + b"1" * 5000, 2, "a number is longer than any can be"),
        (b'a = "Tell nobody' + b"x" * 20_000 + b'"', None, "longer than 19 kB"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_in_one_sentence_without_its_words(
    tmp_path: Path, content: bytes, line: int | None, said: str
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as raised:
        read_toml(path, limit=20_000)
    problem: BaseException | None = raised.value
    assert raised.value.line == line
    assert said in str(problem)
    assert str(path) in str(problem)
    assert "\n" not in str(problem)
    while problem is not None:
        assert "nobody" not in repr(vars(problem)) + repr(problem.args)
        problem = problem.__context__


@pytest.mark.parametrize("line", ["<<<<<<< x\n", "<<<<<<< x\n=======\n", ">>>>>>> x\n"])
def test_a_long_file_of_merge_marks_is_told_before_anyone_gives_up(
    tmp_path: Path, line: str
) -> None:
    path = tmp_path / "a.toml"
    path.write_text(line * (1_000_000 // len(line)))
    began = time.process_time()
    with pytest.raises(UnreadableFile, match="line 1: this is not TOML"):
        read_toml(path, limit=2_000_000)
    assert time.process_time() - began < 5


def test_something_other_than_a_file_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "file").touch()
    for name, said in [
        ("pipe", "something other than a file"),
        ("folder", "a folder"),
        ("link", "links to a file that is not there"),
        ("round", "cannot be read (links lead round in a circle)"),
        ("file/within", "cannot be read (a file stands where a folder should)"),
    ]:
        with pytest.raises(UnreadableFile) as raised:
            read_toml(tmp_path / name, limit=100)
        assert said in str(raised.value)
    with pytest.raises(FileNotFoundError):
        read_toml(tmp_path / "nowhere", limit=100)


@pytest.mark.parametrize(("limit", "is_whole"), [(100, True), (8, False)])
def test_a_file_that_grows_in_the_moment_it_is_read_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int, is_whole: bool
) -> None:
    path = tmp_path / "a.toml"
    path.write_text("a = 1\n")
    usual = Path.open

    def grown(self: Path, mode: str) -> object:
        with usual(self, "ab") as file:
            file.write(b"b = 2\n")
        return usual(self, mode)

    monkeypatch.setattr(Path, "open", grown)
    if is_whole:
        assert bytes_of(path, limit) == b"a = 1\nb = 2\n"
    else:
        with pytest.raises(UnreadableFile, match="longer"):
            bytes_of(path, limit)
