"""Every screen without UTF-8: all of it is ASCII, and each cell stands where it stood."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.snapshots.scenes import seen
from tests.snapshots.test_pictures import PICTURED

PICTURES = Path(__file__).parent / "pictures"
LIGHT = frozenset("▀▄▁▂▃▅▆▇")
"""What only shows its colours: the light, the moon, and the ends of scrollbars."""


@pytest.mark.parametrize("name", PICTURED)
async def test_every_screen_is_ascii_and_nothing_on_it_moves(tmp_path: Path, name: str) -> None:
    usual = (PICTURES / f"{name}-80x24.txt").read_text("utf-8").splitlines()
    async with seen(tmp_path, name, (80, 24), LANG="en_GB.ISO-8859-1") as evening:
        plain = evening.text().split("\n")
    for before, after in zip(usual, plain, strict=True):
        assert after.isascii()
        for one, other in zip(before.ljust(80), after.ljust(80), strict=True):
            assert other == one if one.isascii() else one in LIGHT or other not in " ?", before
