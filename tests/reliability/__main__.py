"""Tries everything that can be relied on, and prints it as a table: `python -m tests.reliability`.

The whole takes about two hours on two cores. `--scale 0.05` takes so much of each; names
of modules beside this one measure only those.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from time import monotonic

from tests.reliability.figure import Figure

MEASURES = (
    "evenings_machine",
    "system_calls",
    "random_keys",
    "hostile",
    "signals",
    "odd_bytes",
    "crashes",
    "versions",
    "windows",
    "silence",
    "permissions",
    "covered",
    "mutations",
)
"""Every measure there is, in the order of the table."""


def row(figure: Figure) -> str:
    """Give one figure as a row of a Markdown table."""
    kept = "yes" if figure.kept else "NO"
    return f"| {figure.promise} | {figure.tried} | {figure.result} | {kept} |"


def main() -> int:
    """Measure, print each row as it comes, and give 1 where a promise does not hold."""
    asked = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    asked.add_argument("names", nargs="*", choices=[*MEASURES, []], metavar="NAME")
    asked.add_argument("--scale", type=float, default=1.0, metavar="PART")
    options = asked.parse_args()
    print("| what can be relied on | tried | result | holds |", "|---|---|---|---|", sep="\n")
    holds = True
    for name in options.names or MEASURES:
        began = monotonic()
        figure = import_module(f"tests.reliability.{name}").measure(options.scale)
        print(row(figure), flush=True)
        print(f"{name}: {monotonic() - began:.0f} s", file=sys.stderr)
        holds &= figure.kept
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
