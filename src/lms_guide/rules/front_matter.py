"""Front matter is small, closed and typed: keys live in evidence/page-types.yml."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from lms_guide.evidence import Key
from lms_guide.guide import Guide
from lms_guide.pages import Page
from lms_guide.problems import nearest
from lms_guide.rules.registry import Edit, page_rule, reading_rule

POND = "docs/stages/pond.md"
Found = Iterator[tuple[int, str, str]]

reading_rule(
    "P-100", "A file in another encoding ends in a traceback of the generator.",
    good=Edit(POND, "Most ponds", "Most “ponds”"),
    bad=Edit(POND, "", b"---\ntitle: P\xf6nd\n---\n"),
)  # fmt: skip
reading_rule(
    "P-101", "MkDocs prints broken front matter as page text and exits 0.",
    good=Edit(POND, "title: The pond", 'title: "The pond: a fixture"'),
    bad=Edit(POND, "title: The pond", "title: The pond: a fixture"),
)  # fmt: skip


@page_rule(
    "P-102", "A misspelt key is silently ignored: `reviewd:` would drop the notice's date.",
    good=Edit(POND, "handout: true", "handout: true\nalso: [puddle]"),
    bad=Edit(POND, "reviewed: null", "reviewed: null\nreviewd: null"),
)  # fmt: skip
def unknown_key(page: Page, guide: Guide) -> Found:
    """Only the keys of page-types.yml, in its order."""
    keys = [key.key for key in guide.evidence.page_types.front_matter]
    for key in page.meta:
        if key not in keys:
            yield (
                page.line_of(key),
                f"There is no front matter key `{key}`.",
                nearest(str(key), keys) or f"The keys are: {', '.join(keys)}.",
            )
    known = [key for key in page.meta if key in keys]
    for before, after in itertools.pairwise(known):
        if keys.index(before) > keys.index(after):
            yield (
                page.line_of(after),
                f"The key `{after}` stands after `{before}`.",
                f"Keep the order: {', '.join(keys)}.",
            )


@page_rule(
    "P-103", "A page without its dates or with a date that is none cannot be found when it is due again.",
    good=Edit(POND, "checked: 2026-11-23", "checked: 2026-11-24"),
    bad=Edit(POND, "checked: 2026-11-23", "checked: 2026-13-23"),
)  # fmt: skip
def key_values(page: Page, guide: Guide) -> Found:
    """Required keys are there; values are of their kind; the next check comes after the last."""
    for key in guide.evidence.page_types.front_matter:
        if key.key not in page.meta:
            if key.required:
                yield 1, f"The front matter has no `{key.key}`.", "Add it; CONTRIBUTING.md shows a page's front matter."
            continue
        fault = _fault(key, page.meta[key.key])
        if fault:
            yield page.line_of(key.key), f"`{key.key}` {fault[0]}.", fault[1]
        if key.only_types and page.type not in key.only_types:
            yield (
                page.line_of(key.key),
                f"`{key.key}` is for pages of type {', '.join(key.only_types)}.",
                "Take it out here.",
            )
    checked, due = page.meta.get("checked"), page.meta.get("next_check")
    if isinstance(checked, date) and isinstance(due, date) and due <= checked:
        yield (
            page.line_of("next_check"),
            "`next_check` is not after `checked`.",
            "Give a later date, a year on as a rule.",
        )


def _fault(key: Key, value: Any) -> tuple[str, str] | None:
    match key.kind:
        case "text" if not isinstance(value, str) or not value.strip():
            return "is empty or not a text", "Write a text."
        case "text" if key.longest and len(value) > key.longest:
            return f"has {len(value)} characters", f"Keep it to {key.longest}."
        case "date" if type(value) is not date:
            return f"is not a date: {value}", "Write it as 2026-11-23."
        case "flag" if not isinstance(value, bool):
            return "is neither true nor false", "Write true or false."
        case "choice" if value not in key.choices:
            return f"cannot be `{value}`", nearest(str(value), key.choices) or f"It may be: {', '.join(key.choices)}."
        case "list" if not isinstance(value, list) or not value:
            return "is not a list", "Write it as [first, second]."
        case "review" if value is not None:
            keys = {"name", "role", "date", "scope"}
            if not isinstance(value, dict) or set(value) != keys or type(value.get("date")) is not date:
                return (
                    "is neither null nor a review",
                    "Give {name, role, date, scope} of the clinician who read the page, or null.",
                )
    return None


@page_rule(
    "P-104", "What a page is decides its sections, so it is one known word and fits its folder.",
    good=Edit(POND, "type: stage", "type: stage"),
    bad=Edit(POND, "type: stage", "type: stges"),
)  # fmt: skip
def page_type(page: Page, guide: Guide) -> Found:
    """The type is known and may live in the page's folder."""
    types = guide.evidence.page_types.types
    if page.type and page.type not in types:
        yield (
            page.line_of("type"),
            f"There is no page type `{page.type}`.",
            nearest(page.type, types) or f"The types are: {', '.join(types)}.",
        )
    elif page.type:
        folder = str(PurePosixPath(page.path).parent)
        allowed = types[page.type].folders
        if "any" not in allowed and folder not in allowed:
            yield (
                page.line_of("type"),
                f"A page of type `{page.type}` cannot live in `{folder}/`.",
                f"Its folders: {', '.join(allowed)}.",
            )
