"""Pictures: how every screen looks, in text that can be read in a diff."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.snapshots.scenes import SCENES, seen
from tests.snapshots.storing import DrawnPicture, TextPicture

SIZES = ((80, 24), (60, 20))
PICTURED = [name for name in SCENES if name not in ("unwritable", "unkept")]
"""All but those that name a folder, which lies elsewhere each time."""


def case(name: str, size: tuple[int, int]) -> str:
    """Name a screen at a size, as its picture is named."""
    return f"{name}-{size[0]}x{size[1]}"


@pytest.mark.parametrize(
    ("name", "size"),
    [pytest.param(name, size, id=case(name, size)) for name in PICTURED for size in SIZES],
)
async def test_the_screen_looks_as_it_did(
    tmp_path: Path, snapshot: SnapshotAssertion, name: str, size: tuple[int, int]
) -> None:
    async with seen(tmp_path, name, size) as evening:
        assert evening.text() + "\n" == snapshot(extension_class=TextPicture)


@pytest.mark.parametrize(
    ("name", "size"),
    [pytest.param(name, (80, 24), id=name) for name in ("arrive", "breathing", "outreach-taken")],
)
async def test_its_light_and_colours_are_as_they_were(
    tmp_path: Path, snapshot: SnapshotAssertion, name: str, size: tuple[int, int]
) -> None:
    async with seen(tmp_path, name, size) as evening:
        assert evening.app.export_screenshot(title="winddown") == snapshot(
            extension_class=DrawnPicture
        )
