"""Two versions of one evening: seen quietly, put side by side, and settled by the person alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.hands import STRANGE, click, earlier, shows, standing, words
from tests.ui.looking_back import added_up, all_read
from tests.ui.night import FRIDAY, Night, night
from tests.ui.versions_beside import DAY, DROPBOX, HERE, THERE, contents, folder, where, write
from winddown.widgets.side import Side

BEFORE = earlier(2, tonight="light", note="Ana laughed so hard she dropped the phone.")
HALVES = (b'note = "Rain on the window."\n', b'note = "Snow."\n')


@asynccontextmanager
async def reviewing(
    home: Path, *past: object, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[Night]:
    """Look back on these evenings, the newest first, until all of them are read."""
    async with night(home, *past, BEFORE, size=size, errand="review") as tonight:  # type: ignore[arg-type]  # evenings, as given
        await all_read(tonight)
        yield tonight


async def comparing(tonight: Night) -> None:
    """Put the versions side by side."""
    await tonight.press("v")
    await tonight.at("Versions")


def chosen(tonight: Night) -> list[bool]:
    """Tell which of the two has the mark."""
    return [side.is_chosen for side in tonight.app.screen.query(Side)]


def halve(home: Path) -> bytes:
    """Leave the evening's file in two, as git does."""
    path = where(home).evening(DAY)
    text = path.read_bytes().replace(
        HALVES[0], b"<<<<<<< HEAD\n" + HALVES[0] + b"=======\n" + HALVES[1] + b">>>>>>> laptop\n"
    )
    path.write_bytes(text)
    return text


def beside_in_halves(home: Path) -> bytes:
    """Leave another file beside the evening's own that git left in two."""
    own = where(home).evening(DAY)
    text = halve(home)
    own.with_name(f"{own.name}.orig").write_bytes(text)
    own.write_bytes(text.partition(b"<<<")[0])
    return text


async def test_an_evening_of_which_two_versions_stand_says_so_in_a_quiet_word(
    tmp_path: Path,
) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        assert "Thu 19 Rain on the window. ◉○ two" in words(tonight)
        assert tonight.text().count("◉○ two") == 1
        assert "Two versions of this evening. v shows them side by side." in words(tonight)
        await tonight.press("down")
        assert "versions" not in tonight.text()
        await tonight.press("v")
        assert type(tonight.app.screen).__name__ == "LookBack"


async def test_both_stand_side_by_side_and_esc_decides_nothing(tmp_path: Path) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        before = contents(tmp_path)
        await comparing(tonight)
        shown = tonight.text()
        assert "◉ kept here" in shown
        assert "○ from Syncthing, 20 November 07:11" in shown
        line = next(each for each in shown.split("\n") if "crossed paths" in each)
        assert line.count("You crossed paths with Ana") == 2
        await tonight.press("right")
        assert "◉ from Syncthing" in tonight.text()
        assert "○ kept here" in tonight.text()
        await tonight.press("escape")
        await tonight.at("LookBack")
        assert contents(tmp_path) == before
        assert "◉○ two" in tonight.text()
        await tonight.press("u")
        assert "There is nothing to take back." in tonight.text()


@pytest.mark.parametrize("keys", [("enter",), ("right", "left", "enter"), ("tab", "tab", "enter")])
async def test_the_one_here_is_kept_and_the_other_goes_to_the_backups_until_u(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    other = write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        before = contents(tmp_path)
        own, theirs = before["2026-11-19.toml"], other.read_bytes()
        await comparing(tonight)
        await tonight.press(*keys)
        await tonight.at("LookBack")
        copy = "2026-11-19-other-version-1.toml"
        rest = {name for name in before if "2026-11-19" not in name}
        assert set(contents(tmp_path)) - rest == {"2026-11-19.toml", copy}
        assert contents(tmp_path)["2026-11-19.toml"] == own
        assert contents(tmp_path)[copy] == theirs
        assert "u brings both back" in tonight.text()
        assert "two" not in tonight.text()
        await tonight.press("u")
        assert contents(tmp_path) == before
        assert "◉○ two" in tonight.text()


@pytest.mark.parametrize("keys", [("right",), ("l",), ("tab",), ("shift+tab",)])
async def test_the_other_one_is_kept_and_read_at_once_until_u(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    theirs = write(tmp_path, THERE).read_bytes()
    async with reviewing(tmp_path, HERE) as tonight:
        before = contents(tmp_path)
        await comparing(tonight)
        await tonight.press(*keys, "enter")
        await tonight.at("LookBack")
        assert contents(tmp_path)["2026-11-19.toml"] == theirs
        kept = contents(tmp_path)["2026-11-19-other-version-1.toml"]
        assert kept == before["2026-11-19.toml"]
        assert (await tonight.kept(DAY))["note"] == THERE.note
        assert "Rain on the window, and Sam rang." in words(tonight)
        await tonight.press("u")
        assert contents(tmp_path) == before
        assert (await tonight.kept(DAY))["note"] == HERE.note
        assert "Sam rang" not in tonight.text()


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_in_a_small_window_they_stand_one_above_the_other(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    theirs = write(tmp_path, THERE).read_bytes()
    async with reviewing(tmp_path, HERE, size=size) as tonight:
        await comparing(tonight)
        assert "◉ kept here" in tonight.text()
        assert "enter keep this" in tonight.text()
        await tonight.press("right")
        assert "◉ from Syncthing" in tonight.text()
        await tonight.press(*["down"] * 30)
        assert "Sam rang." in words(tonight)
        await tonight.press("enter")
        await tonight.at("LookBack")
        assert contents(tmp_path)["2026-11-19.toml"] == theirs


@pytest.mark.parametrize("width", [76, 77, 80, 100, 140])
async def test_what_belongs_together_is_in_line(tmp_path: Path, width: int) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE, size=(width, 40)) as tonight:
        await comparing(tonight)
        for said in ("On a tired", "You crossed", "Rain on"):
            lines = [line for line in tonight.text().split("\n") if said in line]
            assert [line.count(said) for line in lines] == [2]


async def test_what_only_one_has_is_brighter_than_what_both_have(tmp_path: Path) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        await comparing(tonight)
        variables = tonight.app.get_css_variables()
        inks = {}
        for strip in tonight.app.screen._compositor.render_strips():
            for segment in strip:
                if segment.style and segment.style.color and segment.text.strip():
                    inks[segment.text.strip()] = segment.style.color.name
        quiet, body = variables["quiet"].lower(), variables["body"].lower()
        same = next(ink for text, ink in inks.items() if text.startswith("On a tired evening"))
        assert same == quiet
        assert inks["You crossed paths with Ana."] == body
        assert inks["You crossed paths with Ana and Sam."] == body


async def test_what_else_was_written_opens_on_both_and_says_where_it_differs(
    tmp_path: Path,
) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        await comparing(tonight)
        assert "m opens what else was written, and differs" in words(tonight)
        assert "ringing my sister" not in tonight.text()
        await tonight.press("m")
        assert "ringing my sister" in tonight.text()
        await tonight.press("m")
        assert "ringing my sister" not in tonight.text()


async def test_one_that_is_not_understood_is_named_with_its_line_and_can_be_put_away(
    tmp_path: Path,
) -> None:
    other = write(tmp_path, THERE, DROPBOX)
    broken = other.read_bytes().replace(b"Sam rang.", b'Sam rang.\n"')
    other.write_bytes(broken)
    async with reviewing(tmp_path, HERE) as tonight:
        await comparing(tonight)
        shown = words(tonight)
        assert "from Dropbox, 20 November" in shown
        assert "line" in shown
        assert "a quote is missing" in shown
        assert "rang" not in shown
        assert "enter put the other away" in shown
        await tonight.press("right")
        assert chosen(tonight) == [True, False]
        await tonight.press("enter")
        await tonight.at("LookBack")
        assert contents(tmp_path)["2026-11-19-other-version-1.toml"] == broken
        assert (await tonight.kept(DAY))["note"] == HERE.note


async def test_where_the_evenings_own_is_broken_the_other_can_take_its_place(
    tmp_path: Path,
) -> None:
    theirs = write(tmp_path, THERE).read_bytes()
    own = where(tmp_path).evening(DAY)
    own.write_bytes(b"half a fi")
    async with reviewing(tmp_path) as tonight:
        assert "Thu 19 not chosen yet ◉○ two" in words(tonight)
        assert not tonight.app._notifications, "what can be chosen is no trouble"
        await tonight.press("home")
        await comparing(tonight)
        assert chosen(tonight) == [False, True]
        await tonight.press("enter")
        await tonight.at("LookBack")
        assert own.read_bytes() == theirs
        assert contents(tmp_path)["2026-11-19-other-version-1.toml"] == b"half a fi"
        assert "and Sam rang." in words(tonight)


async def test_where_neither_is_understood_both_stay(tmp_path: Path) -> None:
    write(tmp_path, THERE).write_bytes(b"x")
    where(tmp_path).evening(DAY).write_bytes(b"y")
    async with reviewing(tmp_path) as tonight:
        before = contents(tmp_path)
        await tonight.press("home")
        await comparing(tonight)
        assert chosen(tonight) == [False, False]
        assert "enter" not in tonight.text()
        await tonight.press("enter")
        assert "Neither is understood." in tonight.text()
        await tonight.press("escape")
        assert contents(tmp_path) == before


async def test_more_than_two_are_settled_one_after_the_other(tmp_path: Path) -> None:
    write(tmp_path, THERE)
    write(tmp_path, replace(HERE, note="Fog."), DROPBOX)
    async with reviewing(tmp_path, HERE) as tonight:
        before = contents(tmp_path)
        assert "◉○ 3" in tonight.text()
        assert "3 versions of this evening" in words(tonight)
        await comparing(tonight)
        assert "One of 3 versions" in words(tonight)
        assert "Fog." in tonight.text()
        await tonight.press("right", "enter")
        await tonight.at("Versions")
        assert "Fog." in tonight.text()
        assert "from Syncthing" in tonight.text()
        await tonight.press("enter")
        await tonight.at("LookBack")
        assert (await tonight.kept(DAY))["note"] == "Fog."
        copies = [contents(tmp_path)[f"2026-11-19-other-version-{n}.toml"] for n in (1, 2)]
        assert copies[0] == before["2026-11-19.toml"]
        await tonight.press("u", "u")
        assert contents(tmp_path) == before


async def test_what_was_settled_before_esc_is_settled(tmp_path: Path) -> None:
    write(tmp_path, THERE)
    write(tmp_path, replace(HERE, note="Fog."), DROPBOX)
    async with reviewing(tmp_path, HERE) as tonight:
        before = contents(tmp_path)
        await comparing(tonight)
        await tonight.press("right", "enter", "escape")
        await tonight.at("LookBack")
        assert (await tonight.kept(DAY))["note"] == "Fog."
        assert "◉○ two" in tonight.text()
        await tonight.press("u")
        assert contents(tmp_path) == before
        assert "◉○ 3" in tonight.text()


async def test_an_evening_of_which_only_another_version_stands_is_offered_and_never_counted(
    tmp_path: Path,
) -> None:
    other = write(tmp_path, THERE)
    theirs = other.read_bytes()
    async with reviewing(tmp_path) as tonight:
        assert "Thu 19  not chosen yet" in tonight.text()
        await tonight.press("slash")
        await tonight.write("not")
        assert "not chosen" not in tonight.text()
        await tonight.press("escape", "home")
        assert "has no version of its own here" in words(tonight)
        await tonight.press("n", "o", "x", "m")
        assert other.read_bytes() == theirs
        await comparing(tonight)
        assert "Only this version of the evening stands here." in words(tonight)
        await tonight.press("enter")
        await tonight.at("LookBack")
        assert (await tonight.kept(DAY))["note"] == THERE.note
        assert not other.exists()
        assert "Thu 19  Rain on the window, an" in tonight.text()
        await tonight.press("u")
        assert other.read_bytes() == theirs
        assert await tonight.kept(DAY) == {}
        assert "not chosen yet" in tonight.text()


async def test_an_evening_that_is_taken_away_leaves_its_other_version_to_be_chosen(
    tmp_path: Path,
) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        before = contents(tmp_path)
        await tonight.press("x")
        assert "Thu 19 not chosen yet Wed 18" in words(tonight)
        await tonight.press("u")
        assert "Rain on the window. ◉○ two" in words(tonight)
        await tonight.press("n", *"x", "enter")
        assert "◉○ two" in words(tonight)
        await tonight.press("u")
        assert contents(tmp_path) == before


async def test_a_day_that_is_named_opens_on_its_other_version(tmp_path: Path) -> None:
    write(tmp_path, THERE)
    async with night(tmp_path, BEFORE, size=(100, 30), errand="review", day=DAY) as tonight:
        await all_read(tonight)
        assert "Thursday 19 November 2026" in tonight.text()
        await tonight.press("tab", "tab")
        await added_up(tonight)
        await tonight.press("v")
        await tonight.press("tab", "tab")
        assert "›19•" in tonight.text()


async def test_a_file_that_git_left_in_two_is_shown_as_its_halves(tmp_path: Path) -> None:
    async with reviewing(tmp_path, HERE) as tonight:
        pass
    text = halve(tmp_path)
    async with reviewing(tmp_path) as tonight:
        await tonight.press("home")
        await comparing(tonight)
        assert "◉ the first half of the file" in tonight.text()
        assert "Snow." in tonight.text()
        await tonight.press("right", "enter")
        await tonight.at("LookBack")
        assert (await tonight.kept(DAY))["note"] == "Snow."
        assert contents(tmp_path)["2026-11-19-other-version-1.toml"] == text
        await tonight.press("u")
        assert where(tmp_path).evening(DAY).read_bytes() == text


async def test_a_copy_in_two_halves_goes_only_once_both_were_seen(tmp_path: Path) -> None:
    async with reviewing(tmp_path, HERE) as tonight:
        pass
    text = beside_in_halves(tmp_path)
    async with reviewing(tmp_path) as tonight:
        before = contents(tmp_path)
        await comparing(tonight)
        assert "from git (orig), its first half" in words(tonight)
        await tonight.press("enter")
        assert "from git (orig), its second half" in words(tonight)
        assert contents(tmp_path) == before
        await tonight.press("enter")
        await tonight.at("LookBack")
        assert contents(tmp_path)["2026-11-19-other-version-1.toml"] == text


@pytest.mark.parametrize(
    ("keys", "note"),
    [
        (("enter", "right", "enter"), "Snow."),
        (("right", "enter", "right", "enter"), "Snow."),
        (("right", "enter", "enter"), "Rain on the window."),
    ],
)
async def test_either_half_of_a_copy_can_be_chosen_and_all_of_it_comes_back(
    tmp_path: Path, keys: tuple[str, ...], note: str
) -> None:
    async with reviewing(tmp_path, HERE) as tonight:
        pass
    text = beside_in_halves(tmp_path)
    async with reviewing(tmp_path) as tonight:
        before = contents(tmp_path)
        await comparing(tonight)
        await tonight.press(*keys)
        await tonight.at("LookBack")
        assert (await tonight.kept(DAY))["note"] == note
        assert text in contents(tmp_path).values()
        assert "two" not in tonight.text()
        await tonight.press("u", "u")
        assert contents(tmp_path) == before


async def test_where_there_is_one_by_the_time_it_is_asked_for_that_is_said(
    tmp_path: Path,
) -> None:
    other = write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        other.unlink()
        await tonight.press("v")
        await tonight.at("LookBack")
        assert "there is one version now" in tonight.text()


async def test_what_changes_meanwhile_is_shown_anew_and_nothing_is_done(tmp_path: Path) -> None:
    other = write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        await comparing(tonight)
        other.write_bytes(other.read_bytes().replace(b"Sam rang", b"Ana rang"))
        before = contents(tmp_path)
        await tonight.press("right", "enter")
        assert "Something changed on disk meanwhile." in tonight.text()
        assert "and Ana rang." in words(tonight)
        assert contents(tmp_path) == before
        await tonight.press("right", "enter")
        await tonight.at("LookBack")
        assert (await tonight.kept(DAY))["note"] == "Rain on the window, and Ana rang."


async def test_where_one_has_gone_meanwhile_that_is_said(tmp_path: Path) -> None:
    other = write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        await comparing(tonight)
        other.unlink()
        await tonight.press("enter")
        await tonight.at("LookBack")
        assert "there is one version now" in tonight.text()
        assert "two" not in tonight.text()
        await comparing_nothing(tonight)


async def comparing_nothing(tonight: Night) -> None:
    """Find that there is nothing to compare."""
    await tonight.press("v")
    assert type(tonight.app.screen).__name__ == "LookBack"


async def test_a_disk_that_refuses_is_told_and_both_still_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        before = contents(tmp_path)
        await comparing(tonight)
        with monkeypatch.context() as patch:
            patch.setattr("winddown.data.choosing.put_atomically", refused)
            await tonight.press("right", "enter")
        assert any("disk is full" in each.message for each in tonight.app._notifications)
        assert contents(tmp_path) == before
        await tonight.press("enter")
        await tonight.at("LookBack")
        assert (await tonight.kept(DAY))["note"] == THERE.note


async def test_on_a_private_evening_nothing_is_chosen_and_that_is_said(tmp_path: Path) -> None:
    async with reviewing(tmp_path, HERE):
        pass
    write(tmp_path, THERE)
    before = contents(tmp_path)
    async with night(tmp_path, size=(100, 30), errand="review", private=True) as tonight:
        await all_read(tonight)
        await comparing(tonight)
        await tonight.press("right", "enter")
        assert any("private evening" in each.message for each in tonight.app._notifications)
        await tonight.press("escape")
        assert contents(tmp_path) == before


def refused(*_: object) -> bool:
    """Stand for a disk that is full."""
    raise OSError(28, "No room")


async def test_tonight_while_it_is_under_way_is_only_read(tmp_path: Path) -> None:
    tonights = standing("comforts", note="Now.")
    write(tmp_path, replace(tonights, note="Elsewhere."), "{day} (1).toml")
    async with night(tmp_path, BEFORE, tonights, size=(100, 30)) as tonight:
        await tonight.at("comforts")
        await tonight.press("ctrl+p", "up", "enter")
        await all_read(tonight)
        before = contents(tmp_path)
        await comparing(tonight)
        assert "Tonight is still under way" in tonight.text()
        assert "Elsewhere." in tonight.text()
        assert chosen(tonight) == [False, False]
        await tonight.press("right", "enter")
        await tonight.at("Versions")
        await tonight.press("escape")
        assert contents(tmp_path) == before
        assert where(tmp_path).evening(FRIDAY).exists()


@pytest.mark.parametrize(
    ("evening", "said"),
    [
        (HERE, "Both are the same, to the last letter."),
        (replace(HERE, step="x"), "They differ in what a page does not show."),
    ],
)
async def test_that_both_read_the_same_is_said(tmp_path: Path, evening: object, said: str) -> None:
    write(tmp_path, evening)  # type: ignore[arg-type]  # an evening, as given
    async with reviewing(tmp_path, HERE) as tonight:
        await comparing(tonight)
        assert said in tonight.text()


async def test_a_click_chooses_a_side(tmp_path: Path) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE) as tonight:
        await comparing(tonight)
        await click(tonight, "Sam rang.")
        assert chosen(tonight) == [False, True]
        await click(tonight, "keep this")
        await tonight.at("LookBack")
        assert (await tonight.kept(DAY))["note"] == THERE.note


async def test_whatever_was_written_or_a_file_is_called_is_only_shown(tmp_path: Path) -> None:
    write(tmp_path, replace(THERE, note=STRANGE), "{day} ([b]\x1b]52;x).toml")
    async with reviewing(tmp_path, HERE) as tonight:
        await comparing(tonight)
        assert shows(tonight, STRANGE)
        assert "from elsewhere ([b]" in words(tonight)


async def test_the_keys_read_on(tmp_path: Path) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE, size=(40, 12)) as tonight:
        await comparing(tonight)
        await tonight.press("end")
        assert "m opens what else" in words(tonight)
        await tonight.press("home")
        assert "Thursday 19 November" in tonight.text()


async def test_help_names_the_keys_and_leads_back(tmp_path: Path) -> None:
    write(tmp_path, THERE)
    async with reviewing(tmp_path, HERE, size=(100, 80)) as tonight:
        await comparing(tonight)
        await tonight.press("question_mark")
        await tonight.at("Help")
        assert "keep the one with the mark" in words(tonight)
        await tonight.press("escape", "escape")
        await tonight.at("LookBack")
    assert folder(tmp_path, DAY).is_dir()
