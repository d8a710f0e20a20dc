"""Writes an evening the way some person might: their order, comments, keys and layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import tomlkit
from hypothesis import strategies as st

from winddown.data.records import Table, tables_of
from winddown.routine.evening import Evening


@dataclass
class Handwritten:
    """A text, and what in it is the person's own."""

    text: str
    comments: list[str]
    own_keys: list[str]
    """Keys outside of any answer's table, which nothing may ever take away."""


def value(thing: object) -> str:
    return tomlkit.item(thing).as_string().strip()


class Pen:
    """Writes one file, making up its mind with `draw`."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.comments: list[str] = []
        self.own_keys: list[str] = []

    def may(self) -> bool:
        return self.draw(st.integers(0, 3)) == 0

    def comment(self) -> str:
        words = self.draw(st.sampled_from(['no "end', "x = [", "[[comforts]]", "'''", "tea"]))
        self.comments.append(f"# {len(self.comments)} {words}")
        return self.comments[-1]

    def line(self, text: str) -> str:
        above = f"{self.comment()}\n" if self.may() else ""
        blank = "\n" if self.may() else ""
        return f"{blank}{above}{text}{'   ' + self.comment() if self.may() else ''}\n"

    def own(self) -> str:
        key = f"mine-{len(self.own_keys)}"
        self.own_keys.append(key)
        kinds = ['"x"', "[1,\n  2,\n]", '"""\n# [not]\na comment"""', "{ a = 1 }"]
        return self.line(f"{key} = {self.draw(st.sampled_from(kinds))}")

    def values(self, table: Table) -> str:
        lines = []
        for key, thing in table.items():
            if isinstance(thing, list) and self.may():
                entries = "".join(f"  {value(one)}, {self.comment()}\n" for one in thing)
                lines.append(self.line(f"{key} = [\n{entries}]"))
            else:
                lines.append(self.line(f"{key} = {value(thing)}"))
        if self.may():
            lines.append(self.own())
        return "".join(self.draw(st.permutations(lines)))

    def inline(self, table: Table) -> str:
        parts = [
            f"{key} = {self.inline(thing) if isinstance(thing, dict) else value(thing)}"
            for key, thing in table.items()
        ]
        return "{ " + ", ".join(parts) + " }"

    def table(self, path: str, table: Table, title: str) -> str:
        inner = {key: thing for key, thing in table.items() if isinstance(thing, dict)}
        plain = {key: thing for key, thing in table.items() if key not in inner}
        text = self.line(title) + self.values(plain)
        for key, thing in inner.items():
            text += self.table(f"{path}.{key}", thing, f"[{path}.{key}]")
        if self.may():
            key = f"{path}.mine"
            text += self.line(f"[{key}]") + self.own()
        return text

    def evening(self, evening: Evening) -> str:
        table = tables_of(evening)
        first, sections = "", []
        plain: Table = {"schema": 1}
        for key, thing in table.items():
            if isinstance(thing, dict):
                style = self.draw(st.sampled_from(["table", "table", "inline", "dotted"]))
                if style == "table":
                    sections.append(self.table(key, thing, f"[{key}]"))
                elif style == "inline" or any(isinstance(one, dict) for one in thing.values()):
                    first += self.line(f"{key} = {self.inline(thing)}")
                else:
                    for name, one in thing.items():
                        first += self.line(f"{key}.{name} = {value(one)}")
            elif isinstance(thing, list) and isinstance(thing[0], dict):
                if self.draw(st.integers(0, 4)):
                    tables = [self.table(key, one, f"[[{key}]]") for one in thing]
                    sections.append("".join(tables))
                else:
                    entries = "".join(f"  {self.inline(one)},\n" for one in thing)
                    first += self.line(f"{key} = [\n{entries}]")
            else:
                plain[key] = thing
        if self.may():
            sections.append(self.line("[weather]") + self.own())
        ordered: list[Any] = self.draw(st.permutations(sections))
        text = self.values(plain) + first + "".join(ordered)
        return text.rstrip("\n") if self.may() else text


@st.composite
def handwritten(draw: st.DrawFn, evening: Evening) -> Handwritten:
    """Give one of the many files that say what `evening` says."""
    pen = Pen(draw)
    text = pen.evening(evening)
    if pen.may():
        text = text.replace("\n", "\r\n")
    return Handwritten(text, pen.comments, pen.own_keys)
