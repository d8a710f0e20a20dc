"""The line of a mistake is the line the person wrote it on."""

from __future__ import annotations

import pytest

from winddown.errors import KeyPath
from winddown.toml_lines import line_of

TEXT = """\
# a comment
first = 1
long = '''
first = 2
[table]
'''
list = [
  1,
  2,
]

[table]
inner = { a = 1, b = 2 }
dotted.deep = 3

[[rows]]
id = 1

[[rows]]
id = 2
[rows.under]
last = 3"""


@pytest.mark.parametrize(
    ("key_path", "line"),
    [
        (("first",), 2),
        (("long",), 3),
        (("list",), 7),
        (("list", 1), 7),
        (("table",), 12),
        (("table", "inner"), 13),
        (("table", "inner", "b"), 13),
        (("table", "dotted", "deep"), 14),
        (("rows",), 16),
        (("rows", 0, "id"), 17),
        (("rows", 1), 19),
        (("rows", 1, "id"), 20),
        (("rows", 1, "under", "last"), 22),
        (("rows", 2), None),
        (("nowhere",), None),
        (("first", "further"), None),
    ],
)
def test_a_key_is_found_on_its_line(key_path: KeyPath, line: int | None) -> None:
    assert line_of(TEXT, key_path) == line


def test_a_key_far_down_a_long_file_is_found_too() -> None:
    text = "".join(f"key-{number} = [\n{number},\n]\n" for number in range(300))
    assert line_of(text, ("key-217",)) == 217 * 3 + 1
