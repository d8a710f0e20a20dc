"""A file that its owner wrote in stays theirs, whatever is answered."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import changed_evenings, evenings
from tests.unit.data.handwritten import handwritten
from tests.unit.data.homes import BEGUN, DAY, FIXTURE, contents, new_home, put
from winddown.data import evening_text, lock
from winddown.data.evenings import load, save
from winddown.data.locations import Locations, locations
from winddown.data.toml_tokens import comments_in
from winddown.errors import CannotEdit, NewerSchema, NotWritten, UnreadableEvening, WinddownError
from winddown.routine.evening import ChosenComfort, Evening, Settled


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


@settings(max_examples=2 * settings.default.max_examples)
@given(st.data())
def test_every_comment_and_key_of_ones_own_survives_any_change(data: st.DataObject) -> None:
    evening = data.draw(evenings(DAY))
    file = data.draw(handwritten(evening))
    wanted = data.draw(changed_evenings(evening))
    with new_home() as home:
        path = put(home, file.text)
        assert load(home, DAY) == evening
        assert save(home, evening, wanted) == wanted == load(home, DAY)
        changed = path.read_bytes().decode()
        assert sorted(comments_in(changed)) == sorted(file.comments)
        copies = [copy.read_bytes().decode() for copy in home.backups.glob("*-other-version-*")]
        if not all(key in changed for key in file.own_keys):
            # A table that is taken away takes them along: then a copy has them.
            assert copies == [file.text]
        else:
            assert copies == []


def test_one_answer_changes_one_line_of_the_example(home: Locations) -> None:
    path = put(home, FIXTURE.read_bytes())
    evening = load(home, DAY)
    assert evening is not None
    save(home, evening, replace(evening, tonight="steady"))
    changed = FIXTURE.read_text().replace('tonight = "tired" ', 'tonight = "steady" ')
    assert path.read_text() == changed


HAND = """\
# mine
evening = 2026-11-22
weather = "rain" # unknown to winddown
started = 2026-11-22T21:34:10+01:00 # late

[garden] # no table of the program's
frost = true

# the best one
[[comforts]]
text = 'tea' # green
pot = "blue"
"""


def test_a_file_in_ones_own_order_keeps_it(home: Locations) -> None:
    path = put(home, HAND)
    evening = load(home, DAY)
    assert evening == replace(BEGUN, comforts=(ChosenComfort(text="tea"),))
    more = (ChosenComfort(text="tea"), ChosenComfort(id="bath", text="Run a bath"))
    save(home, evening, replace(evening, comforts=more, tonight="tired"))
    assert path.read_text() == HAND.replace("# late\n", '# late\ntonight = "tired"\n') + (
        '\n[[comforts]]\nid = "bath"\ntext = "Run a bath"\n'
    )


def test_the_other_version_is_copied_whole_where_one_answer_was_changed_twice(
    home: Locations,
) -> None:
    save(home, None, BEGUN)
    for number, note in enumerate(("rain", "snow"), start=1):
        theirs = HAND + f"# {note}\n"
        put(home, theirs.replace("weather", f'note = "{note}"\nweather'))
        disk = home.evening(DAY).read_text()
        kept = save(home, BEGUN, replace(BEGUN, note="wind"))
        assert kept.note == "wind"
        assert kept.comforts == (ChosenComfort(text="tea"),)
        copy = home.backups / f"2026-11-22-other-version-{number}.toml"
        assert copy.read_text() == disk
        assert "# the best one" in home.evening(DAY).read_text()


def test_an_answer_that_another_program_took_away_stands_in_a_copy(home: Locations) -> None:
    save(home, None, BEGUN)
    older = home.evening(DAY).read_text()
    rated = save(home, BEGUN, replace(BEGUN, settled=Settled(before=4), note="rain"))
    put(home, older)
    said = replace(rated, tonight="tired")
    assert save(home, rated, said) == replace(BEGUN, tonight="tired")
    (copy,) = home.backups.glob("*")
    assert copy.name == "2026-11-22-other-version-1.toml"
    with new_home() as other:
        save(other, None, said)
        assert copy.read_text() == other.evening(DAY).read_text()
    save(home, said, replace(said, tonight="heavy"))
    assert [*home.backups.glob("*")] == [copy]


def test_nothing_is_copied_for_where_an_evening_stands_or_what_a_copy_has_already(
    home: Locations,
) -> None:
    save(home, None, replace(BEGUN, step="closing"))
    save(home, replace(BEGUN, step="comforts"), replace(BEGUN, step="comforts", note="rain"))
    assert not home.backups.exists()


@pytest.mark.parametrize("content", ["[settled\n", "settled = 4\n"])
def test_a_copy_that_is_not_understood_is_no_copy(home: Locations, content: str) -> None:
    rated = save(home, None, replace(BEGUN, settled=Settled(before=4)))
    put(home, home.evening(DAY).read_text().replace("before = 4", ""))
    home.backups.mkdir()
    (home.backups / "2026-11-22-other-version-1.toml").write_text(content)
    save(home, rated, replace(rated, note="rain"))
    second = home.backups / "2026-11-22-other-version-2.toml"
    assert "before = 4" in second.read_text()


def test_two_programs_at_one_moment_both_have_their_answers_kept(home: Locations) -> None:
    names = [f"friend {number}" for number in range(8)]
    save(home, None, BEGUN)
    changes = [replace(BEGUN, comforts=(ChosenComfort(text=name),)) for name in names]
    threads = [threading.Thread(target=save, args=(home, BEGUN, one)) for one in changes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    evening = load(home, DAY)
    assert evening is not None
    assert sorted(comfort.text for comfort in evening.comforts) == names
    assert not home.backups.exists()


def test_a_file_of_a_newer_schema_is_read_and_never_written(home: Locations) -> None:
    put(home, HAND.replace("# mine", "schema = 2"))
    evening = load(home, DAY)
    assert evening is not None
    before = contents(home)
    with pytest.raises(NewerSchema, match="made by a newer winddown") as raised:
        save(home, evening, replace(evening, note="Tell nobody"))
    assert raised.value.path == home.evening(DAY)
    assert contents(home) == before


FAULTS = [
    ("schema = 1", "schema = 0", 1, "'schema' should be 1"),
    ("schema = 1", 'schema = "Tell nobody"', 1, "'schema' should be 1"),
    ("2026-11-22\n", "2026-11-23\n", 2, "'evening' should be 2026-11-22, as the file's name says"),
    ("evening = 2026-11-22\n", "", None, "'evening' is missing"),
    ("10+01:00 # late", "10 # Tell nobody", 4, "'started' should be a moment with its offset"),
    ("text = 'tea'", "text = 4", 11, "'comforts 1: text' should be text in quotes"),
    ("text = 'tea'", "words = 'Tell nobody'", 10, "'comforts 1: text' is missing"),
    ("weather", 'tonight = "Tell nobody"\nweather', 3, "'tonight' should be one of light, steady"),
    ("[garden]", "[settled]\nafter = 11\n[garden]", 7, "'settled.after' should be a whole number"),
    ("[garden]", "[garden", 6, "this is not TOML"),
    ("schema = 1", "schema = 2\nnote = 1", 2, "newer winddown, for which 'note' should be text"),
]


@pytest.mark.parametrize(("find", "put_instead", "line", "said"), FAULTS)
def test_a_file_that_is_not_understood_is_named_and_never_rewritten(
    home: Locations, find: str, put_instead: str, line: int | None, said: str
) -> None:
    text = HAND.replace("# mine", "schema = 1")
    assert find in text
    path = put(home, text.replace(find, put_instead, 1))
    before = contents(home)
    with pytest.raises(UnreadableEvening) as raised:
        load(home, DAY)
    where = f"{path}: " if line is None else f"{path} line {line}: "
    assert str(raised.value).startswith(where)
    assert said in str(raised.value)
    assert str(raised.value).endswith("put right." if line is None else "right in a text editor.")
    with pytest.raises(UnreadableEvening):
        save(home, BEGUN, replace(BEGUN, note="Tell nobody"))
    assert contents(home) == before
    problem: BaseException | None = raised.value
    while problem is not None:
        assert "nobody" not in repr(vars(problem)) + repr(problem.args)
        problem = problem.__context__


def test_what_is_no_file_is_named_and_left_alone(home: Locations) -> None:
    home.evening(DAY).mkdir(parents=True)
    with pytest.raises(UnreadableEvening, match="this is a folder"):
        load(home, DAY)
    with pytest.raises(UnreadableEvening, match="this is a folder"):
        save(home, None, BEGUN)
    assert home.evening(DAY).is_dir()


def test_a_link_to_an_evening_stays_a_link(home: Locations, tmp_path: Path) -> None:
    path = put(home, HAND)
    target = tmp_path / "elsewhere.toml"
    shutil.move(path, target)
    path.symlink_to(target)
    save(home, load(home, DAY), replace(BEGUN, note="rain"))
    assert path.is_symlink()
    assert 'note = "rain"' in target.read_text()


def test_a_file_that_cannot_be_changed_safely_is_left_alone(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, HAND)
    before = contents(home)

    def refuse(*_: object) -> str:
        raise CannotEdit

    monkeypatch.setattr("winddown.data.toml_edit.edited", refuse)
    with pytest.raises(NotWritten, match="winddown cannot change it safely") as raised:
        save(home, BEGUN, replace(BEGUN, note="Tell nobody"))
    assert raised.value.path == home.evening(DAY)
    assert contents(home) == before


def test_more_than_could_be_read_again_is_not_written(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(home, None, replace(BEGUN, note="x" * 2048))
    whole = home.evening(DAY).stat().st_size
    home.evening(DAY).unlink()
    for limit in (2048, whole - 1):
        monkeypatch.setattr(evening_text, "LIMIT", limit)
        with pytest.raises(NotWritten, match="it would be longer than 2 kB") as raised:
            save(home, None, replace(BEGUN, note="x" * 2048))
        assert raised.value.path == home.evening(DAY)
    assert contents(home) == {}
    monkeypatch.setattr(evening_text, "LIMIT", whole)
    kept = save(home, None, replace(BEGUN, note="x" * 2048))
    assert kept == load(home, DAY)
    monkeypatch.setattr(evening_text, "LIMIT", whole - 1)
    with pytest.raises(NotWritten, match="longer than") as raised:
        save(home, kept, replace(kept, note="y" * 2048))
    assert raised.value.path == home.evening(DAY)
    without = home.evening(DAY).read_text().replace("note = ", "# ")
    put(home, without)
    with pytest.raises(NotWritten, match="longer than") as raised:
        save(home, kept, replace(kept, tonight="tired"))
    assert raised.value.path == home.evening(DAY)
    assert home.evening(DAY).read_text() == without


def test_a_writer_that_never_ends_is_not_waited_for_for_ever(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    save(home, None, BEGUN)
    with lock.locked(home), pytest.raises(NotWritten, match="another winddown"):
        save(home, BEGUN, replace(BEGUN, note="rain"))
    assert save(home, BEGUN, replace(BEGUN, note="rain")).note == "rain"


def test_folders_that_cannot_be_made_are_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    home = locations({"WINDDOWN_HOME": str(tmp_path / "file")})
    with pytest.raises(NotWritten, match="a file stands where a folder should"):
        save(home, None, BEGUN)


def test_a_disk_that_is_full_costs_nothing_that_was_kept(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = save(home, None, BEGUN)
    before = contents(home)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WinddownError, match="the disk is full"):
        save(home, known, replace(known, note="Tell nobody"))
    assert contents(home) == before


def test_reading_waits_for_no_library_that_only_writing_needs(home: Locations) -> None:
    put(home, FIXTURE.read_bytes())
    code = (
        "import sys, os, datetime\n"
        "from winddown.data.evenings import load_all\n"
        "from winddown.data.locations import locations\n"
        "assert len(load_all(locations(os.environ))[0]) == 1\n"
        "print({'tomlkit', 'textual', 'icalendar'} & set(sys.modules))\n"
    )
    environ = {"WINDDOWN_HOME": str(home.data.parent), "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("set()\n", "")


def test_an_evening_is_its_own_day_in_its_own_file(home: Locations) -> None:
    kept = save(home, None, BEGUN)
    assert isinstance(kept, Evening)
    assert list(contents(home)) == [str(home.evening(DAY))]
