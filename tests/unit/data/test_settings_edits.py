"""What the settings do to a hand-written list is what was meant, and nothing else moves."""

from __future__ import annotations

import re
import tempfile
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.unit.data.edit_checks import Edit, at, check
from tests.unit.data.hand_config import HandConfig, Owner, hand_config
from tests.unit.data.hand_pen import Pen
from winddown.data import config as config_file
from winddown.data.config_lists import LISTS
from winddown.data.locations import locations
from winddown.data.settings import SettingsInFile
from winddown.errors import WinddownError
from winddown.routine.settings import ListName
from winddown.steps import between

NAMES: tuple[ListName, ...] = ("comforts", "people", "cues", "plan", "contacts")


@settings(deadline=None)
@given(st.randoms(use_true_random=True))
def test_a_change_in_the_settings_is_the_one_that_was_meant_or_none(chance: Random) -> None:
    with tempfile.TemporaryDirectory() as home:
        event(outcome_of_one_change(Pen(chance), Path(home)))


def outcome_of_one_change(pen: Pen, home: Path) -> str:
    """Shape a list of a config on disk, and tell whether it could be written."""
    config = hand_config(pen)
    where = locations({"WINDDOWN_HOME": str(home)})
    file = where.config_file
    file.parent.mkdir(parents=True)
    file.write_bytes(config.text.encode())
    steps = between()
    shaped = SettingsInFile(where, lambda: config_file.load(file, steps)[0], steps)
    refused = ""
    try:
        edit = one_change(shaped, config, pen)
    except WinddownError as problem:
        refused = str(problem)
    if refused:
        assert file.read_bytes() == config.text.encode()
        assert re.search(r"line \d+", refused)
        return "refused"
    result = file.read_bytes().decode()
    if edit is None:
        assert result == config.text
        return "nothing to do"
    check(config, edit, result)
    shaped.undo()
    assert file.read_bytes() == config.text.encode()
    return f"written: {edit.verb}"


def one_change(shaped: SettingsInFile, config: HandConfig, pen: Pen) -> Edit | None:
    """Ask the settings for a change, and give what it should come to; None for no change."""
    name = pen.chance.choice(NAMES)
    own, path = LISTS[name], LISTS[name].path
    wanted = deepcopy(config.table)
    entries = found(wanted, path)
    mine = [entry.id for entry in shaped.listed(name) if entry.is_own]
    verb = pen.pick("add", "put", "leave out", "remove", "move") if mine else "add"
    if verb == "add":
        fields: dict[str, object] = {own.named_by if own.named_by != "id" else "text": pen.words()}
        if name == "contacts":
            fields["contact"] = pen.words()
        new = shaped.add(name, fields)
        entries.append(new if own.is_of_sentences else {own.named_by: new} | fields)
        return Edit("new", nearest(config, path), wanted)
    place = pen.chance.randrange(len(mine))
    entry_id = mine[place]
    here = next(i for i, each in enumerate(entries) if named(each, own.named_by) == entry_id)
    if verb == "move":
        by = pen.chance.choice([-1, 1])
        shaped.move(name, entry_id, by)
        if not 0 <= place + by < len(mine):
            return None
        moved = entries.pop(here)
        neighbour = [named(each, own.named_by) for each in entries].index(mine[place + by])
        entries.insert(neighbour + (by > 0), moved)
        return Edit("move", (*path, here), wanted)
    if verb == "remove":
        shaped.remove(name, entry_id)
        del entries[here]
        if not entries and not own.is_of_sentences:
            del at(wanted, path[:-1])[path[-1]]
            return Edit("remove", path, wanted)
        return Edit("remove", (*path, here), wanted)
    key: str
    if verb == "leave out" and own.taken_away_by:
        key, value = own.taken_away_by, own.taken_away_by == "hide"
        shaped.offer(name, entry_id, False)
    else:
        key, value = {"people": "name", "contacts": "contact"}.get(name, "text"), pen.words()
        shaped.put(name, entry_id, {key: value})
    if own.is_of_sentences:
        entries[here] = value
        return Edit("set", (*path, here), wanted)
    is_new = key not in entries[here]
    if entries[here].get(key) == value:
        return None
    entries[here][key] = value
    return Edit("new", (*path, here), wanted) if is_new else Edit("set", (*path, here, key), wanted)


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


def named(entry: Any, key: str) -> str:
    return str(entry[key]) if isinstance(entry, dict) else entry
