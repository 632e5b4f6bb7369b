"""Makes every handout of a built site, on all cores, and only those whose page, words, styles or code changed."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

from lxml.html import document_fromstring, tostring

from lms_guide.guide import Guide
from lms_guide.handouts import manifest, pango, plan, settings
from lms_guide.handouts.manifest import Entry
from lms_guide.handouts.plan import Handout
from lms_guide.handouts.problems import Refused
from lms_guide.pages import address

# What every handout is made from, besides its page. Libraries count by version: another may draw another line.
_SOURCES = ("src/lms_guide/handouts/*.py", "src/lms_guide/markdown/help.py", "overrides/handout/*.html", "docs/assets/css/handout.css",
            "docs/assets/fonts/*.woff2", "evidence/handouts.yml", "evidence/*/handouts.yml", "evidence/*/frame.yml")  # fmt: skip
_LIBRARIES = ("weasyprint", "pydyf", "fonttools", "segno", "pikepdf")


@dataclass(frozen=True)
class Result:
    """What a run did: names of files made anew, of all that there are, and what was refused."""

    made: tuple[str, ...]
    all: tuple[str, ...]
    refused: tuple[Refused, ...] = ()


def make(root: Path, site: Path, guide: Guide, workers: int | None = None) -> Result:
    """Makes the handouts of the site built in `site`. Files of refused ones stay as they were.

    Raises SystemExit with one line of advice where Pango is missing.
    """
    table = settings.settings(root)
    if table is None:
        return Result((), ())
    pango.install()
    common = _common(root)
    before, after, todo = manifest.load(root), {}, []
    wanted = list(plan.handouts(guide, table))
    for handout in wanted:
        key = _key(common, handout, site, guide)
        known = _standing(handout, key, before, root)
        if known is None:
            todo.append((handout, key))
        else:
            after |= known
    # The long pages first, so that no core is left with one at the end.
    length = {page: len(_page(site / address(page) / "index.html")[0]) for handout, _ in todo for page in handout.pages}
    todo.sort(key=lambda one: (-sum(length[page] for page in one[0].pages), one[0].pages))
    refused = []
    for (handout, _), entries in zip(todo, _drawn(todo, root, site, guide, workers), strict=True):
        if isinstance(entries, Refused):
            refused.append(entries)
            entries = _standing(handout, None, before, root) or {}
        after |= entries
    if after != before:
        manifest.save(root, after)
    names = [tuple(file for handout in some for file in handout.files) for some in ((one for one, _ in todo), wanted)]
    return Result(*names, tuple(refused))


def _standing(handout: Handout, key: str | None, before: dict[str, Entry], root: Path) -> dict[str, Entry] | None:
    """The entries of a handout made before, if all its files stand whole (and were made from `key`); else None."""
    found = {file: before[file] for file in handout.files if file in before}
    good = all(manifest.whole(root, file, entry) and key in (None, entry.key) for file, entry in found.items())
    return found if good and len(found) == len(handout.files) else None


def _common(root: Path) -> str:
    digest = sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    digest.update(pango.version().encode())
    for pattern in _SOURCES:
        for file in sorted(root.glob(pattern)):
            digest.update(file.relative_to(root).as_posix().encode() + b"\0" + sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _key(common: str, handout: Handout, site: Path, guide: Guide) -> str:
    """What a handout is made from: the printed part and address of its pages, their front matter, red flags, and the common part."""
    pages = [_page(site / address(page) / "index.html") for page in handout.pages]
    flags = [(flag.id, flag.short) for flag in guide.evidence.urgent_words.values()]
    urgent = [(line.id, line.block, line.sets) for line in guide.evidence.urgent.values()]
    parts = (
        common,
        tuple(handout.files),
        pages,
        [dict(guide.pages[page].meta) for page in handout.pages],
        guide.config.get("extra"),
        flags,
        urgent,
    )
    return sha256(repr(parts).encode("utf-8")).hexdigest()


_pages: dict[tuple[Path, int], tuple[str, str]] = {}


def _page(file: Path) -> tuple[str, str]:
    """The printed part of a built page, and its address."""
    stamp = (file, file.stat().st_mtime_ns)
    if stamp not in _pages:
        tree = document_fromstring(file.read_text(encoding="utf-8"))
        for screen in tree.xpath(
            "//section[@aria-labelledby='print'] | //article//details[contains(@class, 'lms-contents')]"
        ):
            screen.drop_tree()
        article, link = tree.xpath("//article")[0], tree.xpath("//link[@rel='canonical']")[0]
        _pages[stamp] = (tostring(article, encoding="unicode"), link.get("href"))
    return _pages[stamp]


@dataclass
class _Worker:
    """What a process keeps between handouts."""

    root: Path
    site: Path
    guide: Guide
    contents: dict = field(default_factory=dict)

    def __post_init__(self):
        # Imported here: it needs Pango, which the build looks for first.
        from lms_guide.handouts import layout, render

        table, words = settings.settings(self.root), settings.words(self.root, self.guide.evidence.frame["language"])
        self.table = table
        self.layout = layout.Layout(self.guide, table, words)
        self.printer = render.Printer(self.site, words.sheet.page)

    def draw(self, handout: Handout, key: str) -> dict[str, Entry] | Refused:
        from lms_guide.handouts import compose, content

        for page in handout.pages:
            if page not in self.contents:
                outlook = self.guide.pages[page].type in self.table.outlook
                self.contents[page] = content.read(self._file(page), outlook)
        contents = tuple(self.contents[page] for page in handout.pages)
        place = _page(self._file(handout.page))[1]
        try:
            made = compose.make(handout, contents, place, self.layout, self.printer)
        except Refused as refused:
            return refused
        for name, pdf in made.pdfs.items():
            manifest.put(self.root / manifest.FOLDER / name, pdf)
        return {name: Entry(key, made.pages, len(pdf), sha256(pdf).hexdigest()) for name, pdf in made.pdfs.items()}

    def _file(self, page: str) -> Path:
        return self.site / address(page) / "index.html"


_worker: _Worker | None = None


def _start(root: Path, site: Path, guide: Guide) -> None:
    global _worker
    _worker = _Worker(root, site, guide)


def _draw(ones: list[tuple[Handout, str]]) -> list[dict[str, Entry] | Refused]:
    return [_worker.draw(*one) for one in ones]


def _drawn(todo: list, root: Path, site: Path, guide: Guide, workers: int | None) -> list[dict[str, Entry] | Refused]:
    """What came of each. All handouts of the same pages are drawn by one process, which reads them once."""
    pages = [list(ones) for _, ones in groupby(todo, key=lambda one: one[0].pages)]
    workers = min(workers or os.cpu_count() or 1, len(pages))
    if workers <= 1:
        alone = _Worker(root, site, guide) if todo else None
        return [alone.draw(*one) for one in todo]
    # Spawned, not forked: a fork would share Pango's state where the parent has loaded it.
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (root, site, guide)) as pool:
        return [result for results in pool.map(_draw, pages) for result in results]
