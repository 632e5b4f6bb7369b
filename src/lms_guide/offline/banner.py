"""What a page of a copy says of itself, above its text: of which day it is, and where the newest is."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from lms_guide.offline.settings import CopyWords


@dataclass(frozen=True)
class Words:
    """A title, a sentence and the words of a link, with their date filled in."""

    title: str
    text: str
    link: str

    @classmethod
    def of(cls, words: CopyWords, date: str) -> Words:
        """The words of a copy of this date, written out."""
        return cls(*(part.replace("{date}", date) for part in (words.title, words.text, words.link)))


def made(words: Words, address: str) -> str:
    """The element, as HTML."""
    title, text, link = (escape(part) for part in (words.title, words.text, words.link))
    way = f' <a href="{escape(address)}">{link}</a>' if address else ""
    return f'<aside class="lms-copy" aria-label="{title}"><p><strong>{title}</strong> {text}{way}</p></aside>'


def put(html: str, element: str) -> str:
    """The page with it before its article."""
    return html.replace("<article", f"{element}<article", 1)
