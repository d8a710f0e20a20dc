"""The lists of tonight: the person's own first, then the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.data.homes import DAY, new_home
from tests.unit.data.nights import keep, occasion, rounds
from winddown.data import content
from winddown.data.locations import Locations
from winddown.errors import WinddownError
from winddown.routine.evening import Plan
from winddown.routine.lists import Person


@pytest.fixture(name="home")
def _home() -> Iterator[Locations]:
    with new_home() as home:
        yield home


# Lists


def test_without_a_config_every_list_is_the_shipped_one(home: Locations) -> None:
    tonight = occasion(home)
    assert tonight.comforts == content.comforts()
    assert tonight.habits == content.habits()
    assert tonight.acts == content.acts()
    assert tonight.cues == content.cues()
    assert tonight.patterns == content.patterns()
    assert tonight.anchors == content.anchors()


def test_own_comforts_stand_first_replace_the_same_id_and_hide_what_is_not_wanted(
    home: Locations,
) -> None:
    tonight = occasion(
        home,
        '[[comforts]]\nid = "tea"\ntext = "Tea"\n'
        '[[comforts]]\nid = "playlist"\ntext = "The old tape"\n'
        '[[comforts]]\nid = "blanket"\nhide = true\n',
    )
    texts = {each.id: each.text for each in tonight.comforts}
    assert list(texts)[:3] == ["tea", "playlist", "laundry-soap"]
    assert texts["playlist"] == "The old tape"
    assert "blanket" not in texts
    assert len(texts) == len(content.comforts())


@pytest.mark.parametrize("name", ["comforts", "habits", "acts", "cues"])
def test_a_shipped_list_can_be_left_out_by_itself(home: Locations, name: str) -> None:
    tonight = occasion(home, f"[shipped]\n{name} = false\n")
    for each in ("comforts", "habits", "acts", "cues"):
        assert (getattr(tonight, each) == ()) is (each == name)


def test_an_own_act_is_said_as_it_is_written_where_nothing_else_is_given(home: Locations) -> None:
    tonight = occasion(home, '[[acts]]\nid = "choir"\ntext = "go to choir"\nsize = "medium"\n')
    assert tonight.acts[0].say == "go to choir"
    assert tonight.acts[0].size == "medium"


def test_an_own_cue_stands_first_and_once(home: Locations) -> None:
    tonight = occasion(home, '[outreach]\ncues = ["I hang up my coat", "I get home"]\n')
    assert tonight.cues[:2] == ("I hang up my coat", "I get home")
    assert tonight.cues.count("I get home") == 1


def test_people_come_from_config_and_then_from_past_evenings_each_once(home: Locations) -> None:
    keep(home, 2, in_touch=("Ana", "the neighbour"))
    keep(home, 1, in_touch=("Sam",), outreach=Plan(who="Jo", text="ring Jo", on=DAY))
    tonight = occasion(home, '[[people]]\nname = "Ana"\nsuggest = false\n')
    assert tonight.people == (
        Person(name="Ana", suggest=False),
        Person(name="Jo"),
        Person(name="Sam"),
        Person(name="the neighbour"),
    )


# Breathing


@pytest.mark.parametrize(("kept", "pattern"), [(0, "gentle"), (2, "gentle"), (3, "long-out")])
def test_breathing_starts_small_for_three_evenings(
    home: Locations, kept: int, pattern: str
) -> None:
    for night in range(kept):
        keep(home, night + 1, breathing=rounds())
    assert occasion(home).pattern.id == pattern


def test_only_evenings_with_a_whole_breath_of_a_pattern_count_as_breathing(
    home: Locations,
) -> None:
    keep(home, 1, breathing=rounds())
    keep(home, 2, breathing=rounds() + rounds())
    keep(home, 3, breathing=rounds(cycles=0))
    keep(home, 4, breathing=rounds(kind="anchor", id="feet", cycles=0))
    assert occasion(home).pattern.id == "gentle"


def test_a_pattern_that_was_named_comes_at_once(home: Locations) -> None:
    named = '[breathing]\npattern = "even"\nminutes = 3\n'
    assert occasion(home, named).pattern.id == "even"
    assert occasion(home, named, pattern="box").pattern.id == "box"
    assert occasion(home, named).minutes == 3
    assert occasion(home, named, minutes=10).minutes == 10


def test_a_pattern_of_ones_own_stands_first_and_can_replace_a_shipped_one(home: Locations) -> None:
    own = 'phases = [{cue = "in", s = 4.5}, {cue = "out", s = 5.5}]'
    tonight = occasion(home, f'[breathing]\npatterns = [{{id = "even", {own}}}]\n')
    assert tonight.patterns[0].id == "even"
    assert tonight.patterns[0].phases[0].seconds == 4.5
    assert [each.id for each in tonight.patterns].count("even") == 1


def test_a_pattern_that_is_not_there_is_answered_with_those_that_are(home: Locations) -> None:
    with pytest.raises(WinddownError, match=r"no pattern 'bx'.*gentle, long-out"):
        _ = occasion(home, pattern="bx").pattern


def test_the_caution_about_holds_is_known_once_a_round_of_one_was_kept(home: Locations) -> None:
    keep(home, 1, breathing=rounds("long-out"))
    assert not occasion(home).hold_known
    keep(home, 2, breathing=rounds("box"))
    assert occasion(home).hold_known
