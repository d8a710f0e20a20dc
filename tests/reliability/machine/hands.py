"""What a person can answer on each screen, and what is meant by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple, cast, get_args

from tests.reliability.machine.standing import Act, Standing
from winddown.data.records import Table
from winddown.routine.drafting import STILL
from winddown.routine.evening import Outcome, Tonight

Meant = Callable[[dict[date, Table]], bool]
"""Tells whether the evenings that the program holds say what was meant."""


class Deed(NamedTuple):
    """Something a person does on one screen."""

    name: str
    acts: tuple[Act, ...]
    meant: Meant = lambda held: True


def deeds(standing: Standing, number: int, text: str) -> list[Deed]:
    """Give what can be done on the screen that stands there, with a number and with words."""
    at = {
        "arrive": _arrive,
        "followup": _followup,
        "breathing": _breathing,
        "comforts": _comforts,
        "reflection": _reflection,
        "outreach": _outreach,
        "closing": _closing,
        "LookBack": _look_back,
    }.get(standing.at)
    if standing.at == "LookBack" and standing.looked_at is None:
        return []
    return list(at(standing, number, text)) if at else []


def _arrive(standing: Standing, number: int, text: str) -> Iterator[Deed]:
    moods = get_args(Tonight)
    mood = moods[number % len(moods)]
    moves = _moves(moods, _of(standing).get("tonight"), mood)
    yield Deed(
        f"tonight is {mood}",
        (("focus", "#tonight"), *moves),
        lambda held: held[standing.tonight].get("tonight") == mood,
    )
    yield _scale(standing, "#settled", number, ("settled", "before"))
    yield Deed("tonight is not said", (("focus", "#tonight"), ("press", "delete")))


def _followup(standing: Standing, number: int, text: str) -> Iterator[Deed]:
    def given(held: dict[date, Table], key: str) -> object:
        earlier = next(day for day in held if day != standing.tonight)
        return _inner(held[earlier], ("outreach", "followup", key))

    outcomes = get_args(Outcome)
    outcome = outcomes[number % len(outcomes)]
    earlier = next(held for day, held in standing.held.items() if day != standing.tonight)
    answered = _inner(earlier, ("outreach", "followup", "answered"))
    is_given = answered == standing.tonight
    here = _inner(earlier, ("outreach", "followup", "outcome")) if is_given else None
    choose = (("focus", "#outcome"), *_moves(outcomes, here, outcome))
    yield Deed(f"it went: {outcome}", choose, lambda held: given(held, "outcome") == outcome)
    yield Deed(
        f"it felt like {number}",
        (("focus", "#felt"), *_digits(number)),
        lambda held: given(held, "felt") == number,
    )
    yield Deed("a note on it", (("press", "m"), ("press", "m"), ("focus", "#note"), ("type", text)))


def _breathing(standing: Standing, number: int, text: str) -> Iterator[Deed]:
    if standing.stage == "after":
        yield _scale(standing, "#settled", number, ("settled", "after"))
    elif standing.stage == "round":
        yield Deed("breathing ends", (("press", "enter"), ("press", "enter")))
    else:
        breaths = (("press", "enter"), ("wait", str(7 * (number + 1))))
        yield Deed(f"{number + 1} breaths", (*breaths, ("press", "enter"), ("press", "enter")))
        yield Deed(f"{number + 1} breaths, cut short", (*breaths, ("press", "p")))
        yield Deed("an anchor", (("press", "a"), ("wait", "40"), ("press", "a")))


def _comforts(standing: Standing, number: int, text: str) -> Iterator[Deed]:
    downs = (("press", "home"), *(("press", "down"),) * (number % 7))
    yield Deed(
        f"comfort {number % 7} is ticked or not",
        (("focus", "#list"), *downs, ("press", "space")),
        lambda held: _of(standing).get("comforts") != held[standing.tonight].get("comforts"),
    )
    own = (("press", "m"), ("focus", "#own"), ("type", text), ("press", "enter"))
    yield Deed(
        "a comfort in own words",
        own,
        lambda held: any(
            text.casefold() in str(each["text"]).casefold()
            for each in _list(held[standing.tonight], "comforts")
        ),
    )
    yield Deed("a comfort in own words, for good", (*own, ("press", "space")))
    yield Deed("a comfort that is only begun", (("press", "m"), ("focus", "#own"), ("type", text)))


def _reflection(standing: Standing, number: int, text: str) -> Iterator[Deed]:
    downs = (("press", "down"),) * (number % 3 + 1)
    ups = (("press", "up"),) * (number % 2 + 1)
    yield Deed(
        "a habit is picked",
        (("focus", "#first .habits"), *downs),
        lambda held: bool(held[standing.tonight].get("reflections")),
    )
    yield Deed("how it was read", (("focus", "#first .readings"), *downs))
    yield Deed("the habit before is picked", (("focus", "#first .habits"), *ups))
    yield Deed("what it cost", (("press", "m"), ("focus", "#first .costs"), *downs))
    for css, name in ((".own", "a habit in own words"), (".from-what", "from what")):
        yield Deed(name, (("press", "m"), ("focus", f"#first {css}"), ("type", text)))
    more = (("press", "m"),) * 2
    yield Deed("a second habit", (*more, ("focus", "#second .habits"), *downs))
    named = f"{text.replace(',', '')}, Sam"
    yield Deed(
        "who crossed the path",
        (*more, ("press", "m"), ("focus", "#in-touch"), ("press", "home"), ("type", f"{named}, ")),
    )


def _outreach(standing: Standing, number: int, text: str) -> Iterator[Deed]:
    moves = (("press", ("right", "left", "down", "up")[number % 4]),) * (number % 3 + 1)
    for name, key in (("taken or not", "space"), ("smaller", "minus"), ("another", "n")):
        yield Deed(f"the sentence is {name}", (("focus", "Sentence"), ("press", key)))
    yield Deed("the sentence is changed", (("focus", "Sentence"), *moves))
    yield Deed("how it may feel", (("focus", "#expected"), *_digits(number)))
    yield Deed("how sure", (("focus", "#sure"), *_digits(number)))
    own = (("focus", "Sentence"), *moves, ("press", "w"), ("type", text))
    yield Deed("a blank in own words", (*own, ("press", "enter")))
    yield Deed("a blank that is only begun", own)
    for css, said in (("#words", text), ("#at", "18:30")):
        yield Deed(f"what belongs to it: {css}", (("press", "m"), ("focus", css), ("type", said)))
    downs = (("press", "down"),) * (number % len(STILL) + 1)
    yield Deed("what becomes of the open plan", (("focus", "#still"), *downs))


def _closing(standing: Standing, number: int, text: str) -> Iterator[Deed]:
    yield Deed(
        "the line to keep",
        (("focus", "#note"), ("press", "end"), ("type", text)),
        lambda held: str(held[standing.tonight].get("note", "")).endswith(text),
    )
    was_out = bool(_of(standing).get("keep_out"))
    yield Deed(
        "kept out or let in",
        (("press", "m"), ("focus", "#keep-out"), ("press", "space")),
        lambda held: bool(held[standing.tonight].get("keep_out")) is not was_out,
    )


def _look_back(standing: Standing, number: int, text: str) -> Iterator[Deed]:
    yield Deed("its line is written anew", (("press", "n"), ("type", text), ("press", "enter")))
    yield Deed("it is kept out or let in", (("press", "o"),))
    yield Deed("another evening", (("press", "down"),) * (number % 3 + 1))


def _scale(standing: Standing, css: str, number: int, path: tuple[str, ...]) -> Deed:
    return Deed(
        f"{'.'.join(path)} is {number}",
        (("focus", css), *_digits(number)),
        # Typed after a one, a nought makes ten.
        lambda held: (
            _inner(held[standing.tonight], path) in ((number, 10) if not number else (number,))
        ),
    )


def _digits(number: int) -> tuple[Act, ...]:
    return tuple(("press", digit) for digit in str(number))


def _moves(rows: tuple[Any, ...], here: object, there: object) -> tuple[Act, ...]:
    at = rows.index(here) if here in rows else -1
    by = rows.index(there) - at
    return (("press", "down" if by > 0 else "up"),) * abs(by)


def _of(standing: Standing) -> Table:
    return standing.held[standing.tonight]


def _inner(table: Table, path: tuple[str, ...]) -> object:
    inner: object = table
    for name in path:
        inner = cast(Table, inner).get(name) if isinstance(inner, dict) else None
    return inner


def _list(table: Table, name: str) -> list[Table]:
    return cast(list[Table], table.get(name, []))
