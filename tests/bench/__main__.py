"""Measures how quick and how light winddown is, and prints it as a table: `python -m tests.bench`.

Every row stands beside a floor that is measured in the same run, in turns with it; each
figure is a median. Names of modules beside this one measure only those.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from tests.bench.table import shown

MEASURES = (
    "startup",
    "commands",
    "leaving",
    "keys",
    "pacer",
    "saving",
    "looking_back",
    "sums",
    "memory",
)
"""Every measure there is, in the order of the table."""


def main() -> int:
    """Measure what is asked for, and give 1 where a goal does not hold."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("names", nargs="*", choices=[*MEASURES, []], metavar="NAME")
    names = asked.parse_args().names or MEASURES
    return shown(import_module(f"tests.bench.{name}").measure for name in names)


if __name__ == "__main__":
    sys.exit(main())
