"""The evening itself: pure calculation, with no clock, no disk and no Textual."""
