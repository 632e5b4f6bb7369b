"""What there is and how well it reads: one row a page, as a table in Markdown."""

from __future__ import annotations

from statistics import median

from lms_guide import prose
from lms_guide.guide import Guide
from lms_guide.rules import sections

COLUMNS = (
    "page",
    "sections",
    "words",
    "grade",
    "raw",
    "SMOG",
    "words/sentence",
    "long",
    "facts",
    "sources",
    "read twice",
)


def rows(guide: Guide) -> list[tuple]:
    """One row a page in the order of the menu, in the columns of COLUMNS; measures are None for a page without prose."""
    made = []
    for path in guide.menu:
        page = guide.pages.get(path)
        if page is None:
            continue
        wanted = sections.required(page, guide)
        present = sum(section.id in wanted for section in page.sections if section.level == 2)
        measures = prose.measure(prose.texts(page), guide.evidence.language)
        facts = guide.facts_of(path)
        read = sum(fact in guide.evidence.readings for fact in facts)
        figures = (
            (
                measures.words,
                measures.grade,
                measures.grade_raw,
                measures.smog,
                measures.words_a_sentence,
                measures.long_sentences,
            )
            if measures
            else (None,) * 6
        )
        made.append(
            (
                path,
                f"{present}/{len(wanted)}",
                *figures,
                len(facts),
                len(guide.sources_of(path)),
                f"{read}/{len(facts)}",
            )
        )
    return made


def coverage(guide: Guide) -> str:
    """What each page must cover, where it does, and the first sentence there that carries a mark."""
    lines = ["| page | must cover | under | says |", "|---|---|---|---|"]
    points = 0
    for path, listed in guide.evidence.coverage.items():
        for point in listed.points:
            page = guide.pages.get(path)
            says = sections.cited(page, guide, point.at) if page else ""
            points += bool(says)
            lines.append(
                f"| {path} | {point.point} | {', '.join(f'#{id}' for id in point.at)} | {says[:90] or 'NOTHING'} |"
            )
    lines.append(f"| {len(guide.evidence.coverage)} pages | {len(lines) - 2} points | | {points} covered |")
    return "\n".join(lines)


def table(guide: Guide) -> str:
    """The rows, and their medians."""
    found = rows(guide)
    lines = [f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    lines += [f"| {' | '.join('–' if cell is None else str(cell) for cell in row)} |" for row in found]
    middles = []
    for column in range(2, 8):
        values = [row[column] for row in found if row[column] is not None]
        middles.append(f"{median(values):.3g}" if values else "–")
    lines.append(f"| median of {len(found)} pages | | {' | '.join(middles)} | | | |")
    return "\n".join(lines)
