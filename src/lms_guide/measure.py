"""`make measure`: this site beside the same words built with stock Material, in one run, as a table.

Both are served from this machine, compressed as GitHub Pages does, and visited by Lighthouse as a phone with its
standard throttling. Medians of several runs. What builds cost is in lms_guide.measure_builds. Nothing here is part of
the gate: speed depends on the machine.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from lms_guide import browser, build, measure_builds, node

RUNS = 5
PAGES = {"home": "", "stage": "stages/limb-stage-3/", "get help": "side-effects/"}
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


@dataclass(frozen=True)
class Figure:
    """A row of the table: what Lighthouse calls it, how it is said, its unit, its target and which way is better."""

    audit: str
    name: str
    unit: str
    target: float
    better: str


FIGURES = (
    Figure("performance", "Lighthouse performance", "", 99, "higher"),
    Figure("accessibility", "Lighthouse accessibility", "", 100, "higher"),
    Figure("best-practices", "Lighthouse best practices", "", 100, "higher"),
    Figure("seo", "Lighthouse SEO", "", 100, "higher"),
    Figure("first-contentful-paint", "first contentful paint", "s", 1.0, "lower"),
    Figure("largest-contentful-paint", "largest contentful paint", "s", 1.3, "lower"),
    Figure("total-blocking-time", "total blocking time", "ms", 50, "lower"),
    Figure("cumulative-layout-shift", "layout shift", "", 0.01, "lower"),
    Figure("bytes", "bytes, first visit", "KB", 115, "lower"),
    Figure("requests", "requests, first visit", "", 12, "lower"),
)


@lru_cache(maxsize=512)
def _compressed(path: str, _changed: int) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 6)


class _Pages(SimpleHTTPRequestHandler):
    """Serves files as GitHub Pages does: gzip for text, and its ten minutes of cache."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(urlsplit(self.path).path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        small = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _compressed(str(path), path.stat().st_mtime_ns) if small else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Keeps the table readable."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves a folder and gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def stock(root: Path) -> Path:
    """The same Markdown and extensions built with Material as it comes: no overrides, no styles of ours, no finish.

    Its default font would come from another host; here the system's font stands in, which is to stock's advantage.
    """
    target = root / "build" / "stock"
    shutil.rmtree(target, ignore_errors=True)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for line in (r"^  custom_dir:.*\n", r"^hooks:.*\n", r"^extra_css:.*\n", r"^extra_javascript:.*\n"):
        config = re.sub(line, "", config, flags=re.MULTILINE)
    config = config.replace("INHERIT: evidence", "INHERIT: ../evidence").replace("docs_dir: docs", "docs_dir: ../docs")
    file = root / "build" / "mkdocs-stock.yml"
    file.write_text(config, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(file),
        "--site-dir",
        str(target),
    ]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return target


def published(root: Path) -> Path:
    """Our site as a publisher would build it: with a name, so that search engines may look at it."""
    copy = root / "build" / "measured"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".git", ".venv", "build", "site", "node_modules"))
    config = copy / "mkdocs.yml"
    text = re.sub(
        r"publisher: null.*",
        "publisher: {name: Somebody, url: 'https://example.org/'}",
        config.read_text(encoding="utf-8"),
    )
    config.write_text(text, encoding="utf-8")
    return build.build(copy)


def visit(root: Path, address: str) -> dict[str, float]:
    """One visit by Lighthouse as a phone: scores of 100, seconds, milliseconds, kilobytes, requests."""
    flags = f"--chrome-flags=--headless=new {' '.join(browser.FLAGS)}"
    result = node.run(
        root, "lighthouse/cli/index.js", address, "--quiet", "--output=json", "--throttling-method=simulate", flags,
        env={**os.environ, "CHROME_PATH": browser.install()},
    )  # fmt: skip
    if result.returncode:
        raise SystemExit(f"Lighthouse failed on {address}: {result.stderr[-500:]}")
    report = json.loads(result.stdout)
    figures = {
        name: round(100 * category["score"])
        for name, category in report["categories"].items()
        if category["score"] is not None
    }
    audits = report["audits"]
    for name in ("first-contentful-paint", "largest-contentful-paint"):
        figures[name] = audits[name]["numericValue"] / 1000
    figures["total-blocking-time"] = audits["total-blocking-time"]["numericValue"]
    figures["cumulative-layout-shift"] = audits["cumulative-layout-shift"]["numericValue"]
    requests = audits["network-requests"]["details"]["items"]
    figures["bytes"] = sum(request["transferSize"] for request in requests) / 1024
    figures["requests"] = len(requests)
    return figures


def medians(root: Path, address: str, runs: int) -> dict[str, float]:
    """Medians of several visits to one address."""
    visits = [visit(root, address) for _ in range(runs)]
    return {name: median(figures[name] for figures in visits) for name in visits[0]}


def rows(root: Path, runs: int = RUNS) -> list[dict]:
    """Rows of figure, page, value, stock, target and better."""
    made = []
    with served(published(root)) as ours, served(stock(root)) as theirs:
        for page, path in PAGES.items():
            mine, other = medians(root, ours + path, runs), medians(root, theirs + path, runs)
            made += [
                {"figure": f"{figure.name}{f', {figure.unit}' if figure.unit else ''}", "page": page, "value": round(mine[figure.audit], 3),
                 "stock": round(other[figure.audit], 3), "target": figure.target, "better": figure.better}
                for figure in FIGURES
            ]  # fmt: skip
    return made


def table(found: list[dict]) -> str:
    """The rows as a table in Markdown, with what misses its target named."""
    lines = ["| figure | page | this site | stock Material | target | met |", "|---|---|---|---|---|---|"]
    for row in found:
        met = row["value"] >= row["target"] if row["better"] == "higher" else row["value"] <= row["target"]
        stock = "" if row["stock"] is None else f"{row['stock']:g}"
        lines.append(
            f"| {row['figure']} | {row['page']} | {row['value']:g} | {stock} | {row['target']:g} | {'yes' if met else 'no'} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Prints the table and writes it to build/measure.json."""
    root = Path.cwd()
    (root / "build").mkdir(exist_ok=True)
    runs = int(os.environ.get("RUNS", RUNS))
    found = rows(root, runs)
    found += measure_builds.rows(root, root / "build" / "measured" / build.SITE, runs)
    (root / "build" / "measure.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(table(found))


if __name__ == "__main__":
    main()
