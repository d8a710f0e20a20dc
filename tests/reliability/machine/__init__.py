"""A machine that lives through evenings with the real program, and knows what must be found."""
