"""One screen a file: each takes an evening and dismisses with the evening after it."""
