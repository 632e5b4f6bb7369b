"""Numbers about outcomes, risks and doses come from facts alone, and figures of living and dying stay behind a door."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lms_guide import marks as shapes
from lms_guide.evidence import NUMERAL
from lms_guide.guide import Guide
from lms_guide.pages import Block, Page
from lms_guide.rules.registry import page_rule

Found = Iterator[tuple[int, str, str]]

# Digits that are names, not numbers: stage, grade and margin labels, trial names, years, phone numbers, ordinals of staging rules.
_NAMES = re.compile(
    r"\b(?:[TNMGRS][0-4][ab]?|stage [0-4]|LMS-0\d|GOG-0?277|EORTC \d+|STRASS 2|AJCC \d|TNM \d|NCT\d+|COVID-19|CA-?125|Ki-?67|"
    r"WCAG[^.]*2\.2|CC BY 4\.0|CD\d+|DOG1|S100|T1-weighted|(?:19|20)\d\d|988|911|999|112|111|\d(?:st|nd|rd|th) edition)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?\d[\d\s()-]{6,}\d")
_SPELLED_CHANCE = re.compile(
    r"\b(?:half|a third|two thirds|a quarter|three quarters|most|few|(?:two|three|four|five|six|seven|eight|nine) (?:in|of|out of) (?:five|ten|a hundred))"
    r" of (?:all )?(?:the )?(?:people|women|men|patients|tumors|cases) (?:with|who|live|lived|die|died|were alive)\b",
    re.IGNORECASE,
)
_SURVIVAL = re.compile(
    r"\b(?:surviv\w+|alive|lived|life expectancy|die[ds]?|deaths?|dying)\b[^.]*\d|\d[^.]*\b(?:surviv\w+|alive|lived|life expectancy|die[ds]?|deaths?|dying)\b",
    re.IGNORECASE,
)


def _outside_facts(block: Block) -> str:
    """A block's text without the words of its facts, sources and link targets."""
    text = block.text
    for mark in reversed(block.marks):
        keep = "" if mark.kind in ("fact", "source") else mark.words
        text = f"{text[: mark.start]}{keep}{text[mark.end :]}"
    return re.sub(r"\{[:#.][^{}]*\}|\*", "", text)


@page_rule("P-140", "A wrong number here can hurt someone; a number in a fact is checked against its source twice.",
           good="In one pond [3 out of 10 frogs were green for 2 years](fact:green-frogs).",
           bad="In one pond 3 out of 10 frogs were green for 2 years.[^pond-2020]")  # fmt: skip
def loose_number(page: Page, guide: Guide) -> Found:
    """Digits in running text stand inside a fact; names such as T2 and phone numbers are no numbers."""
    types = guide.evidence.page_types
    for section, block in page.blocks:
        if block.kind in ("comment", "header-row") or page.top(section) in types.no_claims:
            continue
        text = _NAMES.sub("", _PHONE.sub("", _outside_facts(block)))
        loose = [found.group() for found in NUMERAL.finditer(text)]
        spelled = _SPELLED_CHANCE.search(text)
        if loose or spelled:
            what = ", ".join(loose) if loose else spelled.group()
            yield (
                block.line,
                f"A number stands outside a fact: {what} in “{block.plain[:60]}…”",
                "Print it through a fact: [wording](fact:id).",
            )


@page_rule("P-141", "Many readers do not want figures of living and dying; they open a door to see them, or do not.",
           good="<!-- outlook -->\n\n[6 out of 10 frogs were alive after 2 years](fact:frogs-alive).\n\n<!-- /outlook -->",
           bad="[6 out of 10 frogs were alive after 2 years](fact:frogs-alive).")  # fmt: skip
def survival(page: Page, guide: Guide) -> Found:
    """Facts marked `survival`, and figures about being alive or dying, stand in an outlook block only."""
    for _, block in page.blocks:
        if block.in_outlook or block.kind == "comment":
            continue
        facts = guide.evidence.facts
        named = [
            mark.id for mark in block.marks if mark.kind == "fact" and mark.id in facts and facts[mark.id].survival
        ]
        if named or _SURVIVAL.search(shapes.plain(block.text)):
            what = f"the survival fact `{named[0]}`" if named else f"a survival figure: “{block.plain[:60]}…”"
            yield (
                block.line,
                f"Outside an outlook block stands {what}.",
                "Put it between `<!-- outlook -->` and `<!-- /outlook -->`, or link to the page that has it.",
            )
    described = str(page.meta.get("description", ""))
    if _SURVIVAL.search(described):
        yield (
            page.line_of("description"),
            "The description holds a survival figure.",
            "Descriptions are shown by search engines and when shared; leave it out.",
        )
