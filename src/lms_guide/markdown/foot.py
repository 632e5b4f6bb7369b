"""The foot of a page: each word explained, each source named, numbered in the order of the page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from lms_guide.evidence import Source
from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el


def strength(context: Context, source: Source) -> str:
    """How strong a source is and how much of it was read, in words: "One randomized trial of 150 people. Read …"."""
    frame = context.frame
    words = frame["kinds"][source.kind]
    known = words["people"].format(people=f"{source.people:,}") if source.people else words["plain"]
    return f"{known}. {frame['read'][source.read].format(date=context.date(source.opened))}"


def citation(context: Context, source: Source) -> Element:
    """Author, title with its link, publisher and year; an organization that wrote and published is named once."""
    year = source.year or context.frame["undated"]
    title = el("a", source.title.rstrip("."), href=source.url)
    author, publisher = source.authors.rstrip("."), source.publisher.rstrip(".")
    after = f". {year}." if publisher == author else f". {publisher}. {year}."
    return el("span", f"{author}. ", title, after, cls="lms-sources__cite")


class Foot(Treeprocessor):
    """Numbers the cites and adds "Words on this page" and "Sources", each source with a link back."""

    def __init__(self, context: Context):
        super().__init__(context.md)
        self.context = context

    def run(self, root: Element) -> None:
        """Works on the page's tree in place."""
        numbers = self._number(root)
        terms = list(dict.fromkeys(link.get("data-term") for link in root.iter("a") if link.get("data-term")))
        if terms:
            self._words(root, terms)
        if numbers:
            self._sources(root, numbers)

    def _number(self, root: Element) -> dict[str, int]:
        """Numbers each cite; returns the number of each source, in order of first use."""
        numbers: dict[str, int] = {}
        for link in root.iter("a"):
            source = link.attrib.pop("data-source", None)
            if source is None:
                continue
            number = numbers.get(source, len(numbers) + 1)
            link.text = str(number)
            link.set("href", f"#source-{number}")
            if source not in numbers:
                numbers[source] = number
                link.set("id", f"cite-{number}")
            link.set("role", "doc-noteref")
            link.set("aria-label", self.context.frame["source_label"].format(number=number))
        for parent in root.iter():
            for first, second in zip(parent, list(parent)[1:], strict=False):
                if first.tag == second.tag == "sup" and not first.tail:
                    first.tail = " "
        return numbers

    def _words(self, root: Element, ids: list[str]) -> None:
        frame, terms = self.context.frame, self.context.evidence.terms
        root.append(el("h2", frame["words_title"], id="words"))
        entries = []
        for term in sorted((terms[id] for id in ids), key=lambda term: term.word.lower()):
            say = [el("span", f"{frame['say']} {term.say}", cls="lms-words__say")] if term.say else []
            head = el("dt", f"{term.word} " if say else term.word, *say)
            entries.append(el("div", head, el("dd", term.meaning), id=f"word-{term.id}"))
        root.append(el("dl", *entries, cls="lms-words"))
        if "about/glossary.md" in self.context.guide.pages:
            root.append(el("p", el("a", frame["glossary_link"], href=self.context.link("about/glossary.md"))))

    def _sources(self, root: Element, numbers: dict[str, int]) -> None:
        frame, sources = self.context.frame, self.context.evidence.sources
        root.append(el("h2", frame["sources_title"], id="sources"))
        entries = []
        for id, number in numbers.items():
            source = sources[id]
            strong = el("span", strength(self.context, source), cls="lms-sources__strength")
            back = el("a", frame["back_label"].format(number=number), cls="lms-sources__back", href=f"#cite-{number}")
            entries.append(el("li", citation(self.context, source), " ", strong, " ", back, id=f"source-{number}"))
        root.append(el("ol", *entries, cls="lms-sources"))
