"""Makes up what a config says, and writes its keys and values the way some person might."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, time
from random import Random
from typing import Any

from winddown.data.records import Table


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
        odd = self.chance.choice(ODD_WORDS)
        number = next(self.numbers)
        return f"{number} {odd}" if self.may() else f"{odd} {number}"

    def config(self) -> Table:
        """Make up what a config says."""
        several = lambda make: [make() for _ in range(self.chance.randint(0, 3))]  # noqa: E731
        whole: Table = {
            "theme": self.words(),
            "day_ends": time(self.chance.randint(0, 12), next(self.numbers) % 60),
            "mine_since": datetime(2026, 11, 1, 7, next(self.numbers) % 60, tzinfo=UTC),
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
        phases = [{"cue": cue, "s": 4 + next(self.numbers) % 10 / 2} for cue in ("in", "out")]
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
        match value:
            case str():
                return self.text(value)
            case bool():
                return str(value).lower()
            case int():
                return self.pick(*[str(value)] * 3, f"+{value}", f"0x{value:X}", f"{value:_}")
            case datetime():
                return value.isoformat(sep=self.pick("T", " "))  # type: ignore[arg-type]
        return str(value)

    def text(self, value: str) -> str:
        """Write words in one of the ways in which they read back."""
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        usual = '"' + escaped.replace("\n", "\\n") + '"'
        parted = value.replace(" ", " \\\n\t ")
        odd = [
            *(f"'{value}'", f"'''{value}'''", f"'''\n{value}'''", f'"""{escaped}"""'),
            *(f'"""\n{escaped}"""', f'"""{value}"""', f'"""\\\n  {parted}"""'),
        ]
        style = self.chance.choice(odd) if self.may(0.4) else usual
        return style if _reads_as(style, value) else usual

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
        return self.pick(" = ", " = ", "=", "   = ", "\t=\t")

    def comment(self) -> str:
        words = self.pick('no "end', "x = [", "[[comforts]]", "'''", "theme = 1", "]", ", tea")
        return f"# {next(self.numbers)} {words}"

    def end(self) -> str:
        return f"{self.pick(' ', '  ')}{self.comment()}" if self.may(self.usual_comment) else ""


ODD_WORDS = [
    *("tea", "a, b", "[x]", "it's", 'a "b"', '"b"', "# no", "é ☾", "x = 1", "}", ""),
    *("c:\\new", "\\", "'''", "it''"),
]


def _reads_as(style: str, value: str) -> bool:
    try:
        return bool(tomllib.loads(f"a = {style}")["a"] == value)
    except tomllib.TOMLDecodeError:
        return False
