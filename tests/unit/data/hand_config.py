"""Writes a config the way some person might, and remembers which line says what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import time
from random import Random
from typing import Any, TypeAlias

from winddown.data.records import Table

Owner: TypeAlias = tuple[str | int, ...]
"""What a line is about: a key path, or nothing for a line of no entry."""

FRAME = "<frame>"
"""Ends the owner of what holds an array or an inline table together."""
NOTE = "<note>"
"""Ends the owner of a comment between the items of an array."""
HEADER = "<header>"
"""Ends the owner of a table's header."""


@dataclass
class HandConfig:
    """A text, what it says, and what each of its lines is about."""

    table: Table
    lines: list[str] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    parts: list[list[tuple[Owner, str]]] = field(default_factory=list)
    """What stands within a line, piece by piece, where more than one thing does."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.lines)


class Pen:
    """Writes one config, making up its mind with `chance`."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.numbers = iter(range(10_000))
        self.usual_comment = chance.choice([0.0, 0.2, 0.5])
        self.indent = chance.choice(["", "", "", "  ", "\t"])

    def may(self, share: float = 0.3) -> bool:
        return self.chance.random() < share

    def pick(self, *choices: str) -> str:
        return self.chance.choice(choices)

    # Values

    def words(self) -> str:
        odd = self.pick("tea", "a, b", "[x]", "it's", 'a "b"', "# no", "é ☾", "x = 1", "}", "")
        return f"{odd} {next(self.numbers)}"

    def config(self) -> Table:
        """Make up what a config says."""
        several = lambda make: [make() for _ in range(self.chance.randint(0, 3))]  # noqa: E731
        whole: Table = {
            "theme": self.words(),
            "day_ends": time(self.chance.randint(0, 12), next(self.numbers) % 60),
            "closing": self.pick("a\nb ", "c ") + self.words(),
            "steps": several(self.words),
            "breathing": {
                "minutes": next(self.numbers),
                "bell": self.may(),
                "patterns": several(self.pattern),
            },
            "shipped": {"comforts": self.may(), "ha bits": self.may()},
            "comforts": several(self.comfort),
            "people": several(lambda: {"name": self.words(), "channels": several(self.words)}),
            "outreach": {"cues": several(self.words)},
            "support": {
                "country": self.words(),
                "plan": several(self.words),
                "own": several(lambda: {"name": self.words(), "contact": self.words()}),
            },
        }
        return {key: self.thinned(value) for key, value in whole.items() if self.may(0.7)}

    def comfort(self) -> Table:
        days = [self.words() for _ in range(self.chance.randint(0, 2))]
        entry: Table = {"id": f"own-{next(self.numbers)}", "text": self.words(), "days": days}
        return entry | ({"mine": {"x": next(self.numbers)}} if self.may(0.2) else {})

    def pattern(self) -> Table:
        phases = [{"cue": cue, "s": next(self.numbers) / 2} for cue in ("in", "out")]
        return {"id": f"own-{next(self.numbers)}", "phases": phases}

    def thinned(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {key: inner for key, inner in value.items() if self.may(0.7)}

    # How they are written

    def key(self, key: str) -> str:
        if " " in key or self.may(0.1):
            return f'"{key}"' if self.may(0.7) else f"'{key}'"
        return key

    def path(self, keys: tuple[str, ...]) -> str:
        return self.pick(".", ".", " . ").join(map(self.key, keys))

    def scalar(self, value: object) -> str:
        if not isinstance(value, str):
            return str(value).lower() if isinstance(value, bool) else str(value)
        styles = ["basic"]
        if "'" not in value and "\n" not in value:
            styles.append("literal")
        if "'" not in value and "\\" not in value:
            styles.append("long literal")
        styles.append("long")
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return {
            "basic": '"' + escaped.replace("\n", "\\n") + '"',
            "literal": f"'{value}'",
            "long": f'"""\n{escaped}"""' if self.may() else f'"""{escaped}"""',
            "long literal": f"'''{value}'''",
        }[self.chance.choice(styles) if self.may(0.4) else "basic"]

    def inline(self, value: object) -> str:
        """Write any value on a line, as far as its strings allow."""
        space = self.pick("", " ")
        if isinstance(value, list):
            comma = self.pick("", ",") if value else ""
            return f"[{space}{', '.join(map(self.inline, value))}{comma}{space}]"
        if isinstance(value, dict):
            pairs = [f"{self.key(key)} = {self.inline(inner)}" for key, inner in value.items()]
            return f"{{{space}{', '.join(pairs)}{space if pairs else ''}}}"
        return self.scalar(value)

    def equals(self) -> str:
        return self.pick(" = ", " = ", "=", "   = ")

    def comment(self) -> str:
        words = self.pick('no "end', "x = [", "[[comforts]]", "'''", "theme = 1", "]", ", tea")
        return f"# {next(self.numbers)} {words}"

    def end(self) -> str:
        return f"{self.pick(' ', '  ')}{self.comment()}" if self.may(self.usual_comment) else ""


Piece: TypeAlias = tuple[str, Owner, list[tuple[Owner, str]]]
"""Whole lines, what they are about, and what stands within them."""


class Writer:
    """Lays a table out as lines, each with what it is about."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen

    def statement(self, keys: tuple[str, ...], owner: Owner, value: Any, pad: str) -> list[Piece]:
        pen = self.pen
        above: list[Piece] = []
        if pen.may(0.15):
            above.append(("\n", (), []))
        if pen.may(pen.usual_comment / 2):
            above.append((f"{pad}{pen.comment()}\n", (), []))
        begin = f"{pad}{pen.path(keys)}{pen.equals()}"
        if isinstance(value, list) and value and pen.may(0.2):
            return [*above, self.odd_array(begin, owner, value)]
        if isinstance(value, list) and value and pen.may(0.5):
            return above + self.long_array(begin, owner, value, pad)
        if isinstance(value, list | dict) and value:
            return [*above, self.short(begin, owner, value)]
        return [*above, (f"{begin}{pen.inline(value)}{pen.end()}\n", owner, [])]

    def short(self, begin: str, owner: Owner, value: Any) -> Piece:
        """Write an array or an inline table on one line."""
        pen = self.pen
        space, between = pen.pick("", " "), pen.pick(", ", ",", " , ")
        if isinstance(value, list):
            inner = [((*owner, at), pen.inline(one)) for at, one in enumerate(value)]
            comma, brackets = pen.pick("", ","), "[]"
        else:
            inner = [
                ((*owner, key), f"{pen.key(key)}{pen.equals()}{pen.inline(one)}")
                for key, one in value.items()
            ]
            comma, brackets = "", "{}"
        end = pen.end()
        body = between.join(text for _, text in inner)
        text = f"{begin}{brackets[0]}{space}{body}{comma}{space}{brackets[1]}{end}\n"
        return text, owner, [((*owner, FRAME), begin), *inner, ((*owner, FRAME), end)]

    def odd_array(self, begin: str, owner: Owner, value: list[Any]) -> Piece:
        """Write an array with a line end here and there, or each comma before its item."""
        pen = self.pen
        leading = pen.may()
        text = begin + pen.pick("[", "[ ", "[\n", f"[ {pen.comment()}\n")
        parts: list[tuple[Owner, str]] = [((*owner, FRAME), begin)]
        for at, one in enumerate(value):
            parts.append(((*owner, at), pen.inline(one)))
            gap = pen.pick("", " ", "\n  ", f" {pen.comment()}\n  ")
            if leading:
                text += f"{', ' if at else ''}{parts[-1][1]}{gap}"
            else:
                comma = "," if at < len(value) - 1 or pen.may() else ""
                text += f"{parts[-1][1]}{comma}{gap}"
        return f"{text}]{pen.end()}\n", owner, parts

    def offers(self, keys: tuple[str, ...]) -> list[Piece]:
        """Write some of what might be set, commented out."""
        pen = self.pen
        known = {
            (): ["theme = 'x'", "steps = [", "  'a',", "]", "day_ends = 1"],
            ("breathing",): ["minutes = 5", "bell = true"],
            ("support",): ["country = 'GB'", "plan = []"],
        }.get(keys, [])
        mark = pen.pick("#", "# ", "##")
        return [(f"{mark}{line}\n", (), []) for line in known] if pen.may() else []

    def offered_tables(self) -> list[Piece]:
        """Write some of the tables there might be, commented out."""
        known = ["", "## tea", "#[breathing]", "#minutes = 5", "", "#[[comforts]]", "#id = 'x'"]
        known += ["#[shipped]", "#comforts = true", "", "#[support]", "#country = 'GB'"]
        return [(f"{line}\n", (), []) for line in known] if self.pen.may(0.2) else []

    def long_array(self, begin: str, owner: Owner, value: list[Any], pad: str) -> list[Piece]:
        """Write an array over several lines, one item each."""
        pen = self.pen
        frame = (*owner, FRAME)
        inside = pad + pen.pick("  ", "    ", "\t", "")
        pieces: list[Piece] = [(f"{begin}[{pen.end()}\n", frame, [])]
        comma_at_last = pen.may(0.6)
        for at, one in enumerate(value):
            if pen.may(pen.usual_comment / 2):
                pieces.append((f"{inside}{pen.comment()}\n", (*frame, NOTE), []))
            comma = "," if comma_at_last or at < len(value) - 1 else ""
            text = f"{inside}{pen.inline(one)}{comma}{pen.end()}\n"
            pieces.append((text, (*owner, at), []))
        if pen.may(pen.usual_comment / 2):
            pieces.append((f"{inside}{pen.comment()}\n", (*frame, NOTE), []))
        return [*pieces, (f"{pad}]{pen.end()}\n", frame, [])]

    def header(self, title: str, owner: Owner, pad: str) -> list[Piece]:
        pen = self.pen
        above: list[Piece] = [("\n", (), [])] * pen.chance.choice([0, 1, 1, 1, 2])
        if pen.may(pen.usual_comment):
            above.append((f"{pad}{pen.comment()}\n", (), []))
        return [*above, (f"{pad}{title}{pen.end()}\n", (*owner, HEADER), [])]

    def section(self, keys: tuple[str, ...], owner: Owner, table: Table) -> list[list[Piece]]:
        """Write a table under its header, and what lies in it under theirs."""
        pen = self.pen
        pad = pen.indent * (len(keys) - 1)
        path = f"{pen.pick('', '', ' ')}{pen.path(keys)}{pen.pick('', '', ' ')}"
        title = f"[[{path}]]" if isinstance(owner[-1], int) else f"[{path}]"
        own, others = self.header(title, owner, pad) + self.offers(keys), []
        for key, value in table.items():
            inner = (*keys, key)
            if isinstance(value, dict) and pen.may(0.5):
                others += self.section(inner, (*owner, key), value)
            elif _are_tables(value) and pen.may(0.5):
                for at, one in enumerate(value):
                    others += self.section(inner, (*owner, key, at), one)
            elif isinstance(value, dict) and value and pen.may(0.5):
                for name, one in value.items():
                    own += self.statement((key, name), (*owner, key, name), one, pad)
            else:
                own += self.statement((key,), (*owner, key), value, pad)
        return [own, *others]

    def config(self, table: Table) -> list[Piece]:
        """Write everything, the values first and then the tables, in some order."""
        pen = self.pen
        first: list[Piece] = [("# mine\n", (), []), ("\n", (), [])] if pen.may() else []
        groups: list[list[list[Piece]]] = []
        for key, value in table.items():
            if isinstance(value, dict) and pen.may(0.7):
                groups.append(self.section((key,), (key,), value))
            elif _are_tables(value) and pen.may(0.7):
                entries = [self.section((key,), (key, at), one) for at, one in enumerate(value)]
                if pen.may(0.3):
                    groups += entries  # other tables may stand between them
                else:
                    groups.append([part for entry in entries for part in entry])
            elif isinstance(value, dict) and value and pen.may(0.6):
                for name, one in value.items():
                    first += self.statement((key, name), (key, name), one, "")
            else:
                first += self.statement((key,), (key,), value, "")
        pieces = first + self.offers(()) + self.offered_tables()
        for group in self.mixed(groups):
            pieces = [*pieces, *(piece for part in group for piece in part)]
            pieces += self.offered_tables()
        if pen.may(0.2):
            pieces.append((f"\n{pen.comment()}\n", (), []))
        return pieces

    def mixed(self, groups: list[list[list[Piece]]]) -> Iterator[list[list[Piece]]]:
        """Shuffle the tables, but leave the entries of one list in their order."""
        places = list(range(len(groups)))
        self.pen.chance.shuffle(places)
        by_list: dict[object, list[int]] = {}
        for at in places:
            by_list.setdefault(_name(groups[at]), []).append(at)
        ordered = {name: iter(sorted(each)) for name, each in by_list.items()}
        for at in places:
            yield groups[next(ordered[_name(groups[at])])]


def _name(group: list[list[Piece]]) -> object:
    owners = (owner for part in group for _, owner, _ in part if owner)
    return next(owners)[0]


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def hand_config(pen: Pen) -> HandConfig:
    """Write one of the many files a person might have."""
    config = HandConfig(pen.config())
    newline: Callable[[], str] = {
        "unix": lambda: "\n",
        "other": lambda: "\r\n",
        "mixed": lambda: pen.pick("\n", "\r\n"),
    }[pen.chance.choice(["unix", "unix", "other", "mixed"])]
    for text, owner, parts in Writer(pen).config(config.table):
        lines = text.splitlines(keepends=True)
        for at, line in enumerate(lines):
            config.lines.append(line.removesuffix("\n") + newline())
            config.owners.append(owner)
            config.parts.append(parts if at == 0 else [])
    if config.lines and pen.may(0.2):
        config.lines[-1] = config.lines[-1].rstrip("\r\n")
    return config
