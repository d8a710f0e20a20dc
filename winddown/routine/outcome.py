"""What can become of a plan: by itself, so that a command line knows it without any record."""

from __future__ import annotations

from typing import Literal, TypeAlias

Outcome: TypeAlias = Literal[
    "did-it", "no-reply", "changed-shape", "they-reached-me", "carry-on", "let-go"
]
