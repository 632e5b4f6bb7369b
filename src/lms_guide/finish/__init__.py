"""What is done to the built site, and only to its head, scripts and search index: no `<article>` changes.

A plain `mkdocs build` is already a working site; this makes it safer and quicker.
"""

from __future__ import annotations

from pathlib import Path

from lms_guide.finish import policy


def finish(site: Path, inline_styles: bool = True) -> None:
    """Finishes every page of a built site in place."""
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        page.write_text(policy.add(html), encoding="utf-8")
