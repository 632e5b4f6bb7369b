"""The page finder leads to every place, effect and worry, and names neither a treatment nor a stage."""

from __future__ import annotations

import re
from posixpath import join, normpath

import pytest

from lms_guide import pages

FINDER = "start/find-your-path.md"

# Folders whose every page a reader must be able to choose here, and single pages.
LED_TO = ("where/", "side-effects/", "living/")
ALSO_LED_TO = {"understand/tests-and-biopsy.md", "understand/outlook.md"}

# Pages about one treatment, one medicine or one stage. Places of spread, a return, and overviews are none.
ONE_ANSWER = re.compile(
    r"^(?:treatments|medicines|decide|studies)/(?!index|bone-brain)|^stages/(?!index|came-back|cannot-be)"
)
NUMBER = re.compile(r"\b[Ss]tages? (?:[IV]+|\d)\b")

# The page's own section that says what it does not do is no choice.
NO_CHOICE = {"", "how-to", "privacy"}


def targets(page: pages.Page) -> set[str]:
    """The pages of the guide that a page links to."""
    links = [mark.id.partition("#")[0] for _, block in page.blocks for mark in block.marks if mark.kind == "link"]
    return {normpath(join(page.path, "..", link)) for link in links if link and ":" not in link}


def names_an_answer(page: pages.Page) -> list[str]:
    """What of a finder's choices names a stage, or leads straight to one treatment, medicine, study or stage."""
    said = [block.plain for section, block in page.blocks if section.id not in NO_CHOICE and NUMBER.search(block.plain)]
    return said + sorted(target for target in targets(page) if ONE_ANSWER.match(target))


def lists(page: pages.Page) -> dict[str, int]:
    """Section -> how many pages of the guide its list offers."""
    offered = {
        section.id: sum(block.kind == "item" and ".md" in block.text for block in section.blocks)
        for section in page.sections
        if section.id not in NO_CHOICE
    }
    return {id: count for id, count in offered.items() if count}


def test_every_place_effect_and_worry_can_be_chosen(guide):
    wanted = {path for path in guide.pages if path.startswith(LED_TO)} | ALSO_LED_TO
    # The list of places is what the first choice is itself.
    assert wanted - targets(guide.pages[FINDER]) - {"where/index.md"} == set()


def test_no_choice_names_a_stage_or_leads_straight_to_one_treatment(guide):
    assert names_an_answer(guide.pages[FINDER]) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "- [Stage IV, if your team calls it that](../stages/index.md)",
        "- [What may help](../medicines/doxorubicin.md)",
        "- [What comes next](../treatments/surgery.md)",
        "- [Your table](../stages/uterine-stage-4.md)",
    ],
)
def test_a_choice_that_names_an_answer_would_be_noticed(wrong):
    page, _ = pages.parse(FINDER, f"---\ntitle: Find\n---\n\n## It has spread {{#spread}}\n\n{wrong}\n")
    assert names_an_answer(page)


def test_every_list_is_short(guide):
    assert {id: count for id, count in lists(guide.pages[FINDER]).items() if not 2 <= count <= 6} == {}


def test_every_choice_is_a_place_on_the_page_itself_so_that_it_works_without_scripts(guide):
    page = guide.pages[FINDER]
    chosen = set(re.findall(r"\]\(#([\w-]+)\)", page.body))
    assert chosen <= page.anchors
    parts = {section.id for section in page.sections if page.top(section) not in {*NO_CHOICE, "place"}}
    assert parts - chosen == set(), "a list that no choice leads to"
