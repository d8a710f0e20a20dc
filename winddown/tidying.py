"""When Python looks for what can go: before a picture it would be waited for, so it is at rest.

What a screen leaves behind goes in rings, which only a search through everything finds. That
takes as long as drawing several pictures, and Python begins one whenever much has come.
"""

from __future__ import annotations

import gc

REST = 2.0
"""Seconds without a key after which somebody reads, and waits for no picture."""

_YOUNG, _SECOND, _NEVER = 5_000, 20, 1_000_000
"""How many objects, and how many searches of the younger ones, make for a search of each age."""

_ENOUGH = 2
"""How many searches of what has lived for a while make it worth while to look through all."""


def put_off() -> None:
    """Search for nothing while all is loaded that the first picture needs: it stays to the end."""
    gc.disable()


def begin() -> None:
    """Search from now on, without what stays; of what has lived for a while, only at rest."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_YOUNG, _SECOND, _NEVER)
        gc.enable()


def tidy() -> None:
    """Search through everything there is, now that nobody waits, where enough has come for that."""
    if gc.get_count()[2] >= _ENOUGH:
        gc.collect()
