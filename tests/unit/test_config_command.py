"""`winddown config`: makes the config, opens it, checks it, and says where all lies."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from winddown.cli import main
from winddown.data.config_template import template
from winddown.data.locations import Locations, locations
from winddown.steps import between


@pytest.fixture(autouse=True)
def _same_umask() -> Iterator[None]:
    """Give the umask back that the program sets for itself."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Locations:
    monkeypatch.setenv("WINDDOWN_HOME", str(tmp_path / "home"))
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return locations(os.environ)


def put(home: Locations, text: str) -> None:
    home.config.mkdir(parents=True)
    home.config_file.write_text(text)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def editor(folder: Path, does: str, name: str = "editor") -> Path:
    """Make an editor that does something with the file it is given, and ends."""
    script = folder / name
    script.write_text(f"#!/bin/sh\n{does}\n")
    script.chmod(0o700)
    return script


# init


def test_init_writes_a_config_that_only_its_owner_can_read(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "init"]) == 0
    assert home.config_file.read_text("utf-8") == template(between())
    assert mode(home.config_file) == 0o600
    assert (mode(home.config), mode(home.config.parent)) == (0o700, 0o700)
    assert sorted(home.config.parent.rglob("*")) == [home.config, home.config_file]
    said = capsys.readouterr()
    assert str(home.config_file) in said.out
    assert said.err == ""


@pytest.mark.parametrize("text", ["", 'theme = "paper"\n', "not toml"])
def test_init_leaves_a_config_that_stands_as_it_is_and_says_so(
    home: Locations, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    put(home, text)
    home.config_file.chmod(0o640)
    assert main(["config", "init"]) == 1
    assert home.config_file.read_text() == text
    assert mode(home.config_file) == 0o640
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"winddown: {home.config_file} is there already and stays as it is. "
        "`winddown config edit` opens it.\n"
    )


def test_init_leaves_a_link_that_leads_nowhere_as_it_is(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    home.config.mkdir(parents=True)
    home.config_file.symlink_to(home.config / "dotfiles.toml")
    assert main(["config", "init"]) == 1
    assert home.config_file.is_symlink()
    assert not (home.config / "dotfiles.toml").exists()
    assert "stays as it is" in capsys.readouterr().err


def test_init_says_in_a_sentence_when_it_cannot_write(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    home.config.parent.mkdir()
    home.config.write_text("a file where the folder should be")
    assert main(["config", "init"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"winddown: {home.config_file} could not be written: ")
    assert said.count("\n") == 1


# check


def test_check_without_a_config_says_that_none_is_needed_and_makes_none(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "check"]) == 0
    assert "none is needed" in capsys.readouterr().out
    assert not home.config.parent.exists()


def test_init_and_then_check_is_clean(home: Locations, capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["config", "init"]), main(["config", "check"])) == (0, 0)
    assert capsys.readouterr().out.endswith("everything in it can be used.\n")


def test_check_prints_every_problem_and_ends_with_one(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    text = 'them = "dusk"\ntheme = "dark"\n[breathing]\nminutes = 61\n'
    put(home, text)
    assert main(["config", "check"]) == 1
    said = capsys.readouterr()
    assert [line.partition(":")[0] for line in said.out.splitlines()] == [
        "config.toml line 1",
        "config.toml line 2",
        "config.toml line 4",
    ]
    assert said.err == ""
    assert home.config_file.read_text() == text


def test_check_shows_the_faulty_line_with_a_caret(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    put(home, 'theme = "dusk"\nmotion = still\n')
    assert main(["config", "check"]) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        "2 | motion = still",
        "  |          ^",
    ]


def test_check_also_looks_at_themes_and_words(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    put(home, "")
    for path, text in (("themes/mine.toml", "name = 3\n"), ("content/closing.toml", "[word]\n")):
        (home.config / path).parent.mkdir()
        (home.config / path).write_text(text)
    assert main(["config", "check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2
    assert "content/closing.toml line 1" in said[0]
    assert "themes/mine.toml line 1: 'name'" in said[1]


def test_check_can_be_read_where_the_output_knows_no_letters_but_ascii(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, 'closing = "schön" ?\n')
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
    assert main(["config", "check"]) == 1
    sys.stdout.flush()
    assert b'1 | closing = "sch?n" ?\n' in out.getvalue()


def test_what_it_says_can_be_caught_as_text(home: Locations) -> None:
    with redirect_stdout(io.StringIO()) as said:
        assert main(["config", "check"]) == 0
    assert "none is needed" in said.getvalue()


# path


def test_path_lists_every_folder_and_makes_none(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "path"]) == 0
    said = capsys.readouterr().out
    for path in (
        home.config_file, home.themes, home.content, home.evenings, home.backups, home.state
    ):  # fmt: skip
        assert f" {path}   (not there yet)\n" in said
    assert not home.config.parent.exists()


def test_path_says_only_of_what_is_missing_that_it_is_not_there(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    put(home, "")
    assert main(["config", "path"]) == 0
    said = capsys.readouterr().out
    assert f" {home.config_file}\n" in said
    assert f" {home.evenings}   (not there yet)\n" in said


@pytest.mark.parametrize("name", ["config_file", "themes", "state"])
def test_path_names_what_links_to_itself(
    home: Locations, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path: Path = getattr(home, name)
    path.parent.mkdir(parents=True)
    path.symlink_to(path)
    assert main(["config", "path"]) == 0
    assert f" {path}   (not there yet)\n" in capsys.readouterr().out


# edit


def test_edit_opens_the_config_and_makes_it_first_where_there_is_none(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    seen = tmp_path / "seen"
    monkeypatch.setenv("EDITOR", str(editor(tmp_path, f'cp "$1" {seen}; echo "$#" >> {seen}')))
    assert main(["config", "edit"]) == 0
    assert seen.read_text("utf-8") == template(between()) + "1\n"
    assert mode(home.config_file) == 0o600
    assert capsys.readouterr().out.endswith("everything in it can be used.\n")


@pytest.mark.parametrize(
    ("visual", "plain", "opened"),
    [("visual", "editor", "visual"), ("visual", None, "visual"), ("", "editor", "editor")],
)
def test_the_visual_editor_comes_before_the_other_one(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    visual: str, plain: str | None, opened: str,
) -> None:  # fmt: skip
    put(home, "")
    for name in ("visual", "editor"):
        editor(tmp_path, f"touch {tmp_path}/{name}-was-here", name)
    monkeypatch.setenv("VISUAL", visual and str(tmp_path / visual))
    if plain:
        monkeypatch.setenv("EDITOR", str(tmp_path / plain))
    assert main(["config", "edit"]) == 0
    assert [path.name for path in tmp_path.glob("*-was-here")] == [f"{opened}-was-here"]


def test_without_either_the_usual_one_of_the_system_opens(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, "")
    editor(tmp_path, f"touch {tmp_path}/was-here", "vi")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert main(["config", "edit"]) == 0
    assert (tmp_path / "was-here").exists()


def test_an_editor_may_have_words_of_its_own_and_blanks_in_quotes(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, "")
    (tmp_path / "my tools").mkdir()
    seen = tmp_path / "seen"
    script = editor(tmp_path / "my tools", f'printf "%s|" "$@" > {seen}')
    monkeypatch.setenv("VISUAL", f"'{script}' --wait -c \"set tw=72\"")
    assert main(["config", "edit"]) == 0
    assert seen.read_text() == f"--wait|-c|set tw=72|{home.config_file}|"


def test_a_folder_with_blanks_and_quotes_in_its_name_is_opened_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINDDOWN_HOME", str(tmp_path / "Ana's $HOME; echo"))
    monkeypatch.setenv("VISUAL", str(editor(tmp_path, 'echo "bell = 1" >> "$1"')))
    assert main(["config", "edit"]) == 1
    assert locations(os.environ).config_file.read_text("utf-8").endswith("bell = 1\n")


def test_what_the_editor_left_wrong_is_said_when_it_closes(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    put(home, 'theme = "moss"\n')
    monkeypatch.setenv("EDITOR", str(editor(tmp_path, 'echo "motion = slow" >> "$1"')))
    assert main(["config", "edit"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("config.toml line 2: this is not TOML (")
    assert said.out.endswith("2 | motion = slow\n  |          ^\n")
    assert said.err == ""
    assert home.config_file.read_text() == 'theme = "moss"\nmotion = slow\n'


@pytest.mark.parametrize(
    "command", ["/nowhere/editor", "editor-that-nobody-has", "vi 'open", "  ", "/", '""']
)
def test_an_editor_that_cannot_be_opened_is_said_in_one_sentence(
    home: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:  # fmt: skip
    put(home, 'theme = "moss"\n')
    monkeypatch.setenv("VISUAL", command)
    assert main(["config", "edit"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("winddown: Your editor could not be opened. Set ")
    assert said.err.count("\n") == 1
    assert home.config_file.read_text() == 'theme = "moss"\n'


def test_an_editor_that_fails_is_said_and_nothing_is_checked(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    put(home, "minuts = 1\n")
    monkeypatch.setenv("EDITOR", str(editor(tmp_path, "exit 3")))
    assert main(["config", "edit"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("winddown: Your editor ended with 3")
    assert "`winddown config check`" in said.err


def test_an_editor_that_was_killed_is_said(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    put(home, "")
    monkeypatch.setenv("EDITOR", str(editor(tmp_path, "kill -9 $$")))
    assert main(["config", "edit"]) == 1
    assert "Your editor " in capsys.readouterr().err


def test_a_file_that_the_editor_took_away_is_no_problem(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, "")
    monkeypatch.setenv("EDITOR", str(editor(tmp_path, 'rm "$1"')))
    assert main(["config", "edit"]) == 0


# What is asked for


@pytest.mark.parametrize("words", [["config"], ["config", "show"], ["config", "init", "twice"]])
def test_what_it_does_not_know_is_a_question_of_usage(
    home: Locations, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: winddown" in capsys.readouterr().err
    assert not home.config.parent.exists()


def test_nothing_of_the_screens_is_loaded_for_it(home: Locations) -> None:
    code = (
        "import sys; from winddown.cli import main; main(['config', 'check']);"
        "print(sorted({'textual', 'tomlkit'} & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.endswith("[]\n")
