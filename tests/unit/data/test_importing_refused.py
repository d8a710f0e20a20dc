"""What could not be read again never comes in, and is named without any of its words."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.data.entry import ENTRY
from winddown.data.importing import entries_in, understood
from winddown.data.json_values import from_json, to_json
from winddown.data.matching import alike
from winddown.data.records import Table
from winddown.errors import WinddownError


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"tonight": "sad"}, "'tonight' should be one of light, steady"),
        ({"evening": "2026-02-30"}, "'evening' should be a day"),
        ({"evening": 5}, "'evening' should be a day"),
        ({"evening": "10000-01-01"}, "'evening' should be a day"),
        ({"started": "2026-11-22T21:34:10"}, "'started' should be a moment"),
        ({"evening": '2026-11-22\nnote = "hidden"'}, "'evening' should be a day"),
        ({"settled": {"before": 11}}, "'settled.before' should be a whole number from 0 to 10"),
        ({"settled": {"before": "4"}}, "'settled.before' should be a whole number"),
        ({"settled": {"before": 4.0}}, "'settled.before' should be a whole number"),
        ({"comforts": [{"text": "Tea"}, {"id": "x"}]}, "'comforts 2: text' is missing"),
        ({"schema": 0}, "'schema' should be 1"),
        ({"schema": True}, "'schema' should be 1"),
        ({"schema": 2, "tonight": "secret"}, "newer winddown"),
        ({"mine": None}, "null"),
        ({"mine": {"toml": "secret ="}}, "'toml'"),
        ({"mine": {"toml": "1\nsecret = 2"}}, "'toml'"),
        ({"mine": {"toml": 5}}, "'toml'"),
        ({"mine": [{"toml": None}]}, "'toml'"),
        ({"note": "secret" * 1_000_000}, "longer than 4096 kB"),
    ],
)
def test_what_could_not_be_read_again_is_refused_by_name_and_without_its_words(
    change: dict[str, Any], said: str
) -> None:
    with pytest.raises(WinddownError) as raised:
        understood(ENTRY | change)
    assert said in str(raised.value)
    problem: BaseException | None = raised.value
    while problem is not None:
        assert "secret" not in repr(problem.args) + repr(vars(problem))
        problem = problem.__cause__


@pytest.mark.parametrize("entry", [None, 3, "secret", [], ["secret"], True])
def test_what_is_no_evening_at_all_is_refused(entry: object) -> None:
    with pytest.raises(WinddownError, match="should be an object"):
        understood(entry)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1, column 1: this is not JSON"),
        (b'{"winddown": 1,\n "evenings": [secret]}', "line 2, column 15: this is not JSON"),
        (b'{"winddown": 1, "evenings": [NaN]}', "a number"),
        (b'{"winddown": 1, "evenings": [' + b"1" * 5000 + b"]}", "a number"),
        (b"[" * 100_000, "too deep"),
        (b'{"secret": "\xff"}', "saved as UTF-8"),
        (b"[]", "is not what `winddown export json` writes"),
        (b'{"evenings": []}', "is not what `winddown export json` writes"),
        (b'{"winddown": 1}', "is not what `winddown export json` writes"),
        (b'{"winddown": true, "evenings": []}', "is not what `winddown export json` writes"),
        (b'{"winddown": 1, "evenings": {"secret": 1}}', "is not what"),
        (b'{"winddown": 2, "evenings": []}', "newer winddown"),
    ],
)
def test_another_file_is_refused_in_one_sentence_without_its_words(
    content: bytes, said: str
) -> None:
    with pytest.raises(WinddownError) as raised:
        entries_in(content, "all.json")
    assert str(raised.value).startswith("all.json ")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "secret" not in str(raised.value)
    assert raised.value.__context__ is None


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["toml", "evening", "outreach", "comforts", "note", "x"]), inner
    ),
    max_leaves=8,
))  # fmt: skip
def test_whatever_stands_in_an_entry_is_read_or_refused(anything: object) -> None:
    for entry in (anything, ENTRY | {"outreach": anything}, ENTRY | {"mine": anything}):
        try:
            incoming = understood(entry)
        except WinddownError:
            continue
        assert alike(tomllib.loads(incoming.text), incoming.table)
        again = understood(json.loads(json.dumps(to_json(incoming.table))))
        assert again.text == incoming.text


def test_a_number_that_could_not_be_written_out_again_is_refused() -> None:
    with pytest.raises(WinddownError, match="holds a value that TOML has no place for"):
        understood(ENTRY | {"mine": {"toml": f"0x{'f' * 5000}"}})


def test_a_table_of_ones_own_that_looks_like_a_marked_value_comes_back_as_it_was() -> None:
    mine: Table = {"mine": {"toml": "2026-11-22"}, "more": {"a": {"toml": {"toml": 1}}}}
    assert from_json(to_json(mine)) == mine
