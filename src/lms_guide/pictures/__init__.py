"""Pictures, drawn as SVG within the page: people as small figures from data, bodies from drawings made by hand.

Every part carries plain attributes (`fill`, `stroke`) that print in black; docs/assets/css/pictures.css gives them the
guide's colors. No style attributes and no scripts: the page's policy allows neither. Words stand in HTML, so that they
wrap on a phone and grow with the reader's letters.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lms_guide.markdown.context import Context
from lms_guide.pictures import drawing, outcome


def make(context: Context, kind: str, ids: list[str], number: int) -> list[Element]:
    """The figure that a picture comment asks for, the `number`-th of its page; [] for what the rules refuse."""
    if kind == "outcome":
        return outcome.figures(context, ids, f"picture-{number}")
    if kind == "drawing":
        return drawing.figures(context, ids, f"picture-{number}")
    return []
