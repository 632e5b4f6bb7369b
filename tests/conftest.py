"""What the tests share: the real guide, and the made-up one of tests/fixtures/guide to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lms_guide import guide as guides
from lms_guide.guide import Guide
from lms_guide.rules import SENTENCE, Edit

ROOT = Path(__file__).parent.parent
POND = Path(__file__).parent / "fixtures" / "guide"
# The pond speaks the guide's own frame and rules, so that neither can drift from what is tested.
SHARED = ("evidence/page-types.yml", "evidence/en/frame.yml", "evidence/en/language.yml")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The real guide."""
    return guides.load(ROOT)


def apply(pond: Path, example: str | Edit) -> None:
    """Makes one change to a made-up guide; the text to change must be there once."""
    edit = example if isinstance(example, Edit) else Edit("docs/stages/pond.md", SENTENCE, example)
    file = pond / edit.file
    if not edit.old:
        file.write_bytes(edit.new if isinstance(edit.new, bytes) else edit.new.encode("utf-8"))
        return
    text = file.read_text(encoding="utf-8")
    assert edit.old in text, f"{edit.file} does not hold the text that an example changes: {edit.old}"
    file.write_text(text.replace(edit.old, edit.new, 1), encoding="utf-8")


@pytest.fixture
def pond(tmp_path: Path) -> Callable[..., Path]:
    """Makes a made-up guide with any number of changes, and returns its folder."""
    count = 0

    def make(*examples: str | Edit) -> Path:
        nonlocal count
        count += 1
        folder = tmp_path / f"pond{count}"
        shutil.copytree(POND, folder)
        for file in SHARED:
            shutil.copy(ROOT / file, folder / file)
        for example in examples:
            apply(folder, example)
        return folder

    return make


# What makes the pond look like the guide: its frame, looks and scripts, its search, its handouts.
LOOKS = ("overrides", "docs/assets", "docs/service-worker.js",
         *(f"evidence/{folder}{name}.yml" for folder in ("", "en/") for name in ("handouts", "offline")))  # fmt: skip


@pytest.fixture
def dressed(pond) -> Callable[..., Path]:
    """Makes a made-up guide as `pond` does, with the templates, scripts, search and handouts of the real one."""

    def make(*examples: str | Edit) -> Path:
        folder = pond(
            Edit("mkdocs.yml", "plugins: []", "plugins: [search]"),
            Edit("mkdocs.yml", "theme: {name: material, font: false}", THEME),
            *examples,
        )
        for name in LOOKS:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
            else:
                shutil.copy(ROOT / name, folder / name)
        return folder

    return make


THEME = """theme:
  name: material
  custom_dir: overrides
  font: false
  static_templates: [404.html, robots.txt, sitemap.xml]
  features: [navigation.tabs, navigation.path, navigation.indexes, navigation.prune]
extra:
  site: {short_name: Pond, publisher: null, contact: null, country: us, version: "0.1"}
  generator: false
"""
