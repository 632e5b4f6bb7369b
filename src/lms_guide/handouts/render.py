"""HTML to PDF with WeasyPrint: tagged (PDF/UA-1), with our own faces only, and nothing let pass that it warns of.

Layout makes millions of small objects that live to its end: collecting garbage meanwhile took a third of the time.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path

import pikepdf
import weasyprint
from fontTools.ttLib import TTFont
from lxml.html import document_fromstring
from weasyprint.text.fonts import FontConfiguration

from lms_guide.handouts.problems import Refused
from lms_guide.handouts.settings import COMMON, Edition, Setting

FACES = ("atkinson-hyperlegible-next-latin-400-normal.woff2", "atkinson-hyperlegible-next-latin-700-normal.woff2")
# The names under which our faces are embedded; any other is a stand-in for a sign that they lack.
EMBEDDED = ("Atkinson-Hyperlegible-Next", "lms-text", "lms-digits")
VARIANT = "pdf/ua-1"
_LOG = logging.getLogger("weasyprint")


class _Warnings(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _watched() -> Iterator[list[str]]:
    """Collects what WeasyPrint warns of; nothing of it goes to the terminal."""
    handler, handlers = _Warnings(), _LOG.handlers[:]
    _LOG.handlers[:] = [handler]
    try:
        yield handler.said
    finally:
        _LOG.handlers[:] = handlers


@dataclass
class Printer:
    """Draws handouts with the styles and faces of a built site. One a process: faces and styles are read once."""

    site: Path
    page_words: str
    _fonts: FontConfiguration = field(default_factory=FontConfiguration)
    _styles: dict = field(default_factory=dict)

    def _style(self, setting: Setting, tall: bool) -> list[weasyprint.CSS]:
        key = (setting.id, tall)
        if key not in self._styles:
            if "" not in self._styles:
                file = self.site / "assets" / "css" / "handout.css"
                self._styles[""] = weasyprint.CSS(filename=file, font_config=self._fonts)
            width, height = COMMON
            before, _, rest = self.page_words.partition("{page}")
            between, _, after = rest.partition("{pages}")
            number = f'"{before}" counter(page) "{between}" counter(pages) "{after}"'
            own = f"@page {{ size: {width}mm {20000 if tall else height}mm; @bottom-right {{ content: {number} }} }} body {{ font-size: {setting.body}pt }}"
            self._styles[key] = weasyprint.CSS(string=own, font_config=self._fonts)
        return [self._styles[""], self._styles[key]]

    def layout(self, html: str, setting: Setting, file: str, *, tall: bool = False) -> weasyprint.Document:
        """The laid-out document; on one endless side when `tall`. Raises Refused (H-003, H-004, H-005)."""
        if not tall:
            self._readable(text_of(html), file)
        with _watched() as said, _no_garbage_collection():
            document = weasyprint.HTML(string=html, base_url=self.site.as_uri() + "/").render(
                stylesheets=self._style(setting, tall), font_config=self._fonts
            )
        self._refuse(said, file)
        return document

    def pdf(self, document: weasyprint.Document, file: str) -> bytes:
        """The PDF of a laid-out document. Raises Refused (H-003, H-004, H-005)."""
        names: set[str] = set()

        def look(_, pdf) -> None:
            names.update(
                str(entry["FontName"]) for entry in pdf.objects if isinstance(entry, dict) and "FontName" in entry
            )

        with _watched() as said, _no_garbage_collection():
            made = document.write_pdf(pdf_variant=VARIANT, pdf_tags=True, finisher=look)
        self._refuse(said, file)
        if strange := sorted(name for name in names if not any(own in name for own in EMBEDDED)):
            raise Refused("H-003", file, f"a sign is printed in a strange face: {', '.join(strange)}.")
        return made

    def on_paper(self, common: bytes, edition: Edition) -> bytes:
        """The common layout in the middle of an edition's paper; the lines stay where they are, the paper's edges move."""
        (width, height), paper, made = COMMON, edition.size, BytesIO()
        left, below = (paper[0] - width) / 2, (paper[1] - height) / 2
        edges = [round(edge / 25.4 * 72, 2) for edge in (-left, -below, width + left, height + below)]
        pikepdf.settings.set_flate_compression_level(9)
        with pikepdf.open(BytesIO(common)) as pdf:
            for page in pdf.pages:
                page.MediaBox = pikepdf.Array(edges)
            pdf.save(
                made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True
            )
        return made.getvalue()

    def _refuse(self, said: list[str], file: str) -> None:
        for words in said:
            rule = "H-004" if "image" in words.lower() else "H-005"
            raise Refused(rule, file, f"WeasyPrint says: {words}")

    @cached_property
    def _signs(self) -> frozenset[int]:
        folder = self.site / "assets" / "fonts"
        return frozenset.intersection(*(frozenset(TTFont(folder / face).getBestCmap()) for face in FACES))

    def _readable(self, text: str, file: str) -> None:
        if missing := sorted({sign for sign in text if ord(sign) not in self._signs and sign not in "\n\r\t"}):
            named = ", ".join(f"“{sign}” (U+{ord(sign):04X})" for sign in missing)
            raise Refused("H-003", file, f"the face has no {named}.")


def text_of(html: str) -> str:
    """What a reader sees of HTML, as it stands."""
    return document_fromstring(html).text_content()


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
