"""Every command and the evening itself on homes that are partly closed, without root's rights."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta

from tests.reliability.closed import BEFORE, CLOSED, NOW, TONIGHT, closed_home
from tests.reliability.figure import Figure
from tests.reliability.saves import files_in, is_unfinished
from tests.reliability.unprivileged import PYTHON, environ_for, why_not
from tests.terminal.program import Program
from winddown.data.locations import Locations

PROMISE = "Whatever an account may not read or write is said in a sentence, and all else goes on."

OUT = "out.json"

COMMANDS = (
    ("today",),
    ("followup", "did-it"),
    ("review", "--plain"),
    ("review", "--md"),
    ("export", "json"),
    ("export", "csv"),
    ("export", "md"),
    ("export", "ics"),
    ("export", "json", "-o", OUT),
    ("import", "-"),
    ("config", "init"),
    ("config", "check"),
    ("config", "path"),
    ("themes",),
    ("support",),
    ("check",),
    ("check", "--restore"),
    ("forget", "--all", "--yes"),
)

BROUGHT_IN = json.dumps(
    {
        "winddown": 1,
        "evenings": [
            {"schema": 1, "evening": f"{day}", "started": NOW.isoformat(), "tonight": "tired"}
            for day in (BEFORE, BEFORE + timedelta(days=1), TONIGHT)
        ],
    }
)


def faults_of(command: tuple[str, ...], name: str) -> list[str]:
    """Run a command on a home that is partly closed; say what is wrong with how it went."""
    with closed_home(name) as home:
        done = ran(home, command)
        wrong = [f"it ended with {done.returncode}"] if done.returncode not in (0, 1) else []
        said = done.stderr.splitlines()
        wrong += [f"it said: {line}" for line in said if not is_sentence(line)]
        if done.returncode and not (said or done.stdout):
            wrong.append("it failed, and said nothing")
        if command[0] == "forget" and not done.returncode and home.evening(BEFORE).exists():
            wrong.append(f"it said all was well, and forgot nothing: {done.stdout}")
        return wrong + _left_in(home)


def ran(home: Locations, command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Run a command on a home, as an account that permissions bind."""
    root = home.data.parent
    return subprocess.run(
        [
            *PYTHON,
            "-m",
            "winddown",
            *(str(root / word) if word == OUT else word for word in command),
        ],
        env=environ_for(root),
        input=BROUGHT_IN,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd="/",
    )


def is_sentence(line: str) -> bool:
    """Tell whether a line is what the program says to a person, and nothing of a crash."""
    return line.startswith("winddown: ") and line.endswith(".") and "Error" not in line


def faults_of_evening(name: str) -> list[str]:
    """Open the evening on a home that is partly closed, answer and leave; say what is wrong."""
    with closed_home(name) as home:
        environ = environ_for(home.data.parent)
        command = (*PYTHON, "-m", "winddown")
        del environ["WINDDOWN_HOME"]
        with Program(home.data.parent, command=command, **environ) as program:
            return [*_gone_through(program), *_left_in(home)]


def _gone_through(program: Program) -> list[str]:
    """Go on twice, and leave, whatever may be unkept; say what was wrong with that."""
    try:
        for key in ("", "enter", "enter", "ctrl+q", "q"):
            before = program.text
            program.press(key)
            if not program.settle(before, patience=2.0):
                break
        code = program.wait_until_left()
    except AssertionError as problem:
        return [str(problem)]
    shown = program.raw.decode(errors="replace")
    return [f"it ended with {code}"] * (code not in (0, 1)) + ["it crashed"] * (
        "Traceback" in shown
    )


def _left_in(home: Locations) -> list[str]:
    try:
        return [f"{each} is left" for each in files_in(home) if is_unfinished(each)]
    except PermissionError:
        return []  # no more to be seen by us than by them


def measure(scale: float = 1.0) -> Figure:
    """Try every command on every home; with a smaller scale, that part of them."""
    if hindrance := why_not():
        return Figure(PROMISE, f"nothing, since {hindrance}", "not known", False)
    every = max(1, round(1 / scale))
    cases = [(command, name) for name in CLOSED for command in COMMANDS][::every]
    opened = list(CLOSED)[::every]
    wrong = [
        f"{' '.join(command)}, on {name}: {fault}"
        for command, name in cases
        for fault in faults_of(command, name)
    ]
    wrong += [f"the evening, on {name}: {f}" for name in opened for f in faults_of_evening(name)]
    for each in wrong:
        print(each, file=sys.stderr)
    tried = f"{len(cases)} commands and {len(opened)} evenings on {len(CLOSED)} homes"
    return Figure(
        PROMISE, f"{tried}, as an account without rights", f"{len(wrong)} wrong", not wrong
    )
