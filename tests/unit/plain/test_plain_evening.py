"""The evening in lines: each answer is in the file, and a word does the same at every question."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.ui.followups import MADE, followed_up, made
from tests.ui.hands import earlier, standing
from tests.ui.night import FRIDAY
from tests.unit.plain.conversation import Pass, converse
from tests.unit.routine.evenings import DAY, outcome
from winddown.data.locations import locations
from winddown.routine.evening import Plan

BEFORE = earlier(1)
"""An evening without breathing, so that this is no first run."""
later = partial(converse, past=[BEFORE])
ARRIVED = ("1", "")
"""Light, and nothing on the scale."""
NO_BREATH = ""
TO_REFLECTION = (*ARRIVED, NO_BREATH, "")
TO_OUTREACH = (*TO_REFLECTION, "")
TO_CLOSING = (*TO_OUTREACH, "")


def test_enter_alone_goes_through_an_evening_and_stores_no_answer(tmp_path: Path) -> None:
    heard = converse(tmp_path, *[""] * 7)
    kept = heard.kept()
    assert "That is enough for today. Good night." in heard.said
    assert set(kept) == {"schema", "evening", "started", "ended"}
    assert (heard.code, heard.untyped) == (0, 0)


def test_what_is_typed_stands_in_the_file_as_the_screens_would_write_it(tmp_path: Path) -> None:
    heard = later(
        tmp_path, "tired", "4", "full", "", "1 3", "2", "2", "1", "6", "Rain on the window."
    )
    kept = heard.kept()
    assert (kept["tonight"], kept["route"], kept["note"]) == (
        "tired",
        "short",
        "Rain on the window.",
    )


def test_the_end_of_the_input_keeps_what_was_answered_and_the_next_run_goes_on(
    tmp_path: Path,
) -> None:
    assert later(tmp_path, "2", "7").kept()["step"] == "breathing"
    heard = converse(tmp_path, "", "2")
    assert "How is tonight?" not in heard.said
    kept = heard.kept()
    assert (kept["tonight"], kept["settled"], kept["step"]) == (
        "steady",
        {"before": 7},
        "reflection",
    )
    assert [each["id"] for each in kept["comforts"]] == ["blanket"]


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ((), "arrive"),
        (ARRIVED, "breathing"),
        (TO_REFLECTION, "reflection"),
        (TO_CLOSING, "closing"),
    ],
)
def test_leave_stops_at_any_question_and_is_resumed_there(
    tmp_path: Path, typed: tuple[str, ...], step: str
) -> None:
    kept = later(tmp_path, *typed, "leave").kept()
    assert kept.get("step", "arrive") == step
    assert "ended" not in kept


def test_enough_ends_the_evening_from_any_question(tmp_path: Path) -> None:
    heard = later(tmp_path, "4", "enough", "nobody asks for this")
    assert heard.kept()["ended"]
    assert (heard.kept()["tonight"], heard.untyped) == ("heavy", 1)
    assert "Good night." in heard.said


def test_back_goes_one_step_back_and_what_was_answered_is_still_there(tmp_path: Path) -> None:
    heard = later(tmp_path, "1", "5", "back", "", "", "", "", "", "", "", "")
    assert "So far: light. Enter keeps it; the word clear takes it back." in heard.words
    assert "So far: 5." in heard.said
    assert heard.kept()["settled"] == {"before": 5}


def test_clear_takes_an_answer_back(tmp_path: Path) -> None:
    kept = later(tmp_path, "1", "5", "back", "clear", "clear", "leave").kept()
    assert "tonight" not in kept
    assert "settled" not in kept


def test_again_asks_the_same_once_more(tmp_path: Path) -> None:
    assert later(tmp_path, "again", "again").said.count("How is tonight?") == 3


def test_help_says_whom_to_turn_to_what_can_be_said_and_why_and_asks_again(tmp_path: Path) -> None:
    config = '[support]\ncountry = "GB"\nplan = ["Ring Ana."]\n'
    heard = later(tmp_path, "help", config=config)
    told = ("Ring Ana.", "116 123", "back: to the step before", "Why this step", "a low evening")
    assert all(words in heard.words for words in told)
    assert heard.said.count("How is tonight?") == 2


def test_a_space_before_a_word_makes_it_text(tmp_path: Path) -> None:
    assert later(tmp_path, *TO_CLOSING, " back").kept()["note"] == "back"


@pytest.mark.parametrize("word", ["more", "smaller", "short", "full", "clear"])
def test_a_word_that_does_nothing_here_says_so_and_is_no_answer(tmp_path: Path, word: str) -> None:
    heard = later(tmp_path, *ARRIVED, "1", Pass(8), "", Pass(8), word, "leave")
    assert "settled" not in heard.kept()
    assert heard.said.count("How settled now?") == 1


@pytest.mark.parametrize("typed", ["7", "0", "lightish", "1 2", "-1", "²", "1" * 50])
def test_what_is_no_answer_is_asked_for_again_and_stored_nowhere(
    tmp_path: Path, typed: str
) -> None:
    heard = later(tmp_path, typed)
    assert "That was not one of these. A number from 1 to 5, or enter to pass." in heard.words
    assert heard.kept() == {}


# The steps


def test_breathing_says_one_word_a_phase_and_enter_ends_it_with_the_breath(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, "1", Pass(9), "", Pass(20), "8")
    told = heard.said[heard.said.index("word pause waits.") :].splitlines()[1:]
    assert told[:4] == [
        "breathe in",
        "breathe out",
        "breathe in",
        "Ending with this breath. Enter again goes on at once.",
    ]
    assert heard.kept()["breathing"] == [
        {"kind": "pattern", "id": "gentle", "seconds": 14, "cycles": 2}
    ]
    assert heard.kept()["settled"] == {"after": 8}


def test_breathing_says_the_seconds_where_they_are_asked_for(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, "8", "1", Pass(5))
    assert "\nbreathe in, 3\nbreathe out, 4\n" in heard.said


def test_breathing_goes_to_its_end_while_a_pipe_holds_the_next_answer(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, "7", "7", "7", "1", "9", echoes=False)
    (kept,) = heard.kept()["breathing"]
    assert (kept["seconds"], kept["cycles"]) == (63, 9)
    assert heard.kept()["settled"] == {"after": 9}


def test_a_round_that_is_left_is_kept_as_far_as_it_went(tmp_path: Path) -> None:
    kept = later(tmp_path, *ARRIVED, "1", Pass(15), "leave").kept()
    assert (kept["breathing"][0]["cycles"], kept["step"]) == (2, "breathing")


def test_time_in_which_the_program_stood_still_is_no_breathing(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, "1", Pass(8), "pause", Pass(600), "", Pass(7.5), "enough")
    (kept,) = heard.kept()["breathing"]
    assert kept["cycles"] == 2
    assert kept["seconds"] < 20


def test_an_anchor_is_told_step_by_step(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, "3", Pass(45), "")
    assert "Now the farthest one you can hear." in heard.said
    assert heard.kept()["breathing"] == [{"kind": "anchor", "id": "sounds", "seconds": 45}]


def test_more_shows_every_comfort_and_takes_ones_own(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, "", "more", "8", "Feed the fox", "", "", "leave")
    assert "senses" in heard.said
    assert [each["text"] for each in heard.kept()["comforts"]][1:] == ["Feed the fox"]


def test_ones_own_comfort_is_kept_for_other_evenings_where_that_is_wanted(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, "", "more", "", "Feed the fox", "yes", "", "leave")
    (kept,) = heard.kept()["comforts"]
    assert kept["id"]
    assert "Feed the fox" in (tmp_path / "config" / "config.toml").read_text(encoding="utf-8")


def test_a_number_said_of_what_is_chosen_takes_it_back(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, "", "1 2", "back", "1", "leave")
    assert "2 Pull a favourite blanket close (chosen)" in heard.said
    assert heard.said.count("No longer chosen: Friday night pizza.") == 1
    assert [each["id"] for each in heard.kept()["comforts"]] == ["blanket"]


def test_a_habit_has_its_reading_and_with_more_all_else_that_may_be_said(tmp_path: Path) -> None:
    typed = ("more", "2", "2", "2", "ringing my sister", "1", "1", "", "Ana, Bo", "1 ", "leave")
    heard = later(tmp_path, *TO_REFLECTION, *typed)
    first, second = heard.kept()["reflections"]
    assert first == {
        "id": "scroll", "text": "Scrolling social media", "reading": "away",
        "cost": "a-little", "from_what": "ringing my sister",
    }  # fmt: skip
    assert (second["id"], second["reading"]) == ("binge", "rest")
    assert heard.kept()["in_touch"] == ["Ana", "Bo"]
    assert "arm's length. That happens." in heard.words


def test_a_sentence_left_alone_is_no_plan_and_a_taken_one_is(tmp_path: Path) -> None:
    assert "outreach" not in later(tmp_path, *TO_OUTREACH, "", "leave").kept()
    kept = converse(tmp_path, "back", "1", "7", "leave").kept()["outreach"]
    assert kept["expected"] == 7
    assert kept["act"]


def test_each_part_of_the_sentence_can_be_changed(tmp_path: Path) -> None:
    typed = ("4", "3", "ring my sister", "", "4", "1", "2", "4", "2", "friday", "", "leave")
    plan = later(tmp_path, *TO_OUTREACH, *typed).kept()["outreach"]
    assert (plan["text"], plan["cue"]) == ("ring my sister", "I get home")
    assert plan["on"].weekday() == 4


def test_how_sure_is_asked_of_what_is_not_small_and_smaller_shrinks_it(tmp_path: Path) -> None:
    typed = ("1", "more", "5", "3", "", "", "back", "", "", "4", "smaller", "9", "leave")
    heard = later(tmp_path, *TO_OUTREACH, *typed)
    assert "The word smaller shrinks it." in heard.words


def test_an_open_plan_is_asked_about_and_its_answer_stands_in_its_own_evening(
    tmp_path: Path,
) -> None:
    heard = converse(tmp_path, *ARRIVED, "1", "8", "leave", past=[made(expected=5)])
    assert heard.kept(MADE)["outreach"]["followup"] == followed_up("did-it", felt=8)
    assert "You guessed 5. It was 8." in heard.said


def test_on_a_heavy_evening_the_open_plan_waits_unless_it_is_wanted(tmp_path: Path) -> None:
    heard = converse(tmp_path, "heavy", "", "", "leave", past=[made()])
    assert "Any news?" not in heard.said
    heard = converse(tmp_path, "back", "more", "6", "leave")
    assert heard.kept(MADE)["outreach"]["followup"] == followed_up("let-go")


def test_a_plan_that_is_still_ahead_can_be_kept_shrunk_or_let_go(tmp_path: Path) -> None:
    ahead = earlier(2, outreach=Plan(text="ring Sam", on=FRIDAY.replace(day=22), size="medium"))
    converse(tmp_path, *TO_OUTREACH, "3", "", "leave", past=[ahead])
    assert converse(tmp_path).kept(ahead.evening)["outreach"]["followup"]["outcome"] == "let-go"


def test_a_night_that_is_not_okay_begins_with_someone_to_turn_to(tmp_path: Path) -> None:
    config = '[support]\ncountry = "GB"\n'
    heard = later(tmp_path, "not okay", "", "1", "", config=config)
    assert heard.said.index("116 123") < heard.said.index("Something kind")
    assert "settled" not in heard.said
    assert heard.said.rstrip().endswith("Good night.")
    assert heard.said.count("116 123") >= 3  # also with the last words
    assert heard.kept()["route"] == "support"


def test_an_evening_that_has_ended_is_read_back_and_can_be_opened_again(tmp_path: Path) -> None:
    later(tmp_path, "1", "enough")
    heard = converse(tmp_path, "3", "One more line.")
    assert "It was a light evening." in heard.said
    assert heard.kept()["note"] == "One more line."
    assert heard.kept()["ended"]


def test_on_the_first_run_the_country_is_kept_only_where_it_is_chosen(tmp_path: Path) -> None:
    converse(tmp_path, "leave")
    assert not (tmp_path / "config").exists()
    heard = converse(tmp_path, "country", "United Kingdom", "help", "leave")
    assert "116 123" in heard.said
    assert 'country = "GB"' in (tmp_path / "config" / "config.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("said", ["UK", "england", "gb", "United K", "united kingdom"])
def test_a_country_is_known_by_what_people_call_it_and_its_lines_are_read_at_once(
    tmp_path: Path, said: str
) -> None:
    assert "116 123" in later(tmp_path, "5", "country", said, "leave").said


@pytest.mark.parametrize("typed", [("5", "enough"), ("help", "leave")])
def test_where_no_country_is_known_it_is_said_which_word_sets_it(
    tmp_path: Path, typed: tuple[str, ...]
) -> None:
    heard = converse(tmp_path, *typed, config='[support]\ncountry = "XX"\n')
    assert "the word country sets it" in heard.words
    assert "in the settings" not in heard.words


@pytest.mark.parametrize("said", ["united", "Atlantis", "x"])
def test_a_country_that_is_not_known_or_not_the_only_one_is_asked_for_again(
    tmp_path: Path, said: str
) -> None:
    heard = later(tmp_path, "country", said, "", "leave")
    assert "I do not know help lines by that name." in heard.said
    assert not (tmp_path / "config").exists()


def test_own_words_that_begin_as_the_sentence_does_do_not_say_it_twice(tmp_path: Path) -> None:
    typed = (
        "4",
        "1",
        "When I have fed the cat",
        "4",
        "3",
        "I will ring my brother",
        "",
        "",
        "leave",
    )
    heard = later(tmp_path, *TO_OUTREACH, *typed)
    assert "When I have fed the cat tomorrow, I will ring my brother." in heard.words
    assert "When When" not in heard.words
    assert "I will I will" not in heard.words
    assert heard.kept()["outreach"]["text"] == "I will ring my brother"  # as it was typed


def test_whoever_leaves_hears_that_it_is_kept_and_coming_back_that_it_goes_on(
    tmp_path: Path,
) -> None:
    assert "Kept. Next time goes on from here." in later(tmp_path, "1", "", "leave").said
    assert "Going on where you stopped." in converse(tmp_path).said


def test_an_evening_of_another_day_says_of_which(tmp_path: Path) -> None:
    heard = later(tmp_path, day=FRIDAY - 2 * DAY)
    assert "This is the evening of Wednesday 18 November 2026." in heard.said


def test_an_earlier_evening_that_cannot_be_written_holds_up_nothing_of_tonight(
    tmp_path: Path,
) -> None:
    where = locations({"WINDDOWN_HOME": str(tmp_path)}).evening(MADE)
    converse(tmp_path, past=[made()])
    where.write_text(where.read_text("utf-8").replace("schema = 1", "schema = 2"), "utf-8")
    heard = converse(tmp_path, "2", "", "1", "8", "", "1 2", "leave")
    assert [each["id"] for each in heard.kept()["comforts"]] == ["friday-pizza", "blanket"]
    assert heard.said.count("made by a newer winddown") == 2  # as it is said, and on leaving
    assert "What stands above is not on disk yet. Enter tries again" in heard.words


def test_another_habit_keeps_what_it_cost_and_led_away_from(tmp_path: Path) -> None:
    typed = ("more", "1", "2", "3", "ringing my sister", "", "", "", "back", "2", "1", "leave")
    (kept,) = later(tmp_path, *TO_REFLECTION, *typed).kept()["reflections"]
    assert (kept["id"], kept["reading"]) == ("scroll", "rest")
    assert (kept["cost"], kept["from_what"]) == ("yes", "ringing my sister")


def test_a_plan_given_back_and_taken_again_keeps_its_guess_and_its_time(tmp_path: Path) -> None:
    typed = ("1", "more", "7", "", "18:30", "Hello.", "back", "5", "1", "", "leave")
    plan = later(tmp_path, *TO_OUTREACH, *typed).kept()["outreach"]
    assert (plan["expected"], plan["words"], str(plan["at"])) == (7, "Hello.", "18:30:00")


def test_what_became_of_a_plan_stays_told_when_the_plan_is_changed(tmp_path: Path) -> None:
    done = made(followup=outcome("did-it", FRIDAY - DAY))
    heard = converse(tmp_path, "2", "", "6", "", past=[done], day=MADE)
    plan = heard.kept(MADE)["outreach"]
    assert (plan["expected"], plan["followup"]["outcome"]) == (6, "did-it")


def test_in_a_pipe_no_answer_is_taken_for_a_yes_to_losing_the_evening(tmp_path: Path) -> None:
    where = locations({"WINDDOWN_HOME": str(tmp_path)}).evening(FRIDAY)
    where.parent.mkdir(parents=True)
    where.write_text("schema = [", "utf-8")
    heard = converse(tmp_path, "1", "2", "3", echoes=False)
    assert "Tonight cannot be kept" in heard.said
    assert (heard.code, heard.untyped) == (1, 3)


def test_a_number_that_is_none_of_the_answers_is_no_word_of_ones_own(tmp_path: Path) -> None:
    heard = later(tmp_path, *TO_OUTREACH, "4", "1", "0", "99", "", "leave")
    assert heard.said.count("That was not one of these.") == 2
    assert "outreach" not in heard.kept()


def test_a_question_with_nothing_to_choose_from_is_not_asked(tmp_path: Path) -> None:
    config = "[shipped]\ncomforts = false\nhabits = false\nacts = false\ncues = false\n"
    heard = later(tmp_path, *[""] * 9, config=config)
    assert "1 to 0" not in heard.said
    assert heard.kept()["ended"]


def test_a_private_evening_writes_nothing_and_says_so(tmp_path: Path) -> None:
    heard = later(tmp_path, "1", "9", "", "1", "", "", "A secret.", private=True)
    assert "Tonight is private: nothing is written at all." in heard.words
    assert "Nothing of tonight was kept." in heard.said
    assert heard.kept() == {}


@pytest.mark.parametrize("width", [40, 60, 72])
def test_no_line_is_wider_than_the_window(tmp_path: Path, width: int) -> None:
    heard = converse(tmp_path, "help", *TO_CLOSING, "", width=width)
    assert max(map(len, heard.said.splitlines())) <= width


def test_breathing_and_reaching_out_can_be_asked_alone(tmp_path: Path) -> None:
    heard = converse(
        tmp_path, "1", Pass(8), "", Pass(9), past=[standing("comforts")], errand="breathe"
    )
    assert heard.kept()["breathing"][0]["cycles"] == 2
    heard = converse(tmp_path / "other", "1", "", errand="reach")
    assert (heard.kept()["step"], bool(heard.kept()["outreach"])) == ("arrive", True)


def test_what_goes_on_stands_at_the_same_place_once_the_plan_is_taken(tmp_path: Path) -> None:
    heard = later(tmp_path, *TO_OUTREACH, "1", "back", "", "1", "", "leave")
    assert "1 take it" in heard.said
    assert "1 keep it" in heard.said
    assert heard.kept()["outreach"]


def test_a_plan_that_is_not_wanted_any_more_goes_and_it_is_said(tmp_path: Path) -> None:
    heard = later(tmp_path, *TO_OUTREACH, "1", "back", "", "5", "leave")
    assert "Then it is not planned. That is fine." in heard.said
    assert "outreach" not in heard.kept()


def test_once_everything_of_a_size_was_suggested_it_is_said_that_it_comes_round(
    tmp_path: Path,
) -> None:
    heard = later(tmp_path, *TO_OUTREACH, "2", "2", "leave")
    before, after = heard.said.split("That was the last of this size;")
    assert before.count("1 take it") == 2
    assert after.count("1 take it") == 1


def test_how_big_it_is_can_be_changed_as_a_part_before_it_is_taken(tmp_path: Path) -> None:
    heard = later(tmp_path, *TO_OUTREACH, "4", "4", "2", "1", "", "leave")
    assert "4 how big: tiny" in heard.said
    assert heard.kept()["outreach"]["size"] == "small"


def test_a_change_of_the_breathing_says_only_what_changed_and_again_says_all_of_it(
    tmp_path: Path,
) -> None:
    heard = later(tmp_path, *ARRIVED, "7", "again", "leave")
    _, first, changed, again = heard.said.split("Breathing: Gentle, ")
    assert first.startswith("5 minutes. A little slower than usual.")
    assert changed.startswith("3 minutes.")
    assert ["1 begin" in each for each in (first, changed, again)] == [True, False, True]


def test_a_length_chosen_for_the_breathing_stays_for_the_night(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, "7", "back", "", "", "leave")
    assert "About 6 minutes, 3 of them breathing." in heard.said
    assert heard.said.count("Breathing: Gentle, 3 minutes.") == 2


def test_after_plain_rest_nothing_is_asked_about_what_it_led_away_from(tmp_path: Path) -> None:
    heard = later(tmp_path, *TO_REFLECTION, "more", "1", "1", "1", "leave")
    assert "Away from what?" not in heard.said
    heard = later(tmp_path / "away", *TO_REFLECTION, "more", "1", "2", "1", "leave")
    assert "Away from what?" in heard.said


def test_a_name_can_be_written_where_nobody_is_listed(tmp_path: Path) -> None:
    heard = later(tmp_path, *TO_OUTREACH, "4", "3", "1", "4", "4", "123", "", "", "leave")
    assert "1 to 0" not in heard.said
    assert heard.kept()["outreach"]["who"] == "123"


def test_what_was_said_of_a_plan_is_read_back_as_the_evening_closes(tmp_path: Path) -> None:
    heard = converse(tmp_path, "1", "", "1", "", "", "", "", "", "leave", past=[made()])
    assert heard.words.count("”: you did it.") == 1
    heard = converse(tmp_path / "kept", "1", "", "5", *[""] * 6, "leave", past=[made()])
    assert "resting now" not in heard.said


def test_whoever_is_named_in_own_words_stays_with_the_plan(tmp_path: Path) -> None:
    people = '[[people]]\nname = "Ines"\n[[people]]\nname = "Bo"\n'
    typed = ("4", "3", "call ines from the bus stop", "", "", "leave")
    plan = later(tmp_path, *TO_OUTREACH, *typed, config=people).kept()["outreach"]
    assert (plan["text"], plan["who"]) == ("call ines from the bus stop", "Ines")
    typed = ("4", "3", "borrow a book", "", "", "leave")
    plan = later(tmp_path / "alone", *TO_OUTREACH, *typed, config=people).kept()["outreach"]
    assert "who" not in plan


def test_what_can_be_said_about_the_list_of_comforts_and_habits_is_said(tmp_path: Path) -> None:
    heard = later(tmp_path, *ARRIVED, NO_BREATH, "1", "back", "", "leave")
    before, after = heard.said.split("A number that is chosen already lets it go.")
    assert before.count("(chosen)") == 1
    assert "The word more shows all 13, and takes your own words." in after
