"""The words: plain, kind, the same for the same thing, and explained where they first stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lms_guide.guide import Guide
from lms_guide.pages import Page
from lms_guide.rules.marks import only_a_link
from lms_guide.rules.registry import page_rule

Found = Iterator[tuple[int, str, str]]

# How a sentence shows what a word means: brackets, a dash, or a defining verb near it.
_GLOSS = re.compile(r"\(|\)|—|–|\b(?:called|means?|meaning|that is|known as|is an?|are|is when|is the|or|name for)\b|:")


@lru_cache(maxsize=256)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@page_rule("P-150", "A meaning only behind a link or tooltip does not count: it must be in the sentence where the word first stands.",
           good="Frogs rest on a flat floating leaf ([lily pad](term:lily-pad)).[^pond-2020]",
           bad="Frogs rest on the [lily pad](term:lily-pad).[^pond-2020]")  # fmt: skip
def explained(page: Page, guide: Guide) -> Found:
    """The sentence in which a term is first marked also says what it means."""
    seen: set[str] = set()
    for _, block in page.blocks:
        for mark in block.marks:
            if mark.kind != "term" or mark.id in seen or mark.id not in guide.evidence.terms:
                continue
            seen.add(mark.id)
            start = max(block.text.rfind(stop, 0, mark.start) for stop in (". ", "? ", "! ", ".[^")) + 1
            ends = [block.text.find(stop, mark.end) for stop in (". ", "? ", "! ", ".[^")]
            end = min([place for place in ends if place >= 0], default=len(block.text))
            around = block.text[start : mark.start] + block.text[mark.end : end]
            near = re.sub(r"\]\([^()]*\)", "]", around)
            if not guide.evidence.terms[mark.id].plain and not _GLOSS.search(near):
                yield (
                    block.line,
                    f"The term `{mark.id}` is not explained where it first stands.",
                    "Say the plain word first and the term in brackets, or “… is called …”, in the same sentence.",
                )


@page_rule("P-151", "A hard word without a mark leaves the reader alone with it.",
           good="Frogs rest on a flat floating leaf ([lily pad](term:lily-pad)).[^pond-2020]",
           bad="Frogs rest on a lily pad.[^pond-2020]")  # fmt: skip
def unmarked_term(page: Page, guide: Guide) -> Found:
    """The first time a glossary word stands on a page it is marked, unless the glossary calls it plain."""
    if page.type in ("about", "tool"):
        return
    marked: set[str] = set()
    reported: set[str] = set()
    hard = [term for term in guide.evidence.terms.values() if not term.plain]
    any_hard = _pattern("|".join(re.escape(term.word) for term in hard)) if hard else None
    exempt = guide.evidence.page_types.no_claims
    for section, block in page.blocks:
        if block.kind in ("comment", "header-row") or page.top(section) in exempt or only_a_link(block.text):
            continue
        here = {mark.id for mark in block.marks if mark.kind == "term"}
        for term in hard if any_hard and any_hard.search(block.plain) else ():
            if term.id in marked or term.id in here or term.id in reported:
                continue
            if _pattern(re.escape(term.word)).search(block.plain):
                reported.add(term.id)
                yield (
                    block.line,
                    f"The word “{term.word}” stands here for the first time, without its mark.",
                    f"Write [{term.word}](term:{term.id}) and say what it means.",
                )
        marked |= here


@page_rule("P-160", "One name for one thing, no war words, no blame, no false comfort, no chances that mislead.",
           good="Frogs have radiation.[^pond-2020]", bad="Frogs fight with radiotherapy.[^pond-2020]")  # fmt: skip
def banned(page: Page, guide: Guide) -> Found:
    """No word of evidence/<language>/language.yml, `banned`, in the text, the title or the description."""
    rules = guide.evidence.language.banned
    for key in ("title", "description"):
        for rule in rules:
            if found := _pattern(rule.find).search(str(page.meta.get(key, ""))):
                yield page.line_of(key), f"“{found.group()}” is not a word of this guide.", f"Use: {rule.use}."
    for _, block in page.blocks:
        if block.kind == "comment":
            continue
        for rule in rules:
            if found := _pattern(rule.find).search(block.plain):
                yield block.line, f"“{found.group()}” is not a word of this guide.", f"Use: {rule.use}."


@page_rule("P-161", "Emphasis on everything is emphasis on nothing.",
           good="**Most** ponds have frogs.[^pond-2020]",
           bad="**Most ponds have frogs and newts and snails and reeds and ducks and more of them than anyone has counted, all year, in every year.**[^pond-2020]")  # fmt: skip
def bold(page: Page, guide: Guide) -> Found:
    """Bold words are 5 in 100 at most, first words of path steps and list items aside; no italics."""
    words = strong = 0
    for _, block in page.blocks:
        if block.kind in ("comment", "header-row"):
            continue
        text = re.sub(r"^\|?\s*\*\*.+?\*\*", "", block.text) if block.kind in ("item", "row") else block.text
        words += len(re.findall(r"\w+", block.plain))
        strong += sum(len(re.findall(r"\w+", found)) for found in re.findall(r"\*\*(.+?)\*\*", text))
        if re.search(r"(?<![*\w])[*_](?![*_\s])[^*_]+[*_](?![*\w])", re.sub(r"\([^()]*\)|\*\*.+?\*\*", "", text)):
            yield block.line, "Italics are hard to read for many people.", "Take the emphasis out, or use bold seldom."
    if words and strong > max(12, words * 0.05):
        yield (
            page.body_line,
            f"{strong} of {words} words are bold.",
            "Keep it to 5 in 100: headings and lists carry the emphasis.",
        )
