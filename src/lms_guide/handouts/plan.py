"""Which files are made: for each page with `handout: true`, a sheet or a card, and the whole page, in each edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lms_guide.guide import Guide
from lms_guide.handouts.settings import Edition, Setting, Settings

Kind = Literal["sheet", "whole", "card"]
FOLDER = "handouts"


@dataclass(frozen=True)
class Handout:
    """One layout to be made, and the editions that print it. `page` is the page's path below docs/."""

    page: str
    kind: Kind
    setting: Setting
    editions: tuple[Edition, ...]

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
    return ("sheet", "whole") if found.type in settings.sheets else ("whole",)


def handouts(guide: Guide, settings: Settings) -> Iterator[Handout]:
    """Every handout of the guide, in the order of its menu."""
    for page in guide.menu:
        for kind in kinds(page, guide, settings):
            for setting in settings.settings:
                editions = tuple(edition for edition in settings.editions if edition.setting == setting.id)
                yield Handout(page, kind, setting, editions)
