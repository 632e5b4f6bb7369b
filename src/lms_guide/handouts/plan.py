"""Which files are made: for each page with `handout: true`, its sheet, or its card, or else the whole page; and the
booklets that begin with it. Each in every edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lms_guide.guide import Guide
from lms_guide.handouts.settings import Edition, Setting, Settings

Kind = Literal["sheet", "whole", "card", "booklet"]
FOLDER = "handouts"


@dataclass(frozen=True)
class Handout:
    """One layout to be made, and the editions that print it. `page` is the page's path below docs/, `more` are the pages
    bound behind it."""

    page: str
    kind: Kind
    setting: Setting
    editions: tuple[Edition, ...]
    more: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[str, ...]:
        """All pages that it prints."""
        return (self.page, *self.more)

    @property
    def files(self) -> dict[str, Edition]:
        """Where each edition is served, below the site's own address."""
        return {file(self.page, self.kind, edition): edition for edition in self.editions}


def file(page: str, kind: Kind, edition: Edition) -> str:
    """Where an edition of a page's handout is served, below the site's own address."""
    stem = page.removesuffix(".md").removesuffix("/index")
    return f"{FOLDER}/{stem}-{kind}-{edition.id}.pdf"


def kinds(page: str, guide: Guide, settings: Settings) -> tuple[Kind, ...]:
    """The kinds of handout of one page, the shortest first."""
    found = guide.pages.get(page)
    if found is None or found.meta.get("handout") is not True:
        return ()
    if page in settings.cards:
        return ("card",)
    kind: Kind = "sheet" if found.type in settings.sheets else "whole"
    return (kind, "booklet") if page in settings.booklets else (kind,)


def handouts(guide: Guide, settings: Settings) -> Iterator[Handout]:
    """Every handout of the guide, in the order of its menu."""
    for page in guide.menu:
        for kind in kinds(page, guide, settings):
            for setting in settings.settings:
                editions = tuple(edition for edition in settings.editions if edition.setting == setting.id)
                more = settings.booklets[page] if kind == "booklet" else ()
                yield Handout(page, kind, setting, editions, more)
