"""Changes a TOML text to say something else, leaving every other character as it is.

Comments of what is taken away stay where it stood.
"""

from __future__ import annotations

import tomllib
from collections import Counter

from winddown.data.matching import alike, paired
from winddown.data.records import Table
from winddown.data.toml_draft import Draft, are_tables
from winddown.data.toml_outline import Section, Statement
from winddown.data.toml_places import give_places
from winddown.data.toml_tokens import assignment, comments_in
from winddown.data.toml_values import rewritten
from winddown.errors import CannotEdit, KeyPath


def edited(text: str, wanted: Table) -> str:
    """Change a valid text so that it reads as `wanted`.

    A new key is placed under where it is commented out, else after the one that
    comes before it in `wanted`.

    Raises:
        CannotEdit: the text is laid out so that this cannot be done safely.

    """
    old: Table = {}
    try:
        old = tomllib.loads(text)
        if alike(old, wanted):
            return text
        changed = _changed(Draft(text, old, wanted))
        is_safe = alike(tomllib.loads(changed), wanted)
        is_safe = is_safe and not Counter(comments_in(text)) - Counter(comments_in(changed))
    except (CannotEdit, tomllib.TOMLDecodeError):
        is_safe = False
    except RecursionError:
        # Brackets so deep in brackets that they could only just be read, if at all.
        raise CannotEdit from None
    if not is_safe:
        raise CannotEdit(_first_change(old, wanted))
    return changed


def _changed(draft: Draft) -> str:
    _drop_sections(draft)
    for section in draft.sections:
        _rewrite_values(draft, section)
    give_places(draft)
    for section in draft.sections:
        _drop_values(draft, section)
    # A table that has lost its last line stands in no text any more, though it is wanted.
    give_places(draft)
    return draft.text()


def _drop_sections(draft: Draft) -> None:
    stay: list[Section] = []
    for section in draft.sections:
        if section.is_offer or section.address in draft.tables:
            stay.append(section)
        else:
            stay[-1].statements += _kept(draft, section)
    draft.sections[:] = stay


def _rewrite_values(draft: Draft, section: Section) -> None:
    """Give each statement that stays its new value, and drop those that cannot stay."""
    lines: list[Statement] = []
    for line in section.statements:
        pair = draft.tables.get((*section.address, *line.keys[:-1])) if line.keys else None
        key = line.keys[-1] if line.keys else ""
        if pair is None and line.keys:
            lines += _comments(draft, line.text)  # its table goes
        elif pair is None or key not in pair[1] or alike(pair[0][key], pair[1][key]):
            lines.append(line)
        elif pair[0][key] == [] and are_tables(pair[1][key]) and len(line.keys) == 1:
            lines += _comments(draft, line.text)  # they get headers
        else:
            part = assignment(line.text)
            value = rewritten(part.value, pair[0][key], pair[1][key], draft.newline)
            text = part.key + value + part.end
            lines += [*_comments(draft, line.text, but_not=text), Statement(text, line.keys)]
    section.statements = lines


def _drop_values(draft: Draft, section: Section) -> None:
    lines: list[Statement] = []
    for line in section.statements:
        pair = draft.tables.get((*section.address, *line.keys[:-1])) if line.keys else None
        if pair and line.keys[-1] not in pair[1]:
            lines += _comments(draft, line.text)
        else:
            lines.append(line)
    section.statements = lines


def _kept(draft: Draft, section: Section) -> list[Statement]:
    """Keep the comments of a section that goes, with the blank lines above them."""
    kept: list[Statement] = []
    blanks: list[Statement] = []
    lead = [Statement(line) for line in section.lead.splitlines(keepends=True)]
    for line in [*lead, Statement(section.header, ("",)), *section.statements]:
        if line.keys:
            kept += _comments(draft, line.text)
            blanks = []
        elif line.is_blank:
            blanks.append(line)
        else:
            kept += [*blanks, line]
            blanks = []
    return kept


def _comments(draft: Draft, text: str, *, but_not: str = "") -> list[Statement]:
    """Keep the comments of a text that is taken away, each on a line of its own."""
    lost = Counter(comments_in(text)) - Counter(comments_in(but_not))
    indent = text[: len(text) - len(text.lstrip(" \t"))]
    return [Statement(f"{indent}{comment}{draft.newline}") for comment in lost.elements()]


def _first_change(old: object, wanted: object, path: KeyPath = ()) -> KeyPath:
    """Name the first value that should have changed, as the old text knows it."""
    if isinstance(old, dict) and isinstance(wanted, dict):
        for key in [*old, *wanted]:
            if key not in old or key not in wanted:
                return (*path, key)
            if not alike(old[key], wanted[key]):
                return _first_change(old[key], wanted[key], (*path, key))
    if are_tables(old) and are_tables(wanted):
        pairs = paired(old, wanted)
        for at, before in sorted(pairs.items(), key=lambda pair: pair[1]):
            if not alike(old[before], wanted[at]):
                return _first_change(old[before], wanted[at], (*path, before))
        gone = [before for before in range(len(old)) if before not in pairs.values()]
        return (*path, gone[0]) if gone else path
    return path
