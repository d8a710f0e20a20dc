"""`winddown check`: reads everything there is, says what is wrong with it, and changes nothing."""

from __future__ import annotations

import os

from winddown.asked import Asked
from winddown.commands import config
from winddown.commands.saying import say
from winddown.data.evenings_check import check
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.routine.text import visible


def run(asked: Asked) -> int:
    """Say what is wrong, or put something back; give 1 while anything is.

    Raises:
        WinddownError: it could not be put back.
    """
    where = locations(os.environ)
    if asked.restore is None:
        if asked.yes:
            raise WinddownError("--yes goes with --restore; nothing was changed.")
        said, is_fine = checked(where)
    else:
        from winddown.commands.restore import restored

        said, is_fine = restored(where, asked.restore, agreed=asked.yes)
    say(map(visible, said))
    return 0 if is_fine else 1


def checked(where: Locations) -> tuple[list[str], bool]:
    """Look through the config, the person's words and themes, and every evening.

    Returns:
        What to say, and whether everything is well.
    """
    of_config, found = config.found(where), check(where)
    if of_config or found.said:
        return [*of_config, *found.said], False
    if not found.fine:
        return ["All is well. No evening is kept yet."], True
    evenings = "the one evening" if found.fine == 1 else f"all {found.fine:,} evenings"
    return [f"All is well: {evenings} you have kept can be read, and so can your settings."], True
