"""What a browser keeps when a reader asks it to (assets/js/device.js): the list `kept.json` of the finished site."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from lms_guide import dates
from lms_guide.guide import Guide
from lms_guide.offline import banner
from lms_guide.offline.archive import written
from lms_guide.offline.settings import settings, words
from lms_guide.pages import address

LIST = "kept.json"


def write(root: Path, site: Path, guide: Guide) -> None:
    """Writes the list: its date in words, what a kept page says of itself, a digest and the size of all files, their addresses.

    Addresses are below the site's own, so that the list holds wherever the site is.
    """
    table = settings(root)
    if table is None:
        return
    day = written(dates.edition(guide), guide)
    files, digest, size = [], sha256(), 0
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if file.is_file() and table.in_browser(name):
            files.append(name.removesuffix("index.html"))
            data = file.read_bytes()
            size += len(data)
            digest.update(name.encode() + b"\0" + data)
    say = words(root, guide.evidence.frame["language"])
    way = f"{{base}}{address(table.page)}#{table.section}"
    listed = {
        "date": day,
        "version": digest.hexdigest()[:16],
        "banner": banner.made(banner.Words.of(say.kept, day), way),
        "megabytes": -(-size // 1_000_000),
        "files": files,
    }
    (site / LIST).write_text(json.dumps(listed, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
