"""Whatever is changed inside the program, the rest of a hand-written config stays to the byte."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.unit.data.edit_checks import Edit, check, exactly
from tests.unit.data.hand_config import HandConfig, Owner, hand_config
from tests.unit.data.hand_pen import Pen
from tests.unit.data.init_config import init_config
from winddown.data.records import Table
from winddown.data.toml_edit import edited
from winddown.errors import CannotEdit

SOME = settings(max_examples=2 * settings.default.max_examples)
CERTAIN = 300
"""Configs that are the same with each run, besides the random ones."""


@SOME
@given(st.randoms(use_true_random=True))
def test_one_change_leaves_every_byte_of_all_else(chance: Random) -> None:
    pen = Pen(chance)
    event(outcome_of_one_change(pen, hand_config(pen)))


@SOME
@given(st.randoms(use_true_random=True))
def test_one_change_leaves_every_byte_of_the_config_that_winddown_wrote(chance: Random) -> None:
    pen = Pen(chance)
    event(outcome_of_one_change(pen, init_config(pen)))


def test_no_change_of_a_valid_config_is_refused() -> None:
    outcomes: Counter[str] = Counter()
    for seed in range(CERTAIN):
        pen = Pen(Random(seed))  # noqa: S311, to be the same each time
        config = init_config(pen) if seed % 3 == 0 else hand_config(pen)
        outcomes[outcome_of_one_change(pen, config)] += 1
    refused = {outcome for outcome in outcomes if outcome.startswith("refused")}
    assert refused == set()
    assert min(outcomes[f"written: {verb}"] for verb in VERBS) > 10


VERBS = ("set", "unset", "new", "remove", "move")


def outcome_of_one_change(pen: Pen, config: HandConfig) -> str:
    """Change one thing in a text, and tell whether it could be done."""
    assert exactly(tomllib.loads(config.text)) == exactly(config.table)
    edit = some_edit(config, pen)
    try:
        result = edited(config.text, edit.wanted)
    except CannotEdit:
        return f"refused: {edit.verb}"
    check(config, edit, result)
    return f"written: {edit.verb}"


def some_edit(config: HandConfig, pen: Pen) -> Edit:
    wanted = deepcopy(config.table)
    lists = [(path, inner) for path, inner in values_in(wanted) if isinstance(inner, list)]
    if lists and pen.may(0.6):
        return edit_of_list(pen, *pen.chance.choice(lists), wanted)
    tables = [(path, inner) for path, inner in values_in(wanted) if isinstance(inner, dict)]
    path, table = pen.chance.choice(tables)
    plain = [key for key in table if not isinstance(table[key], dict | list) and key != "id"]
    verb = pen.pick("set", "set", "unset", "new") if plain else "new"
    if verb == "new":
        absent = [key for key in KEYS.get(path, []) if key not in table]
        key = pen.chance.choice(absent) if absent and pen.may(0.7) else "new key"
        table[key] = new_table(pen) if pen.may() else new_value(pen)
        return Edit(verb, path, wanted)
    key = pen.chance.choice(plain)
    if verb == "unset":
        del table[key]
    else:
        table[key] = new_value(pen)
    return Edit(verb, (*path, key), wanted)


KEYS: dict[Owner, list[str]] = {
    (): ["theme", "steps", "day_ends", "breathing", "shipped", "comforts", "support", "outreach"],
    ("breathing",): ["minutes", "bell", "patterns"],
    ("support",): ["country", "plan", "own"],
}


LISTS_OF_TABLES = ("comforts", "habits", "acts", "people", "own", "patterns", "phases")


def new_table(pen: Pen) -> object:
    entry = {"minutes": 1, "country": pen.words(), "x": {"y": next(pen.numbers)}}
    return pen.chance.choice([entry, [entry, pen.comfort()], {}, []])


def new_value(pen: Pen) -> object:
    number = next(pen.numbers)
    return pen.chance.choice([pen.words(), number, number / 4, ["a", f"b {number}"]])


def edit_of_list(pen: Pen, path: Owner, chosen: list[Any], wanted: Table) -> Edit:
    verb = pen.pick("add", "insert", "remove", "move") if chosen else "add"
    at = pen.chance.randrange(len(chosen)) if chosen else 0
    if verb in ("add", "insert"):
        new: Any = pen.words()
        if path[-1] in LISTS_OF_TABLES:
            new = pen.comfort() if pen.may() else {"name": f"new {next(pen.numbers)}"}
        chosen.insert(len(chosen) if verb == "add" else at, new)
        return Edit("new", path, wanted)
    if verb == "remove":
        del chosen[at]
    else:
        chosen.insert(pen.chance.randrange(len(chosen)), chosen.pop(at))
    return Edit(verb, (*path, at), wanted)


def values_in(value: object, path: Owner = ()) -> Iterator[tuple[Owner, Any]]:
    """Give every table and every list, with its path."""
    yield path, value
    entries = value.items() if isinstance(value, dict) else enumerate(value)  # type: ignore[arg-type]
    for key, inner in entries:
        if isinstance(inner, dict | list):
            yield from values_in(inner, (*path, key))
