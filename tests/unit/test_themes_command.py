"""`winddown themes`: every look by name, whose it is, and which one is in use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from winddown.theme_files import shipped_folder

DUSK = (shipped_folder() / "dusk.toml").read_text("utf-8")
SHIPPED = sorted(path.stem for path in shipped_folder().glob("*.toml"))


def themes(home: Path, **environ: str) -> Any:
    """List them, written to a pipe."""
    return subprocess.run(
        [sys.executable, "-m", "winddown", "themes"],
        env={"WINDDOWN_HOME": str(home), "PATH": "/usr/bin:/bin", **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
    )


def own(home: Path, name: str, text: str) -> None:
    """Put a theme file of one's own in its place."""
    folder = home / "config" / "themes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text, "utf-8")


def configure(home: Path, text: str) -> None:
    """Write the config."""
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "config.toml").write_text(text, "utf-8")


def test_without_a_config_the_shipped_are_listed_and_dusk_is_in_use(tmp_path: Path) -> None:
    said = themes(tmp_path)
    lines = said.stdout.splitlines()
    assert [line.split()[0] for line in lines] == SHIPPED
    assert [line.split()[0] for line in lines if line.endswith("in use")] == ["dusk"]
    assert ["dusk", "lamplight"] in [line.split()[:2] for line in lines]
    assert (said.returncode, said.stderr) == (0, "")
    assert [*tmp_path.iterdir()] == []


def test_ones_own_are_listed_among_them_and_one_of_the_same_name_is_ones_own(
    tmp_path: Path,
) -> None:
    configure(tmp_path, 'theme = "harbour"\n')
    own(tmp_path, "harbour", DUSK.replace('"dusk"', '"harbour"'))
    own(tmp_path, "paper", DUSK.replace('"dusk"', '"paper"'))
    lines = themes(tmp_path).stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted([*SHIPPED, "harbour"])
    assert [line.split()[0] for line in lines if "yours" in line] == ["harbour", "paper"]
    assert [line.split()[0] for line in lines if line.endswith("in use")] == ["harbour"]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        (DUSK.replace('row = "#2a2026"\n', ""), "", "'row' is missing"),
        (DUSK.replace("#141014", "#14101g"), " line 4", "'ground'"),
        (DUSK + "shine = 1\n", " line 12", "'shine'"),
        (DUSK.replace('"#141014"', '"#141014'), " line 4", "this is not TOML"),
        (DUSK.replace('name = "dusk"', 'name = "dawn"'), " line 2", "'name'"),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_key_and_the_rest_is_listed(
    tmp_path: Path, text: str, line: str, key: str
) -> None:
    own(tmp_path, "dusk", text)
    said = themes(tmp_path)
    assert said.returncode == 1
    assert [each.split()[0] for each in said.stdout.splitlines()] == SHIPPED
    assert "yours" not in said.stdout
    (problem,) = said.stderr.splitlines()
    assert f"themes/dusk.toml{line}: " in problem
    assert key in problem


def test_a_theme_that_is_not_there_is_named_and_dusk_is_in_use(tmp_path: Path) -> None:
    configure(tmp_path, '# mine\ntheme = "dsk"\n')
    said = themes(tmp_path)
    assert said.returncode == 1
    assert "config.toml line 2: there is no theme called 'dsk'" in said.stderr
    assert ", ".join(SHIPPED) in said.stderr
    assert "dusk      lamplight  in use" in said.stdout


def test_an_output_that_knows_few_letters_gets_the_list_all_the_same(tmp_path: Path) -> None:
    own(tmp_path, "früh☾", DUSK.replace('"dusk"', '"früh☾"'))
    said = themes(tmp_path, PYTHONIOENCODING="ascii")
    assert (said.returncode, said.stderr) == (0, "")
    assert "fr?h?" in said.stdout


def test_listing_them_loads_no_textual(tmp_path: Path) -> None:
    code = (
        "import sys; from winddown.cli import main; main(['themes']);"
        "print([name for name in ('textual', 'rich') if name in sys.modules])"
    )
    environ = {"WINDDOWN_HOME": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert told.stdout.endswith("[]\n")
