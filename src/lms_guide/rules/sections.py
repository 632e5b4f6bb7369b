"""Every page of a kind has its sections, in order, with something in them."""

from __future__ import annotations

from collections.abc import Iterator

from lms_guide.guide import Guide
from lms_guide.pages import Page, Section
from lms_guide.problems import Problem, nearest
from lms_guide.rules.registry import Edit, page_rule, rule

POND = "docs/stages/pond.md"
Found = Iterator[tuple[int, str, str]]

# Kinds of page that may have sections of their own between the required ones.
OPEN_TYPES = ("topic", "overview", "tool", "about")
# Ids that the foot of a page takes for itself.
RESERVED = ("words", "sources")


def required(page: Page, guide: Guide) -> list[str]:
    """Ids of the sections that a page must have, in order; empty when its type is not known."""
    kind = guide.evidence.page_types.types.get(page.type)
    if kind is None:
        return []
    wanted = list(kind.sections)
    if page.path in kind.get_help_also and "get-help" not in wanted:
        place = wanted.index("questions") if "questions" in wanted else len(wanted)
        wanted.insert(place, "get-help")
    return wanted


def heading(page: Page, guide: Guide, id: str) -> str:
    """The heading that a section of this kind of page carries."""
    words = guide.evidence.sections
    return words.get(f"{page.type}/{id}", words.get(id, id))


def _says_something(section: Section) -> bool:
    """The head of a table alone says nothing."""
    return any(block.kind != "header-row" for block in section.blocks)


def _tops(page: Page) -> list[Section]:
    return [section for section in page.sections if section.level == 2]


@page_rule(
    "P-110", "A page that leaves out when to get help, or what nobody knows, fails the reader who needed just that.",
    good=Edit(POND, "What is ahead {#ahead}", "What is ahead {#ahead}"),
    bad=Edit(POND, "## What nobody knows yet {#not-known}\n\nNobody has counted them.[^pond-2020]\n", ""),
)  # fmt: skip
def missing(page: Page, guide: Guide) -> Found:
    """Required sections are there, with their own heading."""
    found = {section.id: section for section in _tops(page)}
    for id in required(page, guide):
        wanted = f"## {heading(page, guide, id)} {{#{id}}}"
        if id not in found:
            near = nearest(id, found)
            yield 1, f"The section `{id}` is missing.", f"Add `{wanted}`. {near}".strip()
        elif found[id].title != heading(page, guide, id):
            yield found[id].line, f"The section `{id}` has another heading: {found[id].title}.", f"Write `{wanted}`."


@page_rule(
    "P-111", "A heading with nothing under it promises what is not there.",
    good="Most ponds have frogs.[^pond-2020]",
    bad=Edit(POND, "Nobody has counted them.[^pond-2020]\n", ""),
)  # fmt: skip
def empty(page: Page, guide: Guide) -> Found:
    """Every section has content, in itself or in a part of it."""
    for section in page.sections:
        if section.level == 0 or _says_something(section):
            continue
        parts = [part for part in page.sections if part.parent == section.id and _says_something(part)]
        if section.level > 2 or not parts:
            yield (
                section.line,
                f"The section `{section.id}` is empty.",
                "Write what there is to say, or say that nobody knows.",
            )


@page_rule(
    "P-112", "A reader who has learned one page finds the next without thinking when the order is the same.",
    good=Edit(POND, "## Questions to ask {#questions}", "## Questions to ask {#questions}"),
    bad=Edit(POND, "## What is ahead {#ahead}\n\nRain comes.[^pond-2020]\n\n## What nobody knows yet {#not-known}\n\nNobody has counted them.[^pond-2020]\n",
             "## What nobody knows yet {#not-known}\n\nNobody has counted them.[^pond-2020]\n\n## What is ahead {#ahead}\n\nRain comes.[^pond-2020]\n"),
)  # fmt: skip
def order(page: Page, guide: Guide) -> Found:
    """Required sections stand in their order."""
    wanted = required(page, guide)
    present = [section for section in _tops(page) if section.id in wanted]
    rightly = sorted(present, key=lambda section: wanted.index(section.id))
    for section, instead in zip(present, rightly, strict=True):
        if section.id != instead.id:
            yield (
                section.line,
                f"Here `{section.id}` stands where `{instead.id}` belongs.",
                f"The order: {', '.join(wanted)}.",
            )
            return


@page_rule(
    "P-113", "An extra section or a skipped level breaks the shape that readers and screen readers go by.",
    good=Edit(POND, "## What is ahead {#ahead}", "### Frogs in spring {#spring}\n\nFrogs come in spring.[^pond-2020]\n\n## What is ahead {#ahead}"),
    bad=Edit(POND, "## What is ahead {#ahead}", "## Frogs in spring {#spring}\n\nFrogs come in spring.[^pond-2020]\n\n## What is ahead {#ahead}"),
)  # fmt: skip
def shape(page: Page, guide: Guide) -> Found:
    """No level-1 heading (the title is it), no skipped level, no extra section where the type is closed, ids once."""
    kind = guide.evidence.page_types.types.get(page.type)
    closed = kind is not None and page.type not in OPEN_TYPES
    allowed = [*required(page, guide), *(kind.optional if kind else ())]
    level, seen = 1, set()
    for section in page.sections[1:]:
        if section.level == 1:
            yield section.line, "A page has one h1, its title.", "Begin with `##`."
        elif section.level > level + 1:
            yield (
                section.line,
                f"The heading skips a level (h{level} to h{section.level}).",
                f"Use {'#' * (level + 1)}.",
            )
        if closed and section.level == 2 and section.id not in allowed:
            yield (
                section.line,
                f"A page of type `{page.type}` has no section `{section.id}`.",
                nearest(section.id, allowed) or "Make it a part (`###`) of one.",
            )
        if section.id in seen or section.id in RESERVED:
            yield (
                section.line,
                f"The id `{section.id}` stands twice on this page.",
                "Give this heading an id of its own: {#…}.",
            )
        seen.add(section.id)
        level = section.level


@rule("P-114", "What a page was meant to answer is lost one edit at a time unless somebody keeps the list.",
      good=Edit("evidence/en/coverage.yml", "at: [usual-treatment]", "at: [what-it-means, usual-treatment]"),
      bad=Edit("evidence/en/coverage.yml", "at: [usual-treatment]", "at: [usual-treatement]"))  # fmt: skip
def covered(guide: Guide) -> Iterator[Problem]:
    """Every point that a page must cover has its heading there, with a sentence that carries a mark."""
    for path, coverage in guide.evidence.coverage.items():
        file, line = guide.evidence.where("coverage", path)
        page = guide.pages.get(path)
        if page is None:
            yield Problem(file, line, "P-114", f"There is no page `{path}`.", nearest(path, guide.pages) or "Write it.")
            continue
        known = {section.id for section in page.sections}
        for point in coverage.points:
            gone = [id for id in point.at if id not in known]
            if gone:
                wrong = f"`{path}` has no part `#{gone[0]}` on: {point.point}."
                yield Problem(file, line, "P-114", wrong, nearest(gone[0], known) or "Name the heading that covers it.")
            elif not cited(page, guide, point.at):
                wrong = f"No sentence of `{path}` under `#{point.at[0]}` carries a mark on: {point.point}."
                yield Problem(file, line, "P-114", wrong, "Cite what it says.")


def cited(page: Page, guide: Guide, ids: tuple[str, ...]) -> str:
    """The first sentence under these headings that carries a mark, or a list made from data.

    On kinds of page and in parts that claim nothing, the first sentence.
    """
    types = guide.evidence.page_types
    for section, block in page.blocks:
        if section.id not in ids and section.parent not in ids:
            continue
        kind = types.types.get(page.type)
        free = kind is None or kind.claims != "all" or page.top(section) in types.no_claims
        if free or block.kind == "comment" or any(mark.kind in ("source", "fact") for mark in block.marks):
            return block.plain or block.text
    return ""
