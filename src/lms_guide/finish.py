"""What is done to the built site, and only to its head, scripts and search index: no `<article>` changes.

A plain `mkdocs build` is already a working site; this makes it safer. Writing the styles into each page was tried: the
first view came no sooner (1.1 s either way on a simulated phone), and each next page would weigh 5 KB more.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from lms_guide import policy
from lms_guide.guide import Guide

# The number of a note. In a result's text "grew for 6" with note 10 would read as 610.
_NOTE = re.compile(r"\s*<sup>\d+</sup>")


def finish(site: Path, guide: Guide) -> None:
    """Finishes every page and the search index of a built site in place."""
    for page in sorted(site.rglob("*.html")):
        page.write_text(policy.add(page.read_text(encoding="utf-8")), encoding="utf-8")
    index = site / "search" / "search_index.json"
    if index.exists():
        found = json.loads(_NOTE.sub("", index.read_text(encoding="utf-8")))
        _add_lay_words(found["docs"], guide)
        index.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _add_lay_words(entries: list[dict], guide: Guide) -> None:
    """Lay words of a page's front matter (`also`) become tags of its entry: the search weighs them most."""
    words = {address(path): page.meta["also"] for path, page in guide.pages.items() if page.meta.get("also")}
    for entry in entries:
        if entry["location"] in words:
            entry["tags"] = [str(word) for word in words[entry["location"]]]


def address(path: str) -> str:
    """The address, below the site's own, that a Markdown page is served at: stages/index.md at stages/."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem.split("/")[-1] == "index" else f"{stem}/"
