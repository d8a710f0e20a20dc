"""The person's own wording: what can be said is, the rest is named and the usual words stay."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.data.homes import new_home
from winddown.data import content, overrides
from winddown.data.lenient import MOST
from winddown.data.locations import Locations, locations
from winddown.data.wording import room_for
from winddown.opening import open_evening
from winddown.routine.text import visible

STAY = "so the usual words stay."


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def put(home: Locations, name: str, text: str | bytes) -> Path:
    """Put a file of words where a person would."""
    home.content.mkdir(parents=True, exist_ok=True)
    path = home.content / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def sentences(home: Locations) -> list[str]:
    """Give what is said about the files of words."""
    return [str(problem) for problem in overrides.problems(home)]


def say(home: Locations, step: str, key: str) -> str:
    """Give a string as it is in force."""
    return overrides.read(home).words(step)[key]


# What is said


def test_one_string_is_said_otherwise_and_all_others_stay(home: Locations) -> None:
    put(home, "closing.toml", '[words]\ntitle = "Das war heute"\n')
    assert sentences(home) == []
    usual = content.strings("closing")
    assert {key: say(home, "closing", key) for key in usual} == usual | {"title": "Das war heute"}
    assert say(home, "comforts", "title") == content.words("comforts")["title"]


def test_a_field_may_stand_anywhere_in_the_new_words(home: Locations) -> None:
    put(home, "followup.toml", '[words]\ncompare = "Now {actual}, then {expected}."\n')
    assert sentences(home) == []
    words = overrides.read(home).words("followup")
    assert words.say("compare", expected=2, actual="{expected}") == "Now {expected}, then 2."


def test_a_list_may_be_said_in_other_and_fewer_lines(home: Locations) -> None:
    put(home, "help.toml", '[words]\nkeys-outreach = ["-  kleiner", "n  ein anderes"]\n')
    assert sentences(home) == []
    assert overrides.read(home).words("help").each("keys-outreach") == (
        "-  kleiner",
        "n  ein anderes",
    )


def test_a_paragraph_may_be_written_in_several_lines(home: Locations) -> None:
    put(home, "closing.toml", '[words]\noften = """\nSeveral   nights\n  like this?\r\n"""\n')
    assert say(home, "closing", "often") == "Several   nights like this?"


def test_nothing_in_the_new_words_acts_on_the_terminal(home: Locations) -> None:
    put(home, "closing.toml", '[words]\ntitle = "a\\u001b[31m\\u202eb\\u0000"\n')
    assert sentences(home) == []
    assert say(home, "closing", "title") == "a␛[31m<RLO>b␀"


def test_without_a_folder_or_with_an_empty_one_nothing_is_told(home: Locations) -> None:
    assert sentences(home) == []
    home.content.mkdir(parents=True)
    (home.content / "closing.toml~").write_text("what an editor left")
    (home.content / "README").write_text("notes")
    assert sentences(home) == []


# What is named


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ('titel = "x"', "line 2: I don't know 'titel'. Did you mean 'title'?"),
        ('\nzzzz = "x"', "line 3: I don't know 'zzzz'. It is passed over."),
        ("title = 3", f"line 2: 'words.title' should be text in quotes, {STAY}"),
        ('title = ["x"]', f"line 2: 'words.title' should be text in quotes, {STAY}"),
        ('title = " \\n "', f"line 2: 'words.title' should not be empty, {STAY}"),
        (
            f'note = "A line"\ntitle = "{"x" * 99}"',
            "line 3: 'words.title' is longer than the 68 characters there is room for,"
            + " "
            + STAY,
        ),
        ('title = "{0}"', f"line 2: 'words.title' should have no {{ or }} in it at all, {STAY}"),
        ('title = "a } b"', f"line 2: 'words.title' should have no {{ or }} in it at all, {STAY}"),
        ('title = "{{a}}"', f"line 2: 'words.title' should have no {{ or }} in it at all, {STAY}"),
    ],
)
def test_each_mistake_is_one_sentence_with_its_line_and_the_rest_counts(
    home: Locations, words: str, sentence: str
) -> None:
    put(home, "closing.toml", f'[words]\n{words}\nkeep_out = "Not this one"\n')
    assert sentences(home) == [f"content/closing.toml {sentence}"]
    assert say(home, "closing", "title") == content.words("closing")["title"]
    assert say(home, "closing", "keep_out") == "Not this one"


ONLY = "should have no { or } in it other than in {actual}, {expected}"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A guess of {expected}.", "has lost {actual}"),
        ("No fields.", "has lost {actual}, {expected}"),
        ("{actual} {expected} {more}", ONLY),
        ("{actual} {expected} {", ONLY),
        ("{actual} {expected} {}", ONLY),
        ("{actual.real} {actual} {expected}", ONLY),
        ("{actual} {expected} {expected:>99}", ONLY),
        ("{actual!r} {expected}", "has lost {actual}"),
        ("{actual:>9999999999} {expected}", "has lost {actual}"),
    ],
)
def test_a_field_that_is_lost_or_gained_or_broken_is_named(
    home: Locations, text: str, reason: str
) -> None:
    put(home, "followup.toml", f"[words]\ncompare = {json.dumps(text)}\n")
    assert sentences(home) == [f"content/followup.toml line 2: 'words.compare' {reason}, {STAY}"]
    assert say(home, "followup", "compare") == content.words("followup")["compare"]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ('"one line"', "'words.grounding_steps' should be a list of texts in quotes, at most 10"),
        ("[]", "'words.grounding_steps' should be a list of texts in quotes, at most 10"),
        (
            str(["x"] * 11),
            "'words.grounding_steps' should be a list of texts in quotes, at most 10",
        ),
        ('["x", 2]', "'words.grounding_steps 2' should be text in quotes"),
        ('["x", ""]', "'words.grounding_steps 2' should not be empty"),
        ('["{x}"]', "'words.grounding_steps 1' should have no { or } in it at all"),
    ],
)
def test_a_list_counts_whole_or_not_at_all(home: Locations, value: str, reason: str) -> None:
    put(home, "support.toml", f"[words]\ngrounding_steps = {value}\n")
    assert sentences(home) == [f"content/support.toml line 2: {reason}, {STAY}"]
    usual = content.words("support").each("grounding_steps")
    assert overrides.read(home).words("support").each("grounding_steps") == usual


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('title = "x"\n', "line 1: 'title' belongs under [words]."),
        (
            '[defaults]\nclosing = "x"\n',
            "line 1: 'defaults' is passed over, since only what stands under [words] counts here.",
        ),
        ("words = 1\n", "line 1: 'words' should be a table, as [words]."),
        ("[words]\ntitle = \n", None),
        (b"[words]\n\xff", f"line 2: it should be saved as UTF-8, and is not, {STAY}"),
        (b"\xef\xbb\xbf[words]\n", None),
        (f"# {'x' * overrides.LIMIT}", f"it is longer than 64 kB, {STAY}"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_named(
    home: Locations, text: str | bytes, sentence: str | None
) -> None:
    put(home, "closing.toml", text)
    (told,) = sentences(home)
    assert told.startswith("content/closing.toml")
    assert sentence is None or told.removeprefix("content/closing.toml").lstrip(": ") == sentence
    assert say(home, "closing", "title") == content.words("closing")["title"]


def test_a_file_that_the_program_has_no_words_for_is_named_with_the_nearest(
    home: Locations,
) -> None:
    put(home, "closng.toml", "not even TOML")
    put(home, "\x1b[31m.toml", "")
    assert sentences(home) == [
        "content/␛[31m.toml: the program has no words for it. It is passed over.",
        "content/closng.toml: the program has no words for it. Did you mean 'closing.toml'?",
    ]


def test_a_folder_or_a_pipe_in_place_of_a_file_is_named(home: Locations) -> None:
    home.content.mkdir(parents=True)
    (home.content / "card.toml").mkdir()
    os.mkfifo(home.content / "help.toml")
    assert sentences(home) == [
        f"content/card.toml: this is a folder, where a file should be, {STAY}",
        f"content/help.toml: this is something other than a file, where a file should be, {STAY}",
    ]


def test_a_file_in_place_of_the_folder_is_named(home: Locations) -> None:
    home.config.mkdir(parents=True)
    home.content.write_text("")
    (told,) = sentences(home)
    assert (
        told == f"content: the folder cannot be read (a file stands where a folder should), {STAY}"
    )


def test_of_many_mistakes_a_few_are_named_and_the_others_counted(home: Locations) -> None:
    put(home, "closing.toml", "[words]\n" + "".join(f"k{n} = 1\n" for n in range(40)))
    told = sentences(home)
    assert len(told) == MOST + 1
    assert told[-1] == "content: 28 more like these are named once those are put right."


def test_nothing_a_person_wrote_is_in_a_sentence(home: Locations) -> None:
    private = "tell nobody"
    for key in ("title", "note"):
        put(home, "closing.toml", f'[words]\n{key} = "{{{private}}} {private}"\n')
        assert private not in " ".join(sentences(home))


# Opening


def test_opening_says_what_is_wrong_and_has_the_words_in_force(home: Locations) -> None:
    put(home, "closing.toml", '[words]\ntitle = "Das war heute"\nnotte = "x"\n')
    opening = open_evening({"WINDDOWN_HOME": str(home.config.parent)})
    assert opening.notices == (
        "content/closing.toml line 3: I don't know 'notte'. Did you mean 'note'?",
    )
    assert opening.occasion.words("closing")["title"] == "Das war heute"


def test_each_file_is_read_once(home: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    put(home, "closing.toml", '[words]\ntitle = "Das war heute"\n')
    read: list[str] = []
    read_toml = overrides.read_toml

    def noted(path: Path, *, limit: int) -> Any:
        read.append(path.name)
        return read_toml(path, limit=limit)

    monkeypatch.setattr(overrides, "read_toml", noted)
    occasion = open_evening({"WINDDOWN_HOME": str(home.config.parent)}).occasion
    for step in ("closing", "arrive", "closing"):
        occasion.words(step)
    assert read == ["closing.toml"]


def test_without_a_folder_nothing_is_loaded_for_it(home: Locations) -> None:
    opening = open_evening({"WINDDOWN_HOME": str(home.config.parent)})
    assert opening.occasion.words("closing")["title"] == content.words("closing")["title"]
    assert opening.notices == ()


# Whatever stands there

KEYS = [(name, key) for name in content.names() for key in content.strings(name)]
PIECES = st.sampled_from(
    ["{", "}", "{say}", "{who}", "{0}", "{day!r}", "{{", "\x1b", "\n", "x", ""]
)
TEXTS = st.text(max_size=40) | st.lists(PIECES, max_size=6).map("".join)
VALUES = TEXTS | st.lists(TEXTS, max_size=12) | st.integers() | st.booleans() | st.just({"a": 1})


def as_toml(value: object) -> str:
    """Write a value; JSON's are TOML's but for tables and lone surrogates, which no file holds."""
    if isinstance(value, dict):
        return "{a = 1}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def fields(text: str) -> dict[str, object]:
    """Give something for every field of a usual string."""
    return {name: "…" for _, name, _, _ in Formatter().parse(text) if name}


@given(st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=8))
def test_whatever_is_said_otherwise_every_string_can_be_said(
    said: list[tuple[tuple[str, str], object]],
) -> None:
    with new_home() as home:
        for (name, key), value in said:
            path = home.content / f"{name}.toml"
            text = path.read_text("utf-8") if path.exists() else "[words]\n"
            put(home, path.name, (f"{text}{key} = {as_toml(value)}\n").encode("utf-8", "replace"))
        own = overrides.read(home)
    for name, key in KEYS:
        usual, words = content.strings(name)[key], own.words(name)
        if isinstance(usual, str):
            texts = [words[key], words.say(key, **fields(usual))]
            assert len(texts[0]) <= room_for(usual)
        else:
            texts = list(words.each(key))
        assert all(text.strip() and text == visible(text) for text in texts)


@given(st.sampled_from(content.names()), st.binary(max_size=200) | TEXTS.map(str.encode))
def test_whatever_bytes_stand_there_the_words_are_found(name: str, text: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = locations({"WINDDOWN_HOME": folder})
        put(home, f"{name}.toml", text)
        own = overrides.read(home)
    assert all(str(problem).startswith("content") for problem in own.problems)
    for key in content.strings(name):
        assert own.words(name)[key]


def test_a_file_that_goes_while_it_is_looked_for_is_no_problem(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, "closing.toml", "[words]\ntitle = 'Gone'\n").unlink()
    monkeypatch.setattr(os, "listdir", lambda _: ["closing.toml"])
    assert sentences(home) == []
    assert say(home, "closing", "title") == content.words("closing")["title"]


def test_of_many_files_without_words_a_few_are_named_and_the_others_counted(
    home: Locations,
) -> None:
    for number in range(MOST + 3):
        put(home, f"mine-{number:02}.toml", "")
    said = sentences(home)
    assert len(said) == MOST + 1
    assert said[-1].startswith("content: 3 more like these")
