"""Configs that are TOML, with one thing in each that cannot be used."""

from __future__ import annotations

from tests.unit.data.damaged import Damaged

COMFORT = '[[comforts]]\nid = "tea"\ntext = "Tea"\n'
ACT = '[[acts]]\nid = "choir"\ntext = "Go to choir"\n'
PATTERN = '[[breathing.patterns]]\nid = "mine"\n'
BREATH = 'phases = [{cue = "in", s = 4}, {cue = "out", s = 6}]\n'


def breath(*parts: str) -> str:
    """Write a pattern of parts such as "in 4"."""
    phases = ", ".join('{{cue = "{}", s = {}}}'.format(*part.split()) for part in parts)
    return f"{PATTERN}phases = [{phases}]\n"


NOT_USABLE = {
    # Names
    "an unknown key": Damaged(2, "Did you mean 'theme'?", 'them = "dusk"\n'),
    "an unknown key, like none": Damaged(2, "'colour'. It is passed over", "colour = 1\n"),
    "an unknown key in a table": Damaged(3, "Did you mean 'minutes'?", "[breathing]\nminuts = 5\n"),
    "an unknown key in an entry": Damaged(5, "Did you mean 'text'?", f'{COMFORT}txt = "x"\n'),
    "an unknown key in a phase": Damaged(
        4,
        "I don't know 'seconds'",
        f'{PATTERN}phases = [{{cue = "in", s = 4, seconds = 4}}, {{cue = "out", s = 6}}]\n',
    ),
    "an unknown table": Damaged(2, "Did you mean 'breathing'?", "[breating]\nminutes = 3\n"),
    "an unknown list": Damaged(2, "Did you mean 'comforts'?", '[[comfort]]\nid = "tea"\n'),
    "a key with an escape in it": Damaged(2, "'␛[31m'", '"\\u001b[31m" = 1\n'),
    "a key of the top in a table": Damaged(
        3, "belongs at the top of the file", '[breathing]\ntheme = "moss"\n'
    ),
    "a key of a table at the top": Damaged(2, "belongs under [breathing]", "minutes = 3\n"),
    "a list's switch at the top": Damaged(2, "belongs under [shipped]", "comforts = false\n"),
    "a key of a table in another": Damaged(3, "belongs under [support]", "[outreach]\nplan = []\n"),
    "an entry taken away that is none": Damaged(
        3, "Did you mean 'blanket'?", '[[comforts]]\nid = "blankt"\nhide = true\n'
    ),
    "a place in a sentence that nothing fills": Damaged(
        5, "{who} stands for a name", f'{ACT}say = "ring {{whom}}"\n'
    ),
    # Kinds
    "a number for a text": Damaged(2, "'theme' should be text in quotes", "theme = 3\n"),
    "a text for a switch": Damaged(3, "should be true or false", '[breathing]\nbell = "yes"\n'),
    "a text for a number": Damaged(3, "whole number from 1 to 60", '[breathing]\nminutes = "5"\n'),
    "a half for a whole number": Damaged(3, "whole number", "[breathing]\nminutes = 2.5\n"),
    "a text for a list": Damaged(3, "should be a list", '[support]\nplan = "Ring Ana."\n'),
    "a number in a list": Damaged(
        3, "'outreach.cues 2' should be text", '[outreach]\ncues = ["a", 2]\n'
    ),
    "a table for a list of them": Damaged(2, "[[comforts]]", '[comforts]\nid = "tea"\n'),
    "names for a list of tables": Damaged(2, "[[people]]", 'people = ["Sam"]\n'),
    "a value for a table": Damaged(2, "as [breathing]", "breathing = 5\n"),
    "an id that is a number": Damaged(
        3, "'comforts 1: id' should be text", '[[comforts]]\nid = 3\ntext = "Tea"\n'
    ),
    "a text that is a number": Damaged(
        4, "'comforts 1: text' should be text", '[[comforts]]\nid = "tea"\ntext = 3\n'
    ),
    "hide in quotes": Damaged(4, "true or false", '[[comforts]]\nid = "blanket"\nhide = "yes"\n'),
    # Values
    "no minutes": Damaged(3, "from 1 to 60", "[breathing]\nminutes = 0\n"),
    "61 minutes": Damaged(3, "from 1 to 60", "[breathing]\nminutes = 61\n"),
    "a motion that is none": Damaged(2, "full, gentle, still", 'motion = "slow"\n'),
    "a day that ends after noon": Damaged(2, "noon at the latest", "day_ends = 13:00:00\n"),
    "a day's end in quotes": Damaged(2, "a time such as", 'day_ends = "05:00:00"\n'),
    "a day's end as a number": Damaged(2, "a time such as", "day_ends = 5\n"),
    "a country in full": Damaged(3, 'two letters, such as "GB"', '[support]\ncountry = "Wales"\n'),
    "a country of one letter": Damaged(3, "two letters", '[support]\ncountry = "G"\n'),
    "a theme that is not there": Damaged(
        2, "There are dusk, ember, moonless, moss, paper, terminal", 'theme = "dark"\n'
    ),
    "a step that is not there": Damaged(
        2, "There are breathing, comforts, reflection, outreach", 'steps = ["sleep"]\n'
    ),
    "a step that is nearly there": Damaged(2, "Did you mean 'outreach'?", 'steps = ["outrech"]\n'),
    "a step twice": Damaged(
        2,
        "'breathing' stands in 'steps' more than once",
        'steps = ["breathing", "comforts", "breathing"]\n',
    ),
    "no list of steps": Damaged(2, "'steps' should be a list", 'steps = "breathing"\n'),
    # Patterns
    "a pattern that is not there": Damaged(
        3, "gentle, long-out, even", '[breathing]\npattern = "slow"\n'
    ),
    "a phase of half a second": Damaged(2, "from 1 to 20 seconds", breath("in 0.5", "out 9")),
    "a phase of 21 seconds": Damaged(2, "from 1 to 20 seconds", breath("in 4", "out 21")),
    "a breath of 62 seconds": Damaged(
        2, "from 8 to 60 seconds", breath("in 20", "hold 20", "out 20", "hold 2")
    ),
    "a breath of 7 seconds": Damaged(2, "from 8 to 60 seconds", breath("in 3", "out 4")),
    "no out-breath": Damaged(2, "no out-breath yet; with one", breath("in 4", "hold 8")),
    "no in-breath": Damaged(2, "no in-breath yet; with one", breath("hold 4", "out 8")),
    "no phases": Damaged(2, "no 'phases' yet", PATTERN),
    "a phase that is none": Damaged(4, "one of in, sip, out, hold", breath("inn 4", "out 6")),
    "a phase without seconds": Damaged(
        4, "no 's' yet", f'{PATTERN}phases = [{{cue = "in"}}, {{cue = "out", s = 6}}]\n'
    ),
    "seconds in quotes": Damaged(4, "should be a number", breath('in "4"', "out 6")),
    "seconds that are no number": Damaged(4, "should be a number", breath("in nan", "out 6")),
    "no cycles": Damaged(5, "from 1 to 1000", f"{PATTERN}{BREATH}max_cycles = 0\n"),
    "a chosen pattern that is refused": Damaged(
        4, "no out-breath", f'[breathing]\npattern = "mine"\n{breath("in 4", "hold 8")}'
    ),
    # Entries
    "an id twice": Damaged(6, "the one in line 2 has the same 'id'", f"{COMFORT}\n{COMFORT}"),
    "a person twice": Damaged(
        5,
        "the one in line 2 has the same 'name'",
        '[[people]]\nname = "Sam"\n\n[[people]]\nname = "Sam"\n',
    ),
    "a comfort without text": Damaged(2, "until it has a 'text'", '[[comforts]]\nid = "tea"\n'),
    "a habit with an empty text": Damaged(
        2, "until it has a 'text'", '[[habits]]\nid = "x"\ntext = " "\n'
    ),
    "an act without text": Damaged(2, "until it has a 'text'", '[[acts]]\nid = "x"\n'),
    "an empty moment": Damaged(
        3, "'outreach.cues 1'", '[outreach]\ncues = ["", "I hang up my coat"]\n'
    ),
    "an empty line of a plan": Damaged(
        3, "'support.plan 2'", '[support]\nplan = ["Ring Ana.", " "]\n'
    ),
    "a comfort without id": Damaged(2, "no 'id' yet", '[[comforts]]\ntext = "Tea"\n'),
    "a comfort with an empty id": Damaged(
        2, "until it has an 'id'", '[[comforts]]\nid = ""\ntext = "Tea"\n'
    ),
    "a person without a name": Damaged(2, "no 'name' yet", "[[people]]\nsuggest = true\n"),
    "a person with an empty name": Damaged(2, "no 'name' yet", '[[people]]\nname = " "\n'),
    "someone to ring without a number": Damaged(
        2, "no 'contact' yet", '[[support.own]]\nname = "Ana"\n'
    ),
    "someone to ring without a name": Damaged(
        2, "no 'name' yet", '[[support.own]]\nname = ""\ncontact = "1"\n'
    ),
    "a weekday in full": Damaged(
        5, "mon, tue, wed, thu, fri, sat, sun", f'{COMFORT}days = ["friday"]\n'
    ),
    "a weekday without a list": Damaged(
        5, "'comforts 1: days' should be a list", f'{COMFORT}days = "fri"\n'
    ),
    "a size that is none": Damaged(5, "tiny, small, medium, big", f'{ACT}size = "huge"\n'),
    "a channel that is no word": Damaged(
        5, "'acts 1: channel' should be text", f"{ACT}channel = 4\n"
    ),
    "a tie that is none": Damaged(5, "any, weak, close", f'{ACT}tie = "loose"\n'),
    "a smaller act that is not there": Damaged(5, "names no other act", f'{ACT}smaller = "zzz"\n'),
    "a smaller act that is nearly there": Damaged(
        5, "Did you mean 'nod'?", f'{ACT}smaller = "nodd"\n'
    ),
    "an act smaller than itself": Damaged(5, "names no other act", f'{ACT}smaller = "choir"\n'),
}
"""TOML, with something in it that cannot be used: all else counts."""
