"""Puts the parts of a page and the words of the frame into the templates of `overrides/handout/`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import tostring

import jinja2
import markdown
from markupsafe import Markup

from lms_guide import marks
from lms_guide.guide import Guide
from lms_guide.handouts import fit, qr
from lms_guide.handouts.content import Content
from lms_guide.handouts.fit import Choice
from lms_guide.handouts.plan import Handout
from lms_guide.handouts.settings import HandoutWords, Settings
from lms_guide.markdown import help
from lms_guide.markdown.context import Context


@dataclass(frozen=True)
class Layout:
    """Makes the HTML of handouts of one guide."""

    guide: Guide
    settings: Settings
    words: HandoutWords

    @cached_property
    def _templates(self) -> jinja2.Environment:
        loader = jinja2.FileSystemLoader(self.guide.root / "overrides" / "handout")
        return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)

    def html(self, handout: Handout, content: Content, address: str, choice: Choice, *, measuring: bool = False) -> str:
        """The HTML of a handout. `address` is where its page is served; measured parts carry ids when `measuring`.

        Raises ValueError when the code of the address cannot be read back.
        """
        page, frame, words = self.guide.pages[handout.page], self.guide.evidence.frame, self.words
        parts = self.settings.sheets.get(page.type)
        checked, site = page.meta["checked"], self.guide.config.get("extra", {}).get("site", {})
        shown = address.removeprefix("https://").removeprefix("http://")
        status = self._status(page.meta.get("reviewed"))
        sheet_address = f"{address}#{version(checked)}"
        code, side = qr.drawing(sheet_address)
        foot = [f"{content.title} · {status}", f"{shown} · {words.sheet.checked.format(date=self._date(checked))}"]
        if site.get("version"):
            foot[-1] += f" · {words.sheet.version.format(version=site['version'])}"
        # A piece that no side may cut begins at each id: a red flag that has lines of its own, else a block.
        in_columns = {"dense"} - ({"dense"} if handout.edition.large else set())
        tags = {setting: ("div",) if setting in in_columns else ("h3", "li", "dl", "p") for setting in fit.SETTINGS}

        def measured(setting: str) -> tuple[str, tuple[str, ...]] | None:
            return (f"m-help-{setting}", tags[setting]) if measuring else None

        values: dict[str, Any] = {
            "language": frame["language"],
            "heading": words.sheet.title.format(
                title=content.title, kind=words.kinds[handout.kind], edition=words.editions[handout.edition.id]
            ),
            "author": frame["about_page"]["written_by"],
            "work_status": frame["work_status"] if not page.meta.get("reviewed") else status,
            "notice_title": frame["notice_title"] if not page.meta.get("reviewed") else "",
            "notice": " ".join(frame["notice"].split()) if not page.meta.get("reviewed") else "",
            "checked_iso": checked.isoformat(),
            "classes": " ".join([handout.kind, *(["large"] if handout.edition.large else [])]),
            "foot": "\n".join(foot),
            "content": content,
            "address": shown,
            "code": code,
            "code_side": side,
            "words": words.sheet,
            "first": Markup(content.first) if content.first else words.sheet.first_else.format(help=frame["sections"]["get-help"]),
            "help_title": frame["sections"]["get-help"],
            "settings": fit.SETTINGS,
            "help": {setting: self.help(handout.page, measured(setting)) for setting in fit.SETTINGS},
            "has_help": content.part("get-help") is not None,
            "chosen": [part for id in (parts.words if parts else ()) if (part := content.part(id))],
            "road": content.roads.get(parts.picture, ()) if parts and parts.picture else (),
            "questions": content.questions,
            "choice": choice,
            "measuring": measuring,
            "m": (lambda id: Markup(f'id="m-{id}"')) if measuring else (lambda id: ""),
        }
        return self._templates.get_template(f"{handout.kind}.html").render(values)

    def help(self, page: str, measured: tuple[str, tuple[str, ...]] | None = None) -> str:
        """The get-help box of a page in its brief words: every red flag of all sets that the page names.

        `measured` is the beginning of an id, and the tags that carry it, with their number.
        """
        wanted: set[str] = set()
        for _, block in self.guide.pages[page].blocks:
            if match := marks.HELP.match(block.text):
                wanted |= set(match["sets"].split()) - set(marks.HELP_MODES)
        country = self.guide.config.get("extra", {}).get("site", {}).get("country", "us")
        context = Context(markdown.Markdown(), str(self.guide.root), self.guide.evidence.frame["language"], country)
        context.guide = self.guide  # as read before, instead of anew from the disk
        box = help.box(context, [*sorted(wanted), "short"])
        if measured:
            id, tags = measured
            for number, element in enumerate(element for element in box.iter() if element is not box and element.tag in tags):
                element.set("id", f"{id}-{number}")
        return tostring(box, encoding="unicode", method="html")

    def _status(self, reviewed: dict[str, Any] | None) -> str:
        frame = self.guide.evidence.frame
        return f"{frame['about_page']['reviewed']}: {reviewed['name']}" if reviewed else frame["notice_title"]

    def _date(self, day: date) -> str:
        frame = self.guide.evidence.frame
        return frame["date_format"].format(month=frame["months"][day.month - 1], day=day.day, year=day.year)


def version(checked: date) -> str:
    """The version of a page that a sheet was made from, as the end of its address: `v2026-11-25`."""
    return f"v{checked.isoformat()}"
