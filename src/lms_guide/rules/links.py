"""Links lead somewhere, pages are in the menu, pictures have words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lms_guide.guide import Guide
from lms_guide.pages import Page
from lms_guide.problems import Problem, nearest
from lms_guide.rules.registry import Edit, page_rule, rule

POND = "docs/stages/pond.md"
Found = Iterator[tuple[int, str, str]]


def _internal(page: Page) -> Iterator[tuple[int, str, str]]:
    """Line, target path relative to docs/, and anchor of each link to another place in the guide."""
    for _, block in page.blocks:
        for mark in block.marks:
            if mark.kind == "link" and not re.match(r"^(?:https?|mailto|tel):", mark.id):
                path, _, anchor = mark.id.partition("#")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
                yield block.line, target, anchor


@page_rule("P-180", "A dead link at night is a closed door.",
           good="See [home](../index.md).", bad="See [home](../home.md).")  # fmt: skip
def page_links(page: Page, guide: Guide) -> Found:
    """A link to a page or file of the guide finds it."""
    for line, target, _ in _internal(page):
        if target not in guide.pages and not (guide.root / "docs" / target).is_file():
            yield (
                line,
                f"The link leads to `{target}`, which is not there.",
                nearest(target, guide.pages) or "Links are relative to this file and end in .md.",
            )


@page_rule("P-181", "A link to a part that is gone drops the reader at the top of a long page.",
           good="See [what is ahead](#ahead).", bad="See [what is ahead](#aheads).")  # fmt: skip
def anchors(page: Page, guide: Guide) -> Found:
    """The part that a link names is on the page it leads to."""
    for line, target, anchor in _internal(page):
        if not anchor or target not in guide.pages:
            continue
        known = set(guide.pages[target].anchors) | {"sources", "words"}
        known |= {f"term-{id}" for id in guide.evidence.terms} if target == "about/glossary.md" else set()
        if anchor not in known:
            yield (
                line,
                f"`{target}` has no part `#{anchor}`.",
                nearest(anchor, known) or f"Its parts: {', '.join(sorted(known))}.",
            )


@page_rule("P-182", "Pages link by relative .md paths, so that the site works in a sub-path, offline and with another generator.",
           good="See [the pond society](https://example.org/).", bad="See [home](/index.md).")  # fmt: skip
def relative(page: Page, guide: Guide) -> Found:
    """No link begins with a slash or leads to a built .html address."""
    for _, block in page.blocks:
        for mark in block.marks:
            if mark.kind == "link" and (mark.id.startswith("/") or re.match(r"^[^:]*\.html", mark.id)):
                yield (
                    block.line,
                    f"The link `{mark.id}` is not a relative .md path.",
                    "Write it relative to this file, as ../folder/page.md.",
                )


@rule("P-183", "A page in no menu is a page that nobody finds; a menu entry without a page is a dead link.",
      good=Edit("mkdocs.yml", "- stages/pond.md", "- The pond: stages/pond.md"), bad=Edit("mkdocs.yml", "- stages/pond.md\n", "\n"))  # fmt: skip
def menu(guide: Guide) -> Iterator[Problem]:
    """Every page stands in the menu once, and the menu names only pages that are there."""
    for path, page in guide.pages.items():
        if path not in guide.menu:
            yield Problem(page.file, 1, "P-183", "This page is in no menu.", "Add it to `nav` in mkdocs.yml.")
    for path in guide.menu:
        if path not in guide.pages and not re.match(r"^https?:", path):
            yield Problem(
                "mkdocs.yml",
                1,
                "P-183",
                f"The menu names `{path}`, which is not there.",
                nearest(path, guide.pages) or "Take it out.",
            )


@page_rule("P-184", "A picture without words is nothing to a blind reader.",
           good="![A frog on a leaf](../assets/images/frog.svg)[^pond-2020]", bad="![](../assets/images/frog.svg)[^pond-2020]")  # fmt: skip
def pictures(page: Page, guide: Guide) -> Found:
    """Every image has a text alternative and is there."""
    for _, block in page.blocks:
        for alt, target in re.findall(r"!\[([^\]]*)\]\(([^()\s]+)\)", block.text):
            if len(alt.split()) < 2:
                yield (
                    block.line,
                    f"The image `{target}` has no text alternative.",
                    "Say in a sentence what it shows: ![…](…).",
                )
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target))
            if not (guide.root / "docs" / path).is_file():
                yield block.line, f"The image `{path}` is not there.", "Look at the path, relative to this file."


@page_rule("P-187", "A column without a name is a riddle to those who hear a table read out.",
           good="| What | Frogs |\n|---|---|\n| Where | In ponds.[^pond-2020] |", bad="| | Frogs |\n|---|---|\n| Where | In ponds.[^pond-2020] |")  # fmt: skip
def column_names(page: Page, guide: Guide) -> Found:
    """Every column of a table has a heading."""
    for _, block in page.blocks:
        if block.kind == "header-row" and not all(cell.strip() for cell in block.text.strip()[1:-1].split("|")):
            yield block.line, "A column of this table has no heading.", "Name it, if only “What”."


@page_rule("P-185", "A page must stay plain text that a doctor can review; the frame belongs to overrides/.",
           good="Most ponds have frogs.[^pond-2020]", bad='<div class="pond">Most ponds have frogs.</div>[^pond-2020]')  # fmt: skip
def raw_html(page: Page, guide: Guide) -> Found:
    """No HTML but the known comments."""
    for _, block in page.blocks:
        if block.kind != "comment" and (found := re.search(r"</?[a-zA-Z][^>]*>", block.text)):
            yield (
                block.line,
                f"HTML stands in the page: {found.group()}",
                "Write Markdown; what it cannot say belongs to lms_guide.markdown.",
            )


@rule("P-186", "People who use a screen reader find pages by their titles; search shows the description.",
      good=Edit(POND, "title: The pond", "title: The old pond"), bad=Edit(POND, "title: The pond", "title: Frogs"))  # fmt: skip
def unique(guide: Guide) -> Iterator[Problem]:
    """No two pages share a title or a description."""
    for key in ("title", "description"):
        first: dict[str, str] = {}
        for page in guide.pages.values():
            value = str(page.meta.get(key, "")).strip().lower()
            if value and value in first:
                yield Problem(
                    page.file,
                    page.line_of(key),
                    "P-186",
                    f"The {key} is also that of {first[value]}.",
                    "Give this page its own.",
                )
            first.setdefault(value, page.file)
