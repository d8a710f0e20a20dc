"""Things that draw one thing each and know nothing else."""
