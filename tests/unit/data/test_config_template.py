"""The config written for a person: every key stands explained, and none changes a thing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import winddown.data.config_entries
import winddown.routine.lists  # noqa: F401  the hints of a config name both
from winddown.commands import config as command
from winddown.data import content
from winddown.data.config import Config, defaults, load
from winddown.data.config_template import template
from winddown.data.locations import Locations, locations
from winddown.steps import between

TEXT = template(between())
LINES = TEXT.splitlines()
KEY = re.compile(r"#[^# ]")
"""How a line begins that a person may take the # from."""


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def put(home: Locations, text: str) -> None:
    home.config.mkdir(exist_ok=True)
    home.config_file.write_text(text, "utf-8")


def the_same() -> Config:
    """Give what holds without a config; the closing phrase is said in the template."""
    return defaults(between())


def read(home: Locations, text: str) -> Config:
    """Give what a config says that has no mistake in it."""
    put(home, text)
    assert command.checked(home)[1], command.checked(home)[0]
    config, problems = load(home.config_file, between())
    assert problems == ()
    return config


def without_the_phrase(config: Config) -> Config:
    """Let a phrase that is the shipped one count as none, since both are said alike."""
    usual = content.defaults("closing")["closing"]
    return replace(config, closing="") if config.closing == usual else config


def test_from_an_empty_home_init_and_check_are_clean(home: Locations) -> None:
    command.init(home)
    assert home.config_file.read_text("utf-8") == TEXT
    assert command.checked(home) == (
        [f"{home.config_file}: everything in it can be used."],
        True,
    )
    assert load(home.config_file, between()) == (the_same(), ())


def test_as_it_is_written_it_sets_nothing() -> None:
    assert tomllib.loads(TEXT) == {}
    assert all(not line or line.startswith("#") for line in LINES)


def test_one_number_sign_off_every_line_changes_nothing(home: Locations) -> None:
    text = "\n".join(line.removeprefix("#") for line in LINES)
    assert tomllib.loads(text)["theme"] == "dusk"
    assert without_the_phrase(read(home, text)) == the_same()


def test_one_number_sign_off_every_key_changes_nothing(home: Locations) -> None:
    text = "\n".join(line[1:] if KEY.match(line) else line for line in LINES)
    assert tomllib.loads(text)["breathing"] == {"minutes": 5, "bell": False}
    assert without_the_phrase(read(home, text)) == the_same()


def keys_with_their_table() -> Iterator[tuple[str, str]]:
    """Give each line of a key or a header, and the header above it."""
    header = ""
    for line in filter(KEY.match, LINES):
        if line.startswith("#["):
            header = line
        yield line, "" if line == header else header


@pytest.mark.parametrize(("line", "header"), [*keys_with_their_table()])
def test_one_key_alone_changes_nothing(home: Locations, line: str, header: str) -> None:
    text = TEXT
    for each in filter(None, (header, line)):
        assert text.count(f"\n{each}\n") == 1
        text = text.replace(f"\n{each}\n", f"\n{each[1:]}\n")
    assert tomllib.loads(text) != {}
    assert without_the_phrase(read(home, text)) == the_same()


@pytest.mark.parametrize(("line", "header"), [each for each in keys_with_their_table() if each[1]])
def test_a_key_whose_table_is_still_commented_out_is_told_which_one(
    home: Locations, line: str, header: str
) -> None:
    put(home, TEXT.replace(f"\n{line}\n", f"\n{line[1:]}\n"))
    (sentence,), is_fine = command.checked(home)
    assert not is_fine
    number = LINES.index(line) + 1
    assert sentence.startswith(f"config.toml line {number}: ")
    assert header[1:] in sentence


def records(kind: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give every key of a record, and of all records in it, with its table."""
    hints = get_type_hints(kind)
    for field in fields(kind):
        yield path, field.name
        for inner in (hints[field.name], *get_args(hints[field.name])):
            if is_dataclass(inner):
                yield from records(inner, (*path, field.name))


EVERY_KEY = [*records(Config)]


def test_the_records_have_as_many_keys_as_a_config_has() -> None:
    assert len(EVERY_KEY) > 50
    assert (("breathing", "patterns", "phases"), "cue") in EVERY_KEY


def everything() -> dict[str, Any]:
    """Read the template with all its keys and all its examples counting."""
    return tomllib.loads("\n".join(map(uncommented, LINES)))


def uncommented(line: str) -> str:
    """Take the marks off a key, and off an example; leave what explains."""
    bare = line.removeprefix("## ") if line.startswith("## ") else line.removeprefix("#")
    if re.match(r"\[|[a-z_]+ += ", bare):
        return bare
    return line


@pytest.mark.parametrize(("path", "key"), EVERY_KEY)
def test_every_key_that_the_loader_knows_stands_in_it(path: tuple[str, ...], key: str) -> None:
    table: Any = everything()
    for part in path:
        table = table[part]
        table = table[0] if isinstance(table, list) else table
    assert key in table


def test_nothing_stands_in_it_that_the_loader_does_not_know(home: Locations) -> None:
    config = read(home, "\n".join(map(uncommented, LINES)))
    assert config != the_same()


def test_every_example_of_it_is_clean_and_says_something(home: Locations) -> None:
    config = read(home, "\n".join(map(uncommented, LINES)))
    usual = the_same()
    said = {
        f"{path}{field.name}"
        for path, one, other in (
            ("", config, usual),
            ("breathing.", config.breathing, usual.breathing),
            ("outreach.", config.outreach, usual.outreach),
            ("support.", config.support, usual.support),
        )
        for field in fields(one)
        if getattr(one, field.name) != getattr(other, field.name)
    }
    assert said >= {
        "comforts", "habits", "people", "acts", "breathing.pattern", "breathing.patterns",
        "outreach.cues", "support.country", "support.plan", "support.own",
    }  # fmt: skip


def examples_with_their_table() -> Iterator[tuple[str, str]]:
    """Give each example of a single key, and the header above it."""
    header, in_list = "", False
    for line in LINES:
        header = line if line.startswith("#[") else header
        in_list = line.startswith("## [[") or (in_list and line != "")
        if re.match(r"## [a-z_]+ = ", line) and not in_list:
            yield line, header


def test_there_are_examples_for_keys_whose_default_says_nothing() -> None:
    assert [line.split()[1] for line, _ in examples_with_their_table()] == [
        "pattern", "cues", "country", "plan",
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "header"), [*examples_with_their_table()])
def test_an_example_alone_is_clean_and_says_something(
    home: Locations, line: str, header: str
) -> None:
    text = TEXT.replace(f"\n{line}\n", f"\n{line[3:]}\n")
    config = read(home, text.replace(f"\n{header}\n", f"\n{header[1:]}\n"))
    assert without_the_phrase(config) != the_same()


def blocks() -> list[str]:
    """Give the examples of lists, each with the lines that belong to it."""
    found: list[str] = []
    for line in LINES:
        if line.startswith("## [["):
            found.append(line)
        elif found and line.startswith("## ") and not found[-1].endswith("\n"):
            found[-1] += f"\n{line}"
        elif found and not found[-1].endswith("\n"):
            found[-1] += "\n"
    return found


def test_there_is_an_example_of_every_list() -> None:
    assert len(blocks()) == 6
    assert sum(block.count("(needed)") for block in blocks()) == TEXT.count("(needed)")


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.split("]]")[0][5:])
def test_an_example_that_a_person_frees_whole_is_clean(home: Locations, block: str) -> None:
    freed = "\n".join(line.removeprefix("## ") for line in block.split("\n"))
    config = read(home, TEXT.replace(block, freed))
    assert without_the_phrase(config) != the_same()


def test_every_key_has_a_line_of_explanation_above_it() -> None:
    for number, line in enumerate(LINES):
        if KEY.match(line) or re.match(r"## [a-z_]+ = ", line):
            assert LINES[number - 1].startswith("## "), line


def test_no_line_is_wider_than_a_small_terminal_of_design_size() -> None:
    assert max(map(len, LINES)) <= 100
    assert all(len(line) <= 80 for line in LINES if " = " not in line)
