"""What makes a page stylable and a table readable on a phone: sections round each h2, labels on each cell."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el

# Sections whose numbered list is a road: what usually comes first, next, then.
_PATHS = ("usual-treatment", "what-happens", "cycle", "treatment")


class Sections(Treeprocessor):
    """Wraps each h2 and what follows it in a `<section>` that carries its id in its class."""

    def __init__(self, context: Context):
        super().__init__(context.md)
        self.context = context

    def run(self, root: Element) -> None:
        """Works on the page's tree in place."""
        children, section = list(root), None
        root[:] = []
        for child in children:
            if child.tag == "h2":
                id = child.get("id", "")
                section = el("section", cls=f"lms-section lms-section--{id}", aria_labelledby=id)
                if id in ("sources", "words", "print"):
                    section.set("data-search-exclude", "")
                    child.set("data-search-exclude", "")
                root.append(section)
            elif (
                child.tag == "ol"
                and section is not None
                and any(section.get("class", "").endswith(f"--{id}") for id in _PATHS)
            ):
                self._path(child)
            (root if section is None else section).append(child)

    def _path(self, steps: Element) -> None:
        """Marks the steps that only some people have: their bold words say so."""
        steps.set("class", "lms-path")
        for step in steps:
            name = step.find(".//strong")
            if name is not None and self.context.frame["path_maybe"] in "".join(name.itertext()):
                step.set("class", "lms-path__maybe")


class Tables(Treeprocessor):
    """Gives each table a box that scrolls by keyboard, row headers, and on each cell the name of its column."""

    def __init__(self, context: Context):
        super().__init__(context.md)
        self.context = context

    def run(self, root: Element) -> None:
        """Works on the page's tree in place."""
        heading, under = "", 0
        for place, child in enumerate(list(root)):
            if child.tag in ("h2", "h3"):
                heading, under = "".join(child.itertext()), 0
            if child.tag == "table":
                self._label(child)
                under += 1
                # Two tables under one heading are told apart by a number.
                title = self.context.frame["table_hint"].format(title=f"{heading}, {under}" if under > 1 else heading)
                root[place] = el("div", child, cls="lms-table", role="region", tabindex="0", aria_label=title)

    @staticmethod
    def _label(table: Element) -> None:
        columns = ["".join(cell.itertext()) for cell in table.iter("th")]
        for cell in table.iter("th"):
            cell.set("scope", "col")
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag == "td"]
            for column, cell in zip(columns, cells, strict=False):
                cell.set("data-label", column)
            # A blank to write in is no heading.
            if cells and "".join(cells[0].itertext()).strip():
                cells[0].tag = "th"
                cells[0].set("scope", "row")
                del cells[0].attrib["data-label"]
