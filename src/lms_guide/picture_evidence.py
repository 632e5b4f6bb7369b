"""The evidence of pictures: which numbers of which facts are drawn, and the words beside them.

`evidence/pictures/` says what is drawn, in no language; `evidence/<language>/pictures/` has the words. A page names fact
ids, or a drawing, and nothing else: it can neither swap the sides of a picture nor type a number into one.
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from lms_guide.evidence import Evidence, Fact, Id, Model, Words

_COUNT = re.compile(r"(?P<count>\d[\d,]*) of (?P<of>\d[\d,]*)")


class Comparison(Model):
    """Sides of one choice or count, in the order in which they are drawn. `beside` are facts printed under every such
    picture: the benefit next to a harm, the harm next to a benefit."""

    id: Id
    sides: tuple[Id, ...] = Field(min_length=1, max_length=2)
    beside: tuple[Id, ...] = ()


class Outcome(Model):
    """What is counted on each side: names of numbers ("N of M") of one fact, in the order of the comparison's sides.

    `people` names the fact's number of people behind it, `time` that of the time span; `during` stands for a count over
    a treatment or a record, which has no number.
    """

    id: Id
    comparison: Id
    fact: Id
    counts: Literal["good", "harm", "finding"]
    numbers: tuple[str, ...] = Field(min_length=1, max_length=2)
    people: str | None = None
    time: str


class Wording(Model):
    """A wording of a fact, word for word, with `before` to begin its sentence where it needs that."""

    words: Words
    before: str = ""

    @property
    def sentence(self) -> str:
        """It as a sentence of its own."""
        text = f"{self.before} {self.words}" if self.before else self.words
        return text[:1].upper() + text[1:].rstrip(".") + "."


class ComparisonWords(Model):
    """Title of the picture, who was counted, and the name of each side, in order; wordings of `beside`, in order."""

    id: Id
    title: Words
    who: Words
    sides: tuple[Words, ...]
    beside: tuple[Wording, ...] = ()


class OutcomeWords(Model):
    """What the filled figures are, and those in outline, under a title; `wording` is one of the fact's."""

    id: Id
    title: Words
    filled: Words
    outline: Words
    wording: Words


class Part(Model):
    """One panel of a drawing and the fact that its words stand on. `of` is a panel of another drawing, "figo/ib".

    A panel with `page` is a link: to a page below docs/ (no link on that page itself), or to "#anchor" of its own page.
    """

    id: Id
    of: str | None = None
    fact: Id | None = None
    page: str | None = None


class Drawing(Model):
    """A picture drawn by hand: the file of its name in `lms_guide/pictures/drawings/`, and its panels."""

    id: Id
    parts: tuple[Part, ...] = Field(min_length=1)
    columns: Literal[1, 2, 3, 5, 6] = 3
    pairs: bool = False  # two and two belong together, on a phone too: the same number, two meanings


def source(drawing: str, part: Part) -> tuple[str, str]:
    """The drawing whose file holds a panel, and its id there."""
    file, _, panel = (part.of or f"{drawing}/{part.id}").partition("/")
    return file, panel


class PartWords(Wording):
    """The name of a panel, its words (a wording of its fact), what is seen in it, and labels in it, by their id."""

    name: Words
    seen: Words
    labels: dict[str, Words] = Field(default_factory=dict)


class DrawingWords(Model):
    """The words of a drawing: title, how to read it in one line, and its panels by id.

    `part_title` and `part_how` take their place where a page shows some panels only.
    """

    id: Id
    title: Words
    how: Words
    part_title: str = ""
    part_how: str = ""
    parts: dict[Id, PartWords]


def counts(fact: Fact, name: str) -> tuple[int, int] | None:
    """(count, of how many) of a number of a fact; None when it is missing or not "N of M"."""
    found = _COUNT.fullmatch(str(fact.numbers.get(name, "")))
    return (int(found["count"].replace(",", "")), int(found["of"].replace(",", ""))) if found else None


def panels(evidence: Evidence, ids: list[str]) -> list[tuple[Drawing, list[Part]]]:
    """What a picture of drawings shows: "figo" whole, "figo/iiia figo/iiib" those panels, in the order of the drawing.

    Unknown drawings and panels are left out; a rule refuses them.
    """
    found = []
    for name in dict.fromkeys(id.partition("/")[0] for id in ids):
        drawing = evidence.drawings.get(name)
        if drawing is not None:
            wanted = {id.partition("/")[2] for id in ids if id.startswith(f"{name}/")}
            parts = [part for part in drawing.parts if not wanted or part.id in wanted]
            found.append((drawing, parts))
    return found


def drawn(evidence: Evidence, fact: str) -> list[Outcome]:
    """The outcomes that show numbers of a fact, in the order of the file."""
    return [outcome for outcome in evidence.outcomes.values() if outcome.fact == fact]


def facts(evidence: Evidence, kind: str, ids: list[str]) -> list[str]:
    """The ids of all facts that a picture prints: those it draws, those beside them, those its panels stand on."""
    if kind == "drawing":
        parts = (part for _, shown in panels(evidence, ids) for part in shown)
        return list(dict.fromkeys(part.fact for part in parts if part.fact))
    found = list(ids)
    for id in ids:
        for outcome in drawn(evidence, id):
            if outcome.comparison in evidence.comparisons:
                found += evidence.comparisons[outcome.comparison].beside
    return list(dict.fromkeys(found))
