"""What is said on two pages belongs in one place, with a link from the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lms_guide.guide import Guide
from lms_guide.pages import Block
from lms_guide.problems import Problem
from lms_guide.rules.registry import Edit, rule

RUN = 8
_BREAK = "\0"


def _words(block: Block) -> list[str]:
    """The author's own words of a block; wordings of facts and names of links are shared on purpose and stand as a break."""
    text = block.text
    for mark in reversed(block.marks):
        words = f" {_BREAK} " if mark.kind in ("fact", "link") else mark.words
        text = f"{text[: mark.start]}{words}{text[mark.end :]}"
    return re.findall(r"\0|[a-z0-9'’-]+", re.sub(r"\{[:#.][^{}]*\}", "", text).lower())


@rule("P-190", "The same sentence on two pages will be mended on one of them only.",
      good=Edit("docs/index.md", "Welcome.", "Welcome to the pond, where frogs live."),
      bad=Edit("docs/index.md", "Welcome.", "The pond was dug by hand a long time ago, they say."))  # fmt: skip
def shared_runs(guide: Guide) -> Iterator[Problem]:
    """No run of eight words stands on two pages; facts' wordings, shared blocks and questions aside."""
    first: dict[tuple[str, ...], tuple[str, int]] = {}
    for page in guide.pages.values():
        for section, block in page.blocks:
            if block.kind in ("comment", "header-row") or page.top(section) == "questions":
                continue
            words = _words(block)
            for start in range(len(words) - RUN + 1):
                run = tuple(words[start : start + RUN])
                if _BREAK in run:
                    continue
                file, line = first.setdefault(run, (page.file, block.line))
                if file != page.file:
                    yield Problem(
                        page.file,
                        block.line,
                        "P-190",
                        f"“{' '.join(run)}” also stands at {file}:{line}.",
                        "Say it once and link, or say it anew.",
                    )
                    break
