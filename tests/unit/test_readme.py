"""The front page says what is true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from winddown import theme_reading
from winddown.arguments import parser
from winddown.colours import contrast
from winddown.data import config, offered, overrides
from winddown.data.locations import locations
from winddown.data.settings import SettingsInFile
from winddown.palette import QUIET_FLOOR, TEXT_FLOOR
from winddown.steps import between

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
FILES = [
    (example.partition("\n")[0].removeprefix("# "), example)
    for example in EXAMPLES
    if example.startswith("# config/")
]
"""Examples that are a file of their own, with its name."""
CONFIGS = [example for example in EXAMPLES if not example.startswith("# config/")]
STRONG, QUIET = ("text", "heading", "accent"), ("quiet", "marks")


def test_there_are_two_commands_to_set_it_up() -> None:
    """One ends in the program, one in its tests, and every line of shell is one of the two."""
    run, test = COMMANDS
    assert run.endswith("&& .venv/bin/winddown")
    assert test.endswith("&& .venv/bin/python -m pytest")
    assert re.findall(r"```sh\n(.*?)```", README, re.DOTALL) == [f"{run}\n", f"{test}\n"]


def test_the_gates_begin_with_the_test_command_word_for_word() -> None:
    """What a newcomer is told to run is what is checked."""
    assert COMMANDS[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "path",
    re.findall(r"\]\((?!https?:|#)([^)]+)\)", README) + re.findall(r'src="([^"]+)"', README),
)
def test_what_it_links_to_is_there(path: str) -> None:
    """No picture and no page is missing."""
    assert (ROOT / path).exists()


def test_every_link_within_it_leads_to_a_heading_of_its_own() -> None:
    """Headings are found by what stands in them, as GitHub spells it."""
    headings = re.findall(r"^##+ (.*)$", README, re.MULTILINE)
    anchors = [re.sub(r"[^a-z0-9 -]", "", each.lower()).replace(" ", "-") for each in headings]
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#([^)]+)\)", README)) <= set(anchors)


def test_every_part_of_it_is_found_from_its_top() -> None:
    """The list of what is in here leaves out nothing but the start, above which it would be."""
    parts = re.findall(r"^## (.*)$", README, re.MULTILINE)
    contents = README[: README.index(f"## {parts[1]}")]
    for part in parts[1:]:
        assert f"](#{part.lower().replace(' ', '-')})" in contents


def test_each_thing_to_add_is_proved_by_a_test_that_it_names() -> None:
    """Whoever adds a theme, a pattern, a comfort or a step knows what tells that it is right."""
    rows = re.findall(r"^\| (an? [^|]*|other words) \|[^|]*\| ([^|]*) \|$", README, re.MULTILINE)
    added = {what: re.findall(r"\]\((tests/[^)]*/test_\w+\.py)\)", proof) for what, proof in rows}
    assert {"a theme", "a pattern", "a comfort, an act, a habit", "a step"} <= set(added)
    assert all(added.values())


def config_of(example: str, home: Path) -> config.Config:
    """Read an example as a person's config, which has to be clean."""
    file = home / "config.toml"
    file.write_text(example, encoding="utf-8")
    read, problems = config.load(file, between())
    assert problems == ()
    return read


@pytest.mark.parametrize("example", CONFIGS)
def test_each_config_it_shows_can_be_used_as_it_stands(example: str, tmp_path: Path) -> None:
    """Whoever copies an example gets no complaint, and something else than everyone gets."""
    assert config_of(example, tmp_path) != config.defaults(between())


def test_the_configs_it_shows_can_stand_in_one_file(tmp_path: Path) -> None:
    """Whoever copies all of them, piece by piece, has lists of their own throughout."""
    merged: dict[str, Any] = {}
    for example in CONFIGS:
        for key, value in tomllib.loads(example).items():
            merged[key] = (
                merged[key] + value if isinstance(value, list) and key in merged else value
            )
    settings = SettingsInFile(
        locations({"WINDDOWN_HOME": str(tmp_path)}), lambda: config.defaults(between()), between()
    )
    for key, value in merged.items():
        settings.set((key,), value)
    read = config_of((tmp_path / "config" / "config.toml").read_text(encoding="utf-8"), tmp_path)
    texts = [comfort.text for comfort in offered.comforts(read)]
    assert texts[0] == "Pull the green blanket close"
    assert len(texts) == 3
    assert offered.patterns(read)[0].name == "Slow six"
    assert [person.suggest for person in read.people] == [True, False]
    assert offered.acts(read)[0].id == "choir"
    assert offered.cues(read)[0] == "I hang up my coat"
    assert offered.habits(read)[0].away
    assert read.support.own
    assert read.steps == ("comforts", "breathing", "outreach")


def test_a_shipped_entry_it_leaves_out_is_one_there_is(tmp_path: Path) -> None:
    """The id in the example takes a comfort away that everyone else has."""
    read = config_of(next(each for each in CONFIGS if "hide" in each), tmp_path)
    everyone = {comfort.id for comfort in offered.comforts(config.defaults(between()))}
    assert everyone - {comfort.id for comfort in offered.comforts(read)} == {"long-bath"}


def test_the_words_it_shows_are_said(tmp_path: Path) -> None:
    """Whoever copies the content file has it heeded."""
    where = locations({"WINDDOWN_HOME": str(tmp_path)})
    (name, example), *_ = [each for each in FILES if each[0].startswith("config/content/")]
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(example, encoding="utf-8")
    assert overrides.problems(where) == ()
    assert overrides.read(where).words("closing")["title"] == "That was our evening"


def test_the_theme_it_shows_can_be_worn(tmp_path: Path) -> None:
    """Whoever copies the example has a theme that works, and that stays readable."""
    (name, example), *_ = [each for each in FILES if each[0].startswith("config/themes/")]
    file = tmp_path / Path(name).name
    file.write_text(example, encoding="utf-8")
    palette = theme_reading.load(file)
    for behind in palette.behind:
        assert min(contrast(getattr(palette, each), behind) for each in STRONG) >= TEXT_FLOOR
        assert min(contrast(getattr(palette, each), behind) for each in QUIET) >= QUIET_FLOOR


@pytest.mark.parametrize("line", re.findall(r"^    winddown (.*)$", README, re.MULTILINE))
def test_each_command_it_lists_is_one(line: str) -> None:
    """No line of a list of commands ends in a usage message."""
    words = re.split(r" {2,}", line)[0].split() if not line.startswith(" ") else []
    parser().parse_args(words)


def test_its_lines_fit_a_page() -> None:
    """Prose stays within a hundred characters; a table's row is one line by its nature."""
    assert [line for line in README.splitlines() if len(line) > 100 and line[0] != "|"] == []
