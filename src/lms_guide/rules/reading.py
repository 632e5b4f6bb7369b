"""Reading measures with hard limits; the targets are in `python -m lms_guide report`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lms_guide import prose
from lms_guide.guide import Guide
from lms_guide.pages import Page
from lms_guide.rules.registry import Edit, page_rule

Found = Iterator[tuple[int, str, str]]

# (measure, hard limit, how to say it)
LIMITS = (
    ("grade", 8.0, "reading grade (unavoidable words masked)"),
    ("grade_raw", 9.0, "reading grade"),
    ("smog", 10.5, "SMOG grade (masked)"),
    ("words_a_sentence", 15.0, "words a sentence"),
    ("long_sentences", 0.10, "share of sentences over 20 words"),
)
_LONG = (
    "Ponds, which are generally considered to be representative of small freshwater environments, necessarily accommodate "
    "considerable populations of amphibians, whose continuing reproduction depends upon environmental circumstances.[^pond-2020]\n\n"
)


@page_rule("P-170", "Half of adults read below grade 8; a frightened person reads lower still.",
           good="Most ponds have frogs.[^pond-2020]", bad=_LONG * 8)  # fmt: skip
def measures(page: Page, guide: Guide) -> Found:
    """Grade, SMOG and sentence length keep their hard limits."""
    found = prose.measure(prose.texts(page), guide.evidence.language)
    if found is None or page.type == "about":
        return
    for name, limit, words in LIMITS:
        if (value := getattr(found, name)) > limit:
            yield (
                page.body_line,
                f"The {words} is {value:g}; the limit is {limit:g}.",
                "Shorten sentences and words; `python -m lms_guide report` shows the page's measures.",
            )


@page_rule("P-171", "A wall of text is skipped.",
           good="Most ponds have frogs. Some have newts. A few have both.[^pond-2020]",
           bad="Most ponds have frogs. Some have newts. A few have both. Ducks come too. They leave soon.[^pond-2020]")  # fmt: skip
def paragraphs(page: Page, guide: Guide) -> Found:
    """A paragraph has four sentences at the most."""
    for _, block in page.blocks:
        if block.kind == "paragraph" and (count := len(prose.sentences(block.plain))) > 4:
            yield (
                block.line,
                f"This paragraph has {count} sentences.",
                "Keep it to three, four at the most; make two of it, or a list.",
            )


@page_rule("P-175", "A reader who is lost in one sentence does not start it again.",
           good="Most ponds have frogs.[^pond-2020]", bad=f"Most ponds have frogs{' and newts' * 20}.[^pond-2020]")  # fmt: skip
def longest_sentence(page: Page, guide: Guide) -> Found:
    """A sentence has 40 words at the most."""
    for _, block in page.blocks:
        for sentence in prose.sentences(block.plain) if block.kind in ("paragraph", "item") else ():
            if (count := len(prose.words(sentence))) > 40:
                yield (block.line, f"A sentence has {count} words: “{sentence[:60]}…”", "Make two or three of it.")


@page_rule("P-172", "Nobody keeps more than seven things in mind.",
           good="\n".join(f"- Frog {name}.[^pond-2020]" for name in "abcdefg"),
           bad="\n".join(f"- Frog {name}.[^pond-2020]" for name in "abcdefgh"))  # fmt: skip
def lists(page: Page, guide: Guide) -> Found:
    """A list has seven items at the most; menus of links on overview pages aside."""
    count, start = 0, 0
    previous = None
    for section, block in page.blocks:
        if block.kind == "item" and previous is section:
            count += 1
        else:
            count, start = (1, block.line) if block.kind == "item" else (0, 0)
        previous = section if block.kind == "item" else None
        if count == 8 and page.type != "overview":
            yield start, "This list has more than seven items.", "Split it by a heading or a sentence between."


@page_rule("P-173", "Headings are the handrail for those who skim.",
           good="Most ponds have frogs.[^pond-2020]", bad="Most ponds have frogs and newts too.[^pond-2020]\n\n" * 40)  # fmt: skip
def chunks(page: Page, guide: Guide) -> Found:
    """At most 250 words stand between two headings, tables aside."""
    for section in page.sections:
        words = sum(
            len(re.findall(r"\w+", block.plain)) for block in section.blocks if block.kind in ("paragraph", "item")
        )
        if words > 250:
            yield section.line, f"{words} words stand here without a heading.", "Put a `###` heading in, or cut."


@page_rule("P-174", "The short version is what a reader keeps when nothing else is read.",
           good=Edit("docs/stages/pond.md", "- Frogs live here.[^pond-2020]", "- Frogs do live here.[^pond-2020]"),
           bad=Edit("docs/stages/pond.md", "- Frogs live here.[^pond-2020]\n", ""))  # fmt: skip
def short_version(page: Page, guide: Guide) -> Found:
    """The short version has 3 to 6 points."""
    for section in page.sections:
        if section.id == "short-version":
            points = sum(block.kind == "item" for block in section.blocks)
            if not 3 <= points <= 6:
                yield section.line, f"The short version has {points} points.", "Give 3 to 6."
