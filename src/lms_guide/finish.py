"""What is done to the built site, and only to its head, scripts and search index: no `<article>` changes.

A plain `mkdocs build` is already a working site; this makes it safer. Writing the styles into each page was tried: the
first view came no sooner (1.1 s either way on a simulated phone), and each next page would weigh 5 KB more.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from lms_guide import policy, search_index
from lms_guide.guide import Guide
from lms_guide.offline import kept

# The number of a note. In a result's text "grew for 6" with note 10 would read as 610.
_NOTE = re.compile(r"\s*<sup>\d+</sup>")

# Comments and indentation: a quarter of our scripts, which no browser needs. No script of ours has a text that runs over
# lines, or one with two slashes between spaces.
_REMARKS = re.compile(r"^[ \t]*(?://.*\n|(?=\S))|[ \t]+// .*$", re.MULTILINE)


def finish(site: Path, guide: Guide) -> None:
    """Finishes every page, our scripts and the search index of a built site in place, and lists what a browser may keep."""
    for page in sorted(site.rglob("*.html")):
        page.write_text(policy.add(page.read_text(encoding="utf-8")), encoding="utf-8")
    for script in [*sorted((site / "assets" / "js").rglob("*.js")), *site.glob("*.js")]:
        script.write_text(_REMARKS.sub("", script.read_text(encoding="utf-8")), encoding="utf-8")
    index = site / "search" / "search_index.json"
    if index.exists():
        found = json.loads(_NOTE.sub("", index.read_text(encoding="utf-8")))
        search_index.tune(found, guide)
        _write(index, found)
        _write(index.with_name("words.json"), search_index.words(found))
    kept.write(guide.root, site, guide)


def _write(file: Path, data: object) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
