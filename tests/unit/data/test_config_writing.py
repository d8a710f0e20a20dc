"""What the program writes to a person's config: one value, and every other byte as it was."""

from __future__ import annotations

import stat
import tomllib
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.data.homes import new_home
from winddown.data import config_writing, lock, toml_edit
from winddown.data.config import LIMIT, load
from winddown.data.locations import Locations, locations
from winddown.data.records import Table
from winddown.errors import NotEditable, NotUnderstood, NotWritten, WinddownError
from winddown.steps import between


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def put(home: Locations, text: str) -> None:
    home.config.mkdir(parents=True, exist_ok=True)
    home.config_file.write_bytes(text.encode())


def text_of(home: Locations) -> str:
    return home.config_file.read_bytes().decode()


def test_a_first_change_makes_a_file_for_its_owner_only(home: Locations) -> None:
    config_writing.keep_country(home, "GB")
    assert text_of(home) == '[support]\ncountry = "GB"\n'
    assert stat.S_IMODE(home.config_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.config.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# mine\ntheme = 'x' # y\n", "# mine\ntheme = 'x' # y\n\n[support]\ncountry = \"GB\"\n"),
        ("[support] # z\ncountry = 'FR' # was\n", '[support] # z\ncountry = "GB" # was\n'),
        ("support = {plan = []}\n", 'support = {plan = [], country = "GB"}\n'),
        (
            "[[support.own]]\nname = 'a'\ncontact = 'b'\n",
            "[support]\ncountry = \"GB\"\n\n[[support.own]]\nname = 'a'\ncontact = 'b'\n",
        ),
        ("a = 1\r\n[support]\r\n", 'a = 1\r\n[support]\r\ncountry = "GB"\r\n'),
    ],
)
def test_a_country_changes_one_line(home: Locations, before: str, after: str) -> None:
    put(home, before)
    config_writing.keep_country(home, "GB")
    assert text_of(home) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[[people]]\nname = "Sam"\nsuggest = false\n'),
        ("[[people]]\nname = 'Sam' # a\n", "[[people]]\nname = 'Sam' # a\nsuggest = false\n"),
        (
            "[[people]]\nname = 'Ana'\n# end\n",
            "[[people]]\nname = 'Ana'\n# end\n\n[[people]]\nname = \"Sam\"\nsuggest = false\n",
        ),
        (
            "[[people]]\nname = 'Sam'\nsuggest = true # he moved\n\n[[acts]]\nid = 'x'\n",
            "[[people]]\nname = 'Sam'\nsuggest = false # he moved\n\n[[acts]]\nid = 'x'\n",
        ),
    ],
)
def test_leaving_someone_out_changes_one_line(home: Locations, before: str, after: str) -> None:
    put(home, before)
    config_writing.leave_out(home, "Sam", False)
    assert text_of(home) == after


def test_someone_left_out_can_be_let_in_again(home: Locations) -> None:
    config_writing.leave_out(home, "Sam", False)
    config_writing.leave_out(home, "Sam", True)
    config, problems = load(home.config_file, between())
    assert [(person.name, person.suggest) for person in config.people] == [("Sam", True)]
    assert problems == ()


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ("support = 'x'\n", partial(config_writing.keep_country, code="GB")),
        ("people = 'x'\n", partial(config_writing.leave_out, name="Sam", suggest=False)),
        ("people = ['Sam']\n", partial(config_writing.leave_out, name="Sam", suggest=False)),
        ("theme = \n", partial(config_writing.keep_country, code="GB")),
        ("a = 1\na = 2", partial(config_writing.leave_out, name="Sam", suggest=False)),
    ],
)
def test_a_config_that_cannot_be_changed_is_left_and_told(
    home: Locations, before: str, change: Callable[[Locations], None]
) -> None:
    put(home, before)
    with pytest.raises(WinddownError, match=r"config\.toml"):
        change(home)
    assert text_of(home) == before


@pytest.mark.parametrize(
    ("before", "change", "said"),
    [
        (
            "# mine\n\nsupport = 'private'\n",
            partial(config_writing.keep_country, code="GB"),
            "config.toml line 3: 'support' should be a table; change it there in an editor.",
        ),
        (
            "[[people]]\nname = 'private'\n[[people]]\n# private\nsuggest = true\nname = 'Sam'\n",
            partial(config_writing.leave_out, name="Sam", suggest=False),
            "config.toml line 5: 'people 2: suggest' is laid out so that winddown cannot change "
            "it safely; change it there in an editor.",
        ),
    ],
)
def test_a_change_that_cannot_be_made_names_the_line_and_what_to_do(
    home: Locations,
    monkeypatch: pytest.MonkeyPatch,
    before: str,
    change: Callable[[Locations], None],
    said: str,
) -> None:
    monkeypatch.setattr(toml_edit, "rewritten", lambda *_: "'faulty'")
    put(home, before)
    with pytest.raises(NotEditable) as raised:
        change(home)
    assert str(raised.value) == said
    assert text_of(home) == before


def test_nothing_is_written_when_there_is_nothing_to_change(home: Locations) -> None:
    assert config_writing.change(home, lambda _: None) is None
    assert not home.config_file.exists()
    put(home, "a=1")
    stamp = home.config_file.stat()
    assert config_writing.change(home, lambda table: table.update(a=1)) is None
    assert home.config_file.stat() == stamp


def set_theme(table: Table) -> None:
    table["theme"] = "moss"


@pytest.mark.parametrize(
    "before", ["", "# a", "a = 1\r\n# b\n\r\n[c]", "theme = 'é'\t# é\r\n\r\n\r\n"]
)
def test_undo_puts_every_byte_back(home: Locations, before: str) -> None:
    put(home, before)
    done = config_writing.change(home, set_theme)
    assert done is not None
    assert (done.before, done.after) == (before, text_of(home))
    assert "moss" not in repr(done)
    config_writing.undo(home, done)
    assert text_of(home) == before


def test_undo_of_the_first_change_takes_the_file_away(home: Locations) -> None:
    done = config_writing.change(home, set_theme)
    assert done is not None
    assert done.before is None
    config_writing.undo(home, done)
    assert not home.config_file.exists()


@pytest.mark.parametrize("now", ['theme = "moss"\n# mine\n', "theme = '", None])
def test_undo_leaves_a_file_that_was_changed_elsewhere(home: Locations, now: str | None) -> None:
    put(home, "theme = 'dusk'\n")
    done = config_writing.change(home, set_theme)
    assert done is not None
    if now is None:
        home.config_file.unlink()
    else:
        put(home, now)
    with pytest.raises(NotWritten, match="it was changed elsewhere since"):
        config_writing.undo(home, done)
    assert home.config_file.exists() is (now is not None)
    assert now is None or text_of(home) == now


def test_a_link_stays_one_and_its_file_keeps_its_mode(home: Locations, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "winddown.toml"
    target.parent.mkdir()
    target.write_bytes(b"theme = 'dusk' # mine\r\n")
    target.chmod(0o640)
    home.config.mkdir(parents=True)
    home.config_file.symlink_to(target)
    done = config_writing.change(home, set_theme)
    assert done is not None
    assert target.read_bytes() == b'theme = "moss" # mine\r\n'
    config_writing.undo(home, done)
    assert target.read_bytes() == b"theme = 'dusk' # mine\r\n"
    assert home.config_file.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(target.parent.iterdir()) == [target]


def test_what_an_editor_writes_at_the_same_moment_is_read_first(home: Locations) -> None:
    put(home, "a = 1\n")
    editor = iter(["a = 2 # mine\n", "a = 3 # mine\n"])

    def make(table: Table) -> None:
        table["theme"] = "moss"
        if (text := next(editor, None)) is not None:
            put(home, text)  # after the reading, and before the writing

    config_writing.change(home, make)
    assert text_of(home) == 'a = 3 # mine\ntheme = "moss"\n'


def test_a_file_that_never_rests_is_left_to_the_one_who_writes_it(home: Locations) -> None:
    numbers = count()

    def make(table: Table) -> None:
        table["theme"] = "moss"
        put(home, f"a = {next(numbers)}\n")

    with pytest.raises(NotWritten, match="another program keeps writing to it"):
        config_writing.change(home, make)
    assert text_of(home) == f"a = {next(numbers) - 1}\n"
    assert list(home.config.iterdir()) == [home.config_file]


def test_a_config_too_long_to_be_read_is_not_made_longer(home: Locations) -> None:
    put(home, "#" * (LIMIT - 2) + "\n")
    before = text_of(home)
    with pytest.raises(NotWritten):
        config_writing.keep_country(home, "GB")
    assert text_of(home) == before


def test_another_window_that_is_writing_is_waited_for_and_then_told(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    with lock.locked(home), pytest.raises(NotWritten, match="another winddown"):
        config_writing.keep_country(home, "GB")
    assert not home.config_file.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(NotWritten):
        config_writing.keep_country(locations({"WINDDOWN_HOME": str(tmp_path / "home")}), "GB")


@given(
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    suggest=st.booleans(),
)
def test_any_name_is_written_so_that_it_reads_back(name: str, suggest: bool) -> None:
    with new_home() as home:
        before = "# mine\n[[people]]\nname = 'Sam'\n"
        put(home, before)
        config_writing.leave_out(home, name, suggest)
        people = {each["name"]: each for each in tomllib.loads(text_of(home))["people"]}
        assert people[name]["suggest"] is suggest
        assert text_of(home).startswith(before)


def test_tables_too_deep_to_be_followed_are_left_and_told(home: Locations) -> None:
    before = f"{'.'.join('a' * 1000)} = 1\n"
    put(home, before)
    with pytest.raises(NotEditable, match="laid out so that winddown cannot change it safely"):
        config_writing.keep_country(home, "GB")
    assert text_of(home) == before


def test_where_a_key_does_not_stand_yet_the_table_around_it_is_named(home: Locations) -> None:
    def refuse(_: Table) -> None:
        raise NotUnderstood(("support", "own", 0), "should be a table")

    put(home, "# mine\n[support]\n")
    with pytest.raises(NotEditable, match=r"config\.toml line 2: 'support\.own 1' should be"):
        config_writing.change(home, refuse)
