"""An evening of an earlier layout is read as today's, and its own file is kept when it changes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.data.homes import BEGUN, DAY, contents, put
from tests.unit.data.sittings import copies
from winddown.data import migration
from winddown.data.evenings import load, load_to_write, save
from winddown.data.importing import understood
from winddown.data.locations import Locations, locations
from winddown.data.migration import migrated
from winddown.data.records import Table
from winddown.errors import NewerSchema, NotWritten, UnreadableEvening
from winddown.routine.evening import Evening

FIXTURES = Path(__file__).parent / "fixtures"

EARLIER = """\
# mine
schema = 1
evening = 2026-11-22
started = 2026-11-22T21:34:10+01:00
mood = "tired" # as it was called
weather = "rain"

[garden]
frost = true
"""
"""As a made-up first layout has it, in which `tonight` was called `mood`."""


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a second layout."""

    def second(table: Table) -> Table:
        if "mood" in table:
            table["tonight"] = table.pop("mood")
        return table

    monkeypatch.setattr(migration, "STEPS", (second,))
    monkeypatch.setattr(migration, "SCHEMA", 2)


@pytest.mark.parametrize("schema", range(1, migration.SCHEMA + 1))
def test_an_evening_of_every_layout_that_was_ever_shipped_is_still_read(
    home: Locations, schema: int
) -> None:
    text = (FIXTURES / f"schema-{schema}.toml").read_text()
    assert f"schema = {schema}\n" in text
    put(home, text)
    evening = load(home, DAY)
    assert evening is not None
    assert (evening.tonight, evening.note) == ("tired", "Rain on the window.")
    assert evening.outreach is not None
    assert evening.outreach.followup is not None
    changed = save(home, evening, replace(evening, note="Snow."))
    assert changed == replace(evening, note="Snow.") == load(home, DAY)


@pytest.mark.usefixtures("later")
def test_an_earlier_evening_reads_as_todays_and_is_not_written_for_it(home: Locations) -> None:
    put(home, EARLIER)
    before = contents(home)
    evening = load(home, DAY)
    assert evening == replace(BEGUN, tonight="tired")
    assert save(home, evening, evening) == evening
    assert save(home, None, evening) == evening
    assert contents(home) == before


@pytest.mark.usefixtures("later")
def test_the_first_change_keeps_the_earlier_file_to_the_byte(home: Locations) -> None:
    text = EARLIER.replace("# mine\n", "# mine\r\n").encode()
    put(home, text)
    evening = load(home, DAY)
    assert evening is not None
    kept = save(home, evening, replace(evening, note="Rain"))
    assert kept == replace(evening, note="Rain") == load(home, DAY)
    assert copies(home)["2026-11-22-schema-1.toml"] == text
    now = home.evening(DAY).read_text()
    assert "schema = 2\n" in now
    assert 'tonight = "tired"' in now
    assert "mood" not in now
    assert 'weather = "rain"' in now
    assert "frost = true" in now
    save(home, kept, replace(kept, note="Snow"))
    assert [name for name in copies(home) if "schema" in name] == ["2026-11-22-schema-1.toml"]


@pytest.mark.usefixtures("later")
def test_an_earlier_file_that_comes_again_is_kept_beside_the_first(home: Locations) -> None:
    for number, text in enumerate((EARLIER, EARLIER, EARLIER + "# synced\n")):
        put(home, text)
        evening = load(home, DAY)
        assert evening is not None
        save(home, evening, replace(evening, note=str(number)))
    assert copies(home)["2026-11-22-schema-1.toml"] == EARLIER.encode()
    assert copies(home)["2026-11-22-schema-1-2.toml"] == (EARLIER + "# synced\n").encode()


@pytest.mark.usefixtures("later")
def test_an_earlier_file_that_cannot_be_kept_is_not_changed(home: Locations) -> None:
    put(home, EARLIER)
    evening = load(home, DAY)
    assert evening is not None
    home.backups.write_text("in the way")
    with pytest.raises(NotWritten, match="a file stands where a folder should"):
        save(home, evening, replace(evening, note="Rain"))
    assert home.evening(DAY).read_text() == EARLIER


@pytest.mark.usefixtures("later")
def test_a_file_that_names_no_layout_is_of_the_first(home: Locations) -> None:
    put(home, EARLIER.replace("schema = 1\n", ""))
    assert load(home, DAY) == replace(BEGUN, tonight="tired")


@pytest.mark.usefixtures("later")
def test_a_mistake_in_an_earlier_file_is_named_and_the_file_left(home: Locations) -> None:
    put(home, EARLIER.replace('"tired"', "3"))
    with pytest.raises(UnreadableEvening, match="'tonight' should be one of"):
        load(home, DAY)
    put(home, EARLIER.replace("schema = 1", "schema = 0"))
    with pytest.raises(UnreadableEvening, match="line 2: 'schema' should be 2"):
        load(home, DAY)


@pytest.mark.usefixtures("later")
def test_an_evening_of_a_still_later_layout_is_never_written(home: Locations) -> None:
    put(home, EARLIER.replace("schema = 1", "schema = 3"))
    evening = load(home, DAY)
    assert evening == BEGUN
    with pytest.raises(NewerSchema):
        save(home, evening, replace(BEGUN, note="Rain"))


@pytest.mark.usefixtures("later")
def test_an_earlier_evening_that_is_brought_in_is_understood() -> None:
    text = '{"schema": 1, "evening": "2026-11-22", "started": "2026-11-22T21:34:10+01:00",'
    incoming = understood(json.loads(text + ' "mood": "tired"}'))
    assert incoming.day == DAY
    assert "mood" in incoming.table


@pytest.mark.usefixtures("later")
def test_a_step_leaves_the_table_it_was_given() -> None:
    table: Table = {"mood": "tired", "own": [1, {"a": 2}]}
    assert migrated(table) == {"tonight": "tired", "own": [1, {"a": 2}], "schema": 2}
    assert table == {"mood": "tired", "own": [1, {"a": 2}]}
    today: Table = {"schema": 2}
    assert migrated(today) is today


@pytest.mark.parametrize(("schema", "taken"), [(1, "abc"), (2, "bc"), (3, "c"), (4, "")])
def test_an_evening_takes_the_steps_from_its_own_layout_on(
    monkeypatch: pytest.MonkeyPatch, schema: int, taken: str
) -> None:
    def step(letter: str) -> migration.Step:
        return lambda table: table | {"taken": f"{table['taken']}{letter}"}

    monkeypatch.setattr(migration, "STEPS", tuple(map(step, "abc")))
    monkeypatch.setattr(migration, "SCHEMA", 4)
    assert migrated({"schema": schema, "taken": ""}) == {"schema": 4, "taken": taken}


def test_what_can_be_written_is_told_from_what_a_newer_winddown_made(home: Locations) -> None:
    assert load_to_write(Evening, home, DAY) == (None, None)  # there is none
    for schema in ("", f"schema = {migration.SCHEMA}\n"):
        put(home, EARLIER.replace("schema = 1\n", schema), DAY)
        evening, problem = load_to_write(Evening, home, DAY)
        assert (evening, problem) == (load(home, DAY), None)
    path = put(home, EARLIER.replace("schema = 1", f"schema = {migration.SCHEMA + 1}"), DAY)
    evening, problem = load_to_write(Evening, home, DAY)
    assert evening == load(home, DAY)
    assert isinstance(problem, NewerSchema)
    assert problem.path == path


@pytest.mark.parametrize("text", ["garbage [[", EARLIER.replace("schema = 1", "schema = 0")])
def test_what_cannot_be_read_is_said_where_it_is_asked_whether_it_can_be_written(
    home: Locations, text: str
) -> None:
    put(home, text, DAY)
    evening, problem = load_to_write(Evening, home, DAY)
    assert evening is None
    assert isinstance(problem, UnreadableEvening)
