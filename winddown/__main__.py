"""Lets `python -m winddown` open the evening."""

import sys

from winddown.cli import main

sys.exit(main())
