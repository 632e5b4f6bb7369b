"""Decision aids: no option may win by being told at more length (IPDAS: equal detail)."""

from __future__ import annotations

from collections.abc import Iterator

from lms_guide import marks as shapes
from lms_guide import prose
from lms_guide.guide import Guide
from lms_guide.pages import Page
from lms_guide.rules.registry import page_rule

# The longer of two options has at most this many times the words of the shorter.
MOST = 1.5
_OPTIONS = "### Frogs or newts {#options}\n\n| | Frogs | Newts |\n|---|---|---|\n| What is hard | They are loud at night.[^pond-2020] | "


@page_rule("P-115", "The option that is told at more length looks like the better one, or the worse.",
           good=f"{_OPTIONS}They are seldom seen by day.[^pond-2020] |",
           bad=f"{_OPTIONS}They are small, shy, cold, quick and hard to find, and some never come back.[^pond-2020] |")  # fmt: skip
def equal_detail(page: Page, guide: Guide) -> Iterator[tuple[int, str, str]]:
    """In the table under `#options`, no column has more than 1.5 times the words of another, and no cell is empty."""
    for section in page.sections:
        rows = [block for block in section.blocks if block.kind == "row"] if section.id == "options" else []
        # The first cell names the row.
        cells = [[shapes.plain(cell) for cell in row.text.strip().strip("|").split("|")[1:]] for row in rows]
        for row, options in zip(rows, cells, strict=True):
            if not all(option.strip() for option in options):
                yield (
                    row.line,
                    "An option has nothing to say in this row.",
                    "Say as much of each option, or that nobody knows.",
                )
        counts = [sum(len(prose.words(cell)) for cell in column) for column in zip(*cells, strict=False)]
        if counts and max(counts) > MOST * max(min(counts), 1):
            wrong = f"The options are told in {' and '.join(map(str, counts))} words."
            yield rows[0].line, wrong, "Give each option the same detail: at most 1.5 times the words of another."
