"""Builds the site: check, render into build/next, finish, and only then let it take the place of site/.

MkDocs itself overwrites the old site even when a strict build fails; here the site built before stands until a better
one is whole.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path

from lms_guide import dates, finish, guide, rules
from lms_guide.guide import Guide
from lms_guide.handouts import make, manifest
from lms_guide.offline import archive

NEXT = "build/next"
SITE = "site"


class BuildError(Exception):
    """The build was refused; the message says why in full, and the old site stands."""


def build(root: Path, site_url: str | None = None) -> Path:
    """Builds the site below `root` and returns its folder. Raises BuildError."""
    now = guide.load(root)
    found = rules.check(now)
    if found:
        raise BuildError(
            "\n".join(
                [*map(str, found), "", f"{len(found)} problems; nothing was built, the site built before stands."]
            )
        )
    next_site = root / NEXT
    before = _told(root)
    _render(root, next_site, site_url)
    _print(root, next_site, now)
    _finish(root, next_site, now)
    if _told(root) != before:
        _render(root, next_site, site_url)
        manifest.place(root, next_site)
        _finish(root, next_site, now)
    _take_the_place(next_site, root / SITE)
    return root / SITE


def _render(root: Path, next_site: Path, site_url: str | None) -> None:
    """The pages, by MkDocs."""
    shutil.rmtree(next_site, ignore_errors=True)
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(next_site)],
        cwd=root, env=_environment(root, site_url), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode:
        raise BuildError(f"{run.stdout}{run.stderr}\nMkDocs refused the build; the site built before stands.")


def _print(root: Path, next_site: Path, now: Guide) -> None:
    """The handouts, from the pages."""
    result = make.make(root, next_site, now)
    if result.refused:
        raise BuildError(
            "\n".join([*map(str, result.refused), "", "Not every handout could be made; the site built before stands."])
        )
    manifest.place(root, next_site)


def _finish(root: Path, next_site: Path, now: Guide) -> None:
    """The finish step, and the file to save, which is made from finished pages."""
    finish.finish(next_site, now)
    archive.make(root, next_site, now)


def _told(root: Path) -> object:
    """What pages tell of files that are made from pages. Where it changed, the pages are rendered once more."""
    return {name: (entry.pages, entry.size) for name, entry in manifest.load(root).items()}, archive.megabytes(root)


def _environment(root: Path, site_url: str | None) -> dict[str, str]:
    """For MkDocs today is the day of the guide's edition, whatever the day: else two builds would differ."""
    day = datetime.combine(dates.edition(guide.load(root)), time(), UTC)
    epoch = {"SOURCE_DATE_EPOCH": str(int(day.timestamp()))}
    return {**os.environ, **epoch, **({"SITE_URL": site_url} if site_url else {})}


def _take_the_place(new: Path, old: Path) -> None:
    """Swaps folders by renaming, so that no reader ever meets half a site."""
    before = new.with_name("before")
    shutil.rmtree(before, ignore_errors=True)
    if old.exists():
        old.rename(before)
    new.rename(old)
    shutil.rmtree(before, ignore_errors=True)
