"""What is printed and in which words: `evidence/handouts.yml` and `evidence/<language>/handouts.yml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from lms_guide import yaml_lines
from lms_guide.evidence import Id, Model, Words

# Width and height of a sheet in millimeters.
PAPERS = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
# What both papers have: the sheet that is laid out once and printed on either.
COMMON = (min(width for width, _ in PAPERS.values()), min(height for _, height in PAPERS.values()))


class Setting(Model):
    """A layout: its name, the size of its body text in points, the most sides that a sheet may have, and the settings of
    its get-help box, the one to be tried first first (lms_guide.handouts.fit)."""

    id: Literal["normal", "large"]
    body: int = Field(ge=14)
    sides: int = Field(ge=1)
    boxes: tuple[Literal["roomy", "dense", "run"], ...]

    @property
    def large(self) -> bool:
        """Whether it is large print."""
        return self.id == "large"


class Edition(Model):
    """A setting on a paper."""

    id: Id
    setting: Literal["normal", "large"]
    paper: Literal["letter", "a4"]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimeters."""
        return PAPERS[self.paper]


class SheetParts(Model):
    """What stands on the one sheet of a kind of page: ids of sections, and of one that is drawn as a road or that stands
    as it is, only where there is room for it."""

    words: tuple[Id, ...]
    picture: Id | None = None
    if_room: Id | None = None


class CardParts(Model):
    """The sections that are the halves of a card, and the sets of red flags that it has more for each kind of treatment."""

    halves: tuple[Id, ...]
    families: dict[Id, tuple[Id, ...]]


class Settings(Model):
    """Settings, editions, the composition of sheets per kind of page, kinds that may show survival figures, cards, and
    the pages that follow a page in its booklet."""

    settings: tuple[Setting, ...]
    editions: tuple[Edition, ...]
    sheets: dict[Id, SheetParts]
    outlook: tuple[Id, ...]
    cards: dict[str, CardParts] = Field(default_factory=dict)
    booklets: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class SheetWords(Model):
    """The words on a handout."""

    title: Words
    first: Words
    first_else: Words
    picture: Words
    picture_maybe: Words
    questions: Words
    notes: Words
    more: Words
    strength: Words
    card: Words
    read_online: Words
    qr: Words
    checked: Words
    version: Words
    page: Words


class BookletWords(Model):
    """The words of a booklet that are no page's own; `mine` are the names of its blanks."""

    series: Words
    mine: tuple[Words, ...]
    contents: Words
    glossary: Words
    sources: Words
    sources_how: Words


class ListWords(Model):
    """The words of the lists of files on the pages."""

    title: Words
    intro: Words
    count: dict[Literal["one", "many"], Words]
    size: Words
    absent: Words
    name: Words
    read: Words


class HandoutWords(Model):
    """Every word that is no page's own."""

    settings: dict[Id, Words]
    editions: dict[Id, Words]
    kinds: dict[Id, Words]
    families: dict[Id, Words]
    sheet: SheetWords
    booklet: BookletWords
    list: ListWords


@lru_cache(maxsize=4)
def settings(root: Path) -> Settings | None:
    """The table below `root`; None where a guide prints nothing. Raises pydantic's ValidationError for a mistake in it."""
    file = root / "evidence" / "handouts.yml"
    return Settings.model_validate(yaml_lines.read(file)) if file.exists() else None


@lru_cache(maxsize=4)
def words(root: Path, language: str) -> HandoutWords:
    """The words below `root`. Raises pydantic's ValidationError for a mistake in them."""
    return HandoutWords.model_validate(yaml_lines.read(root / "evidence" / language / "handouts.yml"))
