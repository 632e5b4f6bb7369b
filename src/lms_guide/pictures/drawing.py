"""Drawings made by hand, one file each in `drawings/`, cut into panels; each panel's words stand beside it.

A file holds `<g id="base-…">`, what several panels share, and `<g id="…">` a panel: `data-base` names its bases (drawn
beneath), `data-view` its view box. `<text data-label="bladder">` gets its word from evidence/<language>/pictures/.
Parts are painted by class, from the few of `_PAINT`: one hand, one palette.
"""

from __future__ import annotations

import copy
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el
from lms_guide.markdown.inline import cites
from lms_guide.picture_evidence import Drawing, Part, PartWords, source
from lms_guide.picture_evidence import panels as shown

FOLDER = Path(__file__).parent / "drawings"
# What a part looks like where no style sheet reaches it, as on paper: black, white and two greys.
_PAINT = {
    "d-body": {"fill": "none", "stroke": "#555"},
    "d-organ": {"fill": "#e4e4e4", "stroke": "#333"},
    "d-hollow": {"fill": "#fff", "stroke": "#333"},
    "d-quiet": {"fill": "none", "stroke": "#888"},
    "d-tumor": {"fill": "#000", "stroke": "#fff"},
    "d-cells": {"fill": "none", "stroke": "#fff"},
    "d-specks": {"fill": "none", "stroke": "#000"},
    "d-paper": {"fill": "none", "stroke": "#fff"},
    "d-place": {"fill": "#000", "stroke": "#fff"},
    "d-beam": {"fill": "#ccc", "stroke": "none", "fill-opacity": ".7"},
    "d-glow": {"fill": "#ccc", "stroke": "none", "fill-opacity": ".7"},
    "d-machine": {"fill": "#555", "stroke": "none"},
    "d-ink": {"fill": "none", "stroke": "#000"},
    "d-knife": {"fill": "none", "stroke": "#000", "stroke-dasharray": "5 4"},
    "d-word": {"fill": "#000", "stroke": "none"},
    "d-drop": {"fill": "#000", "stroke": "none"},
    "d-second": {"fill": "#fff", "stroke": "#000"},
    "d-tablet": {"fill": "#000", "stroke": "none"},
    "d-shot": {"fill": "none", "stroke": "#000"},
    "d-run": {"fill": "none", "stroke": "#000", "stroke-width": "4"},
    "d-bar": {"fill": "#000", "stroke": "#000"},
    "d-maybe": {"fill": "#fff", "stroke": "#000"},
    "d-vein": {"fill": "none", "stroke": "#000"},
    "d-vessel": {"fill": "none", "stroke": "#333"},
    "d-nerve": {"fill": "none", "stroke": "#333", "stroke-dasharray": "1 5"},
    "d-call": {"fill": "none", "stroke": "#555"},
    "d-phone": {"fill": "#555", "stroke": "none"},
    "d-visit": {"fill": "#000", "stroke": "#fff"},
    "d-small": {"fill": "#000", "stroke": "none", "font-size": "15"},
    "d-number": {"fill": "#000", "stroke": "none", "font-size": "24"},
    "d-question": {"fill": "#000", "stroke": "none", "font-size": "64"},
}


@lru_cache(maxsize=32)
def groups(name: str) -> dict[str, Element]:
    """The named groups of a drawing's file, without the namespace of SVG: in a page the parser gives it."""
    file = FOLDER / f"{name}.svg"
    if not file.exists():
        return {}
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        element.text = (element.text or "").strip() or None
        element.tail = None
    return {group.get("id", ""): group for group in root}


def has(name: str, part: Part) -> bool:
    """Whether a panel is drawn."""
    file, panel = source(name, part)
    return panel in panels(file)


def panels(name: str) -> set[str]:
    """The ids of the panels that a drawing's file holds."""
    return {id for id in groups(name) if not id.startswith("base-")}


def labels(name: str, panel: str) -> set[str]:
    """The ids of the labels in a panel."""
    found = (text.get("data-label", "") for layer in layers(name, panel) for text in layer.iter("text"))
    return {label for label in found if label}


def layers(name: str, panel: str) -> list[Element]:
    """What a panel is drawn of, from the bottom up: its bases, then its own group."""
    there = groups(name)
    group = there[panel]
    return [*(there[f"base-{base}"] for base in group.get("data-base", "").split()), group]


def figures(context: Context, ids: list[str], id: str) -> list[Element]:
    """One figure for each drawing; [] for those that a rule will refuse."""
    evidence = context.evidence
    return [
        _figure(context, drawing, parts, f"{id}-{drawing.id}")
        for drawing, parts in shown(evidence, ids)
        if drawing.id in evidence.drawing_words
    ]


def _figure(context: Context, drawing: Drawing, parts: list[Part], id: str) -> Element:
    words, frame = context.evidence.drawing_words[drawing.id], context.frame["picture"]
    whole = len(parts) == len(drawing.parts)
    items = [
        _panel(context, drawing.id, part, words.parts[part.id], f"{id}-{part.id}")
        for part in parts
        if part.id in words.parts and has(drawing.id, part)
    ]
    shape = "pairs" if drawing.pairs else "few" if not whole else drawing.columns
    how = words.how if whole or not words.part_how else words.part_how
    return el(
        "figure",
        el("div", words.title if whole or not words.part_title else words.part_title, cls="lms-picture__title", id=id),
        el("p", el("strong", frame["how"]), f" {how}", cls="lms-picture__how"),
        el("ul", *items, cls=f"lms-panels lms-panels--{shape}"),
        *_origin(context, parts),
        cls=f"lms-picture lms-picture--drawing lms-picture--{drawing.id}",
        aria_labelledby=id,
    )


def _origin(context: Context, parts: list[Part]) -> list[Element]:
    """The sources of all panels, once."""
    notes = cites(context, *(part.fact for part in parts if part.fact))
    return [el("figcaption", context.frame["picture"]["from"], *notes, cls="lms-picture__from")] if notes else []


def _panel(context: Context, name: str, part: Part, words: PartWords, id: str) -> Element:
    title: str | Element = words.name
    if part.page and part.page != context.page:
        path, _, anchor = part.page.partition("#")
        title = el("a", words.name, href=context.link(path, anchor) if path else f"#{anchor}")
    said = el(
        "p",
        el("b", title, cls="lms-panel__name"),
        " ",
        el("span", words.sentence, cls="lms-panel__said"),
        cls="lms-panel__words",
    )
    return el("li", svg(*source(name, part), words, id), said, cls="lms-panel")


def svg(name: str, panel: str, words: PartWords, id: str) -> Element:
    """One panel as an SVG picture with title, description and its labels in words."""
    drawn = []
    for layer in layers(name, panel):
        layer = copy.deepcopy(layer)
        layer.attrib = {key: value for key, value in layer.attrib.items() if key == "class"}
        for element in layer.iter():
            element.attrib = {**_PAINT.get(element.get("class", "").split(" ")[0], {}), **element.attrib}
            if label := element.attrib.pop("data-label", None):
                element.text = words.labels.get(label, label)
        drawn.append(layer)
    return el(
        "svg",
        el("title", words.name, id=f"{id}-title"),
        el("desc", words.seen, id=f"{id}-desc"),
        *drawn,
        cls="lms-drawing",
        viewBox=groups(name)[panel].get("data-view", "0 0 200 200"),
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
        data_search_exclude="",
    )
