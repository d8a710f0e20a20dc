"""What a person answered is kept, and comes back, evening after evening."""

from __future__ import annotations

import stat
import tomllib
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import changed_evenings, evenings
from tests.unit.data.homes import BEGUN, DAY, FIXTURE, contents, new_home, put
from winddown.data import evenings as storage
from winddown.data.evenings import (
    any_kept,
    load,
    load_all,
    load_as,
    load_between,
    load_newest,
    newest,
    save,
)
from winddown.data.locations import Locations, locations
from winddown.data.records import record_from
from winddown.errors import NotUnderstood
from winddown.routine.evening import (
    CIRCUMSTANCES,
    ChosenComfort,
    Evening,
    Followup,
    Plan,
    Round,
    Settled,
)


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


@given(evenings())
def test_any_evening_saved_comes_back_as_it_was(evening: Evening) -> None:
    with new_home() as home:
        assert save(home, None, evening) == evening
        assert load(home, evening.evening) == evening


@settings(max_examples=settings.default.max_examples // 2)
@given(st.lists(evenings(DAY), min_size=1, max_size=4))
def test_any_chain_of_saves_ends_in_the_last(chain: list[Evening]) -> None:
    with new_home() as home:
        known: Evening | None = None
        for evening in chain:
            known = save(home, known, evening)
            assert known == evening == load(home, DAY)
        assert not home.backups.exists()


@given(st.data())
def test_an_evening_grown_answer_by_answer_looks_like_one_written_at_once(
    data: st.DataObject,
) -> None:
    whole = data.draw(evenings(DAY))
    names = ["tonight", "note", "settled", "comforts", "reflections", "outreach", "ended", "step"]
    with new_home() as home, new_home() as other:
        grown = replace(BEGUN, started=whole.started)
        known = save(home, None, grown)
        for name in data.draw(st.permutations(names)):
            grown = replace(grown, **{name: getattr(whole, name)})
            known = save(home, known, grown)
        save(other, None, grown)
        assert home.evening(DAY).read_bytes() == other.evening(DAY).read_bytes()


def test_a_new_file_reads_like_the_example(home: Locations) -> None:
    put(home, FIXTURE.read_bytes())
    example = load(home, DAY)
    assert example is not None
    written = home.evening(DAY)
    written.unlink()
    save(home, None, example)
    # The example shows two defaults, and a comment that goes on over lines of its own.
    lines = [line for line in FIXTURE.read_text().splitlines() if not line.startswith("    ")]
    expected = [line.split("  #")[0].rstrip() for line in lines]
    for shown in ("carried = 0", 'note = ""'):
        expected.remove(shown)
    assert written.read_text().splitlines() == expected


def test_the_example_is_understood_answer_by_answer(home: Locations) -> None:
    put(home, FIXTURE.read_bytes())
    evening = load(home, DAY)
    assert evening is not None
    assert evening.settled == Settled(before=4, after=6)
    assert evening.breathing == (Round(kind="pattern", id="long-out", seconds=300, cycles=30),)
    assert evening.in_touch == ("Sam", "the neighbour")
    assert evening.reflections[0].from_what == "ringing my sister"
    assert evening.outreach is not None
    assert evening.outreach.followup == Followup(
        outcome="did-it", answered=date(2026, 11, 24), felt=8
    )


def test_nothing_changed_is_nothing_written(home: Locations) -> None:
    path = put(home, FIXTURE.read_bytes())
    before = path.stat()
    evening = load(home, DAY)
    assert save(home, evening, evening) == evening  # type: ignore[type-var]
    assert save(home, None, evening) == evening  # type: ignore[type-var]
    after = path.stat()
    assert path.read_bytes() == FIXTURE.read_bytes()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert not home.backups.exists()


def test_what_another_wrote_comes_back_from_a_save_of_nothing(home: Locations) -> None:
    save(home, BEGUN, replace(BEGUN, note="rain"))
    assert save(home, BEGUN, BEGUN).note == "rain"
    home.evening(DAY).unlink()
    assert save(home, BEGUN, BEGUN) == BEGUN
    assert not any_kept(home)


ANSWERS = {
    "tonight": "tired",
    "note": "rain",
    "in_touch": ("Sam",),
    "keep_out": True,
    "settled": Settled(before=0),
    "breathing": (Round(kind="anchor", id="sounds", seconds=60),),
    "comforts": (ChosenComfort(text="tea"),),
    "outreach": Plan(text="ring Ana", on=DAY),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_taken_back_is_absent_from_the_file(home: Locations, name: str) -> None:
    bare = save(home, None, BEGUN)
    before = home.evening(DAY).read_bytes()
    answered = save(home, bare, replace(BEGUN, **{name: ANSWERS[name]}))  # type: ignore[arg-type]
    assert name in home.evening(DAY).read_text()
    save(home, answered, BEGUN)
    assert home.evening(DAY).read_bytes() == before


TEXTS = [
    "🙂 نص \u202e\u2028\x85 'a' \"b\" \\n # [x]",
    "\x00\x01\x1b[31m\x7f\r\n\r\ttail ",
    '"""' + "'''" + "\n" * 3,
    "ab\n🙂" * 5_000,
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_kept_character_for_character(home: Locations, text: str) -> None:
    first = save(home, None, replace(BEGUN, comforts=(ChosenComfort(text=text),)))
    save(home, first, replace(first, note=text))
    evening = load(home, DAY)
    assert evening is not None
    assert (evening.note, evening.comforts[0].text) == (text, text)


def test_half_a_surrogate_is_kept_as_a_replacement_character(home: Locations) -> None:
    assert save(home, None, replace(BEGUN, note="a\ud800b")).note == "a\ufffdb"
    assert load(home, DAY) == replace(BEGUN, note="a\ufffdb")


def test_an_evening_no_file_could_give_back_is_refused(home: Locations) -> None:
    with pytest.raises(NotUnderstood, match=r"settled\.after"):
        save(home, None, replace(BEGUN, settled=Settled(after=11)))
    with pytest.raises(NotUnderstood, match="'started' should be a moment with its offset"):
        save(home, None, replace(BEGUN, started=BEGUN.started.replace(tzinfo=None)))
    assert not home.data.exists()


@dataclass(frozen=True, slots=True, kw_only=True)
class Smell:
    """An answer of a step that is not there yet."""

    strength: int = 0
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterEvening(Evening):
    """An evening with that step in it."""

    smell: Smell | None = None
    windows: int = 0


def test_a_new_step_needs_no_change_to_storage(home: Locations) -> None:
    begun = LaterEvening(evening=BEGUN.evening, started=BEGUN.started, note="x")
    later = replace(begun, smell=Smell(of="bread"), windows=3, settled=Settled(after=1))
    known = save(home, None, begun)
    assert save(home, known, later) == later == load_as(LaterEvening, home, DAY)
    plain = load(home, DAY)
    assert plain == replace(BEGUN, note="x", settled=Settled(after=1))
    save(home, plain, replace(plain, note="y"))
    assert load_as(LaterEvening, home, DAY) == replace(later, note="y")
    assert [*newest(home, date.max, LaterEvening)] == [replace(later, note="y")]


def keep_days(home: Locations, count: int) -> list[Evening]:
    """Keep evenings on many days about the turn of a year, and give them newest first."""
    kept = [
        save(home, None, replace(BEGUN, evening=date(2026, 12, 28) + timedelta(days=2 * day)))
        for day in range(count)
    ]
    return kept[::-1]


def test_the_newest_evenings_before_a_day_come_first(home: Locations) -> None:
    kept = keep_days(home, 5)
    assert [*newest(home, kept[1].evening)] == kept[2:]
    assert [*newest(home, date.max)] == kept
    assert load_all(home) == (kept, [])
    assert [*newest(home, date.min)] == []


def test_the_evenings_between_two_days_are_read_with_both(home: Locations) -> None:
    kept = keep_days(home, 5)
    between = load_between(home, kept[3].evening, kept[1].evening)
    assert between == (kept[1:4], [])


def test_of_the_newest_only_so_many_are_read_and_those_kept_out_are_not_counted(
    home: Locations,
) -> None:
    kept = keep_days(home, 6)
    since, until = kept[4].evening, kept[0].evening
    assert load_newest(home, since, until, 9) == (kept[:5], [])
    out = save(home, kept[1], replace(kept[1], keep_out=True))
    assert out.keep_out
    put(home, "note = ", kept[2].evening)
    put(home, "note = ", kept[4].evening)
    found, problems = load_newest(home, since, until, 2)
    assert found == [kept[0], kept[3]]
    assert [problem.path for problem in problems] == [home.evening(kept[2].evening)]


def test_an_evening_that_cannot_be_read_hides_no_other(home: Locations) -> None:
    kept = keep_days(home, 3)
    put(home, "note = ", kept[1].evening)
    evenings_read, problems = load_all(home)
    assert evenings_read == [*newest(home, date.max)] == [kept[0], kept[2]]
    assert [problem.path for problem in problems] == [home.evening(kept[1].evening)]


def test_an_evening_that_goes_while_others_are_read_is_none(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep_days(home, 1)
    monkeypatch.setattr(storage, "days_kept", lambda _: iter([DAY, kept[0].evening]))
    assert load_all(home) == (kept, [])


def test_files_that_are_no_evenings_are_passed_over(home: Locations) -> None:
    folder = home.evenings / "2026"
    folder.mkdir(parents=True)
    for name in ("2026-02-30.toml", "2025-01-01.toml", "2026-01-01.toml~", ".winddown-x", "notes"):
        (folder / name).touch()
    (home.evenings / "README").touch()
    assert load_all(home) == ([], [])
    assert not any_kept(home)
    keep_days(home, 1)
    assert any_kept(home)


def test_a_folder_that_cannot_be_listed_is_named(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_days(home, 2)

    def refused(folder: Path) -> list[str]:
        if folder.name == "2026":
            raise PermissionError(13, "Permission denied")
        return ["2026"]

    monkeypatch.setattr("os.listdir", refused)
    evenings_read, problems = load_all(home)
    assert evenings_read == []
    assert "2026: the folder cannot be read (permission denied)" in str(problems[0])
    assert any_kept(home)

    def all_refused(_: Path) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.listdir", all_refused)
    assert [problem.path for problem in load_all(home)[1]] == [home.evenings]


def test_a_kept_evening_is_for_its_owner_only(home: Locations, tmp_path: Path) -> None:
    first = save(home, None, BEGUN)
    save(home, None, replace(BEGUN, note="rain"))
    save(home, first, replace(BEGUN, note="snow"))
    assert len(contents(home)) == 2
    for path in tmp_path.rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


@given(st.data())
def test_what_two_programs_changed_apart_is_all_there(data: st.DataObject) -> None:
    before = data.draw(evenings(DAY))
    here = data.draw(changed_evenings(before))
    there = data.draw(changed_evenings(before))
    with new_home() as home:
        save(home, None, before)
        save(home, before, there)
        disk = home.evening(DAY).read_text()
        kept = save(home, before, here)
        assert load(home, DAY) == kept
        copies = [path.read_text() for path in home.backups.glob("*-other-version-*")]
        others = [record_from(Evening, tomllib.loads(copy)) for copy in copies]
        assert all(
            copy == disk or other == here for copy, other in zip(copies, others, strict=True)
        )
        for field in fields(Evening):
            ours, theirs, old = (getattr(one, field.name) for one in (here, there, before))
            if old == theirs:
                assert getattr(kept, field.name) == ours
            elif old == ours:
                assert getattr(kept, field.name) == theirs
                is_one = not isinstance(ours, tuple | Settled | Plan) and ours != field.default
                assert here in (before, *others) or not is_one or field.name in CIRCUMSTANCES
            elif not isinstance(ours, tuple | Settled | Plan) and ours != theirs:
                assert getattr(kept, field.name) == ours
                assert disk in copies
