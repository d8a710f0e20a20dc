"""What a wheel puts under share/: completions that know every command, and a manual."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from tests.unit.test_help import NAMES, every
from winddown import __version__
from winddown.arguments import parser
from winddown.explained import EXAMPLES
from winddown.routine.outcome import Outcome

ROOT = Path(__file__).parents[2]


def shares() -> ModuleType:
    """Load what the build loads."""
    spec = spec_from_file_location("shares", ROOT / ".ci" / "shares.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE = {name.split("/")[0]: text for name, text in shares().completions(parser()).items()}
MANUAL = shares().manual(parser(), __version__)
BASH, ZSH, FISH, GROFF = map(shutil.which, ("bash", "zsh", "fish", "groff"))


@pytest.mark.parametrize("shell", ["bash-completion", "zsh", "fish"])
def test_a_shell_knows_every_command_and_every_option_that_is_told(shell: str) -> None:
    for command in every(parser()):
        assert command.prog.split()[-1] in MADE[shell]
        for action in command._actions:
            for option in action.option_strings:
                # fish writes them without what they begin with
                assert re.search(rf"(\b|-){option.lstrip('-')}\b", MADE[shell]), option


def completed(line: str) -> set[str]:
    """Give what bash would offer at the end of a line."""
    words = line.split(" ")
    asks = f"""
source /dev/stdin
COMP_WORDS=({" ".join(word or "''" for word in words)}); COMP_CWORD={len(words) - 1}
_shtab_winddown; printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    ran = subprocess.run(
        [BASH or "bash", "-c", asks],
        input=MADE["bash-completion"], capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(ran.stdout.split())


@pytest.mark.skipif(BASH is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("winddown re", {"reach", "remind", "review"}),
        ("winddown --de", {"--demo"}),
        ("winddown followup ", {*get_args(Outcome)}),
        ("winddown config ", {"init", "edit", "check", "path"}),
        ("winddown export ", {"md", "csv", "json", "ics"}),
        ("winddown check --re", {"--restore"}),
    ],
)
def test_bash_offers_what_can_follow(line: str, offers: set[str]) -> None:
    assert completed(line) == offers


@pytest.mark.skipif(BASH is None, reason="there is no bash here")
def test_bash_offers_files_where_a_file_is_named() -> None:
    assert str(ROOT / "pyproject.toml") in completed(f"winddown import {ROOT}/pyp")


@pytest.mark.parametrize(("shell", "command"), [("zsh", ZSH), ("fish", FISH)])
def test_another_shell_can_read_its_completion(
    shell: str, command: str | None, tmp_path: Path
) -> None:
    if command is None:
        pytest.skip(f"there is no {shell} here")
    (tmp_path / shell).write_text(MADE[shell], encoding="utf-8")
    ran = subprocess.run([command, "-n", tmp_path / shell], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_the_manual_tells_of_every_command_with_its_examples_and_the_version() -> None:
    plain = MANUAL.replace(r"\-", "-")
    assert f'"winddown {__version__}"' in plain
    assert "\nwinddown - ten quiet minutes to end the day\n" in plain
    for name in NAMES[1:]:
        assert f"'{name}'" in plain
    for examples in EXAMPLES.values():
        assert all(example in plain for example in examples)


@pytest.mark.skipif(GROFF is None, reason="there is no groff here")
def test_the_manual_is_set_without_a_warning() -> None:
    ran = subprocess.run(
        [GROFF or "groff", "-man", "-Tutf8", "-ww", "-z"],
        input=MANUAL.encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert ran.stderr == b""


def test_making_them_loads_nothing_that_the_program_needs_only_later() -> None:
    """A build has hatchling, and none of the program's own requirements."""
    code = "import sys; from winddown.arguments import parser; parser(); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    foreign = {name.split(".")[0] for name in ran.stdout.split()}
    assert not foreign & {"textual", "rich", "tomli", "tomlkit", "platformdirs", "icalendar"}
