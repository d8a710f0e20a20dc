"""The commands that are not the evening, one file each."""
