"""What is loaded when: the routine and the files stand without Textual, the app without writers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import winddown
from winddown.arguments import parser
from winddown.asked import Asked
from winddown.cli import ALONE

HERE = Path(winddown.__file__).parent
WITHOUT_SCREENS = sorted(
    ".".join(path.relative_to(HERE.parent).with_suffix("").parts)
    for folder in ("routine", "data", "demo")
    for path in HERE.glob(f"{folder}/*.py")
)
ONLY_WHEN_NEEDED = {"tomlkit", "icalendar", "markdown", "markdown_it"}
"""What only writing and exporting need; each costs the start its time."""


def loaded_by(*modules: str) -> set[str]:
    """Import these in a fresh interpreter and name all it has loaded then."""
    code = f"import sys, json, {', '.join(modules)}; print(json.dumps([*sys.modules]))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(ran.stdout))


def test_the_routine_and_the_files_load_no_textual() -> None:
    assert len(WITHOUT_SCREENS) > 30
    loaded = loaded_by(*WITHOUT_SCREENS, "winddown.opening", "winddown.cli")
    assert set(WITHOUT_SCREENS) <= loaded
    assert not {name.split(".")[0] for name in loaded} & {"textual", "rich"}


def test_the_routine_stands_on_the_standard_library_alone() -> None:
    pure = [name for name in WITHOUT_SCREENS if ".routine." in name]
    foreign = {
        name.split(".")[0]
        for name in loaded_by(*pure)
        if name.split(".")[0] not in sys.stdlib_module_names
    }
    alone = {name.split(".")[0] for name in loaded_by("sys")}
    assert foreign - alone == {"winddown"}


@pytest.mark.parametrize("module", ["winddown.app", "winddown.opening"])
def test_the_app_loads_nothing_that_only_writing_needs(module: str) -> None:
    assert not loaded_by(module) & ONLY_WHEN_NEEDED


def test_the_command_line_and_the_opening_ask_for_no_version() -> None:
    assert "importlib.metadata" not in loaded_by("winddown.cli", "winddown.opening")


@pytest.mark.parametrize("words", [*ALONE, ()])
def test_what_is_said_most_is_understood_without_a_parser_and_as_one_would(
    words: tuple[str, ...],
) -> None:
    asked = Asked()
    parser().parse_args(list(words), asked)
    kept = {name: value for name, value in vars(asked).items() if value != getattr(Asked, name)}
    assert kept == ALONE.get(words, {})


def test_nothing_of_the_demo_is_loaded_where_it_is_not_asked_for() -> None:
    loaded = loaded_by("winddown.cli", "winddown.app", "winddown.opening", "winddown.plain.evening")
    assert not [name for name in loaded if name.startswith("winddown.demo")]


@pytest.mark.parametrize(
    "words", [("--version",), ("about",), ("support",), ("today",), ("today", "--hint")]
)
def test_a_command_without_a_screen_loads_none_and_nothing_that_writes(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    code = (
        "import sys, json; from winddown.cli import main; main(sys.argv[1:]);"
        "print(json.dumps([*sys.modules]))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, *words],
        env={"PYTHONPATH": str(HERE.parent), "WINDDOWN_HOME": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(json.loads(said.stdout.splitlines()[-1]))
    assert "winddown.cli" in loaded
    assert not loaded & {"textual", "rich", "tomlkit", "argparse", "asyncio", "subprocess"}
    assert ("winddown.routine.evening" in loaded) <= (words == ("today",))
    assert "winddown.demo" not in loaded


def test_asyncio_comes_without_what_serves_connections_and_leaves_that_to_others() -> None:
    code = (
        "import sys; from winddown.unconnected import load_asyncio; load_asyncio();"
        "import winddown.app; assert sys.modules['asyncio.base_events'].ssl is None;"
        "assert '_ssl' not in sys.modules; import ssl; load_asyncio(); assert ssl.SSLContext"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_looking_back_loads_nothing_that_ciphers() -> None:
    code = (
        "import sys; from winddown.unconnected import load_asyncio; load_asyncio();"
        "import winddown.app, winddown.screens.look_back, winddown.data.archive;"
        "print({'_hashlib', '_ssl'} & sys.modules.keys() or '')"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "\n"
