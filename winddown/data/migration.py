"""Brings an evening of an earlier layout into today's."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from winddown.data.records import Table

Step: TypeAlias = "Callable[[Table], Table]"

STEPS: tuple[Step, ...] = ()
"""The step at place n, from 0, turns a table of schema n + 1 into one of schema n + 2.

It moves what it knows and leaves everything else, a value of the wrong kind and keys of the
person's own among it: what is not understood is named afterwards. A new step needs
`fixtures/schema-N.toml` in the tests to stay, and one more beside it.
"""

SCHEMA = 1 + len(STEPS)
"""The number of the layout of today."""

FIRST = 1
"""The layout of a file that names none, today and ever after."""


def migrated(table: Table) -> Table:
    """Give the table of an evening's file as today's layout has it; the one given stays as it is.

    Args:
        table: of any schema; one of today's, or of a later one, is given back itself.
    """
    schema = table.get("schema", FIRST)
    if not isinstance(schema, int) or schema >= SCHEMA:
        return table
    moved = deepcopy(table)
    for step in STEPS[schema - 1 :]:
        moved = step(moved)
    return moved | {"schema": SCHEMA}
