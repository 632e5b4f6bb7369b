"""`make axe`: what axe-core finds wrong in every page of the built site, in every state of a screen, as a table.

Every page × 320, 768 and 1280 px × light, dark and forced colors × doors closed and all open. The gate keeps each page in
two of these states and one page of a kind in all (tests/site/test_in_a_browser.py); this takes about an hour on two cores.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from lms_guide import browser, node
from lms_guide.offline import disk

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXTRA_RULES = ("color-contrast-enhanced", "label-content-name-mismatch", "p-as-heading", "td-has-header")
WIDTHS = (320, 768, 1280)
LOOKS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colors": {"color_scheme": "light", "forced_colors": "active"},
}
DOORS = ("closed", "all open")
# The menu would lie over the page; it has a test of its own.
OPEN = "document.querySelectorAll('main details, footer details').forEach(door => door.open = true)"

# Where axe cannot decide, somebody looked: the rule, what axe says, and why it is fine.
ANSWERED = [
    (
        "color-contrast-enhanced",
        "overlapped by another element",
        "the clear touch area of a note lies over the words beside it",
    ),
]


@dataclass(frozen=True)
class Fault:
    """What axe finds: `kind` is violations or incomplete; `answered` says why somebody who looked finds it fine, or is empty."""

    kind: str
    rule: str
    target: str
    said: str
    answered: str = ""

    def __str__(self):
        return f"{self.kind}: {self.rule}: {self.target}: {self.said[:200]}"


def source(root: Path) -> str:
    """The source of axe-core."""
    return (node.tools(root) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def look(tab, axe: str, within: str = "html") -> list[Fault]:
    """What axe finds wrong in an open tab, and what it could not decide."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(axe)
    tab.evaluate("window.scrollTo(0, 0)")
    # Enhanced contrast (7:1) holds all that plain contrast (4.5:1) asks, and each takes seconds on a long page.
    rules = {"color-contrast": {"enabled": False}, **{rule: {"enabled": True} for rule in EXTRA_RULES}}
    kinds = ["violations", "incomplete"]
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules, "resultTypes": kinds}
    # No rule in use reads style sheets or films that axe would fetch ahead.
    result = tab.evaluate("([within, options]) => axe.run(within, options)", [within, {**options, "preload": False}])
    return [
        Fault(kind, fault["id"], " ".join(map(str, element["target"])), said, _answer(kind, fault["id"], said))
        for kind in kinds
        for fault in result[kind]
        for element in fault["nodes"]
        for said in [element.get("failureSummary", "")]
    ]


def _answer(kind: str, rule: str, said: str) -> str:
    if kind != "incomplete":
        return ""
    return next((why for known, part, why in ANSWERED if known == rule and part in said), "")


def faults(tab, axe: str, within: str = "html") -> list[str]:
    """What axe finds wrong, and what it could not decide and nobody answered, a line each."""
    return [str(fault) for fault in look(tab, axe, within) if not fault.answered]


def in_every_state(tab, axe: str) -> Iterator[tuple[int, str, str, Fault]]:
    """The faults of an open tab that is turned through all states, each with width, look and doors."""
    for doors in DOORS:
        if doors == "all open":
            tab.evaluate(OPEN)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            for name, media in LOOKS.items():
                tab.emulate_media(**media)
                for fault in look(tab, axe):
                    # The reader's system paints the colors then; axe reads the ones that it replaced.
                    if not (name == "forced colors" and "color-contrast" in fault.rule):
                        yield width, name, doors, fault


def _states(page: str, root: Path, address: str) -> list[tuple[int, str, str, Fault]]:
    """The faults of one page of the site."""
    from playwright.sync_api import sync_playwright

    axe = source(root)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.install(), args=list(browser.FLAGS))
        context = chromium.new_context(bypass_csp=True, reduced_motion="reduce", service_workers="block")
        tab = context.new_page()
        tab.goto(f"{address}{page.removesuffix('index.html')}", wait_until="load")
        found = list(in_every_state(tab, axe))
        chromium.close()
    return found


def table(pages: list[str], found: list[list[tuple[int, str, str, Fault]]]) -> str:
    """A line for each state: pages looked at, violations, what axe could not decide, and how much of that is answered."""
    counts: Counter[tuple] = Counter()
    for width, name, doors, fault in (one for ones in found for one in ones):
        counts[width, name, doors, "answered" if fault.answered else fault.kind] += 1
    lines = ["| width | look | doors | pages | violations | undecided | answered |", "|---|---|---|---|---|---|---|"]
    for state in ((width, name, doors) for width in WIDTHS for name in LOOKS for doors in DOORS):
        sums = " | ".join(str(counts[*state, kind]) for kind in ("violations", "incomplete", "answered"))
        lines.append(f"| {state[0]} px | {state[1]} | {state[2]} | {len(pages)} | {sums} |")
    return "\n".join(lines)


def _below(site: Path) -> str:
    """The path of the site below its host, as its first page names it: the page for wrong addresses asks for its styles there."""
    named = disk.CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    path = urlsplit(named["address"]).path.strip("/") if named else ""
    return f"{path}/" if path else ""


def main() -> None:
    """Prints the table, and every fault by page and selector to build/axe.json; arguments narrow the pages by a part of their path."""
    from lms_guide.measure import served

    root = Path.cwd()
    site, wanted = root / "site", sys.argv[1:]
    pages = [page.relative_to(site).as_posix() for page in sorted(site.rglob("*.html"))]
    pages = [page for page in pages if not wanted or any(part in page for part in wanted)]
    if not pages:
        raise SystemExit("There is no such page in site/: run `make site` first.")
    source(root)
    with TemporaryDirectory() as folder, ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        path = _below(site)
        place = Path(folder, path or "site")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(site, target_is_directory=True)
        with served(Path(folder) if path else place) as host:
            found = list(pool.map(partial(_states, root=root, address=f"{host}{path}"), pages))
    faults = [
        {"page": page, "width": width, "look": name, "doors": doors, **asdict(fault)}
        for page, ones in zip(pages, found, strict=True)
        for width, name, doors, fault in ones
    ]
    (root / "build").mkdir(exist_ok=True)
    (root / "build" / "axe.json").write_text(json.dumps(faults, indent=1), encoding="utf-8")
    print(table(pages, found))
    open_ones = [fault for fault in faults if not fault["answered"]]
    for fault in open_ones[:50]:
        print(
            f"{fault['page']} at {fault['width']} px, {fault['look']}, {fault['doors']}: {fault['rule']}: {fault['target']}"
        )
    if open_ones:
        raise SystemExit(f"{len(open_ones)} faults; all of them are in build/axe.json.")


if __name__ == "__main__":
    main()
