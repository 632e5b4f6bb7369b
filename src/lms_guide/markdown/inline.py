"""The three marks within a line. They leave elements that `foot` numbers once the whole page is known."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from lms_guide import marks
from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el

_WORDS = r"\[(?P<words>[^\[\]]+)\]"


def cites(context: Context, *ids: str) -> list[Element]:
    """One cite for each source that some notes or a fact stand for, each once, not yet numbered."""
    sources = dict.fromkeys(source for id in ids for source in context.evidence.cited_by(id))
    return [el("sup", el("a", data_source=source), cls="lms-cite") for source in sources]


class _Mark(InlineProcessor):
    def __init__(self, context: Context):
        super().__init__(self.PATTERN, context.md)
        self.context = context


class NoteMark(_Mark):
    """`[^id] [^id]`: the numbers of their sources, each once. A run with an unknown id stays as it was written."""

    PATTERN = r"\[\^[^\]\s]+\](?:\s*\[\^[^\]\s]+\])*"

    def handleMatch(self, m: re.Match[str], data: str):
        """Element, start and end of the match."""
        ids = marks.SOURCE.findall(m.group())
        evidence = self.context.evidence
        if not all(id in evidence.sources or id in evidence.facts for id in ids):
            return None, None, None
        notes = cites(self.context, *ids)
        return notes[0] if len(notes) == 1 else el("span", *notes), m.start(0), m.end(0)


class FactMark(_Mark):
    """`[words](fact:id)`: the words, then the numbers of the fact's sources."""

    PATTERN = _WORDS + r"\(fact:(?P<id>[\w-]+)\)"

    def handleMatch(self, m: re.Match[str], data: str):
        """Element, start and end of the match."""
        if m["id"] not in self.context.evidence.facts:
            return None, None, None
        words = el("span", m["words"], *cites(self.context, m["id"]), cls="lms-fact", data_fact=m["id"])
        return words, m.start(0), m.end(0)


class TermMark(_Mark):
    """`[word](term:id)`: a link to the word's meaning at the foot of the page."""

    PATTERN = _WORDS + r"\(term:(?P<id>[\w-]+)\)"

    def handleMatch(self, m: re.Match[str], data: str):
        """Element, start and end of the match."""
        if m["id"] not in self.context.evidence.terms:
            return None, None, None
        return el("a", m["words"], cls="lms-term", href=f"#word-{m['id']}", data_term=m["id"]), m.start(0), m.end(0)
