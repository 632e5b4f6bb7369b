"""Whole lists that a page asks for by one comment: sources, glossary, review status, changes, places to turn to."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from lms_guide.evidence import Place
from lms_guide.markdown import handouts, offline
from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el
from lms_guide.markdown.foot import citation, strength


def make(context: Context, name: str) -> list[Element]:
    """The elements of a list; its names are `lms_guide.marks.LISTS`."""
    head, *words = name.split()
    return _MAKERS[head](context, words) if head in _MAKERS else []


def _page_link(context: Context, path: str) -> Element:
    return el("a", str(context.guide.pages[path].meta.get("title", path)), href=context.link(path))


def _sources(context: Context, _: list[str]) -> list[Element]:
    """Every source with kind, strength and the pages that cite it, by kind and year."""
    frame, guide = context.frame, context.guide
    made: list[Element] = []
    for kind, words in frame["kinds"].items():
        found = [source for source in context.evidence.sources.values() if source.kind == kind]
        if not found:
            continue
        made.append(el("h2", words["name"], id=f"kind-{kind}"))
        entries = []
        for source in sorted(found, key=lambda source: (-(source.year or 0), source.authors)):
            pages: list[str | Element] = []
            for path in guide.cited.get(source.id, []):
                pages += [", " if pages else f"{frame['cited_on']} ", _page_link(context, path)]
            used = [el("span", *pages, cls="lms-sources__pages")] if pages else []
            strong = el("span", strength(context, source), cls="lms-sources__strength")
            entry = el("li", citation(context, source), " ", strong, id=f"all-{source.id}")
            for element in used:
                entry[-1].tail = " "
                entry.append(element)
            entries.append(entry)
        made.append(el("ul", *entries, cls="lms-sources lms-sources--all"))
    return made


def _glossary(context: Context, _: list[str]) -> list[Element]:
    """Every term with how to say it, its meaning and other names, by letter."""
    frame = context.frame
    made: list[Element] = []
    letter, entries = "", None
    for term in sorted(context.evidence.terms.values(), key=lambda term: term.word.lower()):
        first = term.word[0].upper()
        if first != letter:
            letter = first
            entries = el("dl", cls="lms-words")
            made += [el("h2", letter, id=f"letter-{letter.lower()}"), entries]
        say = [el("span", f"{frame['say']} {term.say}", cls="lms-words__say")] if term.say else []
        also = [el("dd", f"{frame['also']} {', '.join(term.also)}", cls="lms-words__also")] if term.also else []
        entries.append(
            el(
                "div",
                el("dt", f"{term.word} " if say else term.word, *say),
                el("dd", term.meaning),
                *also,
                id=f"term-{term.id}",
            )
        )
    return made


def _review_status(context: Context, _: list[str]) -> list[Element]:
    """Every page with the date it was checked, the date it is due, and who reviewed it."""
    frame = context.frame["status"]
    head = el("tr", *(el("th", frame[key]) for key in ("page", "checked", "next_check", "reviewed")))
    rows = []
    for path, page in context.guide.pages.items():
        review = page.meta.get("reviewed")
        who = (
            f"{review['name']}, {review['role']}, {context.date(review['date'])}"
            if review
            else context.frame["not_reviewed"]
        )
        dates = [context.date(page.meta[key]) for key in ("checked", "next_check")]
        rows.append(el("tr", el("td", _page_link(context, path)), *(el("td", text) for text in [*dates, who])))
    return [el("table", el("thead", head), el("tbody", *rows))]


def _changes(context: Context, words: list[str]) -> list[Element]:
    """Dated entries, newest first; `changes evidence` or `changes site` for one kind."""
    frame = context.frame["changes"]
    made: list[Element] = []
    wanted = words[0] if words else ""
    for change in sorted(context.evidence.changes.values(), key=lambda change: change.date, reverse=True):
        if wanted and change.where != wanted:
            continue
        notes = [el("sup", el("a", data_source=source), cls="lms-cite") for source in change.sources]
        made += [
            el("h3", context.date(change.date), id=change.id),
            el("p", change.what, *notes),
            el("p", el("strong", frame["means"]), f" {change.means}"),
        ]
    return made


def _places(context: Context, words: list[str]) -> list[Element]:
    """Places to turn to: `places us`, `places us crisis` for a kind, `places us phone` for those one can call."""
    country, kinds = (words[0] if words else ""), set(words[1:])
    found = [place for place in context.evidence.places.values() if not country or place.country.lower() == country]
    if "phone" in kinds:
        found = [place for place in found if place.phone]
    if kinds - {"phone"}:
        found = [place for place in found if place.kind in kinds]
    return [el("ul", *(_place(context, place) for place in found), cls="lms-places")] if found else []


def _place(context: Context, place: Place) -> Element:
    """Name, number to dial with its hours, then what it offers: the number is what a reader came for."""
    entry = el("li", el("strong", el("a", place.name, href=place.url)))
    if place.phone:
        digits = "".join(sign for sign in place.phone if sign.isdigit() or sign == "+")
        hours = f" {place.hours}" if place.hours else ""
        entry.append(el("span", el("a", place.phone, href=f"tel:{digits}"), hours, cls="lms-places__phone"))
    entry.append(el("span", place.offers, cls="lms-places__offers"))
    return entry


def _questions(context: Context, _: list[str]) -> list[Element]:
    """Every question to ask, under the page it stands on, in the order of the menu."""
    made: list[Element] = []
    for path in context.guide.menu:
        page = context.guide.pages.get(path)
        asked = (
            [block.plain for section, block in page.blocks if section.id == "questions" and block.kind == "item"]
            if page
            else []
        )
        if asked:
            made += [el("h2", _page_link(context, path), id=f"for-{path.removesuffix('.md').replace('/', '-')}")]
            made += [el("ul", *(el("li", question) for question in asked), cls="lms-questions")]
    return made


_MAKERS: dict[str, Callable[[Context, list[str]], list[Element]]] = {
    "sources": _sources,
    "glossary": _glossary,
    "review-status": _review_status,
    "changes": _changes,
    "places": _places,
    "questions": _questions,
    "handouts": handouts.listed,
    "offline": offline.listed,
}
