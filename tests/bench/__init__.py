"""Measures on the machine at hand. Nothing here is asserted: a busy machine is nobody's fault."""
