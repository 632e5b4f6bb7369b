"""What is done to the built site, and only to its head, scripts and search index: no `<article>` changes.

A plain `mkdocs build` is already a working site; this makes it safer. Writing the styles into each page was tried: the
first view came no sooner (1.1 s either way on a simulated phone), and each next page would weigh 5 KB more.
"""

from __future__ import annotations

from pathlib import Path

from lms_guide import policy


def finish(site: Path) -> None:
    """Finishes every page of a built site in place."""
    for page in sorted(site.rglob("*.html")):
        page.write_text(policy.add(page.read_text(encoding="utf-8")), encoding="utf-8")
