"""`--help`: every command explained in lines that fit, with an example that can be typed."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from contextlib import suppress

import pytest

from winddown.arguments import parser
from winddown.explained import EXAMPLES, GROUPS, Parser


def every(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Give a parser, and those of its commands."""
    yield top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from every(command)


NAMES = [each.prog for each in every(parser())]


def explained(name: str) -> str:
    """Give what a command says of itself."""
    return next(each for each in every(parser()) if each.prog == name).format_help()


@pytest.mark.parametrize("columns", ["80", "200"])
@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_longer_than_eighty_cells_however_wide_the_window_is(
    name: str, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, explained(name).splitlines())) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_it_begins_with_a_sentence_and_ends_with_examples_each_on_a_line_of_its_own(
    name: str,
) -> None:
    said = explained(name)
    assert re.search(r"\n\n[A-Z][^\n]*\.\n", said)
    _, below = re.split(r"\nexamples?:\n", said)
    assert below.splitlines() == [f"  {example}" for example in EXAMPLES[name]]


@pytest.mark.parametrize(("name", "example"), [(n, e) for n, es in EXAMPLES.items() for e in es])
def test_every_example_is_one_of_its_command_and_is_understood(name: str, example: str) -> None:
    assert example.startswith(name)
    parser().parse_args(shlex.split(example)[1:])


def test_every_command_has_an_example_and_no_example_is_of_none() -> None:
    assert sorted(EXAMPLES) == sorted(NAMES)


def test_the_commands_stand_in_groups_and_none_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = explained("winddown")
    _, commands = said.split("\ncommands:\n")
    groups = re.split(r"\n\nexamples?:", commands)[0].split("\n\n")
    assert [each.splitlines()[0].strip() for each in groups] == list(GROUPS.values())
    listed = re.findall(r"^    ([a-z]+) ", commands, re.MULTILINE)
    assert sorted(listed) == sorted(name.split()[1] for name in NAMES if name.count(" ") == 1)


def test_no_example_deletes_anything_without_asking() -> None:
    for examples in EXAMPLES.values():
        assert not [each for each in examples if "--yes" in each or "--all" in each]


def test_what_was_not_understood_is_said_with_nothing_in_it_that_acts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with suppress(SystemExit):
        Parser(prog="winddown").parse_args(["\x1b[31m"])
    assert "\x1b" not in capsys.readouterr().err
