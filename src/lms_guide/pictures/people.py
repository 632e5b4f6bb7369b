"""People as small figures: those that are counted filled, in one block, the others in outline. No words, no colors.

Filled and outline differ in shape, so that a grey print says the same. A hundred stand ten to a row; a thousand are
dots, fifty to a row, the counted ones large; a small group stands as the people they were.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lms_guide.markdown.elements import el

_CELL = (10, 13)  # width and height of one figure's place
_HEAD = {"cx": "5", "cy": "3.4", "r": "2.3"}
_BODY = "M1.5 12V10a3.5 3.5 0 0 1 7 0v2z"
_DOT = 6  # width and height of one dot's place


def figure(filled: bool) -> Element:
    """One figure, in a place of 10 by 13."""
    paint = {"fill": "currentColor", "stroke": "currentColor"} if filled else {"fill": "none", "stroke": "currentColor"}
    return el("g", el("circle", **_HEAD), el("path", d=_BODY), **paint)


def legend(filled: bool, of: int) -> Element:
    """One figure or dot alone, beside its count: it is the key of the picture."""
    mark = el(
        "svg",
        _dot(filled) if of >= 1000 else figure(filled),
        cls=_cls("lms-key", filled),
        viewBox="0 0 10 13",
        aria_hidden="true",
    )
    mark.set("width", "13")
    mark.set("height", "17")
    return mark


def _dot(filled: bool) -> Element:
    shape = {"x": "1", "y": "5", "width": "8", "height": "8"} if filled else {"cx": "5", "cy": "9", "r": "1.8"}
    return el("rect" if filled else "circle", **shape, fill="currentColor")


def array(count: int, of: int, id: str, title: str, description: str) -> Element:
    """`of` people, the first `count` of them filled, as an SVG picture with title and description.

    Below 1,000 each is a `<use>` of one of two figures, in `g.lms-people__on` and `g.lms-people__off`. From 1,000 each
    is a dot: one `M…h0` of a path in the same two groups.
    """
    drawn = _thousand(count, of) if of >= 1000 else _hundred(count, of, id)
    return el(
        "svg",
        el("title", title, id=f"{id}-title"),
        el("desc", description, id=f"{id}-desc"),
        *drawn,
        cls="lms-people",
        viewBox=_box(of),
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
    )


def _cls(name: str, filled: bool) -> str:
    return f"{name} {name}--{'on' if filled else 'off'}"


def columns(of: int) -> int:
    """How many stand in a row."""
    return 50 if of >= 1000 else 10


def _box(of: int) -> str:
    wide, rows = columns(of), -(-of // columns(of))
    width, height = (_DOT, _DOT) if of >= 1000 else _CELL
    # A small group keeps the width of ten, so that its people are as large as those beside it.
    return f"0 0 {wide * width} {rows * height}"


def _hundred(count: int, of: int, id: str) -> list[Element]:
    shapes = []
    for filled in (True, False):
        shape = figure(filled)
        shape.set("id", f"{id}-{'on' if filled else 'off'}")
        shapes.append(shape)
    groups = []
    for name, places in (("on", range(count)), ("off", range(count, of))):
        uses = []
        for place in places:
            row, column = divmod(place, columns(of))
            uses.append(el("use", href=f"#{id}-{name}", x=str(column * _CELL[0]), y=str(row * _CELL[1])))
        groups.append(el("g", *uses, cls=f"lms-people__{name}"))
    return [el("defs", *shapes), *groups]


def _thousand(count: int, of: int) -> list[Element]:
    groups = []
    # A counted one is as wide as its place, the others less than half of that.
    for name, places, width in (("on", range(count), "6"), ("off", range(count, of), "2.4")):
        dots = []
        for place in places:
            row, column = divmod(place, columns(of))
            dots.append(f"M{column * _DOT + _DOT // 2} {row * _DOT + _DOT // 2}h0")
        path = el("path", d="".join(dots), fill="none", stroke="currentColor")
        path.set("stroke-width", width)
        path.set("stroke-linecap", "square" if name == "on" else "round")
        groups.append(el("g", *([path] if dots else []), cls=f"lms-people__{name}"))
    return groups
