"""What two versions say is told apart sentence by sentence, and where each is from is plain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.routine.evenings import TODAY
from tests.unit.routine.paged import FULL
from winddown.data import content
from winddown.routine.pages import Page, page_of
from winddown.routine.versions import (
    Maker,
    Origin,
    Pair,
    Version,
    all_of,
    differs_folded,
    has_more_of,
    pairs,
    pieces,
    reads_alike,
    told,
)

SAY, OF_PLAN = content.words("versions"), content.words("plan")


def version(origin: Origin, **more: Any) -> Version:
    given: dict[str, Any] = {"day": date(2026, 11, 22), "file": "", "evening": None} | more
    return Version(origin=origin, **given)


def page(**answers: Any) -> Page:
    return page_of(
        replace(FULL, **answers),
        TODAY,
        content.words("look_back"),
        content.words("closing"),
        OF_PLAN,
        {},
    )


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (Origin(), "kept here"),
        (
            Origin(maker="syncthing", at=datetime(2026, 11, 23, 10, 11, 12)),  # noqa: DTZ001
            "from Syncthing, 23 November 10:11",
        ),
        (
            Origin(maker="nextcloud", at=datetime(2027, 1, 2, 9, 5)),  # noqa: DTZ001
            "from Nextcloud, 2 January 2027 09:05",
        ),
        (Origin(maker="dropbox", at=date(2026, 11, 23)), "from Dropbox, 23 November"),
        (Origin(maker="dropbox"), "from Dropbox"),
        (Origin(maker="onedrive", name="LAPTOP"), "from LAPTOP, by way of OneDrive"),
        (Origin(maker="git", name="orig"), "from git (orig)"),
    ],
)
def test_where_a_version_is_from_is_said_plainly(origin: Origin, said: str) -> None:
    assert told(version(origin), SAY, OF_PLAN) == said


def test_whatever_made_it_has_words_and_braces_in_a_name_are_only_shown() -> None:
    for maker in get_args(Maker):
        assert told(version(Origin(maker=maker, name="{x}")), SAY, OF_PLAN)
    assert "{x}" in told(version(Origin(maker="other", name="{x}")), SAY, OF_PLAN)


def test_halves_are_named_by_their_file() -> None:
    assert told(version(Origin(), half=1), SAY, OF_PLAN) == "the first half of the file"
    copied = version(Origin(maker="git", name="orig"), half=2)
    assert told(copied, SAY, OF_PLAN) == "from git (orig), its second half"


def test_each_other_version_is_put_beside_the_one_that_stands() -> None:
    one, two, three = (version(Origin(), file=each) for each in "abc")
    assert list(pairs([])) == []
    assert list(pairs([one])) == [Pair(one, None)]
    assert list(pairs([one, two, three])) == [Pair(one, two), Pair(one, three)]


def test_a_sentence_that_both_have_is_told_from_one_that_only_one_has() -> None:
    found = pieces("It rained. “No!” Sam rang at 18.30.", "Sam rang at 18.30. It rained.")
    assert [(each.text, each.is_shared) for each in found] == [
        ("It rained. ", True),
        ("“No!” ", False),
        ("Sam rang at 18.30.", True),
    ]


@given(st.text(), st.text())
def test_nothing_is_lost_in_telling_apart(text: str, other: str) -> None:
    assert "".join(each.text for each in pieces(text, other)) == text
    assert all(each.is_shared for each in pieces(text, text) if each.text.strip())


def test_pages_read_alike_only_where_all_of_them_does() -> None:
    assert reads_alike(page(), page())
    for other in (page(note="snow"), page(in_touch=()), page(outreach=None)):
        assert not reads_alike(page(), other)
    unsaid = tuple(replace(each, from_what="") for each in FULL.reflections)
    assert differs_folded(page(), page(reflections=unsaid))
    assert not reads_alike(page(), page(reflections=unsaid))


def test_a_page_keeps_each_of_its_parts_in_its_place() -> None:
    assert [bool(part) for part in page(reflections=()).parts] == [True, False, True, True]
    assert tuple(filter(None, page().parts)) == page().paragraphs
    assert all_of(None) == ""
    assert FULL.note in all_of(page())


def test_a_file_in_two_halves_is_known_to_have_its_other_half_still_to_choose_from() -> None:
    own, git = version(Origin(), file="a"), Origin(maker="git", name="orig")
    half, other = (version(git, file="b", half=each) for each in (1, 2))
    whole, elsewhere = version(git, file="c"), version(git, file="d", half=2)
    assert has_more_of(half, [Pair(own, whole), Pair(own, other)])
    assert not has_more_of(half, [Pair(own, whole), Pair(own, elsewhere), Pair(own, None)])
    assert not has_more_of(half, [])


def test_nothing_more_is_to_come_of_a_whole_file_or_of_the_evenings_own() -> None:
    git = Origin(maker="git", name="orig")
    for first in (None, version(git, file="b"), version(Origin(), file="b", half=1)):
        rest = [Pair(version(Origin()), version(git, file="b", half=2))]
        assert not has_more_of(first, rest)
