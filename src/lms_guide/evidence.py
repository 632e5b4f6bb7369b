"""The evidence: what is known, where it comes from, who read it again, and the words for it.

`evidence/` holds language-neutral data, `evidence/<language>/` the words. Every model is closed and frozen: an unknown
key is an error that names file, entry and field. `evidence/README.md` shows each file's keys.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

if TYPE_CHECKING:
    from lms_guide import picture_evidence as pictures

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Block = Literal["emergency", "line", "same-day"]


class Model(BaseModel):
    """A closed, frozen record; `line` and `file` say where it was read (not part of the data)."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Model):
    """Where facts come from, at its canonical address (DOI, PubMed, the organization's or the label's own page)."""

    id: Id
    kind: Literal[
        "randomized-trial", "trial", "meta-analysis", "registry", "cohort", "review", "guideline", "staging",
        "label", "organization", "government", "hospital", "dictionary", "news",
    ]  # fmt: skip
    authors: Words
    title: Words
    publisher: Words
    year: int | None = Field(default=None, ge=1950, le=2100)  # left out for a page that shows no date
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
    people: int | None = Field(default=None, ge=1)
    read: Literal["full", "abstract", "section", "page"]
    opened: datetime.date


class Fact(Model):
    """One thing that is known. `numbers` names every numeral its wordings may print: a number, or "N of M" people."""

    id: Id
    topic: Id
    kind: Literal["outcome", "risk", "dose", "practice", "definition", "urgent"]
    certainty: Literal["high", "moderate"]
    numbers: dict[str, int | float | str] = Field(default_factory=dict)
    survival: bool = False
    small: bool = False
    sources: tuple[Id, ...] = Field(min_length=1)

    @property
    def numerals(self) -> frozenset[str]:
        """Every numeral of the fact, as a page would print it: "1,000" and "1000" alike."""
        text = " ".join(str(value) for value in self.numbers.values())
        return frozenset(numerals(text))


class FactWords(Model):
    """The words for a fact: the claim in full, what to keep in mind, and the wordings that a page may print."""

    id: Id
    claim: Words
    caveat: str = ""
    wordings: tuple[Words, ...] = ()


class Reading(Model):
    """A second reading of a fact against its source, by somebody who did not write it."""

    fact: Id
    by: Words
    date: datetime.date
    source: Id
    where: Words
    verdict: Literal["confirmed", "corrected"]
    note: str = ""


class UrgentLine(Model):
    """A red flag: the block it belongs to, the sets of pages it stands on, and the facts that carry it."""

    id: Id
    block: Block
    sets: tuple[Id, ...] = Field(min_length=1)
    facts: tuple[Id, ...] = Field(min_length=1)


class UrgentWords(Model):
    """The words of a red flag: as a line of the help box, and in brief for a card."""

    id: Id
    text: Words
    short: Words


class Term(Model):
    """A word that a reader may not know. `plain` words need no explaining on each page."""

    id: Id
    word: Words
    meaning: Words
    say: str = ""
    also: tuple[Words, ...] = ()
    plain: bool = False


class Place(Model):
    """Somewhere to turn to. A phone number stands here only if it was read on a page of its owner or a government."""

    id: Id
    name: Words
    country: Words
    kind: Id
    offers: Words
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
    phone: str | None = None
    hours: str = ""
    seen: Words


class Change(Model):
    """A dated entry of "What changed, and when": in the evidence, or on this site."""

    id: Id
    date: datetime.date
    where: Literal["evidence", "site"]
    what: Words
    means: Words
    sources: tuple[Id, ...] = ()


class Point(Model):
    """Something a page must cover, and the headings (their ids) under which it does."""

    point: Words
    at: tuple[Id, ...] = Field(min_length=1)


class Coverage(Model):
    """What a page must cover: a reader's questions, each with its place on the page."""

    page: Words
    points: tuple[Point, ...] = Field(min_length=1)


class Key(Model):
    """A key of a page's front matter."""

    key: Words
    kind: Literal["text", "date", "date-or-null", "flag", "choice", "list", "type", "review"]
    required: bool = False
    longest: int | None = None
    choices: tuple[str, ...] = ()
    only_types: tuple[Id, ...] = ()


class PageType(Model):
    """What a kind of page must have. `claims`: which of its parts need a mark on every paragraph, item and row;
    `picture`: which kind of picture, unless the page says why it has none."""

    folders: tuple[str, ...]
    sections: tuple[Id, ...] = ()
    optional: tuple[Id, ...] = ()
    claims: Literal["all", "tables", "none"]
    get_help_also: tuple[str, ...] = ()
    picture: Literal["any", "outcome"] | None = None


class PageTypes(Model):
    """The front matter's keys in their order, the sections that make no claims, and the page types."""

    front_matter: tuple[Key, ...]
    no_claims: tuple[Id, ...]
    types: dict[Id, PageType]


class Banned(Model):
    """A regular expression for words that do not stand in the guide, and what to write instead."""

    find: Words
    use: Words


class Language(Model):
    """The words that language rules look for, and the short words that stand in for unavoidable ones when measuring."""

    banned: tuple[Banned, ...]
    masked: tuple[Words, ...] = Field(max_length=40)
    mask: Words


NUMERAL = re.compile(r"(?<![\w.])(?<![A-Za-z]-)\d[\d,]*(?:\.\d+)?")  # "LMS-04" and "T2" are names


def numerals(text: str) -> list[str]:
    """The numerals in a text, without thousands commas: "1,000 people, 38.0 °C" gives ["1000", "38.0"]."""
    return [found.group().rstrip(",").replace(",", "") for found in NUMERAL.finditer(text)]


@dataclass(frozen=True)
class Evidence:
    """Everything in `evidence/`, by id. `at` says in which file and line an entry of a kind stands."""

    sources: dict[str, Source] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    fact_words: dict[str, FactWords] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    urgent: dict[str, UrgentLine] = field(default_factory=dict)
    urgent_words: dict[str, UrgentWords] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    changes: dict[str, Change] = field(default_factory=dict)
    coverage: dict[str, Coverage] = field(default_factory=dict)
    comparisons: dict[str, pictures.Comparison] = field(default_factory=dict)
    comparison_words: dict[str, pictures.ComparisonWords] = field(default_factory=dict)
    outcomes: dict[str, pictures.Outcome] = field(default_factory=dict)
    outcome_words: dict[str, pictures.OutcomeWords] = field(default_factory=dict)
    drawings: dict[str, pictures.Drawing] = field(default_factory=dict)
    drawing_words: dict[str, pictures.DrawingWords] = field(default_factory=dict)
    page_types: PageTypes | None = None
    language: Language | None = None
    frame: dict[str, Any] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    at: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)

    def where(self, kind: str, id: str) -> tuple[str, int]:
        """File and line of an entry; kind is a field of this class ("facts", "sources" …)."""
        return self.at.get((kind, id), (f"evidence/{kind}.yml", 1))

    def cited_by(self, id: str) -> tuple[str, ...]:
        """The sources that a note stands for: a note may name a source, or a fact that has its sources."""
        return self.facts[id].sources if id in self.facts else (id,)

    def urgent_lines(self, sets: set[str]) -> dict[Block, list[UrgentLine]]:
        """Red flags of the wanted sets, in the order of the file, by block."""
        blocks: dict[Block, list[UrgentLine]] = {"emergency": [], "line": [], "same-day": []}
        for line in self.urgent.values():
            if sets & set(line.sets):
                blocks[line.block].append(line)
        return blocks
