"""A page that is hard to picture in words carries a picture, or says why it does without."""

from __future__ import annotations

from collections.abc import Iterator

from lms_guide import marks as shapes
from lms_guide.guide import Guide
from lms_guide.pages import Page
from lms_guide.rules.registry import Edit, page_rule

Found = Iterator[tuple[int, str, str]]

POND = "docs/stages/pond.md"
NONE = 'picture: "none: the fixture is read by no one"'
_WITHOUT = "none: "
# A reason is a sentence about the page; "none: no" is none.
_SHORTEST = 20


def _kinds(page: Page) -> set[str]:
    """The kinds of picture that a page asks for."""
    asked = (shapes.picture(block.text) for _, block in page.blocks if block.kind == "comment")
    return {found[0] for found in asked if found}


@page_rule("P-308", "Chances, places in the body and weeks of treatment are hard in words, most of all at night.",
           good=Edit(POND, NONE, 'picture: "none: nobody has drawn this pond yet"'),
           bad=Edit(POND, f"{NONE}\n", ""))  # fmt: skip
def shows_a_picture(page: Page, guide: Guide) -> Found:
    """A page of a type with `picture` in page-types.yml has one of that kind, or `picture: "none: the reason"`."""
    kind = guide.evidence.page_types.types.get(page.type)
    wanted = kind.picture if kind else None
    there = _kinds(page)
    if wanted and "picture" not in page.meta and not (there if wanted == "any" else wanted in there):
        what = "picture" if wanted == "any" else f"{wanted} picture"
        yield 1, f"This page has no {what}.", 'Add one, or say why not: `picture: "none: the reason"`.'


@page_rule("P-309", "A reason that says nothing, or stands beside a picture, hides that nobody thought about it.",
           good=Edit(POND, NONE, 'picture: "none: a drawing would show nothing new"'),
           bad=Edit(POND, NONE, 'picture: "none: no"'))  # fmt: skip
def says_why_not(page: Page, guide: Guide) -> Found:
    """`picture` in the front matter is "none: " and a reason, on a page that lacks the picture of its type."""
    if "picture" not in page.meta:
        return
    value, line = str(page.meta["picture"]), page.line_of("picture")
    if not value.startswith(_WITHOUT) or len(value) < len(_WITHOUT) + _SHORTEST:
        yield line, f"“{value}” is no reason why there is no picture.", 'Write `picture: "none: the reason"`.'
    kind = guide.evidence.page_types.types.get(page.type)
    wanted = kind.picture if kind else None
    there = _kinds(page)
    if there if wanted in (None, "any") else wanted in there:
        yield line, "This page says that it has no picture, and has one.", "Take the line out."
