"""What the processors of one page share: the guide, the frame's words, and which page this is."""

from __future__ import annotations

import posixpath
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import markdown

from lms_guide import guide as guides
from lms_guide.evidence import Evidence
from lms_guide.guide import Guide


def current_page(md: markdown.Markdown) -> str:
    """The page's path below docs/; "" where no generator is at work.

    A generator tells it only through a processor of its own: MkDocs by that of relative paths, Zensical by its context.
    """
    if "relpath" in md.treeprocessors:
        return md.treeprocessors["relpath"].file.src_uri
    if "rendering_context" in md.preprocessors:
        return md.preprocessors["rendering_context"].page.path
    return ""


def _fingerprint(root: Path) -> tuple[tuple[str, int], ...]:
    files = [*root.glob("evidence/**/*.yml"), *root.glob("docs/**/*.md"), root / "mkdocs.yml"]
    return tuple(sorted((str(file), file.stat().st_mtime_ns) for file in files if file.exists()))


@lru_cache(maxsize=4)
def _guide(root: Path, language: str, fingerprint: object) -> Guide:
    return guides.load(root, language)


class Context:
    """One page being rendered."""

    def __init__(self, md: markdown.Markdown, root: str, language: str, country: str):
        self.md = md
        self.root = Path(root).resolve()
        self.language = language
        self.country = country

    @cached_property
    def guide(self) -> Guide:
        """The guide as it now is on disk, read once a build."""
        return _guide(self.root, self.language, _fingerprint(self.root))

    @property
    def evidence(self) -> Evidence:
        """The guide's evidence."""
        return self.guide.evidence

    @property
    def frame(self) -> dict[str, Any]:
        """The words of the frame."""
        return self.evidence.frame

    @property
    def page(self) -> str:
        """The page's path below docs/, or ""."""
        return current_page(self.md)

    def link(self, path: str, anchor: str = "") -> str:
        """A relative link from this page to another, as an author would write it; the generator turns it into an address."""
        target = posixpath.relpath(path, posixpath.dirname(self.page) or ".")
        return f"{target}#{anchor}" if anchor else target

    def date(self, day: date) -> str:
        """A date in words: November 23, 2026."""
        return f"{self.frame['months'][day.month - 1]} {day.day}, {day.year}"
