"""That copies could not be kept is said once, and the evening goes on as always."""

from __future__ import annotations

from pathlib import Path

from tests.ui.night import night


async def test_copies_that_cannot_be_kept_are_said_once_and_the_answers_are_kept(
    tmp_path: Path,
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "backups").write_text("in the way")
    async with night(tmp_path, config="remember = false\n") as tonight:
        tonight.app._disable_notifications = False  # as it is outside of tests
        await tonight.press("enter")
        await tonight.at("arrive")
        await tonight.press("down", "space")
        assert (await tonight.kept())["tonight"]
        await tonight.press("down", "space")
        await tonight.kept()
        said = [each.message for each in tonight.app._notifications]
        assert [each for each in said if "could not be brought up to date" in each] == said
        assert len(said) == 1
