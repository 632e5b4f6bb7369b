"""Pages as an author wrote them: front matter, sections and blocks, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import yaml
from markdown.extensions.toc import slugify

from lms_guide import marks, yaml_lines
from lms_guide.problems import Problem

_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<title>.*?)\s*(?:\{\s*(?P<attributes>[^{}]*)\})?\s*$")
_ITEM = re.compile(r"^(?P<indent>\s*)(?:[-*+]|\d+[.)])\s+(?P<text>.*)$")
_RULE_ROW = re.compile(r"^\|?\s*:?-{3,}.*$")


@dataclass(frozen=True)
class Block:
    """A paragraph, list item, table row or comment: what an author thinks of as one thing."""

    kind: Literal["paragraph", "item", "row", "header-row", "comment"]
    text: str
    line: int
    in_outlook: bool = False

    @cached_property
    def marks(self) -> tuple[marks.Mark, ...]:
        """The marks and links in it."""
        return tuple(marks.find(self.text))

    @cached_property
    def plain(self) -> str:
        """What a reader sees of it."""
        return marks.plain(self.text)


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it up to the next heading. The lead has level 0 and an empty id."""

    id: str
    title: str
    level: int
    line: int
    parent: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Page:
    """One Markdown file of `docs/`; `path` is relative to `docs/`, `file` to the project's folder."""

    path: str
    meta: dict[str, Any]
    body: str
    body_line: int
    sections: tuple[Section, ...]

    @property
    def file(self) -> str:
        """Where an editor finds it."""
        return f"docs/{self.path}"

    @property
    def type(self) -> str:
        """Its page type, empty when the front matter names none."""
        return str(self.meta.get("type", ""))

    @cached_property
    def blocks(self) -> tuple[tuple[Section, Block], ...]:
        """Every block with the section it stands in."""
        return tuple((section, block) for section in self.sections for block in section.blocks)

    def top(self, section: Section) -> str:
        """The id of the level-2 section that a section belongs to (its own, or its parent's)."""
        return section.id if section.level <= 2 else section.parent

    def line_of(self, key: str) -> int:
        """The line of a front matter key, or the first line of the file."""
        return getattr(self.meta, "lines", {}).get(key, 1)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The ids that a link can point to in this page's own Markdown."""
        ids = {section.id for section in self.sections if section.id}
        return frozenset(ids | set(re.findall(r"\{[^{}]*#([\w-]+)[^{}]*\}", self.body)))


def address(path: str) -> str:
    """The address, below the site's own, that a Markdown page is served at: stages/index.md at stages/."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem.split("/")[-1] == "index" else f"{stem}/"


def _blocks(lines: list[tuple[int, str]]) -> Iterator[Block]:
    """Groups lines into blocks. Pages use a plain subset of Markdown: no nested lists, no code, no raw HTML."""
    current: list[str] = []
    kind: str = ""
    start = 0
    outlook = False

    def flush() -> Iterator[Block]:
        nonlocal current, kind
        if current:
            yield Block(kind, " ".join(part.strip() for part in current), start, outlook)  # type: ignore[arg-type]
        current, kind = [], ""

    for number, line in lines:
        stripped = line.strip()
        if not stripped:
            yield from flush()
        elif stripped.startswith("<!--"):
            yield from flush()
            if marks.OUTLOOK_START.match(stripped):
                outlook = True
            yield Block("comment", stripped, number, outlook)
            if marks.OUTLOOK_END.match(stripped):
                outlook = False
        elif stripped.startswith("|"):
            if _RULE_ROW.match(stripped):
                if current:
                    kind = "header-row"
                yield from flush()
                continue
            yield from flush()
            current, kind, start = [stripped], "row", number
        elif item := _ITEM.match(line):
            yield from flush()
            current, kind, start = [item["text"]], "item", number
        elif stripped.startswith("{:"):
            yield from flush()
        elif current and kind in ("paragraph", "item"):
            current.append(stripped)
        else:
            yield from flush()
            current, kind, start = [stripped], "paragraph", number
    yield from flush()


def _sections(body: str, first_line: int) -> tuple[Section, ...]:
    heads: list[tuple[str, str, int, int, str]] = [("", "", 0, first_line, "")]
    texts: list[list[tuple[int, str]]] = [[]]
    top = ""
    for number, line in enumerate(body.splitlines(), first_line):
        if heading := _HEADING.match(line):
            level, title = len(heading["level"]), heading["title"]
            explicit = re.search(r"#([\w-]+)", heading["attributes"] or "")
            id = explicit[1] if explicit else slugify(marks.plain(title), "-")
            parent = "" if level <= 2 else top
            top = id if level <= 2 else top
            heads.append((id, marks.plain(title), level, number, parent))
            texts.append([])
        else:
            texts[-1].append((number, line))
    return tuple(
        Section(id, title, level, line, parent, tuple(_blocks(text)))
        for (id, title, level, line, parent), text in zip(heads, texts, strict=True)
    )


def parse(path: str, text: str) -> tuple[Page, list[Problem]]:
    """A page from its text, and what kept its front matter from being read (rule P-101)."""
    file = f"docs/{path}"
    meta: dict[str, Any] = {}
    body, body_line, problems = text, 1, []
    front = re.match(r"\A---[ \t]*\n(?P<yaml>.*?)\n---[ \t]*(?:\n|\Z)", text, re.DOTALL)
    if front is None:
        do = "Begin the file with `---`, the front matter and `---`; CONTRIBUTING.md has one to copy."
        problems.append(Problem(file, 1, "P-101", "This page has no front matter, or it does not end.", do))
    else:
        body, body_line = text[front.end() :], text[: front.end()].count("\n") + 1
        try:
            raw = yaml_lines.parse(front["yaml"], first_line=2)
            meta = raw if isinstance(raw, dict) else {}
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            do = "Write one `key: value` a line; quote a value that holds a colon."
            problems.append(
                Problem(file, mark.line + 2, "P-101", f"The front matter does not parse: {error.problem}.", do)
            )
    return Page(path, meta, body, body_line, _sections(body, body_line)), problems


def load(docs: Path) -> tuple[dict[str, Page], list[Problem]]:
    """All pages below `docs`, by path, and what kept any from being read (rules P-100 and P-101)."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        raw = file.read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            problems.append(Problem(f"docs/{path}", line, "P-100", "This file is not UTF-8.", "Save it as UTF-8."))
            continue
        pages[path], found = parse(path, text)
        problems += found
    return pages, problems
