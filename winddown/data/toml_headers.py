"""Gives tables their headers in a TOML text: beneath one that is commented out, or anew."""

from __future__ import annotations

from winddown.data.toml_draft import Draft
from winddown.data.toml_outline import Address, Section
from winddown.data.toml_tokens import tokens
from winddown.data.toml_values import dotted


def add_section(draft: Draft, at: int, address: Address) -> Section:
    """Add an empty section after a blank line, with a header like that of its neighbours."""
    ends_blank = draft.sections[at - 1].ends_blank if at else False
    section = Section(address, "" if ends_blank else draft.newline, _header(draft, address))
    draft.put_in(at, [section])
    return section


def take_up_offer(draft: Draft, address: Address) -> Section | None:
    """Begin a table under its header that is commented out, before what it offers."""
    offers = (one for one in draft.sections if one.is_offer and one.address == address)
    offer = next(offers, None)
    if offer is None:
        return None
    section = Section(address, "", _header(draft, address), offer.statements)
    offer.statements = []
    draft.sections.insert(draft.sections.index(offer) + 1, section)
    return section


def _header(draft: Draft, address: Address) -> str:
    beside = draft.under(address[:-1]) if isinstance(address[-1], int) else []
    like = next((one for one in beside if len(one.address) == len(address)), None)
    if like:
        solid = [token for token in tokens(like.header) if not token.text.startswith("#")]
        return "".join(token.text for token in solid).rstrip() + draft.newline
    title = dotted(tuple(part for part in address if isinstance(part, str)))
    title = f"[[{title}]]" if isinstance(address[-1], int) else f"[{title}]"
    return title + draft.newline
