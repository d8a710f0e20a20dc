"""The outreach sentence in its parts: plain words, and blanks with what stands in each."""

from __future__ import annotations

from string import Formatter

from winddown.routine.drafting import is_own
from winddown.routine.occasion import Occasion
from winddown.routine.outreach import Suggestion, day_word
from winddown.routine.sentences import ended, stumbles
from winddown.routine.words import Words
from winddown.widgets.sentence import Part


def parts_of(draft: Suggestion, occasion: Occasion, words: Words) -> list[Part]:
    """Split the sentence into plain words and blanks."""
    parts: list[Part] = []
    template = words["sentence" if draft.cue else "sentence_without_cue"].removesuffix(".")
    for plain, field, _, _ in Formatter().parse(template):
        parts.append(Part(plain))
        if field == "say":
            parts += _say_parts(draft, words)
        elif field is not None:
            day = day_word(draft.on, occasion.today)
            begins = not any(part.text for part in parts)
            told = day if field == "day" else draft.cue
            parts.append(Part(told[:1].upper() + told[1:] if begins else told, field))
            if field == "cue" and stumbles(draft.cue, day):
                parts.append(Part(","))
    whole = "".join(part.text for part in parts)
    parts.append(Part(ended(whole).removeprefix(whole)))
    return [part for part in parts if part.text]


def _say_parts(draft: Suggestion, words: Words) -> list[Part]:
    if is_own(draft.act):
        return [Part(draft.act.text, "act")]
    before, who, after = draft.act.say.partition("{who}")
    if not who:
        return [Part(before, "act")]
    return [
        Part(before, "act"),
        Part(draft.who or words["someone"], "who"),
        Part(after, "act"),
    ]
