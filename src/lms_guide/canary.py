"""`make canary`: the same Markdown, templates and evidence built with Zensical, compared page by page with the MkDocs build.

Material's end of life is 5 May 2027, and Zensical is made by the same people to follow it. Zensical runs no hook and no
finish step, so the plain MkDocs build is what it is held against. Not part of the gate: Zensical changes every week.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup

LOCK = "requirements-canary.lock"
BASE = "https://example.org/lms-guide/"


@dataclass(frozen=True)
class Reviewed:
    """A difference that somebody looked at: what is taken out of both sides before they are compared, and why."""

    selector: str
    reason: str


REVIEWED = (
    Reviewed(
        "[data-md-component=skip]",
        "The theme's own skip link, which our style hides: MkDocs aims it at the first heading, Zensical at the content. "
        "The guide's skip link is its own and the same in both.",
    ),
)


def _addresses(page: BeautifulSoup, selector: str, attribute: str, address: str) -> list[str]:
    return sorted({urljoin(address, element[attribute]) for element in page.select(f"{selector}[{attribute}]")})


# What a reader meets on a page: its words, headings, links, notes, pictures and looks, and what a search engine is told.
PARTS: dict[str, Callable[[BeautifulSoup, str], list[str]]] = {
    "title and description": lambda page, _: [
        page.title.text,
        *(str(tag.get("content")) for tag in page.select("meta[name=description]")),
    ],
    "words": lambda page, _: list(page.body.stripped_strings),
    "headings": lambda page, _: [
        f"{head.name} #{head.get('id')} {head.text}" for head in page.select("h1, h2, h3, h4")
    ],
    "ids": lambda page, _: [element["id"] for element in page.select("article [id]")],
    "links": lambda page, address: _addresses(page, "a", "href", address),
    "pictures": lambda page, _: [str(picture) for picture in page.select("article svg, article img")],
    "styles and scripts": lambda page, address: (
        _addresses(page, "link[rel=stylesheet]", "href", address) + _addresses(page, "script", "src", address)
    ),
}


def differences(page: str, one: str, other: str) -> list[str]:
    """What differs between two builds of the page at the address `page` (below the site's own), a line a part."""
    sides = []
    for text in (one, other):
        soup = BeautifulSoup(text, "lxml")
        for reviewed in REVIEWED:
            for element in soup.select(reviewed.selector):
                element.decompose()
        sides.append(soup)
    found = []
    for name, part in PARTS.items():
        ours, theirs = (part(side, urljoin(BASE, page)) for side in sides)
        changes = [
            line for line in unified_diff(ours, theirs, lineterm="", n=0) if line[:3] not in ("---", "+++", "@@ ")
        ]
        if changes:
            found.append(f"{page or 'home'}: {name}: {len(changes)} lines, first {changes[0][:160]}")
    return found


def _build(root: Path, command: list[str], paths: str = "") -> Path:
    """A copy of the project built by a command; its site folder. Copies, since Zensical writes where its settings are."""
    copy = root / "build" / command[0]
    shutil.rmtree(copy, ignore_errors=True)
    keep_out = shutil.ignore_patterns(".git", ".venv", "build", "site", "node_modules")
    shutil.copytree(root, copy, ignore=keep_out)
    env = {**os.environ, "SITE_URL": BASE, "PYTHONPATH": paths}
    run = subprocess.run(
        [sys.executable, "-m", *command], cwd=copy, env=env, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise SystemExit(f"{command[0]} could not build the guide:\n{run.stdout}{run.stderr}")
    return copy / "site"


def main() -> None:
    """Sets Zensical up beside the guide's own packages, builds both, prints the table; fails when pages differ."""
    root = Path.cwd()
    packages = root / "build" / "canary"
    if not (packages / "zensical").exists():
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
             "--target", str(packages), "-r", str(root / LOCK)],
            check=True,
        )  # fmt: skip
    ours = _build(root, ["mkdocs", "build", "--quiet"])
    theirs = _build(root, ["zensical", "build", "--clean"], str(packages))
    found, pages = [], sorted(ours.rglob("*.html"))
    for page in pages:
        other = theirs / page.relative_to(ours)
        address = page.relative_to(ours).as_posix().removesuffix("index.html")
        if other.exists():
            found += differences(address, page.read_text(encoding="utf-8"), other.read_text(encoding="utf-8"))
        else:
            found.append(f"{address}: Zensical did not build it")
    extra = {page.relative_to(theirs) for page in theirs.rglob("*.html")} - {page.relative_to(ours) for page in pages}
    found += [f"{page.as_posix()}: only Zensical built it" for page in sorted(extra)]
    print("| compared | count |", "|---|---|", f"| pages | {len(pages)} |", f"| parts of each | {len(PARTS)} |",
          f"| reviewed differences | {len(REVIEWED)} |", f"| other differences | {len(found)} |", sep="\n")  # fmt: skip
    if found:
        raise SystemExit("\n".join(found))


if __name__ == "__main__":
    main()
