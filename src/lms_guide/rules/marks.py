"""Sources, facts and terms that a page names must exist, and a fact is printed in one of its own wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lms_guide.guide import Guide
from lms_guide.pages import Page
from lms_guide.problems import nearest
from lms_guide.rules.registry import Edit, page_rule

Found = Iterator[tuple[int, str, str]]
GOOD = "In one pond [3 out of 10 frogs were green for 2 years](fact:green-frogs)."


def _unknown(page: Page, kind: Literal["source", "fact", "term", "unknown"], known: dict) -> Iterator[tuple[int, str]]:
    for _, block in page.blocks:
        for mark in block.marks:
            if mark.kind == kind and mark.id not in known:
                yield block.line, mark.id


@page_rule("P-130", "MkDocs prints an unknown note raw and exits 0.",
           good="Most ponds have frogs.[^pond-2020]", bad="Most ponds have frogs.[^pond-2002]")  # fmt: skip
def source(page: Page, guide: Guide) -> Found:
    """A note names a source of evidence/sources.yml or a fact of evidence/facts/."""
    known = guide.evidence.sources | guide.evidence.facts
    for line, id in _unknown(page, "source", known):
        yield line, f"There is no source or fact `{id}`.", nearest(id, known) or "Add it to evidence/sources.yml."


@page_rule("P-131", "A number without its fact is a number that nobody checked.",
           good=GOOD, bad="In one pond [3 out of 10 frogs were green for 2 years](fact:green-frog).")  # fmt: skip
def fact(page: Page, guide: Guide) -> Found:
    """A `fact:` is in evidence/facts/."""
    known = guide.evidence.facts
    for line, id in _unknown(page, "fact", known):
        yield (
            line,
            f"There is no fact `{id}`.",
            nearest(id, known) or "Add it to evidence/facts/, with its words and a second reading.",
        )


@page_rule("P-132", "A term that the glossary lacks leaves the reader alone with the word.",
           good="Frogs rest on a flat leaf ([lily pad](term:lily-pad)).[^pond-2020]",
           bad="Frogs rest on a flat leaf ([lily pad](term:lilly-pad)).[^pond-2020]")  # fmt: skip
def term(page: Page, guide: Guide) -> Found:
    """A `term:` is in the glossary."""
    known = guide.evidence.terms
    for line, id in _unknown(page, "term", known):
        yield line, f"There is no term `{id}`.", nearest(id, known) or "Add it to evidence/en/glossary.yml."


@page_rule("P-133", "A link with an unknown scheme is dead, and MkDocs exits 0.",
           good=GOOD, bad="In one pond [3 out of 10 frogs were green for 2 years](fatc:green-frogs).")  # fmt: skip
def scheme(page: Page, guide: Guide) -> Found:
    """Only `fact:`, `term:` and the web's own schemes."""
    for line, target in _unknown(page, "unknown", {}):
        name = target.split(":")[0]
        yield (
            line,
            f"There is no mark `{name}:`.",
            nearest(name, ["fact", "term", "https", "mailto", "tel"]) or "The marks are `fact:` and `term:`.",
        )


def same_words(text: str) -> str:
    """A wording as compared: spaces folded, first letter small."""
    text = re.sub(r"\s+", " ", text).strip()
    return text[:1].lower() + text[1:]


@page_rule("P-134", "Swapped arms or a dropped time span turn a true number into a false one.",
           good=GOOD, bad="In one pond [7 out of 10 frogs were green for 2 years](fact:green-frogs).")  # fmt: skip
def wording(page: Page, guide: Guide) -> Found:
    """The words of a fact mark are one of the fact's wordings, word for word."""
    for _, block in page.blocks:
        for mark in block.marks:
            words = guide.evidence.fact_words.get(mark.id) if mark.kind == "fact" else None
            if words is None or same_words(mark.words) in {same_words(wording) for wording in words.wordings}:
                continue
            allowed = " | ".join(words.wordings) or "none yet"
            yield block.line, f"“{mark.words}” is not a wording of `{mark.id}`.", f"Its wordings: {allowed}"


@page_rule("P-135", "A fact that nobody read a second time is not published.",
           good=GOOD, bad=Edit("evidence/readings.yml", "- fact: green-frogs", "- fact: blue-frogs"))  # fmt: skip
def read_again(page: Page, guide: Guide) -> Found:
    """Every fact on a page has an entry in evidence/readings.yml."""
    evidence = guide.evidence
    for _, block in page.blocks:
        for id in guide.named(block):
            if id in evidence.facts and id not in evidence.readings:
                yield (
                    block.line,
                    f"The fact `{id}` has no second reading.",
                    "Have somebody who did not write it read it against its source, then enter it in evidence/readings.yml.",
                )


@page_rule("P-136", "Everything a page claims can be looked up, sentence by sentence.",
           good="Most ponds have frogs.[^pond-2020]", bad="Most ponds have frogs.")  # fmt: skip
def unmarked(page: Page, guide: Guide) -> Found:
    """Every paragraph, item and row of a section that makes claims carries a source or a fact."""
    types = guide.evidence.page_types
    kind = types.types.get(page.type)
    if kind is None or kind.claims == "none":
        return
    wanted = ("row",) if kind.claims == "tables" else ("paragraph", "item", "row")
    for section, block in page.blocks:
        if (
            section.level == 0
            or page.top(section) in types.no_claims
            or section.id in types.no_claims
            or block.kind not in wanted
        ):
            continue
        if block.plain.endswith(":") or only_a_link(block.text):
            continue
        if not any(mark.kind in ("source", "fact") for mark in block.marks):
            what = {"paragraph": "This paragraph", "item": "This item", "row": "This row"}[block.kind]
            yield (
                block.line,
                f"{what} carries no mark: “{block.plain[:60]}…”",
                "Cite a source, print a fact, or leave it out.",
            )


def only_a_link(text: str) -> bool:
    """Pointers to other pages ("[Read on](…).", "For more, see [x](y).") claim nothing."""
    without = re.sub(r"\[[^\[\]]+\]\((?!fact:|term:)[^()]*\)", "", text)
    return without != text and len(re.findall(r"\w+", without)) <= 8
