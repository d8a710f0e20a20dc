"""A record is read so that one mistake costs one value, wherever in the file it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from winddown.data.config import load
from winddown.data.lenient import read_leniently
from winddown.toml_reading import read_toml


@pytest.mark.parametrize("value", ["3", "['x']", "'x'"])
def test_a_value_in_the_place_of_a_list_within_a_table_is_named_where_it_stands(
    tmp_path: Path, value: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"[breathing]\nminutes = 3\npatterns = {value}\n")
    config, problems = load(path, ())
    assert (config.breathing.minutes, config.breathing.patterns) == (3, ())
    assert [str(problem) for problem in problems] == [
        "config.toml line 3: 'breathing.patterns' should be a list of tables, "
        "as [[breathing.patterns]]."
    ]


@dataclass(frozen=True)
class Bare:
    """A record that cannot do without a value."""

    name: str


def test_a_record_that_could_not_be_read_from_an_empty_file_is_found_by_its_maker(
    tmp_path: Path,
) -> None:
    path = tmp_path / "config.toml"
    path.write_text("")
    with pytest.raises(TypeError, match="Bare has a field without a default"):
        read_leniently(Bare, read_toml(path, limit=10), lambda *_: "")
