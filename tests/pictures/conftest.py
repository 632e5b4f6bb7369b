"""The real guide's pictures, as a reader gets them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup


@pytest.fixture(scope="session")
def render(root: Path) -> Callable[..., BeautifulSoup]:
    """Renders Markdown with the evidence of the real guide, or of another folder."""

    @functools.cache
    def make(text: str, folder: Path = root) -> BeautifulSoup:
        extensions = ["attr_list", "tables", "toc", "lms_guide.markdown"]
        options = {"lms_guide.markdown": {"root": str(folder), "country": "us"}}
        return BeautifulSoup(markdown.markdown(text, extensions=extensions, extension_configs=options), "lxml")

    return make
