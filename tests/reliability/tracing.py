"""Has one system call of a piece of work fail, or kills the program at it, by way of strace."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from tests.reliability.programs import Outcome, begin, ended

BEGIN, END = "/winddown-begins", "/winddown-ends"
"""Names that are asked for, and found nowhere: what is called between them counts."""

NOT_OF_A_DISK = re.compile(r"mmap|munmap|mremap|mprotect|madvise|brk|futex|rt_sig.*|exit.*")
"""Calls for memory and signals, which the interpreter makes for itself."""

_PR_SET_PTRACER = 0x59616D61


class Call(NamedTuple):
    """The n-th call of a name since the program was attached to, from 1."""

    name: str
    number: int

    def fails(self, error: str) -> str:
        """Give the option by which this call fails with an error, such as ENOSPC."""
        return f"inject={self.name}:error={error}:when={self.number}"

    @property
    def kills(self) -> str:
        """Give the option by which the program is killed as it makes this call."""
        return f"inject={self.name}:signal=KILL:when={self.number}"


def why_not() -> str:
    """Say why nothing can be traced here; empty where it can be."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    try:
        calls_of(lambda: None)
    except OSError as problem:
        return str(problem)
    return ""


def traced(work: Callable[[], object], *options: str) -> tuple[Outcome, str]:
    """Have a copy of this program do some work under strace, and give what strace wrote.

    It is attached to while it waits, with everything loaded: a case costs hundredths
    of a second. It waits for a signal, since what it would read by waiting for a byte
    would be counted or not, as the attaching has it.
    """
    is_ready, ready = os.pipe()

    def waiting() -> None:
        # Where only a program's parent may look into it, let any.
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
        os.write(ready, b"!")
        signal.sigwait([signal.SIGUSR1])
        os.access(BEGIN, os.F_OK)
        try:
            work()
        finally:
            os.access(END, os.F_OK)

    with tempfile.TemporaryFile() as said, tempfile.NamedTemporaryFile("r") as trace:
        child = begin(waiting, said.fileno())
        os.close(ready)
        os.read(is_ready, 1)
        os.close(is_ready)
        command = ["strace", "-o", trace.name, *_each("-e", options), "-p", str(child)]
        with subprocess.Popen(command, stderr=subprocess.PIPE) as watching:
            try:
                _wait_until_attached(watching)
                os.kill(child, signal.SIGUSR1)
            except OSError:
                os.kill(child, signal.SIGKILL)
                raise
            finally:
                became = ended(child, said.fileno())
            watching.communicate()
        return became, trace.read()


def _each(flag: str, values: tuple[str, ...]) -> list[str]:
    return [part for value in values for part in (flag, value)]


def _wait_until_attached(watching: subprocess.Popen[bytes]) -> None:
    """Wait until strace says so itself: from then on no call escapes it."""
    assert watching.stderr is not None
    said = watching.stderr.readline().decode().strip()
    if not said.endswith("attached"):
        raise OSError(f"strace does not work here ({said})")


def calls_of(work: Callable[[], object]) -> list[Call]:
    """Give every system call of some work, in order."""
    counted: Counter[str] = Counter()
    calls: list[Call] = []
    is_within = False
    for line in traced(work)[1].splitlines():
        name = line.partition("(")[0]
        counted[name] += 1
        if BEGIN in line or END in line:
            is_within = BEGIN in line
        elif is_within and not NOT_OF_A_DISK.fullmatch(name):
            calls.append(Call(name, counted[name]))
    return calls
