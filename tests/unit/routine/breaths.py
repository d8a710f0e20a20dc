"""Breathing patterns to test with: the shipped ones, and any a person might write."""

from __future__ import annotations

from hypothesis import strategies as st

from winddown.data import content
from winddown.routine.breathing import Pattern, Phase
from winddown.routine.refusal import refusal

SHIPPED = content.patterns()


def pattern(*phases: tuple[str, float], max_cycles: int | None = None) -> Pattern:
    made = tuple(Phase(cue, seconds) for cue, seconds in phases)  # type: ignore[arg-type]
    return Pattern(id="own", name="Own", phases=made, max_cycles=max_cycles)


_phases = st.tuples(
    st.sampled_from(["in", "sip", "out", "hold"]),
    st.integers(10, 200).map(lambda tenths: tenths / 10),
)

any_pattern = st.one_of(
    st.sampled_from(SHIPPED),
    st.builds(
        lambda phases, most: pattern(*phases, max_cycles=most),
        st.lists(_phases, min_size=2, max_size=6),
        st.none() | st.integers(1, 8),
    ).filter(lambda made: refusal(made) is None),
)
"""Every pattern the program would offer, in whatever order its phases are written."""
