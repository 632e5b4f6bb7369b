"""The marks and blocks of a page, as a reader gets them."""

from __future__ import annotations

import markdown
import pytest
from bs4 import BeautifulSoup

from lms_guide.rules import Edit


@pytest.fixture
def render(pond):
    """Renders Markdown with the made-up guide's evidence."""

    def make(text: str, *edits: Edit, country: str = "us") -> BeautifulSoup:
        root = pond(*edits)
        extensions = ["attr_list", "tables", "toc", "lms_guide.markdown"]
        options = {"lms_guide.markdown": {"root": str(root), "country": country}}
        return BeautifulSoup(markdown.markdown(text, extensions=extensions, extension_configs=options), "lxml")

    return make


def test_a_note_leads_to_its_source_and_back(render):
    page = render("Frogs.[^frog-2021]\n\nNewts.[^pond-2020]\n\nMore.[^frog-2021]")
    cites = page.select("sup.lms-cite a")
    assert [cite.text for cite in cites] == ["1", "2", "1"]
    first = page.select_one(cites[0]["href"])
    assert "Frogs, a review" in first.text
    assert page.select_one(first.select_one(".lms-sources__back")["href"]) is cites[0]


def test_a_note_may_name_a_fact_and_cites_its_sources(render):
    page = render("Newts are shy.[^shy-newts]")
    assert "Frogs, a review" in page.select_one("#source-1").text


def test_a_source_says_what_it_is_and_how_much_of_it_was_read(render):
    text = render("Frogs.[^pond-2020]").select_one("#source-1").text
    for part in ("Heron A.", "Pond Society. 2020.", "Records of 30 people", "Read in full, November 23, 2026."):
        assert part in text


def test_a_fact_prints_its_words_and_cites_its_source(render):
    page = render("See [3 out of 10 frogs were green for 2 years](fact:green-frogs).")
    fact = page.select_one(".lms-fact")
    assert fact["data-fact"] == "green-frogs"
    assert fact.select_one("sup a").text == "1"


def test_a_term_leads_to_its_meaning_on_the_same_page(render):
    page = render("A leaf ([lily pad](term:lily-pad)).")
    entry = page.select_one(page.select_one("a.lms-term")["href"])
    assert "A flat floating leaf." in entry.text and "LIL-ee pad" in entry.text


def test_the_help_box_has_its_three_blocks_in_order_and_blanks_for_the_teams_numbers(render):
    page = render("## When to get help now {#get-help}\n\n<!-- help: mud -->")
    blocks = [block["class"][-1].rpartition("--")[2] for block in page.select(".lms-help__block")]
    assert blocks == ["emergency", "line", "same-day"]
    assert "The frog is hot." in page.select_one(".lms-help__block--line").text, "a line for everyone is missing"
    assert "The frog is in mud." in page.select_one(".lms-help__block--same-day").text
    assert len(page.select(".lms-help__numbers .lms-blank")) == 2
    assert "Not listed, but worried? Call." in page.select_one(".lms-help__end").text


@pytest.mark.parametrize(
    ("country", "number", "others"),
    [
        ("us", "911", "UK 999, Europe 112, Australia 000, New Zealand 111"),
        ("uk", "999", "US 911, Europe 112, Australia 000, New Zealand 111"),
        ("au", "000", "US 911, UK 999, Europe 112, New Zealand 111"),
    ],
)
def test_the_emergency_number_follows_the_publishers_country_and_others_stand_beside_it(
    render, country, number, others
):
    heading = render("<!-- help: mud -->", country=country).select_one(".lms-help__block--emergency h3")
    assert heading.select_one("a")["href"] == f"tel:{number}"
    assert f"Call {number} now ({others})" in heading.text.replace("\N{NO-BREAK SPACE}", " ")


def test_survival_figures_stand_behind_a_closed_door_and_out_of_the_search(render):
    page = render(
        "<!-- outlook -->\n\n[6 out of 10 frogs were alive after 2 years](fact:frogs-alive).\n\n<!-- /outlook -->\n\nAfter."
    )
    door = page.select_one("details.lms-outlook")
    assert "6 out of 10" in door.text and not door.has_attr("open") and door.has_attr("data-search-exclude")
    assert "After." not in door.text


def test_a_table_names_each_cell_for_a_phone_and_each_row_for_a_screen_reader(render):
    page = render("## Frogs {#frogs}\n\n| Kind | Color |\n|---|---|\n| Tree | green |")
    assert page.select_one("tbody td")["data-label"] == "Color"
    assert page.select_one("tbody th")["scope"] == "row"
    assert page.select_one("div.lms-table")["aria-label"] == "Table: Frogs"


def test_the_usual_treatment_is_a_road_with_steps_that_only_some_take(render):
    page = render("## The usual treatment {#usual-treatment}\n\n1. **Look.** Far.\n2. **Jump, sometimes.** High.")
    assert [step.get("class") for step in page.select("ol.lms-path li")] == [None, ["lms-path__maybe"]]


def test_unknown_marks_stay_visible_so_that_nobody_takes_them_for_checked(render):
    page = render("Frogs.[^nobody-1999] [3 of 10](fact:nothing)")
    assert "[^nobody-1999]" in page.text
    assert not page.select(".lms-fact, .lms-cite")


def test_notes_side_by_side_name_a_source_once(render):
    page = render("Newts.[^shy-newts] [^frog-2021] [^pond-2020]")
    assert [cite.text for cite in page.select("sup.lms-cite a")] == ["1", "2"]


def test_a_card_has_the_brief_words_of_each_red_flag(render):
    box = render("<!-- help: short mud -->").select_one(".lms-help")
    assert [line.text for line in box.select("li")] == ["Hot frog", "Muddy frog"]
