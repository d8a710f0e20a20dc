"""Every string that a person can meet: in the content, on the screens, in commands and errors."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parents[2] / "winddown"
NOT_SAID = frozenset({"id", "channel", "tie", "size", "group", "smaller", "code", "url", "number"})
"""Keys of a list that are never read aloud."""
OF_OTHERS = ("lines", "directories")
"""Lists of the support file: how services call themselves."""
MATCHES = ("compile", "match", "search", "fullmatch", "sub")
"""What is called with a pattern, which is no words."""
_SAYS = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{2,}")
"""Two words, at least, one after the other."""


class Met(NamedTuple):
    """A string, and where it stands."""

    file: str
    """From the program's folder."""
    key: str
    """Its key in the content, or its line in the code."""
    text: str

    @property
    def name(self) -> str:
        """Where it stands, in short."""
        return f"{self.file} {self.key}"


def in_content() -> Iterator[Met]:
    """Give every string of the content that is said."""
    for file in sorted((HERE / "content").glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for key, value in table.items():
            if not (file.stem == "support" and key in OF_OTHERS):
                yield from _strings(f"content/{file.name}", key, value)


def _strings(file: str, key: str, value: Any) -> Iterator[Met]:
    if isinstance(value, str):
        yield Met(file, key, value)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(file, key, each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in NOT_SAID:
                yield from _strings(file, f"{key}.{name}", each)


def in_code() -> Iterator[Met]:
    """Give every string of the code in which words follow one another, without what explains it."""
    for file in sorted(HERE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        silent = {id(each) for node in ast.walk(tree) for each in _silent(node)}
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and id(node) not in silent and _SAYS.search(text):
                yield Met(str(file.relative_to(HERE)), str(node.lineno), text)


def _silent(node: ast.AST) -> Iterator[ast.AST]:
    """Give what of a node is no string that is said: a docstring, styles, what is matched."""
    if isinstance(node, ast.Expr):
        yield node.value
    if isinstance(node, ast.Assign | ast.AnnAssign):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if isinstance(target, ast.Name) and target.id == "DEFAULT_CSS" and node.value:
            yield from ast.walk(node.value)
    called = node.func if isinstance(node, ast.Call) else None
    if isinstance(called, ast.Attribute) and called.attr in MATCHES:
        yield from ast.walk(node)


def everything() -> list[Met]:
    """Give all of it."""
    return [*in_content(), *in_code()]
