"""What a sync program leaves beside an evening is known by its name, and nothing else is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.data.sync_names import NONE, VERSIONS
from winddown.data.beside import version_of
from winddown.data.version_names import day_of, origin_of


@pytest.mark.parametrize("program", VERSIONS)
def test_a_version_is_known_by_what_a_program_called_it(program: str) -> None:
    named = VERSIONS[program]
    origin = origin_of(named.name)
    assert origin is not None
    assert (origin.maker, origin.at, origin.name) == named[1:]
    assert day_of(named.name) == date(2026, 11, 22)


@pytest.mark.parametrize("what", NONE)
def test_what_is_half_written_or_ones_own_is_no_version(what: str) -> None:
    assert origin_of(NONE[what]) is None


@pytest.mark.parametrize("program", ["Box", "OneDrive on Ana's", "Resilio", "OpenCloud"])
def test_a_name_that_a_person_could_give_as_well_is_not_certain(program: str) -> None:
    origin = origin_of(VERSIONS[program].name)
    assert origin is not None
    assert not origin.is_certain


@given(st.dates())
def test_the_own_name_of_an_evening_is_never_a_versions(day: date) -> None:
    assert origin_of(f"{day.isoformat()}.toml") is None
    assert day_of(f"{day.isoformat()}.toml") == day


@given(st.text(max_size=40))
def test_any_name_at_all_is_answered(name: str) -> None:
    for each in (name, f"2026-11-22{name}", f"2026-11-22{name}.toml"):
        origin = origin_of(each)
        assert origin is None or day_of(each) == date(2026, 11, 22) or each == name


def test_what_an_editor_leaves_beside_an_evening_is_told_from_the_evening_itself() -> None:
    assert version_of("2026-11-22.toml") is None
    for name in ("2026-11-22.toml~", ".2026-11-22.toml.swp", "2026-11-22 2.toml"):
        assert version_of(name) == date(2026, 11, 22)
