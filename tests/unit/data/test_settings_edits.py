"""What the settings do to a hand-written config is what was meant, and nothing else moves."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from datetime import time
from random import Random
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st

from tests.unit.data.edit_checks import Edit, at, check
from tests.unit.data.hand_config import HandConfig, Owner, hand_config
from tests.unit.data.hand_pen import Pen
from tests.unit.data.init_config import init_config
from winddown.data import config as config_file
from winddown.data.config_lists import LISTS
from winddown.data.locations import locations
from winddown.data.settings import SettingsInFile
from winddown.errors import WinddownError
from winddown.routine.settings import Key, Listed, ListName
from winddown.steps import between

NAMES: tuple[ListName, ...] = tuple(LISTS)
MARK = "\ufeff".encode()
"""A byte order mark, as some editors write it."""
VALUES: dict[Key, Callable[[Pen], object]] = {
    ("theme",): Pen.words,
    ("closing",): Pen.words,
    ("day_ends",): lambda pen: time(pen.chance.randint(0, 12), 30),
    ("remember",): Pen.may,
    ("steps",): lambda pen: [pen.words(), "outreach"],
    ("breathing", "minutes"): lambda pen: pen.chance.randint(1, 60),
    ("breathing", "bell"): Pen.may,
    ("shipped", "comforts"): Pen.may,
    ("support", "country"): lambda pen: pen.pick("GB", "IE"),
}


@given(st.randoms(use_true_random=True))
def test_a_change_in_the_settings_is_the_one_that_was_meant_or_none(chance: Random) -> None:
    event(outcome_of_one_change(Pen(chance)))


def test_the_settings_can_write_to_every_config_that_can_be_read() -> None:
    # The seeds make them the same each time.
    outcomes = Counter(outcome_of_one_change(Pen(Random(seed))) for seed in range(150))  # noqa: S311
    assert outcomes["refused"] == 0
    assert outcomes["refused: byte order mark"] > 0
    assert all(outcomes[f"written: {verb}"] for verb in ("set", "unset", "new", "remove", "move"))


def outcome_of_one_change(pen: Pen) -> str:
    """Shape a config on disk, and tell whether it could be written."""
    config = init_config(pen) if pen.may() else hand_config(pen)
    before = (MARK if pen.may(0.05) else b"") + config.text.encode()
    with tempfile.TemporaryDirectory() as home:
        where = locations({"WINDDOWN_HOME": home})
        file = where.config_file
        file.parent.mkdir(parents=True)
        file.write_bytes(before)
        steps = between()
        shaped = SettingsInFile(where, lambda: config_file.load(file, steps)[0], steps)
        refused = ""
        try:
            edit = one_change(shaped, config, pen)
        except WinddownError as problem:
            refused = str(problem)
        if refused or edit is None:
            assert file.read_bytes() == before
            if not refused:
                return "nothing to do"
            assert re.search(r"config\.toml line \d+: ", refused)
            return "refused: byte order mark" if before.startswith(MARK) else "refused"
        check(config, edit, file.read_bytes().decode())
        shaped.undo()
        assert file.read_bytes() == before
        return f"written: {edit.verb}"


def one_change(shaped: SettingsInFile, config: HandConfig, pen: Pen) -> Edit | None:
    """Ask the settings for a change, and give what it should come to; None for no change."""
    if pen.may(0.2):
        return set_value(shaped, config, pen)
    standing = [name for name in NAMES if nearest(config, LISTS[name].path) == LISTS[name].path]
    name = pen.chance.choice(standing if standing and pen.may(0.7) else NAMES)
    entries = shaped.listed(name)
    mine = [entry for entry in entries if entry.is_own]
    others = [entry for entry in entries if not entry.is_own]
    if mine and pen.may(0.7):
        return change_own(shaped, config, pen, name, mine)
    if others and not LISTS[name].is_of_sentences and LISTS[name].taken_away_by and pen.may():
        return change_shipped(shaped, config, pen, name, pen.chance.choice(others))
    return add(shaped, config, pen, name)


def set_value(shaped: SettingsInFile, config: HandConfig, pen: Pen) -> Edit | None:
    key = pen.chance.choice(list(VALUES))
    value = None if pen.may() else VALUES[key](pen)
    wanted = deepcopy(config.table)
    shaped.set(key, value)
    *parents, last = key
    was = at(wanted, parents).get(last) if nearest(config, tuple(parents)) == key[:-1] else None
    if value == was:
        return None
    if value is None:
        del at(wanted, parents)[last]
        return Edit("unset", key, wanted)
    table = wanted
    for part in parents:
        table = table.setdefault(part, {})
    table[last] = value
    if was is None:
        return Edit("new", nearest(config, key), wanted)
    return Edit("set", key, wanted)


def add(shaped: SettingsInFile, config: HandConfig, pen: Pen, name: ListName) -> Edit:
    own, wanted = LISTS[name], deepcopy(config.table)
    fields: dict[str, object] = {own.named_by if own.named_by != "id" else "text": pen.words()}
    if name == "contacts":
        fields["contact"] = pen.words()
    if name == "patterns":
        fields = {"name": pen.words(), "phases": [{"cue": "in", "s": 4.0}, {"cue": "out", "s": 6}]}
    taken = {entry.id for entry in shaped.listed(name)}
    new = shaped.add(name, fields)
    assert new not in taken
    found(wanted, own.path).append(new if own.is_of_sentences else {own.named_by: new} | fields)
    return Edit("new", nearest(config, own.path), wanted)


def change_shipped(
    shaped: SettingsInFile, config: HandConfig, pen: Pen, name: ListName, entry: Listed
) -> Edit:
    """Take away or reword what comes with the program."""
    wanted = deepcopy(config.table)
    verb = pen.pick("leave out", "remove", "put")
    if verb == "put":
        words = pen.words()
        shaped.put(name, entry.id, {"text": words})
        now = {**entry.fields, "text": words}
    elif verb == "remove":
        shaped.remove(name, entry.id)
        now = {"id": entry.id, "hide": True}
    else:
        shaped.offer(name, entry.id, False)
        now = {"id": entry.id, "hide": True}
    path = LISTS[name].path
    found(wanted, path).append(now)
    return Edit("new", nearest(config, path), wanted)


def change_own(
    shaped: SettingsInFile, config: HandConfig, pen: Pen, name: ListName, mine: list[Listed]
) -> Edit | None:
    """Move, remove, take away or reword what is the person's own."""
    own, wanted = LISTS[name], deepcopy(config.table)
    entries = at(wanted, own.path)
    place = pen.chance.randrange(len(mine))
    entry_id = mine[place].id
    names = [str(each[own.named_by]) if isinstance(each, dict) else each for each in entries]
    here = names.index(entry_id)
    verb = pen.pick("put", "leave out", "remove", "move")
    if verb == "move":
        by = pen.chance.choice([-1, 1])
        shaped.move(name, entry_id, by)
        if not 0 <= place + by < len(mine):
            return None
        entries.insert(names.index(mine[place + by].id), entries.pop(here))
        return Edit("move", (*own.path, here), wanted)
    if verb == "remove":
        shaped.remove(name, entry_id)
        del entries[here]
        if not entries and not own.is_of_sentences:
            del at(wanted, own.path[:-1])[own.path[-1]]
            return Edit("remove", own.path, wanted)
        return Edit("remove", (*own.path, here), wanted)
    key, value = {"people": "name", "contacts": "contact"}.get(name, "text"), pen.words()
    if name == "patterns":
        key = "name"
    fields: dict[str, Any] = {key: value}
    if verb == "leave out" and own.taken_away_by:
        fields = {own.taken_away_by: own.taken_away_by == "hide"}
        shaped.offer(name, entry_id, False)
    else:
        shaped.put(name, entry_id, fields)
    if own.is_of_sentences:
        entries[here] = value
        return Edit("set", (*own.path, here), wanted)
    ((key, value),) = fields.items()
    is_new = key not in entries[here]
    if entries[here].get(key) == value:
        return None
    entries[here][key] = value
    path = (*own.path, here)
    return Edit("new", path, wanted) if is_new else Edit("set", (*path, key), wanted)


def found(table: dict[str, Any], path: tuple[str, ...]) -> list[Any]:
    """Give a list, made where there is none yet."""
    for key in path[:-1]:
        table = table.setdefault(key, {})
    entries: list[Any] = table.setdefault(path[-1], [])
    return entries


def nearest(config: HandConfig, path: Owner) -> Owner:
    """Give what stands of a path before the change: where something new comes to stand."""
    table: Any = config.table
    for length, key in enumerate(path):
        if key not in table:
            return path[:length]
        table = table[key]
    return path
