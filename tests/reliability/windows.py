"""The second window on the same evening: how soon it says so, and that it writes nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.reliability.figure import Figure
from tests.terminal.evening import kept, opened, prepared, wait_until_kept_as
from tests.terminal.hands import Keyboard


def measure(scale: float = 1.0) -> Figure:
    """Open second windows, type into each, and kill the first one at the end."""
    took = []
    with tempfile.TemporaryDirectory() as folder:
        home = prepared(Path(folder))
        with opened(home) as first:
            first.wait_for("How is tonight?")
            first.rest()
            Keyboard(first).choose("steady")
            wait_until_kept_as(first, home, {"tonight": "steady"})
            before = kept(home)
            for _ in range(max(1, round(9 * scale))):
                began = perf_counter()
                with opened(home) as second:
                    second.wait_for("Tonight is open in another window")
                    took.append(1000 * (perf_counter() - began))
                    second.rest()
                    second.press("down", "space", "7", "q")
                    second.wait_until_left()
            is_untouched = kept(home) == before
            first.kill()
        with opened(home) as after:
            after.wait_for("How is tonight?", "◉  steady")
    return Figure(
        "A second window on the same evening says so within a second, and only reads; "
        "one that was killed holds nothing.",
        f"{len(took)} second windows, 1 kill",
        f"said after {median(took):.0f} ms, at most {max(took):.0f} ms; "
        + ("nothing written" if is_untouched else "something written"),
        is_untouched and max(took) < 1000,
    )


if __name__ == "__main__":
    print(measure())
