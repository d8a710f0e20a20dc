"""Takes an array or an inline table apart into its items, so that one can change by itself."""

from __future__ import annotations

from dataclasses import dataclass

from winddown.data.toml_tokens import Token, comments_in, tokens


@dataclass(slots=True, eq=False)
class Item:
    """One item, with the layout that is its own."""

    body: str
    lead: str = ""
    """What stands above it or before it: blanks, line ends and comments."""
    gap: str = ""
    """What stands between it and its comma."""
    rest: str = ""
    """What follows its comma, up to the end of the line; empty when another item follows there."""


class Items:
    """The items of an array or an inline table, in the layout their owner gave them."""

    def __init__(self, text: str, newline: str) -> None:
        """Take a valid array or inline table apart."""
        self._newline = newline
        self._opening, self._closing = text[0], text[-1]
        self._ends_with_comma = False
        self.items: list[Item] = []
        part: list[Token] = []
        depth = 0
        for token in tokens(text):
            depth -= token.text in "]}"
            if (depth == 1 and token.text == ",") or (depth == 0 and token.start):
                self._take(part, is_last=depth == 0)
                part = []
            elif token.start:
                part.append(token)
            depth += token.text in "[{"

    def _take(self, part: list[Token], *, is_last: bool) -> None:
        """Take in what stands before a comma or before the closing bracket."""
        solid = [at for at, token in enumerate(part) if not token.is_layout]
        first, end = (solid[0], solid[-1] + 1) if solid else (len(part), len(part))
        lead, body, gap = (_joined(some) for some in (part[:first], part[first:end], part[end:]))
        line, below = _first_line(lead)
        if self.items:
            self.items[-1].rest, lead = line, below
        else:
            # What stands on the line of the bracket, or beside it, belongs to the bracket.
            opening, lead = (line, below) if line else _blanks_before(lead)
            self._opening += opening
        if not body:
            self._ends_with_comma = bool(self.items)
            self._closing = lead + self._closing
            return
        self.items.append(Item(body, lead, gap))
        if is_last:
            self.items[-1].gap = ""
            self.items[-1].rest, below = _first_line(gap)
            self._closing = below + self._closing

    def __str__(self) -> str:
        """Put everything together."""
        text = self._opening
        for at, item in enumerate(self.items):
            is_last = at == len(self.items) - 1
            comma = "," if self._ends_with_comma or not is_last else ""
            text += item.lead + item.body + item.gap + comma + item.rest
        return text + self._closing

    def remove(self, item: Item) -> None:
        """Take an item away; its comments stay where it stood."""
        at = self.items.index(item)
        begins_line = self._begins_line(at)
        del self.items[at]
        if begins_line:
            self._put_before(at, self._kept(item))
            if not item.rest and at < len(self.items):  # the next one is the first on its line now
                self.items[at].lead += _indent(item.lead)
            return
        comments = item.lead + item.body + item.gap
        if item.rest and at:
            self.items[at - 1].rest = item.rest
        else:
            comments += item.rest
        self._put_before(at, self._comments(comments, item))
        if not at and self.items and self.items[0].lead.isspace():
            self.items[0].lead = self.items[0].lead.lstrip(" \t")

    def insert(self, before: Item | None, body: str) -> Item:
        """Put a new item after another, or first, laid out like its neighbours."""
        item = Item(body)
        at = self.items.index(before) + 1 if before else 0
        if before:
            self._lay_out_after(at - 1, before, item)
        elif not self.items:
            self._lay_out_alone(item)
        elif self._begins_line(0):
            item.lead, item.rest = _indent(self.items[0].lead), self._newline
        else:
            self.items[0].lead = self.items[0].lead or " "
        self.items.insert(at, item)
        return item

    def move(self, item: Item, before: Item | None) -> Item:
        """Put an item after another, or first; one on a line of its own moves with its line."""
        above = before.rest if before else self._opening
        if self._begins_line(self.items.index(item)) and item.rest and above.endswith("\n"):
            self.items.remove(item)
            self.items.insert(self.items.index(before) + 1 if before else 0, item)
            return item
        self.remove(item)
        return self.insert(before, item.body)

    def _lay_out_alone(self, item: Item) -> None:
        if self._opening.endswith("\n"):
            # Comments between the brackets stay above.
            *_, last = self._closing.rpartition("\n")
            above = self._closing[: len(self._closing) - len(last)]
            self._opening += above
            self._closing = last
            item.lead, item.rest = _indent(last) + "  ", self._newline
        elif self._opening.endswith((" ", "\t")):
            self._closing = " " + self._closing

    def _lay_out_after(self, at: int, before: Item, item: Item) -> None:
        begins_line, is_last = self._begins_line(at), at == len(self.items) - 1
        if not begins_line and "#" not in before.rest:
            item.lead = before.lead if before.lead.isspace() else " "
            item.rest, before.rest = before.rest, ""
        elif before.rest:
            item.lead, item.rest = self._usual_indent(), self._newline
        else:
            item.lead = self._newline + _indent(before.lead) if begins_line and is_last else " "

    def _usual_indent(self) -> str:
        places = (at for at in range(len(self.items)) if self._begins_line(at))
        return next((_indent(self.items[at].lead) for at in places), "  ")

    def _begins_line(self, at: int) -> bool:
        above = self.items[at - 1].rest if at else self._opening
        return above.endswith("\n") or "\n" in self.items[at].lead

    def _put_before(self, at: int, text: str) -> None:
        if at < len(self.items):
            self.items[at].lead = text + self.items[at].lead
        else:
            self._closing = text + self._closing

    def _kept(self, item: Item) -> str:
        """Give the comments of a whole line, and of those above it, each on its own line."""
        above = item.lead[: item.lead.rfind("\n") + 1] if "#" in item.lead else ""
        return above + self._comments(item.body + item.gap + item.rest, item)

    def _comments(self, text: str, item: Item) -> str:
        if self._opening.startswith("{"):
            return ""  # there is no place for them; whoever changes the line keeps them
        indent = _indent(item.lead)
        return "".join(f"{indent}{comment}{self._newline}" for comment in comments_in(text))


def _joined(part: list[Token]) -> str:
    return "".join(token.text for token in part)


def _first_line(layout: str) -> tuple[str, str]:
    """Split layout after its first line end; without one, all of it comes after."""
    end = layout.find("\n") + 1
    return layout[:end], layout[end:]


def _blanks_before(layout: str) -> tuple[str, str]:
    blanks = layout[: len(layout) - len(layout.lstrip(" \t"))]
    return blanks, layout[len(blanks) :]


def _indent(lead: str) -> str:
    """Give the blanks that a line begins with, from the layout before its first item."""
    last = lead[lead.rfind("\n") + 1 :]
    return last[: len(last) - len(last.lstrip(" \t"))]
