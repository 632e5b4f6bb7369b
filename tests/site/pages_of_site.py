"""Which pages the built site has, for tests that run once a page."""

from __future__ import annotations

from pathlib import Path

SITE = Path(__file__).parent.parent.parent / "site"
_DOCS = Path(__file__).parent.parent.parent / "docs"

# Every built HTML file, and for each Markdown page the file it became.
PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html")) if SITE.exists() else []


def built(source: str) -> str:
    """The HTML file that a Markdown page becomes."""
    stem = source.removesuffix(".md")
    return f"{stem.removesuffix('index')}index.html" if stem.split("/")[-1] == "index" else f"{stem}/index.html"


CONTENT = {
    source: built(source) for source in sorted(path.relative_to(_DOCS).as_posix() for path in _DOCS.rglob("*.md"))
}
