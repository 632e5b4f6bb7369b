"""Is it true? What the evidence promises to somebody who looks a number up."""

from __future__ import annotations


def test_every_fact_that_is_used_was_read_again_by_somebody_who_did_not_write_it(guide):
    used = {fact for path in guide.pages for fact in guide.facts_of(path)}
    used |= {fact for line in guide.evidence.urgent.values() for fact in line.facts}
    assert used, "no page uses any fact"
    assert sorted(used - guide.evidence.readings.keys()) == []


def test_every_red_flag_has_words_for_the_page_and_for_a_card(guide):
    assert guide.evidence.urgent.keys() == guide.evidence.urgent_words.keys()


def test_the_lines_that_stand_everywhere_fill_all_three_blocks(guide):
    blocks = guide.evidence.urgent_lines({"all"})
    assert all(blocks.values())


def test_the_fever_line_gives_both_countries_thresholds_and_says_that_infection_can_come_without_fever(guide):
    words = guide.evidence.urgent_words
    lines = " ".join(words[line.id].text for line in guide.evidence.urgent_lines({"all"})["line"])
    for part in ("100.4 °F (38.0 °C)", "37.5 °C", "36 °C", "normal temperature"):
        assert part in lines


def test_no_red_flag_frightens_more_than_it_helps(guide):
    for words in guide.evidence.urgent_words.values():
        assert "may die" not in words.text and "will die" not in words.text


def test_small_groups_are_shown_as_the_people_they_were(guide):
    for fact in guide.evidence.facts.values():
        if fact.small:
            assert not any("out of 100" in wording for wording in guide.evidence.fact_words[fact.id].wordings), fact.id
