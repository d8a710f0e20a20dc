"""Forgetting takes every trace of an evening, and nothing that is not one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.data.broken_evenings import BROKEN, WHOLE, Broken
from tests.unit.data.homes import BEGUN, DAY, new_home, put
from tests.unit.data.laid import OTHER, TRACES, files, lay
from winddown.data import calendar
from winddown.data.beside import version_of
from winddown.data.evenings import load
from winddown.data.forgetting import forget
from winddown.data.locations import Locations, locations
from winddown.data.traces import all_traces, strangers, traces_of
from winddown.routine.evening import Plan

STRANGE = [
    "evenings/2026/notes.txt",
    "evenings/2026/{} tax.pdf",
    "evenings/2026/{}",
    "evenings/2026/2026-02-30.toml",
    "evenings/2026/.stfolder",
    "evenings/old/{}.toml",
    "backups/notes.toml",
    "backups/x{}.toml",
    "calendar/birthdays.ics",
    "letter.txt",
]


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path / "home")})


@pytest.mark.parametrize("name", TRACES)
def test_each_trace_of_an_evening_goes_and_the_same_of_another_stays(
    home: Locations, name: str
) -> None:
    mine, other = lay(home, name), lay(home, name, OTHER)
    assert traces_of(home, DAY) == [mine]
    assert forget(home, traces_of(home, DAY)) == (1, [])
    assert files(home) - {home.lock} == {other}


@pytest.mark.parametrize("name", STRANGE)
def test_what_something_else_put_there_is_left_and_named(home: Locations, name: str) -> None:
    stranger = lay(home, name)
    assert traces_of(home, DAY) == all_traces(home, with_config=False) == []
    found = stranger.parent if "/old/" in name else stranger
    assert strangers(home, None, with_config=False) == [found]
    of_the_day = [found] if found.name.startswith(str(DAY)) else []
    assert strangers(home, DAY, with_config=False) == of_the_day


@pytest.mark.parametrize("broken", BROKEN.values(), ids=list(BROKEN))
def test_an_evening_that_is_not_understood_goes_like_any_other(
    home: Locations, broken: Broken
) -> None:
    path = home.evening(DAY)
    path.parent.mkdir(parents=True)
    broken.make(path)
    gone, problems = forget(home, traces_of(home, DAY))
    assert (gone, problems) == (1, [])
    assert not home.data.exists()


def test_leftovers_go_that_are_of_the_evening(home: Locations) -> None:
    mine = lay(home, "evenings/2026/.winddown-a", text=WHOLE)
    copy = lay(home, "backups/.winddown-b", text=WHOLE[:60])
    other = lay(home, "evenings/2026/.winddown-c", text=WHOLE.replace("-22\n", "-21\n", 1))
    plan = replace(BEGUN, outreach=Plan(text="ring Ana", on=DAY))
    event = calendar.keep(home, plan, "{plan}", datetime.fromisoformat("2026-11-22T22:00:00+01:00"))
    event = event.rename(home.calendar / ".winddown-d")
    assert set(traces_of(home, DAY)) == {mine, copy, event}
    assert set(all_traces(home, with_config=False)) == {mine, copy, event, other}


def test_all_means_all_with_the_state_and_only_the_config_stays(home: Locations) -> None:
    for name in TRACES:
        lay(home, name)
        lay(home, name, OTHER)
    lay(home, "backups/config.toml")
    lay(home, "backups/config-other-version-1.toml")
    lay(home, "../state/lock")
    lay(home, "../state/crash.txt")
    config = {
        lay(home, "../config/config.toml"),
        lay(home, "../config/themes/mine.toml"),
        lay(home, "../config/content/closing.toml"),
    }
    assert forget(home, all_traces(home, with_config=False), with_state=True)[1] == []
    assert files(home) == config
    assert not home.data.exists()
    assert not home.state.exists()
    leftover = lay(home, "../config/.winddown-a")
    stranger, letter = lay(home, "../config/content/other.toml"), lay(home, "letter.txt")
    assert strangers(home, None, with_config=True) == [letter, stranger]
    found = all_traces(home, with_config=True)
    assert set(found) == {*config, leftover}
    assert forget(home, found) == (4, [])
    assert files(home) - {home.lock} == {stranger, letter}
    assert not home.themes.exists()


NAMES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", ".", "#", "~", ".syncthing.", "x"]),
    st.sampled_from([str(DAY), str(OTHER), "2026-02-30", "2026-11-222"]),
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), max_size=20)
    | st.sampled_from([".toml", " (1).toml", ".toml~", ".ics", "-removed-on-2026-12-01.toml"]),
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["evenings", "backups", "calendar"]), NAMES), max_size=8))
def test_whatever_lies_there_a_day_is_forgotten_and_no_other(
    laid: list[tuple[str, str]],
) -> None:
    with new_home() as home:
        put(home, WHOLE)
        put(home, WHOLE.replace("-22\n", "-21\n", 1), OTHER)
        for folder, name in laid:
            where = home.data / folder / ("2026" if folder == "evenings" else "")
            where.mkdir(parents=True, exist_ok=True)
            if len(name.encode()) < 200 and not (where / name).exists():
                (where / name).write_text("x")
        before = files(home)
        found = traces_of(home, DAY)
        assert forget(home, found)[1] == []
        assert load(home, DAY) is None
        assert load(home, OTHER) is not None
        for path in before - files(home):
            assert str(DAY) in path.name
        for path in files(home) - {home.lock}:
            assert version_of(path.name) != DAY or path.parent == home.calendar
