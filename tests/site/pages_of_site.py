"""Which pages the built site has, for tests that run once a page."""

from __future__ import annotations

from pathlib import Path

from lms_guide.pages import address

SITE = Path(__file__).parent.parent.parent / "site"
_DOCS = Path(__file__).parent.parent.parent / "docs"

# Every built HTML file.
PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html")) if SITE.exists() else []


# Each Markdown page and the HTML file it became.
CONTENT = {
    source: f"{address(source)}index.html"
    for source in sorted(path.relative_to(_DOCS).as_posix() for path in _DOCS.rglob("*.md"))
}
