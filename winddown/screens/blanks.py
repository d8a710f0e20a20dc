"""The outreach sentence in its parts: plain words, and blanks with what stands in each."""

from __future__ import annotations

from winddown.routine.drafting import is_own
from winddown.routine.occasion import Occasion
from winddown.routine.outreach import Suggestion
from winddown.routine.sentences import capital, day_word, pieces, template
from winddown.widgets.sentence import Part


def parts_of(draft: Suggestion, occasion: Occasion) -> list[Part]:
    """Split the sentence into plain words and blanks."""
    words = occasion.words("plan")
    said = _say_parts(draft, occasion.words("outreach")["someone"])
    day = day_word(draft.on, occasion.today, words)
    fields = {"cue": draft.cue, "day": day, "say": "".join(part.text for part in said)}
    parts: list[Part] = []
    for text, field in pieces(template(draft.cue, day, words), fields):
        if field != "say":
            parts.append(Part(text, field))
            continue
        # What the sentence says before it already is not said twice.
        twice = max(0, len(fields["say"]) - len(text))
        first, *rest = said
        said = [first._replace(text=first.text[twice:]), *rest]
        if parts:
            parts += said
        else:
            first, *rest = said
            parts += [first._replace(text=capital(first.text)), *rest]
    return parts


def _say_parts(draft: Suggestion, someone: str) -> list[Part]:
    """Split the act where a name stands in it."""
    before, who, after = draft.act.say.partition("{who}")
    if is_own(draft.act) or not who:
        return [Part(draft.act.text if is_own(draft.act) else before, "act")]
    parts = [Part(before, "act"), Part(draft.who or someone, "who"), Part(after, "act")]
    return [part for part in parts if part.text]
