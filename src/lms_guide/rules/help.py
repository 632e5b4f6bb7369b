"""The part that must never fail: red flags come from one place, and stand on every page that needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lms_guide import marks as shapes
from lms_guide.guide import Guide
from lms_guide.pages import Page
from lms_guide.problems import nearest
from lms_guide.rules.registry import Edit, page_rule

POND = "docs/stages/pond.md"
Found = Iterator[tuple[int, str, str]]

_RED_FLAG = re.compile(
    r"\b(?:call|dial|ring|phone)\s+(?:\w+\s+){0,2}(?:911|999|112|000)\b|24-hour (?:cancer )?(?:line|number)",
    re.IGNORECASE,
)
# On pages that teach how to reach help, these words are the subject.
_ABOUT_HELP = ("side-effects/index.md", "tools/call-now-card.md", "tools/emergency-room-card.md")


def sets_of(text: str) -> list[str]:
    """The sets that a help comment asks for, without its modes."""
    match = shapes.HELP.match(text)
    return [name for name in match["sets"].split() if name not in shapes.HELP_MODES] if match else []


@page_rule(
    "P-120", "The get-help box comes from evidence/urgent.yml, where each line is tied to a fact that was read twice.",
    good=Edit(POND, "<!-- help: fever -->", "<!-- help: fever mud -->"),
    bad=Edit(POND, "<!-- help: fever -->", "<!-- help: fevr -->"),
)  # fmt: skip
def block(page: Page, guide: Guide) -> Found:
    """A get-help section holds a help comment, with known sets."""
    known = {name for line in guide.evidence.urgent.values() for name in line.sets}
    for section, block in page.blocks:
        if block.kind == "comment" and block.text.startswith("<!-- help"):
            for name in sets_of(block.text):
                if name not in known:
                    yield (
                        block.line,
                        f"There is no set of red flags `{name}`.",
                        nearest(name, known) or f"The sets: {', '.join(sorted(known))}.",
                    )
        elif section.id == "get-help":
            yield (
                block.line,
                "The get-help section holds text of its own.",
                "Leave only the help comment; lines live in evidence/urgent.yml.",
            )
    for section in page.sections:
        if section.id == "get-help" and not any(shapes.HELP.match(block.text) for block in section.blocks):
            yield (
                section.line,
                "The get-help section has no help comment.",
                "Write `<!-- help: … -->` with the sets this page needs.",
            )


@page_rule(
    "P-121", "A hand-typed red flag is not tied to a source, and no card or sheet repeats it.",
    good="Ask your team which number to call.[^pond-2020]",
    bad="If a frog bites, call 911.[^pond-2020]",
)  # fmt: skip
def hand_typed(page: Page, guide: Guide) -> Found:
    """No emergency number or 24-hour line in prose."""
    if page.path in _ABOUT_HELP:
        return
    for _, block in page.blocks:
        if block.kind != "comment" and (found := _RED_FLAG.search(block.plain)):
            yield (
                block.line,
                f"A red flag is typed by hand: “{found.group()}”.",
                "Link to `#get-help`, or add a line to evidence/urgent.yml.",
            )


@page_rule(
    "P-122", "A comment that nobody understands is text that the reader never sees.",
    good="Most ponds have frogs.[^pond-2020]\n\n<!-- outlook -->\n\nNewts too.[^pond-2020]\n\n<!-- /outlook -->",
    bad="Most ponds have frogs.[^pond-2020]\n\n<!-- outlok -->",
)  # fmt: skip
def comments(page: Page, guide: Guide) -> Found:
    """Comments are help, list, picture or outlook blocks; an outlook block is closed."""
    opened = 0
    for _, block in page.blocks:
        if block.kind != "comment":
            continue
        if shapes.OUTLOOK_START.match(block.text):
            if opened:
                yield block.line, "An outlook block opens inside another.", "Close the first with `<!-- /outlook -->`."
            opened = block.line
        elif shapes.OUTLOOK_END.match(block.text):
            if not opened:
                yield block.line, "An outlook block ends that never began.", "Begin it with `<!-- outlook -->`."
            opened = 0
        elif shapes.LIST.match(block.text):
            name = shapes.LIST.match(block.text)["name"]
            if name.split()[0] not in shapes.LISTS:
                yield (
                    block.line,
                    f"There is no list `{name}`.",
                    nearest(name, shapes.LISTS) or f"The lists: {', '.join(shapes.LISTS)}.",
                )
        elif not shapes.HELP.match(block.text) and not shapes.PICTURE.match(block.text):
            word = re.match(r"<!--\s*/?(\w+)", block.text)
            near = nearest(word[1] if word else "", ["help", "list", "outlook", "picture"])
            yield (
                block.line,
                f"This comment is not known: {block.text}",
                near or "Known are help, list, picture and outlook.",
            )
    if opened:
        yield opened, "An outlook block is not closed.", "End it with `<!-- /outlook -->`."
