"""What a build costs: time, memory and space, as rows for the table of `make measure`.

The builds run as a maintainer runs them, in copies below build/, so that neither site/ nor the handouts made before are touched.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

PORT = 8765
SMALL, TIMES = 126, 10
# Runs a command and says how much memory (KB) the largest of its processes took, without those of other commands.
_WEIGHED = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(done.returncode)"
)
# What makes a made-up guide look like the guide: its frame, looks, scripts and words.
_LOOKS = ("overrides", "docs/assets", "docs/service-worker.js", "evidence/page-types.yml", "evidence/offline.yml",
          *(f"evidence/en/{name}.yml" for name in ("frame", "language", "handouts", "offline")))  # fmt: skip

# No two pages say the same (rule P-190), so what the made-up page says is said anew on each copy of it.
_ANEW = {
    "title: The pond\n": "title: {name}\n",
    "A pond with frogs": "{name}, with frogs",
    "This page is for people with a pond.": "{name} has this page.",
    "The pond was dug by hand a long time ago.": "{name} was dug by hand long ago.",
}


def row(figure: str, value: float, target: float, stock: float | None = None) -> dict:
    """A row of the table; less is better in all of these."""
    return {"figure": figure, "page": "", "value": value, "stock": stock, "target": target, "better": "lower"}


def timed(folder: Path, *command: str) -> tuple[float, float]:
    """Seconds and megabytes that a Python command takes in a folder. Raises SystemExit with its words when it fails."""
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", _WEIGHED, sys.executable, "-m", *command],
        cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode:
        raise SystemExit(f"{' '.join(command)} failed in {folder}:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return time.perf_counter() - start, int(run.stdout.split()[-1]) / 1024


def unprinted(root: Path) -> Path:
    """A copy of the guide that prints nothing."""
    copy = root / "build" / "unprinted"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".git", ".venv", "build", "site", "node_modules"))
    (copy / "evidence" / "handouts.yml").unlink()
    return copy


def full(copy: Path, runs: int) -> float:
    """Seconds of a full build without PDFs, the median. One goes before: it learns the size of the file to save."""
    timed(copy, "lms_guide", "build")
    return median(timed(copy, "lms_guide", "build")[0] for _ in range(runs))


def full_stock(root: Path, runs: int) -> float:
    """Seconds of a build of the same Markdown with stock Material (its settings are written by lms_guide.measure.stock)."""
    command = ("mkdocs", "build", "--quiet", "--config-file", "build/mkdocs-stock.yml", "--site-dir", "build/stock")
    return median(timed(root, *command)[0] for _ in range(runs))


@contextmanager
def serving(copy: Path) -> Iterator[str]:
    """`make serve` in a copy, once it answers."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--quiet",
        *serve_options(copy),
        "--dev-addr",
        f"127.0.0.1:{PORT}",
    ]
    address = f"http://127.0.0.1:{PORT}/"
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address}
    server = subprocess.Popen(command, cwd=copy, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(lambda: bool(read(address)), 300)
        yield address
    finally:
        server.terminate()
        server.wait()


def serve_options(copy: Path) -> list[str]:
    """The options that the Makefile's `serve` gives to MkDocs, so that this measures what a writer has."""
    line = re.search(r"mkdocs serve (.*) --dev-addr", (copy / "Makefile").read_text(encoding="utf-8"))
    return [option for option in line[1].split() if option != "--quiet"] if line else []


def read(address: str) -> str:
    """The text at an address; empty while nobody answers."""
    try:
        with urlopen(address, timeout=300) as answer:
            return answer.read().decode("utf-8")
    except (URLError, ConnectionError, TimeoutError):
        return ""


def _wait(done: Callable[[], bool], most: float) -> None:
    end = time.monotonic() + most
    while not done():
        if time.monotonic() > end:
            raise SystemExit(f"Nothing came in {most:.0f} seconds.")
        time.sleep(0.05)


def edited(copy: Path, runs: int, page: str = "stages/limb-stage-3") -> float:
    """Seconds from saving a page to its new words in the browser of who writes it, the median."""
    source = copy / "docs" / f"{page}.md"
    text = source.read_text(encoding="utf-8")
    took = []
    with serving(copy) as address:
        for number in range(runs):
            words = f"Written anew {number}"
            start = time.perf_counter()
            source.write_text(re.sub(r"^title: .*$", f"title: {words}", text, flags=re.MULTILINE), encoding="utf-8")
            _wait(lambda words=words: words in read(f"{address}{page}/"), 300)
            took.append(time.perf_counter() - start)
    source.write_text(text, encoding="utf-8")
    return median(took)


def made_up(root: Path, pages: int) -> Path:
    """A made-up guide of so many pages beside the home page, with the frame and looks of the real one."""
    copy = root / "build" / f"made-up-{pages}"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root / "tests" / "fixtures" / "guide", copy)
    for name in _LOOKS:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, dirs_exist_ok=True)
        else:
            shutil.copy(root / name, copy / name)
    pond = copy / "docs" / "stages" / "pond.md"
    text = pond.read_text(encoding="utf-8")
    for number in range(pages - 1):
        name, made = f"Pond {_letters(number)}", text
        for old, new in _ANEW.items():
            assert old in made, f"the made-up guide no longer says: {old}"
            made = made.replace(old, new.format(name=name))
        pond.with_name(f"pond-{number}.md").write_text(made, encoding="utf-8")
    _settings(root, copy, pages)
    return copy


def _letters(number: int) -> str:
    """A number in three letters: a number on a page would have to be a fact."""
    return "".join(chr(ord("a") + number // place % 26) for place in (26 * 26, 26, 1)).title()


def _settings(root: Path, copy: Path, pages: int) -> None:
    """The real guide's settings, with a menu of made-up sections of a dozen pages each."""
    names = ["pond", *(f"pond-{number}" for number in range(pages - 1))]
    sections = [names[start : start + 12] for start in range(0, len(names), 12)]
    menu = "".join(
        f"  - Ponds {number}:\n" + "".join(f"      - stages/{name}.md\n" for name in section)
        for number, section in enumerate(sections)
    )
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"^nav:\n(?:[ \n].*\n?)*", f"nav:\n  - index.md\n{menu}", config, flags=re.MULTILINE)
    config = re.sub(r"^hooks:.*\n", "", config, flags=re.MULTILINE)
    (copy / "mkdocs.yml").write_text(config, encoding="utf-8")


def on_disk(site: Path) -> float:
    """Megabytes of all files of a site."""
    return sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1_000_000


def rows(root: Path, site: Path, runs: int) -> list[dict]:
    """The rows: `site` is the built site with all its PDFs."""
    copy = unprinted(root)
    pages = sum(1 for _ in (copy / "docs").rglob("*.md"))
    made = [
        row(
            f"full build without PDFs, {pages} pages, s",
            round(full(copy, runs), 1),
            15,
            round(full_stock(root, runs), 1),
        )
    ]
    made.append(row("rebuild after one edited page in `make serve`, s", round(edited(copy, runs), 1), 3))
    small, large = (timed(made_up(root, count), "lms_guide", "build") for count in (SMALL, SMALL * TIMES))
    made += [
        row(f"{SMALL * TIMES} made-up pages, times as long as {SMALL}", round(large[0] / small[0], 1), 11),
        row(f"{SMALL * TIMES} made-up pages, MB of memory", round(large[1]), 600),
        row("whole site on disk, MB", round(on_disk(site), 1), 100),
    ]
    return made
