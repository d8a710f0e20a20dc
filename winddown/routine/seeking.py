"""Finds what is on offer by a few letters of its title."""

from __future__ import annotations

from winddown.routine.searching import folded


def where(wish: str, title: str) -> frozenset[int] | None:
    """Give the places in `title` where each written word of `wish` stands; None if one does not."""
    letters = [folded(letter) for letter in title]
    places = [place for place, letter in enumerate(letters) for _ in letter]
    hay, found = "".join(letters), set[int]()
    for word in folded(wish).split():
        start = hay.find(word)
        if start < 0:
            return None
        found.update(places[start : start + len(word)])
    return frozenset(found)
