"""Blocks that an author writes as one comment: help, outlook, list and picture.

The comment becomes a token before Markdown is read, and the token becomes elements afterwards.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from lms_guide import marks, pictures
from lms_guide.markdown import help, lists
from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el

_TOKEN = "lms-block-{}"
_KNOWN = (marks.HELP, marks.LIST, marks.PICTURE, marks.OUTLOOK_START, marks.OUTLOOK_END)
_IS_TOKEN = re.compile(r"^lms-block-(?P<number>\d+)$")


class BlockComments(Preprocessor):
    """Puts a token in the place of each known comment and keeps the comment on the Markdown instance."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines of the page with tokens, each a paragraph of its own."""
        comments: list[str] = []
        out: list[str] = []
        for line in lines:
            text = line.strip()
            if any(pattern.match(text) for pattern in _KNOWN):
                out += ["", _TOKEN.format(len(comments)), ""]
                comments.append(text)
            else:
                out.append(line)
        self.md.lms_comments = comments
        return out


class BlockElements(Treeprocessor):
    """Turns tokens into the get-help box, whole lists, pictures, and the closed block of survival figures."""

    def __init__(self, context: Context):
        super().__init__(context.md)
        self.context = context
        self.pictures = 0

    def run(self, root: Element) -> None:
        """Works on the page's tree in place; blocks stand at its top level."""
        children, outlook = list(root), None
        self.pictures = 0
        root[:] = []
        for child in children:
            token = _IS_TOKEN.match((child.text or "").strip()) if child.tag == "p" and len(child) == 0 else None
            comment = self.md.lms_comments[int(token["number"])] if token else ""
            if marks.OUTLOOK_START.match(comment):
                outlook = self._outlook()
                root.append(outlook)
            elif marks.OUTLOOK_END.match(comment):
                outlook = None
            else:
                parent = root if outlook is None else outlook
                for element in self._made(comment) if comment else [child]:
                    parent.append(element)

    def _outlook(self) -> Element:
        frame = self.context.frame
        door = el("details", el("summary", frame["outlook_summary"]), el("p", frame["outlook_note"]), cls="lms-outlook")
        door.set("data-search-exclude", "")
        return door

    def _made(self, comment: str) -> list[Element]:
        if match := marks.HELP.match(comment):
            return [help.box(self.context, match["sets"].split())]
        if asked := marks.picture(comment):
            self.pictures += 1
            return pictures.make(self.context, *asked, self.pictures)
        match = marks.LIST.match(comment)
        return lists.make(self.context, match["name"]) if match else []
