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
    bound behind it, `family` is the kind of treatment that a card is for."""

    page: str
    kind: Kind
    setting: Setting
    editions: tuple[Edition, ...]
    more: tuple[str, ...] = ()
    family: str = ""

    @property
    def pages(self) -> tuple[str, ...]:
        """All pages that it prints."""
        return (self.page, *self.more)

    @property
    def files(self) -> dict[str, Edition]:
        """Where each edition is served, below the site's own address."""
        stem = self.page.removesuffix(".md").removesuffix("/index")
        name = "-".join(part for part in (stem, self.kind, self.family) if part)
        return {f"{FOLDER}/{name}-{edition.id}.pdf": edition for edition in self.editions}


def of(page: str, guide: Guide, settings: Settings) -> Iterator[Handout]:
    """The handouts of one page, the shortest first; none where it promises none."""
    found = guide.pages.get(page)
    if found is None or found.meta.get("handout") is not True:
        return
    kind: Kind = "card" if page in settings.cards else "sheet" if found.type in settings.sheets else "whole"
    wanted = [(kind, (), family) for family in (settings.cards[page].families if page in settings.cards else ("",))]
    if page in settings.booklets:
        wanted.append(("booklet", settings.booklets[page], ""))
    for kind, more, family in wanted:
        for setting in settings.settings:
            editions = tuple(edition for edition in settings.editions if edition.setting == setting.id)
            yield Handout(page, kind, setting, editions, more, family)


def handouts(guide: Guide, settings: Settings) -> Iterator[Handout]:
    """Every handout of the guide, in the order of its menu."""
    for page in guide.menu:
        yield from of(page, guide, settings)
