"""A picture of people says what its fact says: as many filled, as many drawn, and the same in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lms_guide import guide as guides
from lms_guide.picture_evidence import counts

EVIDENCE = guides.load(Path(__file__).parent.parent.parent).evidence
OUTCOMES = list(EVIDENCE.outcomes.values())


def drawn(array) -> tuple[int, int]:
    """How many of a picture's people are filled, and how many are in outline."""
    numbers = []
    for name in ("on", "off"):
        group = array.select_one(f".lms-people__{name}")
        dots = sum(path["d"].count("M") for path in group.select("path"))
        numbers.append(len(group.select("use")) + dots)
    return numbers[0], numbers[1]


@pytest.fixture
def outcome_of(render):
    """The part of a picture that shows an outcome."""

    def find(outcome, folder=None):
        text = f"<!-- picture: outcome {outcome.fact} -->"
        page = render(text, folder) if folder else render(text)
        places = [other.id for other in OUTCOMES if other.fact == outcome.fact] or [outcome.id]
        return page.select(".lms-outcome")[places.index(outcome.id)]

    return find


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.id)
def test_the_people_drawn_are_those_of_the_fact(outcome, outcome_of):
    halves = outcome_of(outcome).select(".lms-outcome__half")
    assert len(halves) == len(outcome.numbers)
    for half, name in zip(halves, outcome.numbers, strict=True):
        count, of = counts(EVIDENCE.facts[outcome.fact], name)
        assert drawn(half.select_one(".lms-people")) == (count, of - count)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.id)
def test_both_numbers_of_each_side_are_printed_and_described(outcome, outcome_of):
    words = EVIDENCE.outcome_words[outcome.id]
    sides = EVIDENCE.comparison_words[outcome.comparison].sides
    for half, name, side in zip(outcome_of(outcome).select(".lms-outcome__half"), outcome.numbers, sides, strict=True):
        count, of = counts(EVIDENCE.facts[outcome.fact], name)
        printed = [" ".join(line.text.split()) for line in half.select(".lms-outcome__count")]
        assert printed == [f"{count:,} {words.filled}", f"{of - count:,} {words.outline}"]
        assert half.select_one(".lms-outcome__side").text == side
        told = half.select_one(".lms-people desc").text
        assert f"{of:,} people" in told and f"{count:,} {words.filled}" in told and f"{of - count:,} " in told
        assert half.select_one(".lms-people title").text.startswith(f"{side}: ")


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.id)
def test_a_wording_of_the_fact_stands_beside_its_picture_with_its_source(outcome, render):
    caption = render(f"<!-- picture: outcome {outcome.fact} -->").select_one("figcaption")
    line = caption.select_one(f'p[data-fact="{outcome.fact}"]')
    told = [p.text.lower() for p in caption.select("p")]
    assert any(EVIDENCE.outcome_words[outcome.id].wording.lower().rstrip(".") in text for text in told)
    assert line.select(".lms-cite")
    for fact in EVIDENCE.comparisons[outcome.comparison].beside:
        assert caption.select(f'p[data-fact="{fact}"]'), f"{fact} is not printed beside {outcome.id}"


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.id)
def test_the_counted_people_stand_in_one_block_from_the_first_place_on(outcome, outcome_of):
    for array in outcome_of(outcome).select(".lms-people"):
        uses = [*array.select(".lms-people__on use"), *array.select(".lms-people__off use")]
        places = [(int(use["y"]), int(use["x"])) for use in uses]
        assert places == sorted(places) and len(set(places)) == len(places)


def test_both_sides_of_a_picture_are_drawn_to_one_scale(render):
    for outcome in OUTCOMES:
        figure = render(f"<!-- picture: outcome {outcome.fact} -->")
        assert len({array["viewbox"].split()[2] for array in figure.select(".lms-people")}) == 1


def test_a_small_group_is_drawn_as_the_people_they_were_and_said_to_be_too_few(render, pond):
    page = render("<!-- picture: outcome few-frogs -->", pond())
    assert [drawn(array) for array in page.select(".lms-people")] == [(5, 15), (1, 17)]
    assert "too few" in page.select_one(".lms-outcome__few").text.lower()


def test_filled_and_outline_differ_without_color(render):
    array = render("<!-- picture: outcome rt-limb-wounds -->").select_one(".lms-people")
    fills = {shape["id"].rpartition("-")[2]: shape["fill"] for shape in array.select("defs > g")}
    assert fills == {"on": "currentColor", "off": "none"}


def test_one_line_says_how_to_read_each_picture(render):
    for kind in ("outcome rt-limb-wounds", "outcome morc-fda-2020", "drawing figo"):
        assert render(f"<!-- picture: {kind} -->").select_one(".lms-picture__how").text.startswith("How to read this: ")


def test_ids_are_unique_however_many_pictures_a_page_has(render):
    page = render(
        "<!-- picture: outcome rt-limb-wounds -->\n\n<!-- picture: outcome rt-limb-wounds -->\n\n"
        "<!-- picture: drawing figo -->\n\n<!-- picture: drawing figo/ia -->"
    )
    ids = [element["id"] for element in page.select("[id]")]
    assert len(set(ids)) == len(ids)
    for element in page.select("[aria-labelledby]"):
        assert all(page.select_one(f"#{id}") for id in element["aria-labelledby"].split())
    for use in page.select("use"):
        assert page.select_one(use["href"])


def test_a_picture_needs_no_style_of_its_own_and_no_script(render):
    for kind in ("outcome rt-limb-wounds", "outcome morc-fda-2020", *(f"drawing {id}" for id in EVIDENCE.drawings)):
        figure = render(f"<!-- picture: {kind} -->").select_one("figure")
        assert not figure.select("[style], script, image, foreignObject")


def test_a_picture_of_survival_is_behind_the_door_and_out_of_the_search(render):
    page = render("<!-- outlook -->\n\n<!-- picture: outcome lms04-os-2024 -->\n\n<!-- /outlook -->")
    assert page.select_one("details.lms-outlook[data-search-exclude] figure.lms-picture")
