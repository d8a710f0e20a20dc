"""winddown: the last ten minutes of the evening, in the terminal."""
