"""Asks in lines of text: for one of a few, for any of a list, for a place, or for words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from winddown.plain.prompt import CLEAR, Prompt, Said
from winddown.routine.text import LONGEST_LINE

Answer = TypeVar("Answer")


class Picked(NamedTuple):
    """What was picked, by its value; or a word that the question knows, or text of one's own."""

    word: str = ""
    value: str = ""
    text: str = ""


class Placed(NamedTuple):
    """A place on a scale; or a word that the question knows."""

    word: str = ""
    degree: int | None = None


class Ticked(NamedTuple):
    """What was ticked, by its values, in the order they were named; or a word."""

    word: str = ""
    values: tuple[str, ...] = ()


Option: TypeAlias = tuple[str, str]
"""What an answer stands for, and its words; without a value it is a heading."""


class Talk(Prompt):
    """Asks one question at a time, and reads what is typed."""

    def pick(
        self,
        question: str,
        options: Sequence[Option],
        standing: str | None = None,
        knows: Collection[str] = (),
        *,
        takes_text: bool = False,
        anew: bool = True,
    ) -> Picked:
        """Ask for one of a few, by its number or its own words; nothing typed picks none.

        Args:
            question: what is asked; empty where it was said already.
            options: the values and their words; one without a value is a heading.
            standing: the value that is picked already.
            knows: the words that count here.
            takes_text: True where anything else that is typed is an answer, too.
            anew: False where the question was heard, and only the answer is wanted.
        """
        values = [(value, label) for value, label in options if value]
        if not values and not takes_text:
            return Picked()
        label = next((label for value, label in values if value == standing), "")

        def read(typed: str) -> Picked | None:
            number, told = _number(typed), typed.casefold()
            if number and number <= len(values):
                return Picked(value=values[number - 1][0])
            for value, label in values:
                if told in (value.casefold(), label.casefold()):
                    return Picked(value=value)
            is_text = takes_text and (number is None or not values)
            return Picked(text=typed) if is_text else None

        block = (question, *_numbered(options), *self._so_far(label))
        known = {*knows, CLEAR} if label else knows
        hint = "one_of" if values else "text"
        word, picked = self._read(read, hint, block, known, anew=anew, most=len(values))
        return picked or Picked(word=word)

    def tick(
        self,
        question: str,
        options: Sequence[Option],
        ticked: Collection[str] = (),
        knows: Collection[str] = (),
    ) -> Ticked:
        """Ask for any number of a list; the arguments are those of `pick`."""
        values = [value for value, _ in options if value]
        if not values and not knows:
            return Ticked()
        marked = [
            (value, f"{label} ({self._say['ticked']})" if value in ticked else label)
            for value, label in options
        ]

        def read(typed: str) -> Ticked | None:
            numbers = [_number(each) for each in typed.replace(",", " ").split()]
            found = [number for number in numbers if number and number <= len(values)]
            if len(found) < len(numbers):
                return None
            return Ticked(values=tuple(dict.fromkeys(values[at - 1] for at in found)))

        again = [self._say["ticked_again"]] if ticked else []
        block = (question, *_numbered(marked), *again)
        known = {*knows, CLEAR} if ticked else knows
        word, named = self._read(read, "any_of", block, known, most=len(values))
        return named or Ticked(word=word)

    def place(
        self,
        question: str,
        low: str,
        high: str,
        standing: int | None = None,
        knows: Collection[str] = (),
    ) -> Placed:
        """Ask for a place from 0 to 10; the arguments are those of `pick`, with the ends named."""

        def read(typed: str) -> Placed | None:
            degree = _number(typed)
            return Placed(degree=degree) if degree is not None and degree <= 10 else None

        scale = self._say.say("scale", low=low, high=high)
        block = (question, scale, *self._so_far("" if standing is None else str(standing)))
        known = knows if standing is None else {*knows, CLEAR}
        word, placed = self._read(read, "degree", block, known)
        return placed or Placed(word=word)

    def _read(
        self,
        read: Callable[[str], Answer | None],
        hint: str,
        block: Iterable[str],
        knows: Collection[str],
        *,
        anew: bool = True,
        **fields: object,
    ) -> tuple[str, Answer | None]:
        """Ask until what is typed can be read; give a word in its place, or neither for nothing.

        Args:
            read: reads what was typed; None where it is no answer, which is then said.
            hint: the key of the hint, and of what is said then behind `not_`.
            block: the question and its answers.
            knows: the words that count here.
            anew: False where the question was heard.
            fields: what both are filled with.
        """
        question = tuple(filter(None, block))
        while True:
            said = self.ask(*question, hint=hint, knows=knows, anew=anew, **fields)
            if said.word or not said.text:
                return said.word, None
            if (answer := read(said.text)) is not None:
                return "", answer
            anew = False
            self.go_on(self._say.say(f"not_{hint}", **fields))

    def write(self, question: str, standing: str = "", knows: Collection[str] = ()) -> Said:
        """Ask for a line of text; nothing typed leaves what stands."""
        known = {*knows, CLEAR} if standing else {*knows}
        said = self.ask(question, *self._so_far(standing), hint="text", knows=known)
        # Pasted in several lines, it is one answer; else the others would answer what comes next.
        pasted = self._source.at_once() if self.is_live and said.text else []
        return Said(text=" ".join([said.text, *pasted])[:LONGEST_LINE]) if pasted else said

    def agree(self, question: str) -> bool:
        """Ask for a yes; anything else is a no."""
        said = self.pick(question, [("yes", self._say["yes"]), ("no", self._say["no"])])
        return said.value == "yes"

    def _so_far(self, standing: str) -> tuple[str, ...]:
        return (self._say.say("so_far", answer=standing),) if standing else ()


def _numbered(options: Iterable[Option]) -> Iterable[str]:
    number = 0
    for value, label in options:
        number += bool(value)
        yield f"{number} {label}" if value else label


def _number(text: str) -> int | None:
    text = text.rstrip(".)")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None
