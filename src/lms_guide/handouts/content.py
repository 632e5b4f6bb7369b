"""The parts of a built page that go on paper, taken from its `<article>`.

Paper cannot be pressed: notes become numbers (1–4), links within the page become words, doors and controls fall away.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bs4 import BeautifulSoup, NavigableString, Tag

# What serves a screen only, or is made anew for paper.
_SCREEN_ATTRIBUTES = {"data-fact", "data-search-exclude", "data-label", "data-term", "tabindex", "role", "aria-label"}
# How strong each source is takes two sheets of paper more; the whole page's sources end with where to read it.
_SCREEN = "details.lms-contents, .lms-sources__back, .lms-sources__strength, .lms-section--print, [hidden]"


@dataclass(frozen=True)
class Part:
    """A section of a page: its id, its heading's words and the HTML below the heading."""

    id: str
    title: str
    html: str


@dataclass(frozen=True)
class Step:
    """A step of a road, in its bold words; some people only have it when `maybe`."""

    name: str
    maybe: bool


@dataclass(frozen=True)
class Content:
    """What a page has to print: HTML where it may hold notes, plain words elsewhere; `words` are its words with their meanings."""

    title: str
    lead: str
    body: str
    parts: tuple[Part, ...]
    questions: tuple[str, ...]
    first: str
    roads: dict[str, tuple[Step, ...]]
    words: dict[str, str]

    def part(self, id: str) -> Part | None:
        """The section with an id, or None."""
        return next((part for part in self.parts if part.id == id), None)


def read(file: Path, outlook: bool) -> Content:
    """The printable parts of a built page. Survival figures stay out unless `outlook`. Raises ValueError without an article."""
    article = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml").select_one("article")
    if article is None:
        raise ValueError(f"{file} has no <article>")
    for element in article.select(_SCREEN):
        element.decompose()
    _open_doors(article, outlook)
    roads = {
        _id(section): tuple(_steps(road))
        for section in article.select("section.lms-section")
        if (road := section.select_one("ol.lms-path"))
    }
    words = {
        word.dt.get_text(" ", strip=True): word.decode_contents().strip() for word in article.select(".lms-words > div")
    }
    _for_paper(article, file.parent.name)
    parts, questions, first, loose = [], (), "", []
    title = article.h1.extract().get_text(" ", strip=True)
    lead = article.find("p", recursive=False)
    lead_html = lead.extract().decode_contents() if lead else ""
    for child in list(article.children):
        if not (isinstance(child, Tag) and child.name == "section"):
            loose.append(str(child))
            continue
        heading = child.find("h2").extract()
        id = _id(child)
        parts.append(Part(id, heading.decode_contents().strip(), child.decode_contents().strip()))
        if id == "questions":
            questions = tuple(item.decode_contents().strip() for item in child.select("li"))
        elif id == "next-step" and (step := child.select_one("li")):
            first = step.decode_contents().strip()
    return Content(title, lead_html, "".join(loose).strip(), tuple(parts), questions, first, roads, words)


def _id(section: Tag) -> str:
    return str(section.get("aria-labelledby", ""))


def _steps(road: Tag) -> list[Step]:
    return [
        Step(strong.get_text(" ", strip=True).rstrip("."), "lms-path__maybe" in step.get("class", []))
        for step in road.select(":scope > li")
        if (strong := step.find("strong"))
    ]


def _open_doors(article: Tag, outlook: bool) -> None:
    """A door with survival figures goes with all behind it, or opens where the reader asked; other doors open."""
    for door in article.select("details"):
        if "lms-outlook" in door.get("class", []) and not outlook:
            door.decompose()
            continue
        door.name = "div"
        if summary := door.find("summary"):
            summary.name = "p"
            summary["class"] = "door"


def _for_paper(article: Tag, page: str) -> None:
    for element in article.select("span:not([class]), span.lms-fact"):
        element.unwrap()
    _join_notes(article)
    for link in article.select("a"):
        if not link.get("href", "").startswith(("http", "tel:", "mailto:")):
            link.unwrap()
    for link in article.select(".lms-sources__cite a, .lms-places a[href^=http]"):
        link.insert_after(_in_words(link))
    # A hundred links that can be pressed weigh 15 KB; their addresses are printed, and most readers make links of them.
    for link in article.select(".lms-sources__cite a"):
        link.unwrap()
    for word in article.select("svg text"):  # no style of the sheet reaches into a picture
        word["font-family"] = "lms-text"
    for element in article.find_all(True):
        for name in _SCREEN_ATTRIBUTES & element.attrs.keys():
            if element.name != "svg":  # a picture's role and name are heard from paper's file too
                del element.attrs[name]
    for sign in article.select("svg[aria-hidden]"):
        sign.replace_with(_as_background(sign))
    _name_parts(article, page)


def _as_background(sign: Tag) -> Tag:
    """A sign that says nothing by itself, as the background of a box: a drawing would have to be read out."""
    size = {key: sign.attrs[name] for key, name in (("viewBox", "viewbox"), ("width", "width"), ("height", "height"))}
    attributes = " ".join(f'{key}="{value}"' for key, value in size.items())
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{sign.decode_contents()}</svg>'
    box = BeautifulSoup("", "lxml").new_tag("span", attrs={"class": sign.get("class", [])})
    box["style"] = f"background-image: url(data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()})"
    return box


def _name_parts(article: Tag, page: str) -> None:
    """Keeps the names within drawings, as this page's own: a booklet binds pages that name their parts alike."""
    for element in article.select("[id]"):
        if element.find_parent("svg"):
            element["id"] = f"{page}-{element['id']}"
        else:
            del element["id"]
    for drawing in article.select("svg[aria-labelledby]"):
        drawing["aria-labelledby"] = " ".join(f"{page}-{id}" for id in drawing["aria-labelledby"].split())
    for copy in article.select("svg use[href^='#']"):
        copy["href"] = f"#{page}-{copy['href'][1:]}"


def _in_words(link: Tag) -> NavigableString:
    """The address of a link in words, to be typed from paper."""
    return NavigableString(f" ({link['href'].removeprefix('https://').removeprefix('http://')})")


def _join_notes(article: Tag) -> None:
    """A run of notes becomes one: 1, 2, 3, 7 is printed 1–3, 7."""
    for note in article.select("sup.lms-cite"):
        if note.parent is None:  # already part of a run
            continue
        numbers = set()
        after: list = [note]
        while after and _is_note(after[-1]):
            numbers |= {int(found) for each in after for found in re.findall(r"\d+", each.get_text())}
            for each in after:
                if each is not note:
                    each.extract()
            after = _up_to_next_tag(note)
        note.string = _ranges(sorted(numbers))


def _is_note(element: Tag) -> bool:
    return element.name == "sup" and "lms-cite" in element.get("class", [])


def _up_to_next_tag(note: Tag) -> list:
    """The blanks after a note and the element behind them; empty where words come first."""
    found: list = []
    for sibling in note.next_siblings:
        found.append(sibling)
        if isinstance(sibling, Tag):
            return found
        if sibling.strip():
            return []
    return []


def _ranges(numbers: list[int]) -> str:
    """Numbers in order, three or more in a row as a range: [1, 2, 3, 7] is "1–3, 7"."""
    runs: list[list[int]] = [[numbers[0]]] if numbers else []
    for before, number in pairwise(numbers):
        if number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
