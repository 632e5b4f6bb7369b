"""What was made: `build/handouts/manifest.json`, beside the files. The lists on the pages are made from it."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

FOLDER = "build/handouts"
_NAME = "manifest.json"


@dataclass(frozen=True)
class Entry:
    """A file that was made: `key` is what it was made from, `digest` what it holds, `size` its bytes."""

    key: str
    pages: int
    size: int
    digest: str


def load(root: Path) -> dict[str, Entry]:
    """File (below the site's address) -> what was made; empty when nothing was."""
    file = root / FOLDER / _NAME
    return _load(file, file.stat().st_mtime_ns) if file.exists() else {}


@lru_cache(maxsize=4)
def _load(file: Path, _changed: int) -> dict[str, Entry]:
    return {name: Entry(**entry) for name, entry in json.loads(file.read_text(encoding="utf-8")).items()}


def save(root: Path, entries: dict[str, Entry]) -> None:
    """Writes the manifest, in order, in one step."""
    text = json.dumps({name: asdict(entries[name]) for name in sorted(entries)}, indent=1) + "\n"
    put(root / FOLDER / _NAME, text.encode("utf-8"))


def put(file: Path, data: bytes) -> None:
    """Writes a file beside its place and moves it there, so that half a file never replaces a good one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        half.write_bytes(data)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


def whole(root: Path, name: str, entry: Entry) -> bool:
    """Whether the file of an entry is there and holds what was written."""
    file = root / FOLDER / name
    return file.exists() and sha256(file.read_bytes()).hexdigest() == entry.digest


def place(root: Path, site: Path) -> None:
    """Puts the files that were made into a built site. No page changes."""
    for name in load(root):
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / FOLDER / name, target)
