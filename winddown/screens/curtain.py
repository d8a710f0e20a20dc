"""The curtain: nothing to see until the same key is pressed again."""

from __future__ import annotations

from typing import ClassVar

from winddown.screens.fresh import FreshScreen


class Curtain(FreshScreen[None]):
    """An empty window. It answers to no key of its own; the app opens it again."""

    DEFAULT_CSS = "Curtain ToastHolder { display: none; }"
    COVERS: ClassVar[bool] = True
    HIDES: ClassVar[bool] = True
    ENABLE_COMMAND_PALETTE = False
