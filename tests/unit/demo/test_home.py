"""The demo's home lasts as long as it is looked at, and is no one else's."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from winddown import signals
from winddown.demo import home as demo
from winddown.errors import WinddownError
from winddown.signals import ENDING, leave_at_once


@pytest.fixture
def around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for what does not last; afterwards, signals mean what they meant."""
    monkeypatch.setattr(demo, "gettempdir", lambda: str(tmp_path))
    before = {each: signal.getsignal(each) for each in ENDING}
    yield tmp_path
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.mark.parametrize("before", [{}, {"WINDDOWN_HOME": "/mine"}])
def test_it_stands_in_the_place_of_ones_own_for_a_while(
    around: Path, before: dict[str, str]
) -> None:
    environ = {**before}
    with demo.demo_home(environ) as said:
        home = Path(environ["WINDDOWN_HOME"])
        assert home.parent == around
        assert home.stat().st_mode & 0o777 == 0o700
        assert len(list(home.glob("data/evenings/*/*.toml"))) > 100
        assert "demo" in said[0]
    assert environ == before
    assert not list(around.iterdir())


def test_it_is_gone_also_where_something_fell(around: Path) -> None:
    with pytest.raises(ZeroDivisionError), demo.demo_home({}):
        _ = 1 / 0
    assert not list(around.iterdir())
    assert not signals.on_leaving_at_once


def test_it_is_gone_also_where_the_program_has_to_leave_at_once(
    around: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    monkeypatch.setattr("os._exit", left.append)
    with demo.demo_home({}):
        assert list(around.iterdir())
        leave_at_once(143)
        assert not list(around.iterdir())
    assert left == [143]


def test_where_there_is_no_room_it_says_so_and_leaves_nothing(
    around: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (around / "file").write_text("no folder")
    monkeypatch.setattr(demo, "gettempdir", lambda: str(around / "file"))
    with pytest.raises(WinddownError, match="could not be written"), demo.demo_home({}):
        pass
    assert [each.name for each in around.iterdir()] == ["file"]


def test_where_there_is_no_folder_for_it_at_all_it_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nowhere() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(demo, "gettempdir", nowhere)
    with pytest.raises(WinddownError, match="no folder"), demo.demo_home({}):
        pass
