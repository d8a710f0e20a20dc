"""Says paragraphs and takes lines, with a few words that count at every question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from typing import Literal, NamedTuple, Protocol, TypeAlias

from winddown.routine.text import LONGEST_LINE, harmless
from winddown.routine.words import Words
from winddown.routine.wrapping import wrapped

Way: TypeAlias = Literal["back", "enough", "leave"]
"""A way out of a step that is no answer."""

WAYS: tuple[Way, ...] = ("back", "enough", "leave")
CLEAR = "clear"
"""Takes an answer back, where one stands."""
ELSEWHERE = frozenset({CLEAR, "more", "smaller", "short", "full"})
"""Words that count at some questions; at the others, it is said that there they do nothing."""

CUT_AT = (1023, 4095)
"""Bytes at which a terminal cuts a line without a word, on macOS and on Linux."""

_HANGING = "   "
"""Where the lines after the first of an answer begin."""


class Turned(Exception):
    """Someone left a step another way than on."""

    def __init__(self, way: Way, *, at_end: bool = False) -> None:
        """Say which way; `at_end` where there is no more input to answer with."""
        super().__init__(way)
        self.way = way
        self.at_end = at_end


def turn_by(word: str) -> None:
    """Leave the step where the word is a way out of it.

    Raises:
        Turned: it is one.
    """
    for way in WAYS:
        if way == word:
            raise Turned(way)


class Source(Protocol):
    """Where lines come from."""

    def next(self, within: float | None = None) -> str | None:
        """Give the next line; None where none came within so many seconds."""

    def rest(self, seconds: float) -> None:
        """Let time pass, whatever comes."""

    def put_back(self, line: str) -> None:
        """Have a line be the next one again."""

    def at_once(self) -> list[str]:
        """Give the lines that have come already, as a paste brings several."""


class Said(NamedTuple):
    """What was typed: one of the words that a question knows, a text, or nothing."""

    word: str = ""
    text: str = ""


class Prompt:
    """Says paragraphs and asks for a line, in lines of a width."""

    def __init__(
        self,
        source: Source,
        put: Callable[[str], None],
        words: Words,
        *,
        width: int,
        echoes: bool = True,
    ) -> None:
        """Read answers from `source`, and speak in `words`.

        Args:
            source: where answers come from.
            put: takes what is said, line breaks included.
            words: the words of this face.
            width: cells of a line.
            echoes: True where what is typed, and the enter after it, is seen as well.
        """
        self._source, self._put, self._say = source, put, words
        self._width, self._echoes = width, echoes
        self._has_spoken = False
        self.explains: Callable[[], Iterable[str]] = tuple
        """Gives what `help` says where it is asked for."""
        self.asks_country: Callable[[], None] = lambda: None
        """Asks whose help lines are to be shown, as `country` wants."""

    # Saying

    def say(self, *paragraphs: str) -> None:
        """Say paragraphs one below the other, after an empty line; nothing for none."""
        if self._has_spoken and paragraphs:
            self._put("\n")
        self.go_on(*paragraphs)

    def go_on(self, *paragraphs: str) -> None:
        """Say more, without an empty line before it."""
        self._has_spoken = True
        for paragraph in paragraphs:
            hanging = _HANGING if paragraph[:1].isdigit() or paragraph.startswith("· ") else ""
            for line in wrapped(harmless(paragraph), self._width, after=hanging):
                self._put(f"{line}\n")

    # Asking

    def ask(
        self,
        *question: str,
        hint: str = "goes_on",
        knows: Collection[str] = (),
        anew: bool = True,
        **fields: object,
    ) -> Said:
        """Ask, and give what was typed; help, and the question again, come as often as wanted.

        Args:
            question: its paragraphs.
            hint: the key of what is said last, on the line on which the answer is typed.
            knows: the words that count here, besides those that count everywhere.
            anew: False where the question has been said, and only the answer is wanted.
            fields: what the hint is filled with.

        Raises:
            Turned: by one of `WAYS`, or since the input has ended.
        """
        if question and anew:
            self.say(*question)
        while True:
            typed = self._typed(self._say.say(hint, **fields))
            if typed.startswith((" ", "\t")):
                return Said(text=typed.strip())  # a space before it makes any word text
            typed, word = typed.strip(), typed.strip().casefold()
            turn_by(word)
            if word in knows:
                if word == CLEAR:
                    self.go_on(self._say["cleared"])
                return Said(word=word)
            if word in ("help", "country"):
                self.tell_of(word)
            elif word in ELSEWHERE:
                self.go_on(self._say["not_here-" + word])
                continue
            elif word != "again":
                return Said(text=typed)
            if question:
                self.say(*question)

    def tell_of(self, word: str) -> None:
        """Follow `help` or `country`."""
        if word == "help":
            self.say(*self.explains())
        else:
            self.asks_country()

    @property
    def is_live(self) -> bool:
        """True where somebody types, and no pipe."""
        return self._echoes

    def wait(self, seconds: float, *, listens: bool = True) -> str | None:
        """Let time pass; give the line that was typed meanwhile, None where none was.

        Args:
            seconds: how long, at the most.
            listens: False to leave what is typed for the next question.

        Raises:
            Turned: since the input has ended.
        """
        if not listens:
            self._source.rest(seconds)
            return None
        try:
            return self._source.next(seconds)
        except EOFError:
            raise Turned("leave", at_end=True) from None

    def let_go(self) -> None:
        """Take in what is typed already: what is left of a paste is nothing for a shell."""
        if self.is_live:
            with suppress(OSError):
                self._source.at_once()

    def put_back(self, line: str) -> None:
        """Have a line answer the next question."""
        self._source.put_back(line)

    def _typed(self, hint: str) -> str:
        self._put(f"{hint} " if self._echoes else f"{hint}\n")
        try:
            line = self._source.next() or ""
        except EOFError:
            if self._echoes:
                self._put("\n")
            raise Turned("leave", at_end=True) from None
        most = len(line) if self.is_live and len(line.encode()) in CUT_AT else LONGEST_LINE
        if len(line) > LONGEST_LINE or most < LONGEST_LINE:
            self.go_on(self._say.say("line_full", most=f"{most:,}"))
        return line[:LONGEST_LINE]
