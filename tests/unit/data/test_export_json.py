"""JSON holds everything that stands in the files, and what cannot be read is named."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests import years
from tests.unit.data.homes import DAY, FIXTURE, new_home, put
from winddown.data.export_json import as_json
from winddown.data.exporting import Kept
from winddown.data.locations import Locations

HEAD = "evening = 2026-11-22\nstarted = 2026-11-22T21:34:10+01:00\n"


def exported(home: Locations, problems: int = 0) -> dict[str, Any]:
    kept = Kept(home, None, None)
    told: dict[str, Any] = json.loads("".join(as_json(kept)))
    assert len(kept.problems) == problems
    assert told["winddown"] == 1
    return told


def only(home: Locations) -> dict[str, Any]:
    (evening,) = exported(home)["evenings"]
    assert isinstance(evening, dict)
    return evening


def test_every_answer_stands_in_it_with_days_and_times_as_plain_text() -> None:
    with new_home() as home:
        put(home, FIXTURE.read_bytes())
        evening = only(home)
        assert list(evening)[:3] == ["schema", "evening", "started"]
        assert evening["evening"] == "2026-11-22"
        assert evening["started"] == "2026-11-22T21:34:10+01:00"
        assert evening["outreach"]["at"] == "18:30:00"
        assert evening["outreach"]["followup"]["answered"] == "2026-11-24"
        assert "toml" not in json.dumps(evening)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-11-22", {"toml": "2026-11-22"}),
        ("21:00:00.5", {"toml": "21:00:00.500000"}),
        ("2026-11-22 21:00:00", {"toml": "2026-11-22T21:00:00"}),
        ("inf", {"toml": "inf"}),
        ("[-inf, nan]", [{"toml": "-inf"}, {"toml": "nan"}]),
        ('{toml = "1"}', {"toml": {"toml": "1"}}),
        ("{toml = {toml = 1}}", {"toml": {"toml": {"toml": {"toml": 1}}}}),
        ('{toml = "1", x = 1}', {"toml": "1", "x": 1}),
        ("18014398509481985", 18014398509481985),
        ('"2026-11-22"', "2026-11-22"),
        ("1.0", 1.0),
        ("{}", {}),
    ],
)
def test_what_json_has_no_type_for_is_marked_and_can_be_told_from_all_else(
    written: str, told: object
) -> None:
    with new_home() as home:
        put(home, f"mine = {written}\n{HEAD}")
        mine = only(home)["mine"]
        assert repr(mine) == repr(told)


def test_it_begins_with_the_oldest_and_keeps_what_is_kept_out_of_looking_back() -> None:
    with new_home() as home:
        lived = years.evenings(40, date(2026, 11, 22))
        years.write(home, lived)
        days = [evening["evening"] for evening in exported(home)["evenings"]]
        assert days == [str(evening.evening) for evening in reversed(lived)]


def test_without_any_evening_the_list_is_empty() -> None:
    with new_home() as home:
        assert exported(home) == {"winddown": 1, "evenings": []}
        assert not home.data.exists()


def test_what_cannot_be_read_is_left_out_and_named_and_the_rest_stands_in_it() -> None:
    with new_home() as home:
        put(home, HEAD)
        for back, text in enumerate(["not toml", 'tonight = "secret"\n' + HEAD, HEAD], 1):
            put(home, text, DAY - timedelta(days=back))
        put(home, f"mine = 0x{'f' * 5000}\n{HEAD}".replace("22", "23"), DAY + timedelta(days=1))
        assert [one["evening"] for one in exported(home, 4)["evenings"]] == ["2026-11-22"]


def test_what_a_newer_winddown_wrote_stands_in_it_as_it_is() -> None:
    with new_home() as home:
        put(home, 'schema = 2\ntonight = "bright"\nmoon = 2026-11-22\n')
        assert only(home) == {"schema": 2, "tonight": "bright", "moon": {"toml": "2026-11-22"}}


def test_nothing_in_it_can_act_on_a_terminal() -> None:
    with new_home() as home:
        put(home, f'note = "a\\u001b[2J\\u009b2J\\u007f\\u202e\\u2028ä"\n{HEAD}')
        text = "".join(as_json(Kept(home, None, None)))
        assert only(home)["note"] == "a\x1b[2J\x9b2J\x7f\u202e\u2028ä"
        assert "ä" in text
        assert not set(text) & set("\x1b\x9b\x7f\u202e\u2028")


def test_an_evening_that_goes_meanwhile_is_left_out_and_nothing_wrong() -> None:
    with new_home() as home:
        put(home, HEAD)
        gone = put(home, HEAD.replace("11-22", "11-21"), DAY - timedelta(days=1))
        kept = Kept(home, None, None)
        gone.unlink()
        told = json.loads("".join(as_json(kept)))
        assert [each["evening"] for each in told["evenings"]] == ["2026-11-22"]
        assert kept.problems == []


def test_tables_too_deep_for_json_are_named_and_cost_only_their_evening() -> None:
    with new_home() as home:
        put(home, f"{HEAD}{'.'.join('a' * 1000)} = 'secret'\n")
        put(home, HEAD.replace("11-22", "11-21"), DAY - timedelta(days=1))
        kept = Kept(home, None, None)
        told = json.loads("".join(as_json(kept)))
        assert [each["evening"] for each in told["evenings"]] == ["2026-11-21"]
        (problem,) = kept.problems
        assert "its tables lie too deep in one another for JSON" in str(problem)
        assert "secret" not in str(problem)
