"""Puts the parts of a page and the words of the frame into the templates of `overrides/handout/`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element, tostring

import jinja2
import markdown
from markupsafe import Markup

from lms_guide import marks
from lms_guide.guide import Guide
from lms_guide.handouts import qr
from lms_guide.handouts.content import Content
from lms_guide.handouts.fit import Choice
from lms_guide.handouts.plan import Handout
from lms_guide.handouts.settings import HandoutWords, Settings
from lms_guide.markdown import help
from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el

# About as many characters as a line of half a sheet holds in the small setting.
_LINE = 40


@dataclass(frozen=True)
class Layout:
    """Makes the HTML of handouts of one guide."""

    guide: Guide
    settings: Settings
    words: HandoutWords

    @cached_property
    def _templates(self) -> jinja2.Environment:
        loader = jinja2.FileSystemLoader(self.guide.root / "overrides" / "handout")
        return jinja2.Environment(
            loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )

    def html(
        self, handout: Handout, contents: tuple[Content, ...], address: str, choice: Choice, *, measuring: bool = False
    ) -> str:
        """The HTML of a handout of its pages' contents. `address` is where the first is served; measured parts carry ids
        when `measuring`.

        Raises ValueError when the code of the address cannot be read back.
        """
        page, frame, words = self.guide.pages[handout.page], self.guide.evidence.frame, self.words
        content, every = contents[0], {word: html for each in contents for word, html in each.words.items()}
        parts = self.settings.sheets.get(page.type)
        card = self.settings.cards.get(handout.page)
        more = card.families[handout.family] if card else ()
        checked, site = page.meta["checked"], self.guide.config.get("extra", {}).get("site", {})
        shown = address.removeprefix("https://").removeprefix("http://")
        status = self._status(page.meta.get("reviewed"))
        sheet_address = f"{address}#{version(checked)}"
        code, side = qr.drawing(sheet_address)
        release = f" · {words.sheet.version.format(version=site['version'])}" if site.get("version") else ""
        foot = f"{content.title} · {status}{release}\n{shown} · {words.sheet.checked.format(date=self._date(checked))}"
        values: dict[str, Any] = {
            "language": frame["language"],
            "heading": words.sheet.title.format(
                title=content.title,
                kind=words.families.get(handout.family) or words.kinds[handout.kind],
                setting=words.settings[handout.setting.id],
            ),
            "author": frame["about_page"]["written_by"],
            "work_status": frame["work_status"] if not page.meta.get("reviewed") else status,
            "notice_title": frame["notice_title"] if not page.meta.get("reviewed") else "",
            "notice": " ".join(frame["notice"].split()) if not page.meta.get("reviewed") else "",
            "checked_iso": checked.isoformat(),
            "classes": " ".join([f"is-{handout.kind}", *(["large"] if handout.setting.large else [])]),
            "foot": foot,
            "content": content,
            "chapters": contents,
            "glossary": [every[word] for word in sorted(every, key=str.casefold)],
            "booklet": words.booklet,
            "address": shown,
            "code": code,
            "code_side": side,
            "words": words.sheet,
            "first": Markup(content.first)
            if content.first
            else words.sheet.first_else.format(help=frame["sections"]["get-help"]),
            "help_title": frame["sections"]["get-help"],
            "help": self.help(
                handout.pages, choice.setting, more=more, large=handout.setting.large, measured=measuring
            ),
            "has_help": content.part("get-help") is not None,
            "chosen": [part for id in (parts.words if parts else ()) if (part := content.part(id))],
            "road": content.roads.get(parts.picture, ()) if parts and parts.picture else (),
            "extra": content.part(parts.if_room) if parts and parts.if_room else None,
            "questions": content.questions,
            "card": card.halves if card else (),
            "family": words.families.get(handout.family, ""),
            "foot_short": shown,
            "choice": choice,
            "measuring": measuring,
            "m": (lambda id: Markup(f'id="m-{id}"')) if measuring else (lambda id: ""),
        }
        return self._templates.get_template(f"{handout.kind}.html").render(values)

    def help(
        self,
        pages: tuple[str, ...],
        setting: str,
        *,
        more: tuple[str, ...] = (),
        large: bool = False,
        measured: bool = False,
    ) -> str:
        """The get-help box of pages in its brief words: every red flag of all sets that the pages name, and of `more`.

        In the dense setting each list stands as two, side by side, except in `large` print. When `measured`, an id begins
        each piece that no side may cut: a red flag that has lines of its own, else a block.
        """
        wanted = set(more)
        for page in pages:
            for _, block in self.guide.pages[page].blocks:
                if match := marks.HELP.match(block.text):
                    wanted |= set(match["sets"].split()) - set(marks.HELP_MODES)
        country = self.guide.config.get("extra", {}).get("site", {}).get("country", "us")
        context = Context(markdown.Markdown(), str(self.guide.root), self.guide.evidence.frame["language"], country)
        context.guide = self.guide  # as read before, instead of anew from the disk
        box = help.box(context, [*sorted(wanted), "short"])
        if halves := setting == "dense" and not large:
            _halve(box)
        if measured:
            tags = ("div",) if halves or setting == "run" else ("h3", "li", "dl", "p")
            pieces = (element for element in box.iter() if element is not box and element.tag in tags)
            for number, element in enumerate(each for each in pieces if each.get("class") != "halves"):
                element.set("id", f"m-help-{number}")
        return tostring(box, encoding="unicode", method="html")

    def _status(self, reviewed: dict[str, Any] | None) -> str:
        frame = self.guide.evidence.frame
        return f"{frame['about_page']['reviewed']}: {reviewed['name']}" if reviewed else frame["notice_title"]

    def _date(self, day: date) -> str:
        frame = self.guide.evidence.frame
        return frame["date_format"].format(month=frame["months"][day.month - 1], day=day.day, year=day.year)


def _halve(box: Element) -> None:
    """Makes two lists of each, with about as many lines."""
    for block in box.findall("div"):
        for place, flags in enumerate(list(block)):
            if flags.tag == "ul" and len(flags) > 3:
                lines = [-(-len("".join(flag.itertext())) // _LINE) for flag in flags]
                middle = min(
                    range(1, len(lines)),
                    key=lambda at, lines=lines: (sum(lines[:at]) < sum(lines[at:]), sum(lines[:at])),
                )
                block[place] = el("div", el("ul", *flags[:middle]), el("ul", *flags[middle:]), cls="halves")


def version(checked: date) -> str:
    """The version of a page that a sheet was made from, as the end of its address: `v2026-11-25`."""
    return f"v{checked.isoformat()}"
