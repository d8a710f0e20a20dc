"""What is shaped inside the program: one change at a time, written as it was meant, and undone."""

from __future__ import annotations

import tomllib
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from winddown.data import config, content
from winddown.data.locations import Locations, locations
from winddown.data.offered import acts, comforts
from winddown.data.settings import SettingsInFile
from winddown.errors import WinddownError
from winddown.routine.settings import ListName

STEPS = ("breathing", "comforts", "reflection", "outreach")
FIRST = content.comforts()[0]


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


@pytest.fixture
def settings(home: Locations) -> SettingsInFile:
    return SettingsInFile(home, lambda: config.load(home.config_file, STEPS)[0], STEPS)


def put(home: Locations, text: str) -> None:
    home.config.mkdir(parents=True, exist_ok=True)
    home.config_file.write_bytes(text.encode())


def table(home: Locations) -> dict[str, Any]:
    return tomllib.loads(home.config_file.read_text(encoding="utf-8"))


def ids(settings: SettingsInFile, name: ListName = "comforts") -> list[str]:
    return [entry.id for entry in settings.listed(name)]


def test_without_a_config_every_list_is_the_one_that_comes_with_the_program(
    settings: SettingsInFile, home: Locations
) -> None:
    assert ids(settings) == [comfort.id for comfort in content.comforts()]
    assert all(entry.is_offered and not entry.is_own for entry in settings.listed("comforts"))
    assert settings.listed("people") == ()
    assert not home.config.exists()


def test_a_comfort_that_is_added_gets_a_free_id_and_stands_first(
    settings: SettingsInFile, home: Locations
) -> None:
    assert settings.add("comforts", {"text": "Sit by the window"}) == "own-1"
    assert settings.add("comforts", {"text": "Wind the clock"}) == "own-2"
    assert table(home) == {
        "comforts": [
            {"id": "own-1", "text": "Sit by the window"},
            {"id": "own-2", "text": "Wind the clock"},
        ]
    }
    assert ids(settings)[:3] == ["own-1", "own-2", FIRST.id]


def test_a_free_id_passes_over_one_that_was_written_by_hand(
    settings: SettingsInFile, home: Locations
) -> None:
    put(home, '[[comforts]]\nid = "own-1"\ntext = ""\n')
    assert settings.add("comforts", {"text": "Wind the clock"}) == "own-2"


def test_rewording_a_shipped_comfort_keeps_all_else_of_it(
    settings: SettingsInFile, home: Locations
) -> None:
    settings.put("comforts", FIRST.id, {"text": "Pull the green blanket close"})
    (own,) = table(home)["comforts"]
    assert own["text"] == "Pull the green blanket close"
    first = comforts(config.load(home.config_file, STEPS)[0])[0]
    assert (first.id, first.group, first.days, first.low) == (
        FIRST.id,
        FIRST.group,
        FIRST.days,
        FIRST.low,
    )


def test_a_shipped_comfort_is_left_out_in_its_place_and_comes_back(
    settings: SettingsInFile, home: Locations
) -> None:
    before = ids(settings)
    settings.offer("comforts", FIRST.id, False)
    assert table(home) == {"comforts": [{"id": FIRST.id, "hide": True}]}
    assert ids(settings) == before
    assert not settings.listed("comforts")[0].is_offered
    settings.offer("comforts", FIRST.id, True)
    assert settings.listed("comforts")[0].is_offered
    assert table(home) == {}


def test_an_own_comfort_that_is_left_out_keeps_its_words(
    settings: SettingsInFile, home: Locations
) -> None:
    own = settings.add("comforts", {"text": "Wind the clock"})
    settings.offer("comforts", own, False)
    assert table(home)["comforts"] == [{"id": own, "text": "Wind the clock", "hide": True}]
    assert all(each.id != own for each in comforts(config.load(home.config_file, STEPS)[0]))
    settings.offer("comforts", own, True)
    assert table(home)["comforts"] == [{"id": own, "text": "Wind the clock"}]


def test_an_own_entry_is_removed_and_a_shipped_one_is_left_out(
    settings: SettingsInFile, home: Locations
) -> None:
    own = settings.add("comforts", {"text": "Wind the clock"})
    settings.remove("comforts", own)
    assert table(home) == {}
    settings.remove("comforts", FIRST.id)
    assert table(home) == {"comforts": [{"id": FIRST.id, "hide": True}]}


def test_own_entries_change_places_and_go_no_further_than_the_ends(
    settings: SettingsInFile,
) -> None:
    for text in ("one", "two", "three"):
        settings.add("comforts", {"text": text})
    settings.move("comforts", "own-3", -1)
    assert ids(settings)[:3] == ["own-1", "own-3", "own-2"]
    settings.move("comforts", "own-1", -1)
    settings.move("comforts", "own-2", 1)
    assert ids(settings)[:3] == ["own-1", "own-3", "own-2"]


def test_a_shipped_entry_that_is_moved_up_stands_whole_among_ones_own(
    settings: SettingsInFile, home: Locations
) -> None:
    own = settings.add("acts", {"text": "Wave at the ferry"})
    last = content.acts()[-1]
    settings.move("acts", last.id, -1)
    assert ids(settings, "acts")[:2] == [own, last.id]
    assert last in acts(config.load(home.config_file, STEPS)[0])


def test_a_person_is_known_by_a_name_that_stands_once(
    settings: SettingsInFile, home: Locations
) -> None:
    settings.add("people", {"name": "Sam"})
    with pytest.raises(WinddownError):
        settings.add("people", {"name": "Sam"})
    settings.put("people", "Sam", {"name": "Samira", "channels": ["voice"]})
    settings.offer("people", "Samira", False)
    assert table(home) == {"people": [{"name": "Samira", "channels": ["voice"], "suggest": False}]}


@pytest.mark.parametrize(
    ("name", "keys"), [("cues", ("outreach", "cues")), ("plan", ("support", "plan"))]
)
def test_sentences_are_added_reworded_moved_and_removed(
    settings: SettingsInFile, home: Locations, name: ListName, keys: tuple[str, str]
) -> None:
    for text in ("one", "two"):
        settings.add(name, {"text": text})
    settings.move(name, "two", -1)
    settings.put(name, "one", {"text": "uno"})
    assert table(home)[keys[0]][keys[1]] == ["two", "uno"]
    settings.remove(name, "two")
    assert table(home)[keys[0]][keys[1]] == ["uno"]


def test_single_values_are_written_and_taken_back_to_their_defaults(
    settings: SettingsInFile, home: Locations
) -> None:
    settings.set(("day_ends",), time(4))
    settings.set(("breathing", "minutes"), 3)
    assert table(home) == {"day_ends": time(4), "breathing": {"minutes": 3}}
    assert settings.value(("breathing", "minutes")) == 3
    settings.set(("breathing", "minutes"), None)
    assert settings.value(("breathing", "minutes")) == 5
    settings.set(("support", "country"), None)
    assert "support" not in table(home)


def test_undo_goes_back_change_by_change_to_no_file_at_all(
    settings: SettingsInFile, home: Locations
) -> None:
    texts = []
    settings.add("comforts", {"text": "Wind the clock"})
    texts.append(home.config_file.read_bytes())
    settings.set(("theme",), "paper")
    settings.undo()
    assert home.config_file.read_bytes() == texts[0]
    settings.undo()
    assert not home.config_file.exists()
    assert not settings.can_undo


def test_words_written_in_several_goes_are_taken_back_in_one(
    settings: SettingsInFile, home: Locations
) -> None:
    settings.add("people", {"name": "Sam"})
    settings.put("people", "Sam", {"name": "Sami"})
    settings.put("people", "Sami", {"name": "Samira"})
    settings.set(("closing",), "Sleep")
    settings.set(("closing",), "Sleep well.")
    settings.undo()
    assert table(home) == {"people": [{"name": "Samira"}]}
    settings.undo()
    assert table(home) == {"people": [{"name": "Sam"}]}


def test_an_id_is_not_given_again_while_tonight_may_hold_it(
    settings: SettingsInFile, home: Locations
) -> None:
    settings.add("comforts", {"text": "Sit by the window"})
    settings.undo()
    assert settings.add("comforts", {"text": "Wind the clock"}) == "own-2"
    assert settings.add("acts", {"text": "Wave"}) == "own-1"
    settings.add("people", {"name": "Sam"})
    settings.undo()
    assert settings.add("people", {"name": "Sam"}) == "Sam"


def test_undo_leaves_a_file_that_an_editor_changed_meanwhile(
    settings: SettingsInFile, home: Locations
) -> None:
    settings.set(("theme",), "paper")
    put(home, 'theme = "moonless" # by hand\n')
    with pytest.raises(WinddownError):
        settings.undo()
    assert home.config_file.read_text() == 'theme = "moonless" # by hand\n'


def test_an_entry_an_editor_took_away_meanwhile_is_not_written_again(
    settings: SettingsInFile, home: Locations
) -> None:
    settings.add("comforts", {"text": "Wind the clock"})
    put(home, "# all gone\n")
    with pytest.raises(WinddownError):
        settings.put("comforts", "own-1", {"text": "Wind it twice"})
    assert home.config_file.read_text() == "# all gone\n"


def test_a_list_that_is_no_list_is_left_as_it_is(settings: SettingsInFile, home: Locations) -> None:
    put(home, 'comforts = "none"\n')
    with pytest.raises(WinddownError):
        settings.add("comforts", {"text": "Wind the clock"})
    assert home.config_file.read_text() == 'comforts = "none"\n'


def test_the_closing_phrase_is_the_usual_one_until_there_is_ones_own(
    settings: SettingsInFile,
) -> None:
    assert settings.value(("closing",)) == content.defaults("closing")["closing"]
    settings.set(("closing",), "Schlaf gut")
    assert settings.value(("closing",)) == "Schlaf gut"


def test_words_written_after_the_line_was_left_are_taken_back_by_themselves(
    settings: SettingsInFile, home: Locations
) -> None:
    settings.set(("closing",), "one")
    settings.set(("closing",), "one two")
    settings.rest()
    settings.set(("closing",), "one two three")
    settings.undo()
    assert table(home) == {"closing": "one two"}
    settings.undo()
    assert not home.config_file.exists()
