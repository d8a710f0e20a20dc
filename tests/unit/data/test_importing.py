"""What was exported comes back as it was, and nothing that stands is ever written over."""

from __future__ import annotations

import json
import os
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests import years
from tests.strategies import evenings
from tests.unit.data.entry import ENTRY
from tests.unit.data.homes import BEGUN, DAY, contents, new_home, put
from tests.unit.data.raw_tables import raw_tables
from winddown.data.evenings import FIRST_LINE, load, save
from winddown.data.export_json import as_json
from winddown.data.exporting import Kept
from winddown.data.importing import Arrivals, entries_in, understood
from winddown.data.locations import Locations, locations
from winddown.data.matching import alike
from winddown.data.records import Table, tables_of
from winddown.data.toml_fresh import fresh
from winddown.errors import WinddownError
from winddown.routine.evening import Evening


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def exported(home: Locations) -> str:
    kept = Kept(home, None, None)
    text = "".join(as_json(kept))
    assert kept.problems == []
    return text


def take_in(home: Locations, text: str) -> Counter[str]:
    arrivals = Arrivals(home)
    entries = entries_in(text.encode(), "all.json")
    return Counter(arrivals.take_in(understood(entry))[0] for entry in entries)


def as_written(home: Locations) -> dict[str, bytes]:
    return {Path(path).name: text for path, text in contents(home).items()}


def test_ten_years_come_back_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)  # no power cut is expected
    old, new = (locations({"WINDDOWN_HOME": str(tmp_path / name)}) for name in ("old", "new"))
    years.write(old, years.evenings(3650, date(2026, 11, 22)))
    text = exported(old)
    assert take_in(new, text) == {"new": 3650}
    assert exported(new) == text
    assert as_written(new) == as_written(old)


@settings(max_examples=60)
@given(raw_tables(DAY))
def test_whatever_a_person_added_comes_back_as_it_was(table: Table) -> None:
    with new_home() as old, new_home() as new:
        put(old, fresh("# by hand", table))
        text = exported(old)
        assert take_in(new, text) == {"new": 1}
        back = tomllib.loads(new.evening(DAY).read_text("utf-8"))
        assert alike(back, table)
        assert exported(new) == text
        assert take_in(new, text) == {"same": 1}


@settings(max_examples=30)
@given(evenings(DAY))
def test_an_evening_is_brought_in_as_the_program_itself_would_have_written_it(
    evening: Evening,
) -> None:
    with new_home() as new:
        save(new, None, evening)
        table = {"schema": 1, **tables_of(evening)}
        assert fresh(FIRST_LINE, table) == new.evening(DAY).read_text("utf-8")


def test_what_comes_in_is_for_its_owner_only(home: Locations) -> None:
    entries = [ENTRY, ENTRY | {"note": "other"}]
    assert take_in(home, json.dumps({"winddown": 1, "evenings": entries})) == {
        "new": 1,
        "beside": 1,
    }
    for path in home.data.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", [f'{FIRST_LINE}\nnote = "not', "", "mine"])
def test_what_differs_stays_as_it_is_and_the_other_is_kept_beside_it_once(
    home: Locations, text: str
) -> None:
    path = put(home, text)
    if text == "mine":
        path.unlink()
        save(home, None, BEGUN)
    before = path.read_bytes()
    incoming = json.dumps({"winddown": 1, "evenings": [ENTRY | {"note": "Rain."}]})
    assert take_in(home, incoming) == {"beside": 1}
    kept = contents(home)
    assert take_in(home, incoming) == {"beside-before": 1}
    assert contents(home) == kept
    assert path.read_bytes() == before
    (copy,) = home.backups.iterdir()
    assert copy.name == "2026-11-22-imported-1.toml"
    assert 'note = "Rain."' in copy.read_text()
    assert take_in(home, incoming.replace("Rain", "Snow")) == {"beside": 1}
    assert sorted(one.name for one in home.backups.iterdir()) == [
        "2026-11-22-imported-1.toml",
        "2026-11-22-imported-2.toml",
    ]


def test_what_stands_twice_in_one_file_is_kept_beside_once(home: Locations) -> None:
    entries = [ENTRY, *[ENTRY | {"note": "Rain."}] * 2]
    assert take_in(home, json.dumps({"winddown": 1, "evenings": entries})) == {
        "new": 1,
        "beside": 1,
        "beside-before": 1,
    }


def test_what_an_editor_saves_at_that_very_moment_stays(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def saving(descriptor: int) -> None:
        if not home.evening(DAY).exists():
            put(home, "mine = 1\n")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", saving)
    assert take_in(home, json.dumps({"winddown": 1, "evenings": [ENTRY]})) == {"beside": 1}
    assert home.evening(DAY).read_text() == "mine = 1\n"


def test_the_order_of_keys_makes_no_other_evening(home: Locations) -> None:
    save(home, None, BEGUN)
    backwards = dict(reversed(list(ENTRY.items())))
    assert take_in(home, json.dumps({"winddown": 1, "evenings": [backwards]})) == {"same": 1}


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_what_is_no_file_is_never_written_into(home: Locations, kind: str, tmp_path: Path) -> None:
    path = home.evening(DAY)
    path.parent.mkdir(parents=True)
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    text = json.dumps({"winddown": 1, "evenings": [ENTRY]})
    assert take_in(home, text) == {"beside": 1}
    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_some_editor_saved_in_its_own_way_is_read_all_the_same() -> None:
    text = json.dumps({"winddown": 1, "evenings": [ENTRY]})
    for encoding in ("utf-8-sig", "utf-16", "utf-8"):
        assert entries_in(text.encode(encoding), "all.json") == [ENTRY]


@pytest.mark.parametrize("deep", [150, 400, 2_000])
def test_tables_deep_in_tables_come_in_or_are_refused_but_nothing_breaks(
    home: Locations, deep: int
) -> None:
    inner: Any = 1
    for _ in range(deep):
        inner = [inner]
    try:
        incoming = understood(ENTRY | {"mine": inner})
    except WinddownError as problem:
        refused = str(problem)
    else:
        refused = ""
        assert Arrivals(home).take_in(incoming) == ("new", home.evening(DAY))
        assert load(home, DAY) is not None
    assert "too deep" in refused if refused else deep < 2_000


def test_half_a_character_comes_in_as_a_sign_for_it(home: Locations) -> None:
    text = json.dumps({"winddown": 1, "evenings": [ENTRY | {"note": "a\ud800", "\udfff": 1}]})
    assert take_in(home, text) == {"new": 1}
    evening = load(home, DAY)
    assert evening is not None
    assert evening.note == "a\ufffd"
    assert take_in(home, text) == {"same": 1}
