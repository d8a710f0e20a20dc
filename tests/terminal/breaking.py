"""The real program with a mistake in it: `python -m tests.terminal.breaking PLACE HOW ...`.

What is called at PLACE, a name as `winddown.app:WinddownApp._tonight`, raises an
error with a secret in its message and in a local variable. HOW says where from: at
once, or from a thread, a task or a callback that is started there. What follows is
for winddown.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from functools import reduce
from importlib import import_module
from typing import Any, NoReturn

SECRET = "the-thing-nobody-is-told"  # noqa: S105  it only stands for one
"""What stands in the error's message and beside it, and must be shown nowhere."""


def fail(*_: Any, **__: Any) -> NoReturn:
    """Raise an error that was led to by another one."""
    secret = SECRET
    try:
        raise KeyError(secret)
    except KeyError as error:
        raise ValueError(f"it held {secret}") from error


async def fail_later() -> NoReturn:
    """Raise it from a task."""
    fail()


class Failing:
    """Raises it while it is cleared away."""

    def __del__(self) -> None:
        fail()


def in_a_thread(*_: Any, **__: Any) -> None:
    """Raise it from a thread."""
    threading.Thread(target=fail).start()


def in_a_task(*_: Any, **__: Any) -> None:
    """Raise it from a task that nobody waits for."""
    asyncio.get_running_loop().create_task(fail_later())


def in_a_callback(*_: Any, **__: Any) -> None:
    """Raise it from the loop itself."""
    asyncio.get_running_loop().call_soon(fail)


def in_the_end_of_a_thing(*_: Any, **__: Any) -> None:
    """Raise it where Python can only pass it over."""
    Failing()
    gc.collect()


HOW = {
    "at-once": fail,
    "thread": in_a_thread,
    "task": in_a_task,
    "callback": in_a_callback,
    "clearing": in_the_end_of_a_thing,
}


def main() -> None:
    """Put the mistake in, and be winddown."""
    _, place, how, *arguments = sys.argv
    module, _, name = place.partition(":")
    *owners, last = name.split(".")
    setattr(reduce(getattr, owners, import_module(module)), last, HOW[how])
    sys.argv = ["winddown", *arguments]
    from winddown.__main__ import main as begin

    sys.exit(begin())


if __name__ == "__main__":
    main()
