"""Nothing a person can read judges them, claims what nobody has shown, or needs explaining."""

from __future__ import annotations

import re

from tests.unit.words_met import Met, everything, in_code, in_content

JUDGING = re.compile(
    r"\b(streaks?|scores?|scored|badges?|points|percent\w*|rank\w*|levels?|lazy|laziness|guilt\w*|"
    r"shame\w*|ashamed|in a row|congrat\w*|well done|(?:good|great) job|proud|progress|achiev\w*|"
    r"goals?|wasted?|unproductive|bad habits?|willpower|discipline\w*|you (?:must|ought|should|"
    r"failed|missed|forgot)|must|ought|only \d+|again\?|finally|at last|don't give up|try harder|"
    r"overdue|should have (?!no )|productiv\w+|great work|keep it up|"
    r"skipped|unanswered|incomplete|broken promise)\b",
    re.IGNORECASE,
)
"""Words that weigh up a person, or what they did and did not do."""

NO_JUDGEMENT = {
    "content/plain.toml words.help-each_word": "again: the question once more",
    "content/closing.toml words.note_hint": "",
}
"""Where such a word weighs up nothing."""

CLAIMING = re.compile(
    r"\b(stud(?:y|ies)|research\w*|evidence|proven|trials?|scien\w+|reduc\w+|lowers|improv\w+|"
    r"boost\w*|prevent\w*|cures?|heal(?:s|ing)?|treat(?:s|ment)|tends?|most people|many people|"
    r"average|we (?:often )?expect|may make|is common|does most good|more often kept|"
    r"less lonely|rests? on|people new to|suits most)\b",
    re.IGNORECASE,
)
"""Words that say how the world is, and not what this program does."""

FOUND_BY = {
    "breathing.toml words.first_time": "the exclusions of the largest trial; who should be careful",
    "plain.toml words.breathing-first_time": "the same, where a word asks for help and no key",
    "breathing.toml patterns.about": "Fincham 2023b: 400 people, no pace better than the placebo",
    "first.toml words.lines": "what this is not",
    "plain.toml words.first-lines": "what this is not",
    "help.toml words.about": "no study of this routine exists; most of those behind it are small",
    "help.toml words.why-followup": "Liu 2023 and Epley 2014: it goes better than expected",
    "help.toml words.why-breathing": "Fincham 2023a: small to medium; 2023b: pace matters little",
    "help.toml words.why-comforts": "Hobson 2018, scant by its authors' own word: so, may, and few",
    "help.toml words.why-reflection": "Nguyen 2018: solitude relaxes when it is chosen",
    "help.toml words.why-outreach": "Liu 2023; Sandstrom 2014; if-then plans; Stavrova 2023",
    "looking_back.toml words.settles": "Fincham 2023b: both arms improved, the placebo's as well",
}
"""What each such sentence rests on, by author and year; `winddown about` names the sources."""

OVERCLAIMING = re.compile(
    r"\b(deep breaths?|cigarettes?|brain|rewires?|heals|cures?|clinically|proven|guarantee\w*|"
    r"trauma|anxiety disorder|treats|you are isolated|vagus|cortisol)\b",
    re.IGNORECASE,
)
"""What no source allows to be said."""

JARGON = re.compile(
    r"\b(schema|null|nil|traceback|exception|session|pars(?:e|ed|er|ing)|invalid|illegal|stdout|"
    r"stderr|stdin|boolean|integer|regex\w*|errno|inode|mutex|thread|callback|daemon|kwargs|"
    r"serializ\w*|deserializ\w*|instantiat\w*|abort(?:ed)?|fatal|deprecated|utili[sz]e|argument)\b",
    re.IGNORECASE,
)
"""Words of those who build programs."""

NEEDED = {
    "data/evening_file.py": "names the key of the file that is at fault",
    "data/importing.py": "names the key of the file that is at fault",
    "data/json_values.py": "names what JSON itself calls so",
    "commands/recipes.py": "commands of the system's own, to be typed as they are",
    "toml_mistakes.py": "what Python's own reader says, which is put into words of ours",
    "toml_lines.py": "matches what Python's own reader says",
}
"""Where one of these stands because the person's own file has it, or is never said."""


def _told(met: Met) -> str:
    return f"{met.name}: {met.text}"


def test_every_string_is_looked_at() -> None:
    met = everything()
    texts = {each.text for each in met}
    assert "How is tonight?" in texts
    assert any("is open in another window" in text for text in texts)
    assert len(met) > 800


def test_nothing_judges() -> None:
    met = [each for each in everything() if JUDGING.search(each.text)]
    assert [_told(each) for each in met if NO_JUDGEMENT.get(each.name) != each.text] == []


def test_nothing_claims_more_than_the_evidence_does() -> None:
    assert [_told(each) for each in everything() if OVERCLAIMING.search(each.text)] == []


def test_nothing_is_claimed_that_has_no_source() -> None:
    claims = {each.name.removeprefix("content/"): each for each in in_content() if _claims(each)}
    assert [_told(each) for name, each in claims.items() if name not in FOUND_BY] == []
    assert set(FOUND_BY) <= set(claims), "a source without a sentence"
    assert [_told(each) for each in in_code() if _claims(each)] == []


def _claims(met: Met) -> bool:
    # The page of sources names what was studied: it is read beside them, entry by entry.
    return met.file != "content/about.toml" and bool(CLAIMING.search(met.text))


def test_nothing_needs_to_be_explained() -> None:
    met = [each for each in everything() if JARGON.search(each.text)]
    assert [_told(each) for each in met if each.file not in NEEDED] == []


def test_what_is_printed_line_by_line_fits_seventy_two_cells() -> None:
    pages = ("content/help.toml words.keys",)
    lines = [each for each in in_content() if each.name.startswith(pages)]
    assert lines
    assert [_told(each) for each in lines if len(each.text) > 72] == []


def test_the_words_are_short_enough_to_be_read_at_the_end_of_a_day() -> None:
    words = [word for each in in_content() for word in re.findall(r"[A-Za-z']+", each.text)]
    sentences = [
        sentence
        for each in in_content()
        for sentence in re.split(r"[.?!;:]\s", each.text)
        if sentence.count(" ") > 1
    ]
    long = [sentence for sentence in sentences if sentence.count(" ") + 1 > 27]
    assert long == []
    assert sum(map(len, words)) / len(words) < 4.6
