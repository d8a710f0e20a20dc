"""The config: each mistake is one plain sentence with its line, and the rest still counts."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from winddown.data.config import Config, SupportConfig, defaults, load, place_of
from winddown.data.config_entries import ComfortEntry
from winddown.data.lenient import MOST
from winddown.routine.lists import Person
from winddown.routine.support import Contact

EVERYTHING = (Path(__file__).parent / "fixtures" / "config.toml").read_text("utf-8")
STEPS = ("breathing", "comforts", "reflection", "outreach")


def sentences_about(tmp_path: Path, text: str | bytes) -> tuple[Config, list[str]]:
    """Load a config of this text, and give the sentence for each of its mistakes."""
    path = tmp_path / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    config, problems = load(path, STEPS)
    return config, [str(problem) for problem in problems]


def test_no_config_at_all_is_no_problem(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml", STEPS) == (defaults(STEPS), ())
    assert sentences_about(tmp_path, "") == (defaults(STEPS), [])
    assert list(tmp_path.iterdir()) == [tmp_path / "config.toml"]


def test_every_key_a_person_may_set_is_heeded(tmp_path: Path) -> None:
    config, sentences = sentences_about(tmp_path, EVERYTHING)
    assert sentences == []
    assert (config.theme, config.motion, config.day_ends) == ("paper", "gentle", time(4, 30))
    assert (config.closing, config.remember) == ("Enough. Sleep well.", False)
    assert config.steps == ("comforts", "breathing")
    assert (config.breathing.minutes, config.breathing.bell) == (3, True)
    assert config.breathing.pattern == config.breathing.patterns[0].id == "slow-six"
    assert config.breathing.patterns[0].pattern().seconds == 10
    assert (config.shipped.comforts, config.shipped.habits) == (False, True)
    assert config.comforts[0].comfort().days == ("fri",)
    assert config.habits[0].habit().away == "Anything but the phone call"
    assert config.people == (Person(name="Sam", channels=("text", "voice"), suggest=False),)
    assert config.acts[0].act().smaller == "nod"
    assert config.outreach.cues == ("I hang up my coat",)
    assert config.calendar.title == "A small thing: {plan}"
    assert config.looking_back.dismissed == ("a-line",)
    assert config.support.country == "GB"
    assert config.support.own == (Contact(name="Dr Shah's surgery", contact="0123"),)


@pytest.mark.parametrize(
    ("steps", "chosen"),
    [
        ("[]", ()),
        ('["outreach"]', ("outreach",)),
        ('["outreach", "breathing", "outreach"]', ("outreach", "breathing")),
        ('["sleep", "comforts", "brathing"]', ("comforts",)),
        ('["sleep"]', ()),
        ('["comforts", 3]', STEPS),
        ("3", STEPS),
    ],
)
def test_the_steps_are_those_that_were_chosen_and_without_a_list_all_there_are(
    tmp_path: Path, steps: str, chosen: tuple[str, ...]
) -> None:
    assert sentences_about(tmp_path, f"steps = {steps}\n")[0].steps == chosen


def test_a_step_that_the_program_gains_may_be_named_and_comes_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    more = (*STEPS, "gratitude")
    assert load(path, more)[0].steps == more
    path.write_text('steps = ["gratitude"]\n')
    assert load(path, more) == (defaults(("gratitude",)), ())


def test_of_thousands_of_unknown_steps_a_few_are_named(tmp_path: Path) -> None:
    _, sentences = sentences_about(tmp_path, f"steps = {[f's{n}' for n in range(20_000)]}\n")
    assert len(sentences) == MOST


COMFORT = '[[comforts]]\nid = "tea"\ntext = "Tea"\n'
PATTERN = '[[breathing.patterns]]\nid = "p"\nphases = '
ASIDE = "the file is left aside until that is put right."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            'theme = "dusk"\n\n[breathing]\n# five\nminuts = 5\n',
            "line 5: I don't know 'minuts'. Did you mean 'minutes'?",
        ),
        ("colour = 1\n", "line 1: I don't know 'colour'. It is passed over."),
        (
            "[breathing]\nremember = true\n",
            "line 2: 'remember' belongs at the top of the file, above the first [table].",
        ),
        ("minutes = 3\n", "line 1: 'minutes' belongs under [breathing]."),
        ("[support]\ncues = []\n", "line 2: 'cues' belongs under [shipped] or [outreach]."),
        (
            '[support]\ncountry = "Wales"\n',
            "line 2: 'support.country' should be two letters, such as \"GB\".",
        ),
        (
            '[[acts]]\nid = "a"\ntext = "b"\nsmaller = "nodd"\n',
            "line 4: 'smaller' names no other act. Did you mean 'nod'?",
        ),
        (
            '[[acts]]\nid = "a"\ntext = "b"\nsmaller = "a"\n',
            "line 4: 'smaller' names no other act, so this one has none.",
        ),
        (
            '[[people]]\nsugest = true\nname = "Sam"\n',
            "line 2: I don't know 'sugest'. Did you mean 'suggest'?",
        ),
        ('"\\u001b[31m" = 1\n', "line 1: I don't know '␛[31m'. It is passed over."),
        (f"{'k' * 90} = 1\n", f"line 1: I don't know '{'k' * 39}…'. It is passed over."),
        ('motion = "wild"\n', "line 1: 'motion' should be one of full, gentle, still."),
        ("theme = 2026-11-22\n", "line 1: 'theme' should be text in quotes."),
        ('remember = "no"\n', "line 1: 'remember' should be true or false."),
        ('day_ends = "05:00"\n', "line 1: 'day_ends' should be a time such as 18:30:00."),
        (
            "day_ends = 13:00:00\n",
            "line 1: 'day_ends' should be noon at the latest; it stays at 05:00.",
        ),
        (
            'steps = [\n"breathing", "outrech",\n]\n',
            "line 1: I don't know the step 'outrech'. Did you mean 'outreach'?",
        ),
        (
            '\nsteps = ["breathing", "zzz"]\n',
            "line 2: I don't know the step 'zzz'."
            " There are breathing, comforts, reflection, outreach.",
        ),
        (
            'steps = ["breathing", "comforts", "breathing"]\n',
            "line 1: 'breathing' stands in 'steps' more than once, and comes once.",
        ),
        ('steps = "breathing"\n', "line 1: 'steps' should be a list."),
        (
            "[breathing]\nminutes = 0\n",
            "line 2: 'breathing.minutes' should be a whole number from 1 to 60.",
        ),
        (
            "[breathing]\nminutes = true\n",
            "line 2: 'breathing.minutes' should be a whole number from 1 to 60.",
        ),
        ("breathing = 5\n", "line 1: 'breathing' should be a table, as [breathing]."),
        (
            'comforts = "blanket"\n',
            "line 1: 'comforts' should be a list of tables, as [[comforts]].",
        ),
        ('[support]\nplan = "one"\n', "line 2: 'support.plan' should be a list."),
        ("[outreach]\ncues = [1]\n", "line 2: 'outreach.cues 1' should be text in quotes."),
        ('[[comforts]]\ntext = "x"\n', "line 1: an entry here has no 'id' yet, so it is left out."),
        (
            '[[comforts]]\nid = ""\ntext = "x"\n',
            "line 1: this entry is left out until it has an 'id'.",
        ),
        (
            '[[comforts]]\nid = "tea"\n',
            "line 1: this entry is left out until it has a 'text'.",
        ),
        (
            '[[comforts]]\nid = "tea"\ntext = " "\n',
            "line 1: this entry is left out until it has a 'text'.",
        ),
        (
            f"{COMFORT}\n{COMFORT}",
            "line 5: this entry is left out, since the one in line 1 has the same 'id'.",
        ),
        (
            f'{COMFORT}days = ["fri", "friday"]\n',
            "line 4: 'comforts 1: days 2' should be one of mon, tue, wed, thu, fri, sat, sun.",
        ),
        ('[[people]]\nname = ""\n', "line 1: someone here has no 'name' yet."),
        (
            '[[acts]]\nid = "a"\ntext = "b"\nsize = "brave"\n',
            "line 4: 'acts 1: size' should be one of tiny, small, medium, big.",
        ),
        (
            f'{PATTERN}[{{cue = "in", s = 9}}]\n',
            "line 1: this pattern is left out. It has no out-breath yet; with one, it can be used.",
        ),
        (
            f'{PATTERN}[{{cue = "in", s = 4}}, {{cue = "hold", s = "7"}}, {{cue = "out", s = 8}}]',
            "line 3: 'breathing.patterns 1: phases 2: s' should be a number.",
        ),
        (
            '[breathing]\npattern = "long_out"\n',
            "line 2: 'breathing.pattern' names none of the patterns there are: gentle, long-out,"
            " even, coherent, sigh, box, four-seven-eight.",
        ),
        (
            '[[support.own]]\nname = "x"\n',
            "line 1: an entry here has no 'contact' yet, so it is left out.",
        ),
        ('theme = "dusk"\na = [\n', f"line 2: this is not TOML (a ] is missing); {ASIDE}"),
        (
            'theme = "dusk"\ntheme = "paper"\n',
            f"line 2: this is not TOML (a name stands twice); {ASIDE}",
        ),
        (b'theme = "dusk\n\xff"\n', f"line 2: it should be saved as UTF-8, and is not; {ASIDE}"),
        (
            '\ufefftheme = "dusk"\n',
            f"line 1: it begins with a byte order mark; save it as UTF-8 without one; {ASIDE}",
        ),
        (
            'theme = "\0"\n',
            f"line 1: it holds a NUL byte, which no text does; take that out; {ASIDE}",
        ),
        (
            'theme = "paper"\r\nmotio = 1\r\n',
            "line 2: I don't know 'motio'. Did you mean 'motion'?",
        ),
    ],
)
def test_a_mistake_is_one_plain_sentence_with_its_line(
    tmp_path: Path, text: str | bytes, sentence: str
) -> None:
    assert sentences_about(tmp_path, text)[1] == [f"config.toml {sentence}"]


def test_a_file_longer_than_256_kb_is_not_read(tmp_path: Path) -> None:
    config, sentences = sentences_about(tmp_path, f'theme = "paper"\n#{"x" * 256 * 1024}')
    assert sentences == [f"config.toml: it is longer than 256 kB; {ASIDE}"]
    assert replace(config, support=SupportConfig()) == defaults(STEPS)


def test_what_is_no_file_is_never_waited_for(tmp_path: Path) -> None:
    for make, kind in ((os.mkdir, "a folder"), (os.mkfifo, "something other than a file")):
        path = tmp_path / kind
        make(path)
        config, (problem,) = load(path, STEPS)
        assert replace(config, support=SupportConfig()) == defaults(STEPS)
        assert f"this is {kind}, where a file should be; {ASIDE}" in str(problem)


def test_the_rest_still_counts_and_each_mistake_is_named_where_it_stands(tmp_path: Path) -> None:
    config, sentences = sentences_about(
        tmp_path,
        'theme = "paper"\nmotion = 1\n\n[[comforts]]\ntext = "x"\n\n'
        '[[comforts]]\nid = "tea"\n\n[[comforts]]\nid = "lamp"\ntext = "Lamp"\nlow = 1\n',
    )
    assert [sentence.split(":")[0] for sentence in sentences] == [
        f"config.toml line {line}" for line in (2, 4, 7, 13)
    ]
    assert (config.theme, config.motion) == ("paper", "full")
    assert config.comforts == (ComfortEntry(id="lamp", text="Lamp"),)


def test_mistakes_are_named_from_the_top_of_the_file_down(tmp_path: Path) -> None:
    _, sentences = sentences_about(
        tmp_path, 'day_ends = 13:00:00\ncolour = 1\n[breathing]\nbell = 1\npattern = "bx"\n'
    )
    assert [sentence.split(":")[0] for sentence in sentences] == [
        f"config.toml line {line}" for line in (1, 2, 4, 5)
    ]


def test_a_breath_of_which_one_part_is_not_understood_is_not_used_without_it(
    tmp_path: Path,
) -> None:
    phases = '[{cue = "in", s = 4}, {cue = "hold", s = "7"}, {cue = "out", s = 8}]'
    config, _ = sentences_about(tmp_path, f"{PATTERN}{phases}")
    assert config.breathing.patterns == ()


def test_a_file_full_of_unknown_keys_is_told_briefly(tmp_path: Path) -> None:
    text = "".join(f"k{number} = 1\n" for number in range(MOST + 5))
    _, sentences = sentences_about(tmp_path, text)
    assert len(sentences) == MOST + 1
    assert sentences[-1] == "config.toml: 5 more like these are named once those are put right."


def test_hiding_a_comfort_needs_no_text(tmp_path: Path) -> None:
    config, sentences = sentences_about(tmp_path, '[[comforts]]\nid = "blanket"\nhide = true\n')
    assert sentences == []
    assert config.comforts[0].hide


def test_a_setting_is_named_by_its_line_and_by_the_file_alone_once_that_has_changed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "config.toml"
    path.write_text("# mine\ntheme = 'x'\n")
    assert place_of(path, ("theme",)) == "config.toml line 2"
    for now in ("# mine\n", "theme = \n"):
        path.write_text(now)
        assert place_of(path, ("theme",)) == "config.toml"
    path.unlink()
    assert place_of(path, ("theme",)) == "config.toml"


def test_an_act_that_names_one_left_out_for_a_mistake_is_not_told_of_another(
    tmp_path: Path,
) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[[acts]]\nid = 'a'\ntext = 'x'\nsmaller = 'b'\n[[acts]]\nid = 'b'\ntext = 3\n")
    config, problems = load(path, ())
    assert [(act.id, act.smaller) for act in config.acts if act.id == "a"] == [("a", "")]
    assert [problem.line for problem in problems] == [7]
