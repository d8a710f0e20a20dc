"""What an account may not read or write is said in a sentence, and all else goes on.

All of it runs without root's rights, whoever runs the tests.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.reliability import permissions
from tests.reliability.closed import CLOSED, closed_home
from tests.reliability.permissions import faults_of, faults_of_evening, ran
from tests.reliability.unprivileged import IS_ROOT, PYTHON, environ_for, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "never")

PROJECT = Path(__file__).parents[2]

BOUND = (
    "tests/unit/data/test_removal_safety.py::test_an_evening_in_a_read_only_folder_stays",
    "tests/unit/data/test_config_damage.py::test_a_file_that_may_not_be_read_is_said",
)
"""Tests that root passes over, since permissions do not bind it."""


@pytest.mark.parametrize("name", CLOSED)
def test_every_kind_of_command_says_what_is_closed_and_does_the_rest(name: str) -> None:
    for command in (("export", "json"), ("followup", "did-it"), ("import", "-")):
        assert faults_of(command, name) == []


@pytest.mark.parametrize(
    "name",
    [
        "a home that can only be read",
        "tonight that can only be read",
        "a folder of evenings that cannot be listed",
        "a lock that cannot be opened",
        "a closed home",
    ],
)
def test_the_evening_opens_and_can_be_left(name: str) -> None:
    assert faults_of_evening(name) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "a home that can only be read",
            "data/evenings/{day} could not be written: it is marked read-only; "
            "allow writing to it first.",
        ),
        (
            "a folder of evenings that can only be read",
            "data/evenings/{day} could not be written: permission denied; "
            "allow your account to write there.",
        ),
        (
            "an evening that can only be read",
            "data/evenings/{day} could not be written: it is marked read-only; "
            "allow writing to it first.",
        ),
    ],
)
def test_an_answer_that_cannot_be_written_is_told_with_what_to_do(name: str, said: str) -> None:
    with closed_home(name) as home:
        done = ran(home, ("followup", "did-it"))
    day = permissions.BEFORE
    said = said.format(day=f"{day.year}/{day}.toml")
    assert done.returncode == 1
    assert done.stderr == f"winddown: {home.data.parent}/{said}\n"


@pytest.mark.parametrize(
    "name",
    [
        "a lock that cannot be opened",
        "a folder of the lock that is closed",
        "a folder of the lock that can only be read",
        "settings that cannot be read",
        "copies that are closed",
    ],
)
def test_an_answer_is_kept_whatever_else_is_closed(name: str) -> None:
    with closed_home(name) as home:
        done = ran(home, ("followup", "did-it"))
        assert done.returncode == 0, done.stderr
        assert 'outcome = "did-it"' in home.evening(permissions.BEFORE).read_text()


@pytest.mark.skipif(not IS_ROOT, reason="they are run as they are")
def test_what_root_passes_over_is_run_without_root() -> None:
    if any(not each.stat().st_mode & 0o001 for each in PROJECT.parents):
        pytest.skip("the project lies where only root may go")
    environ = environ_for(PROJECT)
    command = [*PYTHON, "-m", "pytest", "-p", "no:cacheprovider", *BOUND]
    done = subprocess.run(
        command, cwd=PROJECT, env=environ, capture_output=True, text=True, check=False
    )
    assert "3 passed" in done.stdout, done.stdout + done.stderr
    assert "skipped" not in done.stdout


def test_it_is_an_account_that_permissions_bind(tmp_path: Path) -> None:
    tried = "import os; print(os.geteuid(), os.access('/etc/shadow', os.R_OK))"
    done = subprocess.run(
        [*PYTHON, "-c", tried],
        env=environ_for(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    account, may_read = done.stdout.split()
    assert int(account) != 0
    assert may_read == "False"
