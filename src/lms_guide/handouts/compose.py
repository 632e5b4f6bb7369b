"""Makes one handout: a sheet is measured, composed to its sides, drawn and held against them; the others are drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

import weasyprint

from lms_guide.handouts import fit
from lms_guide.handouts.content import Content
from lms_guide.handouts.layout import Layout
from lms_guide.handouts.plan import Handout
from lms_guide.handouts.problems import Refused
from lms_guide.handouts.render import Printer, text_of
from lms_guide.handouts.settings import COMMON

# The most bytes of a file. A booklet is for a stack of paper, the others open on a phone with a bad signal.
HEAVIEST = {"sheet": 150 * 1024, "card": 150 * 1024, "whole": 150 * 1024, "booklet": 1000 * 1024}
_MM = 96 / 25.4
# Margins of @page in handout.css, above and below, in millimeters; and what stays free above the footer.
_MARGINS, _SLACK = 32.0, 4.0
_EVERYTHING = fit.Choice(picture=True, setting="roomy", new_side=False, questions=99, questions_first=False, notes=2)


@dataclass(frozen=True)
class Made:
    """A finished handout."""

    pdfs: dict[str, bytes]
    pages: int
    choice: fit.Choice | None


def _figures_announced(html: str, handout: Handout, layout: Layout, file: str) -> None:
    """Refuses survival figures (H-007) on the handout of a page whose kind does not announce them."""
    guide = layout.guide
    if guide.pages[handout.page].type in layout.settings.outlook:
        return
    text = " ".join(text_of(html).split())
    for fact in guide.evidence.facts.values():
        words = guide.evidence.fact_words.get(fact.id) if fact.survival else None
        for wording in words.wordings if words else ():
            if wording in text:
                raise Refused("H-007", file, f"{next(iter(handout.files))} prints “{wording}”.")


def make(handout: Handout, contents: tuple[Content, ...], address: str, layout: Layout, printer: Printer) -> Made:
    """Draws a handout of its pages' contents. Raises Refused with the rule and the page."""
    file = layout.guide.pages[handout.page].file
    try:
        if handout.kind == "sheet":
            document, choice = _sheet(handout, contents, address, layout, printer, file)
        else:
            html = layout.html(handout, contents, address, _EVERYTHING)
            _figures_announced(html, handout, layout, file)
            document, choice = printer.layout(html, handout.setting, file), None
    except ValueError as error:
        raise Refused("H-002", file, f"{error}.") from error
    common = printer.pdf(document, file)
    pdfs = {name: printer.on_paper(common, edition) for name, edition in handout.files.items()}
    for name, pdf in pdfs.items():
        if len(pdf) > (heaviest := HEAVIEST[handout.kind]):
            raise Refused("H-006", file, f"{name} weighs {len(pdf) // 1024} KB, {heaviest // 1024} are allowed.")
    return Made(pdfs, len(document.pages), choice)


def _sheet(
    handout: Handout, contents: tuple[Content, ...], address: str, layout: Layout, printer: Printer, file: str
) -> tuple[weasyprint.Document, fit.Choice]:
    setting, name = handout.setting, next(iter(handout.files))
    for box in setting.boxes:
        html = layout.html(handout, contents, address, replace(_EVERYTHING, setting=box), measuring=True)
        measured = heights(printer.layout(html, setting, file, tall=True), COMMON[1])
        for choice in fit.choices(measured, box, setting.sides, every_question=box == "roomy"):
            html = layout.html(handout, contents, address, choice)
            _figures_announced(html, handout, layout, file)
            document = printer.layout(html, setting, file)
            if len(document.pages) <= setting.sides:
                return document, choice
    raise Refused("H-001", file, f"{name} does not fit its {setting.sides} sides; shorten the page's own sections.")


def heights(tall: weasyprint.Document, paper: float) -> fit.Heights:
    """Heights of the parts in pixels, from where each begins on one endless side."""
    anchors = {
        name.removeprefix("m-"): place[1] for name, place in tall.pages[0].anchors.items() if name.startswith("m-")
    }
    order = sorted(anchors, key=anchors.__getitem__)
    tops = [anchors[name] for name in order]
    height = {name: after - top for name, top, after in zip(order, tops, [*tops[1:], tops[-1]], strict=True)}

    def of(*starts: str) -> tuple[float, ...]:
        return tuple(height[name] for name in order if name.startswith(starts))

    return fit.Heights(
        side=(paper - _MARGINS - _SLACK) * _MM,
        top=(*of("head", "online", "notice", "first"), *(slice for part in of("part-") for slice in _sliced(part))),
        picture=height.get("picture", 0.0),
        help=of("help"),
        questions=of("questions", "question-"),
        more=height["more"],
        notes_head=height["notes"],
        note=height["lines"] / _EVERYTHING.notes,
    )


def _sliced(height: float, first: float = 120.0, rest: float = 60.0) -> list[float]:
    """A section cut where a side may cut it: its heading with some lines, then a few lines each."""
    slices = [min(first, height)]
    while (left := height - sum(slices)) > 0.01:
        slices.append(min(rest, left))
    return slices
