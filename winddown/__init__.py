"""winddown: the last ten minutes of the evening, in the terminal."""

__version__ = "0.1.0"
