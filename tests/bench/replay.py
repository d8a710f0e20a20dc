"""Writes what was written before, in the same moments, and does nothing else.

`python -m tests.bench.replay FILE`, where each line is the moment in seconds and what to write.
"""

from __future__ import annotations

import sys
import time
from base64 import b64decode
from pathlib import Path


def main() -> None:
    """Write it all, and then stay until it is ended."""
    lines = Path(sys.argv[1]).read_text(encoding="ascii").splitlines()
    frames = [(float(moment), b64decode(drawn)) for moment, drawn in map(str.split, lines)]
    out = sys.stdout.buffer
    out.write(b"ready")
    out.flush()
    began = time.perf_counter()
    for moment, drawn in frames:
        time.sleep(max(0.0, began + moment - time.perf_counter()))
        out.write(drawn)
        out.flush()
    time.sleep(60)


if __name__ == "__main__":
    main()
