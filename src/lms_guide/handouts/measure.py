"""How long the handouts of the built site take: all of them anew, and after one changed page. Part of `make measure`.

`python -m lms_guide.handouts.measure`, after `make site`. The files made before are set aside and put back.
"""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
import time
from pathlib import Path

from lms_guide import guide as guides
from lms_guide.handouts import make, manifest, plan, settings
from lms_guide.pages import address


def table(root: Path) -> str:
    """Count, times and memory as a table in Markdown. Raises SystemExit where a handout is refused."""
    guide, kept, here = guides.load(root), root / "build" / "handouts-kept", root / manifest.FOLDER
    if here.exists():
        here.rename(kept)
    try:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(shutil.copytree(root / "site", Path(folder) / "site"))
            begun = time.monotonic()
            result = make.make(root, site, guide)
            total = time.monotonic() - begun
            if result.refused:
                raise SystemExit("\n".join(map(str, result.refused)))
            _change(site, next(plan.handouts(guide, settings.settings(root))).page)
            begun = time.monotonic()
            after = make.make(root, site, guide)
            again = time.monotonic() - begun
    finally:
        shutil.rmtree(here, ignore_errors=True)
        if kept.exists():
            kept.rename(here)
    workers = min(os.cpu_count() or 1, len(result.all))
    memory = workers * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024**2
    rows = [
        ("files", f"{len(result.all)}", ""),
        ("time for all, s", f"{total:.1f}", "90"),
        ("time for one, s", f"{total / len(result.all):.2f}", ""),
        (f"time after one changed page ({len(after.made)} files), s", f"{again:.1f}", "10"),
        (f"memory, {workers} processes at their peak, GB", f"{memory:.2f}", "1"),
    ]
    return "\n".join(["| handouts | this run | target |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)])


def _change(site: Path, page: str) -> None:
    file = site / address(page) / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace("</h1>", " again</h1>", 1), encoding="utf-8")


if __name__ == "__main__":
    print(table(Path.cwd()))
