"""The file to save, made from the finished site, and what is known of it: `build/offline`.

It names its day and no size of its own, so the same guide gives the same bytes. The page that offers it tells its size,
from the file made before, as the lists of handouts do (`lms_guide.build` renders once more where that changed).
"""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lms_guide import dates
from lms_guide.guide import Guide
from lms_guide.offline import banner, disk, scripts
from lms_guide.offline.settings import OfflineWords, Settings, settings, words

FOLDER = "build/offline"
# Packed already: packing them again takes time and saves nothing.
_PACKED = (".pdf", ".woff2", ".png")


def megabytes(root: Path) -> int | None:
    """The size that is told, in megabytes; None when the file is not made yet."""
    table = settings(root)
    file = root / FOLDER / table.file if table else None
    return -(-file.stat().st_size // (table.step * 1_000_000)) * table.step if file and file.exists() else None


def make(root: Path, site: Path, guide: Guide) -> None:
    """Makes the file of a finished site and puts it there; nothing where the guide offers none."""
    table = settings(root)
    if table is None:
        return
    file = root / FOLDER / table.file
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(".half")
    day = dates.edition(guide)
    with ZipFile(half, "w") as archive:
        for name, data in sorted(_contents(site, guide, table, words(root, guide.evidence.frame["language"])).items()):
            entry = ZipInfo(f"{table.folder}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            packed = name.endswith(_PACKED)
            archive.writestr(entry, data, ZIP_STORED if packed else ZIP_DEFLATED)
    half.replace(file)
    place(root, site)


def place(root: Path, site: Path) -> None:
    """Puts the file that was made into a built site. No page changes."""
    table = settings(root)
    if table and (root / FOLDER / table.file).exists():
        shutil.copyfile(root / FOLDER / table.file, site / table.file)


def written(day: date, guide: Guide) -> str:
    """A date written out as the frame has it."""
    frame = guide.evidence.frame
    return frame["date_format"].format(month=frame["months"][day.month - 1], day=day.day, year=day.year)


def _contents(site: Path, guide: Guide, table: Settings, say: OfflineWords) -> dict[str, bytes]:
    """Name -> bytes of every file of the copy."""
    day = written(dates.edition(guide), guide)
    banner_words = banner.Words.of(say.copied, day)
    plain, folder = scripts.plain(site), disk.is_folder(site)
    made: dict[str, bytes] = {}
    for file in site.rglob("*"):
        name = file.relative_to(site).as_posix()
        if not file.is_file() or name in plain or not table.in_file(name):
            continue
        match name.rpartition("/")[2]:
            case "search_index.json":
                made[name.removesuffix("on")] = disk.index(json.loads(file.read_text(encoding="utf-8"))).encode()
            case "words.json":
                made[name.removesuffix("on")] = disk.words(json.loads(file.read_text(encoding="utf-8"))).encode()
            case page if page.endswith(".html"):
                made[name] = disk.page(file.read_text(encoding="utf-8"), name, folder, banner_words).encode()
            case _ if "/workers/" in name:
                made[name] = scripts.worker(file.read_text(encoding="utf-8")).encode()
            case _:
                made[name] = file.read_bytes()
    made |= {name: code.encode() for name, code in plain.items()}
    text = say.read_me.text.format(
        title=guide.config["site_name"], date=day, notice=guide.evidence.frame["notice"], address=_address(site)
    )
    made[say.read_me.name] = text.encode()
    return made


def _address(site: Path) -> str:
    """The address of the first page on the web, as that page names it."""
    found = disk.CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    return found["address"] if found else ""
