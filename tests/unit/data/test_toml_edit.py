"""A changed file says the new thing, and all else in it stands as its owner left it."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.data.homes import FIXTURE
from winddown.data import toml_edit
from winddown.data.records import Table
from winddown.data.toml_edit import edited
from winddown.data.toml_outline import outline
from winddown.data.toml_tokens import comments_in
from winddown.errors import CannotEdit


def change(text: str, **changes: Any) -> str:
    """Set some keys of the first table; None takes one away."""
    table = tomllib.loads(text) | changes
    return edited(text, {key: value for key, value in table.items() if value is not None})


def test_a_text_that_says_it_already_stays_as_it_is() -> None:
    text = "a=1 # odd   \r\n\r\n  [ b ]\r\n"
    assert edited(text, {"a": 1, "b": {}}) == text


def test_a_value_changes_where_it_stands_and_keeps_its_comment() -> None:
    assert change("a = 'x'   # mine\nb = 2\n", a="y") == 'a = "y"   # mine\nb = 2\n'


def test_a_key_that_goes_leaves_its_comment() -> None:
    assert change("a = 1 # mine\nb = 2\n", a=None) == "# mine\nb = 2\n"
    assert change("a = [ # one\n 1, # two\n]\nb = 2\n", a=None) == "# one\n# two\nb = 2\n"


def test_comments_within_a_list_that_changes_stay() -> None:
    text = "a = [ # one\n 1, # two\n] # three\n"
    assert change(text, a=[2]) == text.replace("1", "2")
    assert change(text, a=[]) == text.replace("1, ", "")
    assert change(text, a=1) == "# one\n# two\na = 1 # three\n"


def test_a_new_key_stands_after_the_one_before_it() -> None:
    text = "# first\na = 1\nc = 3\n\n[d]\n"
    assert (
        edited(text, {"a": 1, "b": 2, "c": 3, "d": {}}) == "# first\na = 1\nb = 2\nc = 3\n\n[d]\n"
    )
    assert edited(text, {"z": 0, "a": 1, "c": 3, "d": {}}).startswith("# first\nz = 0\na = 1\n")


def test_a_last_line_without_an_end_gets_one_before_more_follows() -> None:
    assert edited("a = 1", {"a": 1, "b": 2}) == "a = 1\nb = 2\n"
    assert edited("[a]", {"a": {"b": 1}}) == "[a]\nb = 1\n"


def test_the_line_ends_of_another_system_are_kept() -> None:
    text = edited("a = 1\r\n", {"a": 1, "b": 2, "c": {"d": 3}})
    assert text == "a = 1\r\nb = 2\r\n\r\n[c]\r\nd = 3\r\n"


def test_a_new_table_stands_after_the_one_before_it() -> None:
    text = "a = 1\n\n[d]\nx = 1\n"
    wanted = {"a": 1, "b": {"x": 1}, "c": [{"x": 1}, {"x": 2}], "d": {"x": 1, "e": {"y": 2}}}
    assert edited(text, wanted) == (
        "a = 1\n\n[b]\nx = 1\n\n[[c]]\nx = 1\n\n[[c]]\nx = 2\n\n[d]\nx = 1\n\n[d.e]\ny = 2\n"
    )


def test_a_table_that_goes_leaves_its_comments_and_those_of_the_next() -> None:
    text = "a = 1\n\n# about b\n[b] # b\nx = 1 # x\n# within\n\n# about c\n[c]\n"
    assert edited(text, {"a": 1, "c": {}}) == (
        "a = 1\n\n# about b\n# b\n# x\n# within\n\n# about c\n[c]\n"
    )


ROWS = """\
[[row]] # one
id = "a"
mine = 1

# above two
[[row]]
id = "b" # two
[row.under]
x = 1

[[row]]
id = "c"
"""


def rows(*tables: dict[str, Any]) -> str:
    return edited(ROWS, {"row": list(tables)})


A: dict[str, Any] = {"id": "a", "mine": 1}
B: dict[str, Any] = {"id": "b", "under": {"x": 1}}
C: dict[str, Any] = {"id": "c"}


def test_one_table_of_a_list_changes_and_the_others_stay() -> None:
    assert rows(A, B | {"on": True}, C) == ROWS.replace("# two\n", "# two\non = true\n")


def test_one_table_of_a_list_goes_and_the_others_stay() -> None:
    assert rows(A, C) == (
        '[[row]] # one\nid = "a"\nmine = 1\n\n# above two\n# two\n\n[[row]]\nid = "c"\n'
    )


def test_tables_of_a_list_take_their_lines_with_them() -> None:
    parts = ROWS.split("\n\n")
    text = rows(B, A, C)
    assert text.index(parts[1]) < text.index(parts[0])
    assert tomllib.loads(text) == {"row": [B, A, C]}


def test_a_new_table_may_stand_between_others_or_after_them() -> None:
    assert rows(A, B, C, {"id": "d"}) == ROWS + '\n[[row]]\nid = "d"\n'
    text = rows(A, {"id": "d"}, B, C)
    assert tomllib.loads(text) == {"row": [A, {"id": "d"}, B, C]}
    assert all(part in text for part in ROWS.split("\n\n"))


def test_a_table_within_a_line_changes_there() -> None:
    assert edited("t = { a = 1, b = 2 } # t\n", {"t": {"a": 1, "b": 3}}) == (
        "t = { a = 1, b = 3 } # t\n"
    )
    assert edited("t.a = 1 # t\n", {"t": {"a": 2}}) == "t.a = 2 # t\n"


def test_tables_within_lines_stay_there_and_new_ones_get_headers() -> None:
    text = "t.a = 1 # a\nt.b = 2 # b\nr = [ # r\n  { id = 1 },\n]\ne = []\nz = 1\n"
    wanted = {
        "t": {"a": 1, "b": 3, "c": {"d": 1}, "n": [{"x": 1}]},
        "r": [{"id": 1, "u": {"x": [1]}, "v": [{"w": 1}]}],
        "e": [{}, {"u": {"x": [1]}, "v": [{"w": 1}]}],
        "z": 1,
    }
    assert edited(text, wanted) == (
        "t.a = 1 # a\nt.b = 3 # b\nt.c = {d = 1}\nt.n = [{x = 1}]\n"
        "r = [ # r\n  { id = 1, u = {x = [1]}, v = [{w = 1}] },\n]\nz = 1\n"
        "\n[[e]]\n\n[[e]]\nv = [{w = 1}]\n\n[e.u]\nx = [1]\n"
    )


def test_a_table_in_two_places_gets_its_new_part_beside_them() -> None:
    text = "[a.b]\nx = 1\n\n[c]\n\n[a.d]\nx = 1\n"
    wanted: Table = {"a": {"a": {"x": 0}, "b": {"x": 2}, "d": {"x": 1}}, "c": {}}
    assert edited(text, wanted) == "[a.a]\nx = 0\n\n[a.b]\nx = 2\n\n[c]\n\n[a.d]\nx = 1\n"


def test_a_table_with_only_inner_ones_gets_a_header_for_its_first_value() -> None:
    text = "# mine\n[[a.b]]\nx = 1\n"
    assert edited(text, {"a": {"new": 1, "b": [{"x": 1}]}}) == "[a]\nnew = 1\n\n" + text


def test_a_table_that_has_lost_its_last_line_still_stands() -> None:
    assert edited("b.a = 1 # c\n", {"b": {}}) == "# c\n\n[b]\n"
    assert edited("[[b.a]]\n", {"b": {"a": []}}) == "[b]\na = []\n"


@pytest.mark.parametrize("fault", ['"', "3", "2\na = 2"])
def test_a_fault_in_the_writing_of_values_spoils_nothing_and_names_the_value(
    monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(toml_edit, "rewritten", lambda *_: fault)
    with pytest.raises(CannotEdit, match=r"'r 2: x\.a'") as raised:
        edited("[[r]]\n[[r]]\nx.a = 1 # mine\n", {"r": [{}, {"x": {"a": 2}}]})
    assert raised.value.key_path == ("r", 1, "x", "a")


def test_a_comment_that_would_be_lost_stops_the_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toml_edit, "_comments", lambda *_, **__: [])
    with pytest.raises(CannotEdit):
        change("a = 1 # mine\n", a=None)


def test_brackets_too_deep_to_be_followed_stop_the_change() -> None:
    for deep in range(100, 1000, 4):
        text = f"a = {'[' * deep}{']' * deep}\nb = 1\n"
        with suppress(CannotEdit, RecursionError):
            wanted = tomllib.loads(text)
            assert edited(text, wanted | {"b": 2}) == text.replace("1", "2")
            continue
        break
    with pytest.raises(CannotEdit):
        edited(text, {"b": 2})


@given(st.text())
def test_any_text_reads_back_the_same_by_both_readers(typed: str) -> None:
    for text in (edited("", {"a": typed, typed: 1}), edited("a = ''\n", {"a": typed, typed: 1})):
        expected = {"a": typed} | {typed: 1}
        assert tomllib.loads(text) == expected
        assert tomlkit.parse(text).unwrap() == expected


@pytest.mark.parametrize("start", ["", "a = 1\n"])
def test_a_moment_keeps_the_offset_of_its_place_even_when_that_is_nought(start: str) -> None:
    moment = datetime(2026, 11, 22, 21, 34, 10, tzinfo=UTC)
    assert edited(start, {"a": moment}) == "a = 2026-11-22T21:34:10+00:00\n"


def test_taking_a_text_apart_loses_nothing_of_it() -> None:
    text = FIXTURE.read_text()
    sections = outline(text)
    assert "".join(section.text for section in sections) == text
    assert [section.address for section in sections][-2:] == [
        ("outreach",),
        ("outreach", "followup"),
    ]


def test_only_comments_count_as_comments() -> None:
    text = (
        'a = \'#1\' # one\nb = "\\"#2"\nc = \'\'\'\n# 3\'\'\' # two\nd = """\n# 4""""\n#three\r\n'
    )
    assert comments_in(text) == ["# one", "# two", "#three"]


def test_an_entry_that_cannot_be_taken_out_is_named_as_it_stood(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(toml_edit, "_comments", lambda *_, **__: [])
    text = "[[r]]\nx = 1\n[[r]] # mine\nx = 2\n[[r]]\nx = 3\n"
    with pytest.raises(CannotEdit) as raised:
        edited(text, {"r": [{"x": 1}, {"x": 3}]})
    assert raised.value.key_path == ("r", 1)
