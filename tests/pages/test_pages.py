"""What do we say? Promises that every page keeps, as its author wrote it."""

from __future__ import annotations

from lms_guide import rules


def test_the_guide_breaks_none_of_its_own_rules(guide):
    assert [str(problem) for problem in rules.check(guide)] == []


def test_every_stage_page_says_when_to_get_help(guide):
    stages = [page for page in guide.pages.values() if page.type == "stage"]
    assert stages
    for page in stages:
        assert any(section.id == "get-help" for section in page.sections), page.file


def test_watching_or_no_treatment_is_among_the_choices_on_every_stage_page(guide):
    for page in guide.pages.values():
        if page.type == "stage":
            parts = [section for section in page.sections if page.top(section) == "choices"]
            words = " ".join(
                [section.title.lower() for section in parts]
                + [block.plain.lower() for section in parts for block in section.blocks]
            )
            assert any(
                word in words
                for word in ("watch", "no treatment", "wait", "visits and scans alone", "no more", "without")
            ), page.file


def test_no_stage_page_shows_survival_figures(guide):
    for page in guide.pages.values():
        if page.type == "stage":
            assert not any(block.in_outlook for _, block in page.blocks), page.file


def test_no_page_claims_a_review_that_did_not_happen(guide):
    for page in guide.pages.values():
        assert page.meta.get("reviewed") is None or page.meta["reviewed"]["name"], page.file
