"""A short way to build elements: `el("p", "Words", el("b", "strong"), cls="x")`."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString


def el(tag: str, *content: str | Element, cls: str = "", **attributes: str) -> Element:
    """An element with text and children in order. Text is taken literally: no Markdown in it is read again."""
    element = Element(tag)
    if cls:
        element.set("class", cls)
    for name, value in attributes.items():
        element.set(name.replace("_", "-"), value)
    last: Element | None = None
    for part in content:
        if isinstance(part, Element):
            element.append(part)
            last = part
        elif last is None:
            element.text = AtomicString((element.text or "") + part)
        else:
            last.tail = AtomicString((last.tail or "") + part)
    return element
