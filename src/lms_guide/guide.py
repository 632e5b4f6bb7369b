"""The whole guide at one moment: evidence, pages and menu, read from one folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lms_guide import evidence_files, marks, pages, picture_evidence, yaml_lines
from lms_guide.evidence import Evidence
from lms_guide.pages import Block, Page
from lms_guide.problems import Problem


@dataclass(frozen=True)
class Guide:
    """Evidence, pages by path, and the generator's settings; `problems` are what kept files from being read."""

    root: Path
    evidence: Evidence
    pages: dict[str, Page]
    config: dict[str, Any]
    problems: tuple[Problem, ...]

    @cached_property
    def menu(self) -> dict[str, str]:
        """Path of each page in the menu -> its label ("" where the page's own title serves), in menu order."""
        return dict(_entries(self.config.get("nav") or []))

    @cached_property
    def cited(self) -> dict[str, list[str]]:
        """Source id -> paths of the pages that cite it, by a note or through a fact."""
        cited: dict[str, list[str]] = {}
        for path in self.pages:
            for source in self.sources_of(path):
                cited.setdefault(source, []).append(path)
        return cited

    def facts_of(self, path: str) -> list[str]:
        """The ids of the facts that a page prints or cites, in order, each once; red flags stand behind their own."""
        facts = self.evidence.facts
        found = (id for _, block in self.pages[path].blocks for id in self.named(block))
        return [id for id in dict.fromkeys(found) if id in facts]

    def named(self, block: Block) -> list[str]:
        """The ids of facts and sources that a block names, by its marks or through its picture."""
        asked = marks.picture(block.text) if block.kind == "comment" else None
        if asked is not None:
            return picture_evidence.facts(self.evidence, *asked)
        return [mark.id for mark in block.marks if mark.kind in ("fact", "source")]

    def sources_of(self, path: str) -> list[str]:
        """The ids of the sources that a page cites, in order of first use."""
        found: list[str] = []
        for _, block in self.pages[path].blocks:
            for id in self.named(block):
                found += self.evidence.cited_by(id)
        return list(dict.fromkeys(found))


def _entries(nav: Any) -> Iterator[tuple[str, str]]:
    if isinstance(nav, str):
        yield nav, ""
    elif isinstance(nav, list):
        for entry in nav:
            yield from _entries(entry)
    elif isinstance(nav, dict):
        for label, value in nav.items():
            if isinstance(value, str):
                yield value, label
            else:
                yield from _entries(value)


def load(root: Path, language: str = "en") -> Guide:
    """Reads `evidence/`, `docs/` and `mkdocs.yml` below `root`. Nothing raises for a mistake in them: see `problems`."""
    evidence, problems = evidence_files.load(root, language)
    found, page_problems = pages.load(root / "docs")
    config_file = root / "mkdocs.yml"
    config = yaml_lines.read(config_file) if config_file.exists() else {}
    return Guide(root, evidence, found, config or {}, tuple(problems + page_problems))
