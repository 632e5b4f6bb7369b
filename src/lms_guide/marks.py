"""The three marks an author writes, all plain Markdown: a note, a fact and a term.

- `[^id]` is a numbered note. It names a fact, and so the fact's sources, or a source itself.
- `[words](fact:id)` prints a fact in one of its own wordings, and cites its sources.
- `[word](term:id)` points to the word's meaning.

One place for their shapes, so that the rules that read pages and the extension that renders them cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SOURCE = re.compile(r"\[\^(?P<id>[^\]\s]+)\]")
LINK = re.compile(r"(?<![!\\])\[(?P<words>[^\[\]]+)\]\((?P<target>[^()\s]*)\)")
SCHEME = re.compile(r"^(?P<scheme>[a-z][a-z0-9+.-]*):(?P<rest>.*)$")
WEB_SCHEMES = ("https", "http", "mailto", "tel")
HELP = re.compile(r"^<!--\s*help:\s*(?P<sets>[^>]*?)\s*-->$")
# Words of a help comment that are no sets: only these lines and no frame; the brief words of a card.
HELP_MODES = ("only", "short")
LIST = re.compile(r"^<!--\s*list:\s*(?P<name>[^>]*?)\s*-->$")
# Whole lists that a page may ask for; lms_guide.markdown.lists makes them.
LISTS = ("sources", "glossary", "review-status", "changes", "places", "questions", "handouts", "offline")
# `outcome` and fact ids, or `drawing` and its id.
PICTURE = re.compile(r"^<!--\s*picture:\s*(?P<what>[^>]*?)\s*-->$")
PICTURES = ("outcome", "drawing")
OUTLOOK_START = re.compile(r"^<!--\s*outlook\s*-->$")
OUTLOOK_END = re.compile(r"^<!--\s*/outlook\s*-->$")


def picture(comment: str) -> tuple[str, list[str]] | None:
    """The kind of picture that a comment asks for, and the ids it names; None for any other comment."""
    match = PICTURE.match(comment)
    if match is None:
        return None
    kind, *ids = match["what"].split() or [""]
    return kind, ids


@dataclass(frozen=True)
class Mark:
    """A mark in a text. `words` is what the reader sees, empty for a source; `start` and `end` are offsets."""

    kind: Literal["source", "fact", "term", "link", "unknown"]
    id: str
    words: str
    start: int
    end: int


def find(text: str) -> Iterator[Mark]:
    """All marks and links of a text, in order."""
    marks = [Mark("source", m["id"], "", m.start(), m.end()) for m in SOURCE.finditer(text)]
    for match in LINK.finditer(text):
        scheme = SCHEME.match(match["target"])
        if scheme and scheme["scheme"] in ("fact", "term"):
            kind, id = scheme["scheme"], scheme["rest"]
        elif scheme and scheme["scheme"] not in WEB_SCHEMES:
            kind, id = "unknown", match["target"]
        else:
            kind, id = "link", match["target"]
        marks.append(Mark(kind, id, match["words"], match.start(), match.end()))
    return iter(sorted(marks, key=lambda mark: mark.start))


def plain(text: str) -> str:
    """The text as a reader sees it: words of links and marks kept, source numbers, emphasis and attributes gone."""
    text = SOURCE.sub("", text)
    text = LINK.sub(lambda match: match["words"], text)
    text = re.sub(r"\{[:#.][^{}]*\}", "", text)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)\1", r"\2", text)
    text = re.sub(r"(?<!\w)([*_])(?=\S)(.+?)\1(?!\w)", r"\2", text)
    return re.sub(r"\s+", " ", text).strip()
