"""A theme is a file: read by name, told apart from a broken one, and always readable."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from winddown.colours import channels, contrast
from winddown.palette import dimmed
from winddown.theme_files import (
    Palette,
    UnknownTheme,
    UnreadableTheme,
    find,
    load,
    load_all,
    shipped_folder,
    textual_theme,
    worn,
)
from winddown.theme_variables import in_css

SHIPPED = sorted(path.stem for path in shipped_folder().glob("*.toml"))
KNOWN = [name for name in SHIPPED if name != "terminal"]
"""The themes that bring their colours along."""
LEVELS = [level / 100 for level in range(26)]
DUSK = (shipped_folder() / "dusk.toml").read_text("utf-8")


def write(folder: Path, name: str, text: str) -> Path:
    """Put a person's theme file in its place."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def shipped(name: str) -> Palette:
    """Read a shipped theme."""
    return find(name, (shipped_folder(),))


# Dimming


@pytest.mark.parametrize("name", KNOWN)
def test_light_only_ever_goes_down(name: str) -> None:
    """A later step is never brighter than an earlier one, and the last is dimmer than the first."""
    palette = shipped(name)
    levels = [dimmed(palette, level) for level in LEVELS]
    for each in ("text", "heading", "accent"):
        seen = [contrast(getattr(level, each), palette.ground) for level in levels]
        assert seen == sorted(seen, reverse=True)
        assert seen[-1] < seen[0]
    for part in range(3):
        for light, ground in zip(
            zip(*(channels(level.orb[part]) for level in levels), strict=True),
            channels(palette.ground),
            strict=True,
        ):
            away = [abs(channel - ground) for channel in light]
            assert away == sorted(away, reverse=True)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_quiet_stays_as_it_is(name: str) -> None:
    """Dimming leaves the ground, the row, quiet text and marks alone."""
    palette, last = shipped(name), dimmed(shipped(name), 0.25)
    for each in ("ground", "row", "quiet", "marks", "name", "dark"):
        assert getattr(last, each) == getattr(palette, each)
    assert dimmed(palette, 0) == palette
    assert dimmed(palette, 9) == last
    assert dimmed(palette, -1) == palette


def test_a_pale_theme_of_ones_own_is_never_made_paler() -> None:
    """Text that begins under the floor is left as the person chose it."""
    pale = shipped("dusk")._replace(text="#705f60")
    assert dimmed(pale, 0.25).text == "#705f60"


def test_the_terminals_own_colours_are_never_dimmed() -> None:
    """What nobody can compute stays as the terminal shows it."""
    terminal = shipped("terminal")
    assert dimmed(terminal, 0.25) == terminal


# Files


@pytest.mark.parametrize("name", ["dusk", "ember", "moonless", "moss", "paper", "terminal"])
def test_the_shipped_themes_are_there(name: str) -> None:
    """The themes that come with the program are found by name."""
    assert shipped(name).name == name


def test_ones_own_theme_wins_by_name(tmp_path: Path) -> None:
    """A dusk of one's own stands before the shipped one."""
    write(tmp_path, "dusk", DUSK.replace("#141014", "#101010"))
    folders = (tmp_path, shipped_folder())
    assert find("dusk", folders).ground == "#101010"
    assert load_all(folders)[0]["dusk"].ground == "#101010"


def test_only_the_theme_asked_for_is_read(tmp_path: Path) -> None:
    """A broken theme that is not worn does not stand in anyone's way."""
    write(tmp_path, "broken", "= = =")
    assert find("dusk", (tmp_path, shipped_folder())).name == "dusk"


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('ground = "#141014"', 'ground = "dark"', 4, "ground"),
        ('ground = "#141014"', "ground = 20", 4, "ground"),
        ('row = "#2a2026"\n', "", None, "row"),
        ("dark = true", 'dark = "yes"', 3, "dark"),
        ('name = "dusk"', 'name = "dawn"', 2, "name"),
        ('"#be7668", ', "", 11, "orb"),
        ('["#ecb880", "#be7668"', '[\n  "#ecb880",\n  "pink"', 11, "orb"),
        ('"#6e4258"]', '"cyan"]', 11, "orb"),
        ('accent = "#e8b880"', 'accent = "yellow"', 8, "accent"),
        ('ground = "#141014"', 'ground = "default"', 5, "row"),
        ("dark = true", "dark = true\nshine = 1", 4, "shine"),
        ('ground = "#141014"', 'ground = "#14101g"', 4, "ground"),
        ('quiet = "#a08890"', 'quiet = "#a08"', 9, "quiet"),
        ('"#6e4258"]', '"#6e4258"]\n[night]\nground = "#000000"', 12, "night"),
        ("dark = true", "dark = yes", 3, ""),
        ("dark = true", 'dark = true\nname = "twice"', 4, ""),
    ],
)
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, eol: str, old: str, new: str, line: int | None, key: str
) -> None:
    """A sentence says which file, which line and which key, and what becomes of the theme."""
    path = write(tmp_path, "dusk", "")
    path.write_bytes(DUSK.replace(old, new).replace("\n", eol).encode())
    with pytest.raises(UnreadableTheme) as caught:
        load(path)
    problem = caught.value
    assert (problem.path, problem.line, problem.key) == (path, line, key)
    assert key in str(problem)
    assert "left out" in str(problem)
    assert "\n" not in str(problem)


def test_a_slip_of_the_pen_is_recognised(tmp_path: Path) -> None:
    """A misspelt key is named beside the one that is missing."""
    path = write(tmp_path, "dusk", DUSK.replace("ground =", "gruond ="))
    with pytest.raises(UnreadableTheme, match="'ground' is missing, unless 'gruond' is meant"):
        load(path)


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("ground", '"blak"', 5),
        ("accent", '"#e8b880"', 9),
        ("marks", '"grey"', 11),
        ("orb", '["yellow", "red"]', 12),
        ("orb", '["yellow", "yellow", "default"]', 12),
    ],
)
def test_a_theme_of_the_terminals_colours_knows_no_others(
    tmp_path: Path, name: str, value: str, line: int
) -> None:
    """One sentence says that all are the terminal's own, and shows what they are called."""
    lines = (shipped_folder() / "terminal.toml").read_text("utf-8").splitlines()
    changed = [f"{name} = {value}" if each.startswith(f"{name} =") else each for each in lines]
    with pytest.raises(UnreadableTheme, match="the terminal's own, such as") as caught:
        load(write(tmp_path, "terminal", "\n".join(changed)))
    assert (caught.value.line, caught.value.key) == (line, name)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "UTF-8"),
        (b"\xef\xbb\xbf" + DUSK.encode(), "line 1: it begins with a byte order mark"),
        (DUSK.encode() + b"# \xe9", "line 12: it should be saved as UTF-8, and is not"),
        (DUSK.encode() + b"a = '\0'", "line 12: it holds a NUL byte"),
        (b"#" * 100_000, "longer than 64 kB"),
        (b"a = " + b"[" * 5_000, "this is not TOML"),
        (b"", "'name' is missing"),
    ],
)
def test_a_file_that_is_no_theme_leaves_out_only_itself(
    tmp_path: Path, content: bytes, said: str
) -> None:
    """Whatever lies in the folder, the other themes are there and one sentence says why."""
    (tmp_path / "odd.toml").write_bytes(content)
    palettes, problems = load_all((tmp_path, shipped_folder()))
    assert sorted(palettes) == SHIPPED
    assert [problem.path.name for problem in problems] == ["odd.toml"]
    assert said in str(problems[0])


def test_what_is_no_file_is_said_and_never_waited_for(tmp_path: Path) -> None:
    """A folder, a pipe and a link to nowhere are left out, and the rest is there."""
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "link.toml").symlink_to("nowhere")
    palettes, problems = load_all((tmp_path, tmp_path / "nowhere", shipped_folder()))
    assert sorted(palettes) == SHIPPED
    assert [problem.path.stem for problem in problems] == ["folder", "link", "pipe"]
    assert all("left out" in str(problem) for problem in problems)


def test_where_ones_own_is_broken_the_shipped_one_stands(tmp_path: Path) -> None:
    """A broken dusk of one's own is said, and dusk is worn all the same."""
    write(tmp_path, "dusk", "dark = maybe")
    palette, said = worn((tmp_path,), "dusk")
    assert palette == shipped("dusk")
    assert len(said) == 1


@pytest.mark.parametrize("name", ["paperr", "My Own", "../themes/dusk", "", "nord", "a\x1b[2Jb"])
def test_an_unknown_theme_is_said_kindly(tmp_path: Path, name: str) -> None:
    """A theme nobody has is one sentence, without a path and without control characters."""
    with pytest.raises(UnknownTheme) as caught:
        find(name, (tmp_path, shipped_folder()))
    assert ", ".join(SHIPPED) in str(caught.value)
    assert "\x1b" not in str(caught.value)
    palette, said = worn((tmp_path,), name)
    assert palette.name == "dusk"
    assert said == (str(caught.value),)
    palette, (said_so,) = worn((tmp_path,), name, lambda: "config.toml line 3")
    assert palette.name == "dusk"
    assert said_so == f"config.toml line 3: t{str(caught.value)[1:]}"


def test_the_one_named_is_worn_and_ones_own_wins(tmp_path: Path) -> None:
    """A theme of one's own is worn by its name, also where a shipped one has the same."""
    write(tmp_path, "mine", DUSK.replace('"dusk"', '"mine"'))
    write(tmp_path, "paper", DUSK.replace('"dusk"', '"paper"').replace("#1a1410", "#000000"))
    assert worn((tmp_path,), "mine") == (load(tmp_path / "mine.toml"), ())
    assert worn((tmp_path,), "paper") == (load(tmp_path / "paper.toml"), ())
    assert worn((), "paper") == (shipped("paper"), ())


# What Textual wears


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("dim", [0.0, 0.13, 0.25])
def test_no_colour_of_textuals_own_is_left(name: str, dim: float) -> None:
    """Every variable a stylesheet can name is one of the theme's own colours."""
    palette = in_css(dimmed(shipped(name), dim))
    theme = textual_theme(dimmed(shipped(name), dim))
    generated = theme.to_color_system().generate() | theme.variables
    ours = {
        palette.ground, palette.row, palette.text, palette.heading, palette.accent,
        palette.quiet, palette.marks, *palette.orb, theme.variables["scrollbar"],
        *({"ansi_default", "ansi_black"} if palette.is_terminals else ()),
    }  # fmt: skip
    foreign = {
        key: value
        for key, value in generated.items()
        if value.lower() not in ours and "-style" not in key and value != "transparent"
    }
    assert foreign == {}


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_drawn_as_a_box(name: str) -> None:
    """Borders are the ground itself, and a list's cursor is no more than a quiet row."""
    palette = in_css(shipped(name))
    worn = textual_theme(shipped(name)).variables
    assert {worn["border"], worn["border-blurred"], worn["surface-active"]} == {palette.ground}
    assert worn["block-cursor-background"] == palette.row


def test_reading_a_theme_loads_no_textual() -> None:
    """Lines of text and the list of themes need not wait for the screens."""
    code = (
        "import sys; from winddown.theme_files import worn; worn((), 'dusk');"
        "sys.exit(any(name.split('.')[0] in ('textual', 'rich') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
