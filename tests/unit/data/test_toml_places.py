"""Something new in a TOML text stands where its owner would look for it."""

from __future__ import annotations

import pytest

from winddown.data.toml_edit import edited
from winddown.data.toml_values import rewritten
from winddown.errors import CannotEdit


def test_a_value_is_written_under_where_a_comment_offers_it() -> None:
    text = "a = 1\n# c = [\n#   2,\n# ]\n\n# z = 3\n"
    assert edited(text, {"a": 1, "c": [4]}) == text.replace("# ]\n", "# ]\nc = [4]\n")


def test_a_comment_that_only_begins_like_a_value_offers_none() -> None:
    text = "a = 1\n# c = [\n#   2,\n"
    assert edited(text, {"a": 1, "c": [4]}) == "a = 1\nc = [4]\n# c = [\n#   2,\n"
    text += "b = 2\n"
    assert edited(text + "# ]\n", {"a": 1, "b": 2, "c": [4]}) == text + "c = [4]\n# ]\n"


def test_a_table_of_empty_tables_alone_gets_a_header_for_its_first_value() -> None:
    assert edited("[a.b]\n", {"a": {"new": 1, "b": {}}}) == "[a]\nnew = 1\n\n[a.b]\n"


def test_the_first_key_of_an_empty_table_stands_right_under_its_header() -> None:
    assert edited("[a]\n\n\n", {"a": {"x": 1}}) == "[a]\nx = 1\n\n\n"
    assert edited("[a]\n# mine\n\n", {"a": {"x": 1}}) == "[a]\n# mine\nx = 1\n\n"


def test_a_dotted_key_within_a_line_gets_its_new_neighbour_there() -> None:
    text = "t = { a.b = 1, d = 3 } # t\n"
    wanted = {"t": {"a": {"b": 1, "c": 2}, "d": 3}}
    assert edited(text, wanted) == "t = { a.b = 1, d = 3, a.c = 2 } # t\n"


def test_a_list_whose_text_says_something_else_is_not_rewritten() -> None:
    with pytest.raises(CannotEdit):
        rewritten("[1, 2]", [1], [3], "\n")


def test_a_table_that_goes_from_a_dotted_key_leaves_its_comment() -> None:
    assert edited("a.b = 1 # mine\nc = 1\n", {"c": 1}) == "# mine\nc = 1\n"


def test_the_first_entry_of_a_list_stands_within_its_brackets_below_their_comments() -> None:
    assert edited("a = [\n  # mine\n]\n", {"a": [1]}) == "a = [\n  # mine\n  1\n]\n"
    assert edited("a = [\n]\n", {"a": [1]}) == "a = [\n  1\n]\n"
    assert edited("a = [ ]\n", {"a": [1]}) == "a = [ 1 ]\n"


def test_an_entry_after_a_last_one_without_a_comma_gets_a_line_of_its_own() -> None:
    assert edited("a = [\n  1]\n", {"a": [1, 2]}) == "a = [\n  1,\n  2]\n"
