"""What a person changes while the evening goes on counts at once, and for the rest of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.data.homes import DAY, new_home, put
from tests.unit.data.nights import NOW, keep, occasion
from tests.unit.routine.evenings import outcome
from winddown.data import config as config_file
from winddown.data.config import Config
from winddown.data.evenings import save
from winddown.data.locations import Locations
from winddown.routine.evening import Evening, Plan, Settled
from winddown.routine.lists import Person
from winddown.steps import between


@pytest.fixture(name="home")
def _home() -> Iterator[Locations]:
    with new_home() as home:
        yield home


def config(home: Locations, text: str) -> Config:
    home.config_file.write_text(text)
    return config_file.load(home.config_file, between())[0]


def test_lists_and_settings_are_those_of_the_config_as_it_stands_now(home: Locations) -> None:
    tonight = occasion(home, "[[comforts]]\nid = 'tea'\ntext = 'Tea'\n", motion="gentle")
    assert (tonight.comforts[0].id, tonight.breathes, tonight.people) == ("tea", True, ())
    tonight.follow(config(home, "steps = ['comforts']\n[[people]]\nname = 'Sam'\n"))
    assert "tea" not in [each.id for each in tonight.comforts]
    assert (tonight.breathes, tonight.people) == (False, (Person(name="Sam"),))
    assert tonight.motion == "gentle"


def test_how_much_moves_follows_the_config_only_where_that_has_changed(home: Locations) -> None:
    tonight = occasion(home, motion="gentle")
    tonight.follow(config(home, "theme = 'x'\n"))
    assert tonight.motion == "gentle"
    tonight.follow(config(home, "motion = 'still'\n"))
    assert tonight.motion == "still"


def test_a_person_left_out_is_suggested_no_more_and_comes_back(home: Locations) -> None:
    tonight = occasion(home, "[[people]]\nname = 'Sam'\n[[people]]\nname = 'Ana'\n")
    tonight.leave_out("Sam", suggest=False)
    assert [(each.name, each.suggest) for each in tonight.people] == [("Sam", False), ("Ana", True)]
    tonight.leave_out("Sam", suggest=True)
    assert all(each.suggest for each in tonight.people)


def test_a_country_that_was_chosen_is_no_guess_any_more(home: Locations) -> None:
    tonight = occasion(home, country="FR")
    assert (tonight.support.country, tonight.support.country_is_guess) == ("FR", True)
    tonight.choose_country("GB")
    assert (tonight.support.country, tonight.support.country_is_guess) == ("GB", False)


def test_an_earlier_evening_that_was_changed_is_read_anew(home: Locations) -> None:
    before = keep(home, 1, tonight="tired")
    tonight = occasion(home)
    assert (tuple(tonight.past), tonight.open_plan, tonight.asked) == ((before,), None, None)
    planned = keep(home, 1, tonight="tired", outreach=Plan(text="text Sam", on=DAY))
    assert tuple(tonight.past) == (before,)
    tonight.look_again()
    assert (tuple(tonight.past), tonight.open_plan, tonight.asked) == ((planned,), planned, planned)


def test_something_noticed_is_shown_on_a_light_evening_until_it_is_sent_away(
    home: Locations,
) -> None:
    settled = Settled(before=4, after=5)
    for back in range(1, 9):
        keep(home, back, tonight="tired", settled=settled)
    light = Evening(evening=DAY, started=NOW, tonight="light", settled=settled)
    tonight = occasion(home)
    assert tonight.noticed(Evening(evening=DAY, started=NOW, tonight="heavy")) is None
    found = tonight.noticed(light)
    assert found is not None
    assert found.id == "settles"
    tonight.dismiss(found.id)
    assert tonight.noticed(light) is None


# A plan that was answered by day


def answered(home: Locations) -> None:
    """Keep a plan about which was told today, before the evening."""
    keep(home, 1, outreach=Plan(text="text Sam", on=DAY, followup=outcome("did-it", DAY)))


def test_what_was_answered_by_day_is_not_asked_again_before_the_evening_has_begun(
    home: Locations,
) -> None:
    answered(home)
    assert occasion(home).asked is None


def test_an_evening_that_could_have_asked_already_asks_as_before(home: Locations) -> None:
    answered(home)
    save(home, None, Evening(evening=DAY, started=NOW, step="comforts"))
    asked = occasion(home).asked
    assert asked is not None
    assert asked.outreach == Plan(text="text Sam", on=DAY)


@pytest.mark.parametrize("tonight", ["x = ", "arriving"])
def test_an_evening_still_arriving_or_not_understood_does_not_ask_again(
    home: Locations, tonight: str
) -> None:
    answered(home)
    if tonight == "arriving":
        save(home, None, Evening(evening=DAY, started=NOW, step="arrive"))
    else:
        put(home, tonight)
    assert occasion(home).asked is None
