"""The finish step and the hook change no page: a plain build is the same site."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pages_of_site import PAGES

# By one worker: the site is built twice more for these, and once is enough.
pytestmark = pytest.mark.xdist_group("finish")

ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)


def plain_build(root: Path, target: Path, hooks: bool) -> Path:
    """What `mkdocs build` alone makes, with or without the hook."""
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    if not hooks:
        config = re.sub(r"^hooks:.*\n", "", config, flags=re.MULTILINE)
    file = root / "build" / f"{target.parent.name}-{'with' if hooks else 'without'}-hook.yml"
    file.parent.mkdir(exist_ok=True)
    config = config.replace("INHERIT: evidence", "INHERIT: ../evidence").replace("docs_dir: docs", "docs_dir: ../docs")
    config = config.replace("custom_dir: overrides", "custom_dir: ../overrides").replace(
        "hooks: [src", "hooks: [../src"
    )
    file.write_text(config, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(file), "--site-dir", str(target)],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return target


@pytest.fixture(scope="module")
def plain(root, tmp_path_factory) -> Path:
    """The site without its finish step and without its hook."""
    return plain_build(root, tmp_path_factory.mktemp("plain") / "site", hooks=False)


@pytest.mark.parametrize("path", PAGES)
def test_the_finish_step_changes_no_article(path, plain, site):
    before = ARTICLE.findall((plain / path).read_text(encoding="utf-8"))
    after = ARTICLE.findall((site / path).read_text(encoding="utf-8"))
    assert before and before == after


def test_without_the_hook_every_page_is_the_same(plain, root, tmp_path):
    hooked = plain_build(root, tmp_path / "site", hooks=True)
    for path in PAGES:
        assert (plain / path).read_bytes() == (hooked / path).read_bytes(), path
