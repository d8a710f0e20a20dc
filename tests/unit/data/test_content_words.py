"""The words that come with the program: kind, honest, and of a length that reads well."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from string import Formatter

import pytest

from winddown.data import content
from winddown.steps import STEPS

FILES = sorted(content.FOLDER.glob("*.toml"))
PAGES = [path.stem for path in FILES]

WIDTH = 72
FIELDS = {
    "actual", "after", "answer", "before", "breathing", "comforts", "country", "cue", "day", "deed",
    "expected", "file", "first", "high", "low", "middle",
    "habit", "last", "line", "minutes", "month", "most", "name", "names", "next", "now", "number",
    "pattern", "people", "plan", "say", "seconds", "shortest", "step", "time", "weekday", "who",
    "whole", "words", "year",
}  # fmt: skip


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _said(page: str) -> list[str]:
    return list(_strings(tomllib.loads((content.FOLDER / f"{page}.toml").read_text("utf-8"))))


@pytest.mark.parametrize("page", PAGES)
def test_a_paragraph_is_one_string_that_is_free_to_wrap(page: str) -> None:
    assert [
        text for text in _said(page) if text != text.strip() or re.search(r"[\n\t]", text)
    ] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_the_words_says_something(page: str) -> None:
    table = tomllib.loads((content.FOLDER / f"{page}.toml").read_text("utf-8")).get("words", {})
    words = content.words(page)
    assert table
    for key in table:
        assert words[key].strip()
        assert all(words.each(key))


@pytest.mark.parametrize("page", PAGES)
def test_only_fields_that_the_program_fills_stand_in_the_words(page: str) -> None:
    named = {field for text in _said(page) for _, field, _, _ in Formatter().parse(text) if field}
    assert named <= FIELDS


def test_the_first_page_is_three_short_paragraphs() -> None:
    lines = content.words("first").each("lines")
    assert len(lines) == 3
    assert all(len(line) <= 2 * WIDTH for line in lines)


def test_the_first_page_says_what_this_is_not_and_where_help_is() -> None:
    page = " ".join(content.words("first").each("lines"))
    for promise in ("not treatment", "not a crisis service", "plain files", "?"):
        assert promise in page


def test_why_is_told_for_every_step() -> None:
    words = content.words("help")
    for step in STEPS:
        assert words[f"why-{step}"]
        assert content.words("frame")[step]


def test_each_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    loads = tomllib.loads

    def noted(text: str) -> dict[str, object]:
        opened.append(text)
        return loads(text)

    content._read.cache_clear()
    monkeypatch.setattr(tomllib, "loads", noted)
    for page in ("arrive", "arrive", "closing", "arrive"):
        content.words(page)
    assert len(opened) == 2
