"""The handouts that `make site` made, and a way to make one of changed parts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from handouts_of_site import CONTENTS, SITE, TABLE, WORDS
from PIL import Image

from lms_guide.handouts import compose, layout, plan, render


@pytest.fixture(scope="session")
def pdf():
    """Opens a PDF once."""
    return cache(lambda file: pikepdf.open(SITE / file))


@pytest.fixture(scope="session")
def sides():
    """The text of each side of a PDF, in one line."""

    @cache
    def read(file: str) -> list[str]:
        document = pypdfium2.PdfDocument(SITE / file)
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]

    return read


@pytest.fixture(scope="session")
def picture():
    """A side of a PDF as a gray picture, drawn at 150 dots an inch."""

    def draw(file: str, side: int = 0) -> Image.Image:
        return pypdfium2.PdfDocument(SITE / file)[side].render(scale=150 / 72, grayscale=True).to_pil()

    return draw


@pytest.fixture(scope="session")
def faces(tmp_path_factory) -> Path:
    """A folder with nothing but the styles and faces that a handout needs."""
    folder = tmp_path_factory.mktemp("faces")
    for name in ("css", "fonts"):
        shutil.copytree(Path(__file__).parent.parent.parent / "docs" / "assets" / name, folder / "assets" / name)
    return folder


@pytest.fixture
def made(guide, faces) -> Callable[..., compose.Made]:
    """Makes the handout of a stage page, with parts of its content changed."""

    def make(kind: str = "sheet", setting: int = 0, **changes) -> compose.Made:
        page = "stages/limb-stage-3.md"
        chosen = TABLE.settings[setting]
        editions = tuple(edition for edition in TABLE.editions if edition.setting == chosen.id)
        content = replace(CONTENTS(page), **changes)
        printer = render.Printer(faces, WORDS.sheet.page)
        handout = plan.Handout(page, kind, chosen, editions)
        return compose.make(
            handout,
            (content,),
            "https://charity.net/lms/stages/limb-stage-3/",
            layout.Layout(guide, TABLE, WORDS),
            printer,
        )

    return make
