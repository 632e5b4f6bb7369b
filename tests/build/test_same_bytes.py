"""Who builds the guide anew gets the same bytes: what is published can be held against its source by anyone."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

# A clock that stands at another day, for every Python of a build: the interpreter imports it before anything else.
CLOCK = """
import datetime, time
_moved = {seconds}
_time = time.time
time.time = lambda: _time() + _moved
_datetime, _date = datetime.datetime, datetime.date
class Later(_datetime):
    @classmethod
    def now(cls, tz=None):
        return _datetime.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return _datetime.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
class LaterDay(_date):
    @classmethod
    def today(cls):
        return _date.fromtimestamp(time.time())
datetime.datetime, datetime.date = Later, LaterDay
"""


def built(folder: Path, clock: Path, days: int) -> dict[str, str]:
    """File of a site built so many days from now -> what it holds, as a digest."""
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(CLOCK.format(seconds=days * 86400), encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    env["PYTHONPATH"] = os.pathsep.join([str(clock), *sys.path])
    # Sets of words come in another order under another seed.
    env["PYTHONHASHSEED"] = str(days + 1)
    run = subprocess.run(
        [sys.executable, "-m", "lms_guide", "--root", str(folder), "build"],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    site = folder / "site"
    return {
        file.relative_to(site).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def test_two_builds_in_two_folders_on_two_days_are_the_same_to_the_byte(dressed, tmp_path):
    one = built(dressed(), tmp_path / "today", 0)
    other = built(dressed(), tmp_path / "later", 400)
    assert {name.rpartition(".")[2] for name in one} >= {"html", "css", "js", "json", "pdf", "xml", "gz", "zip"}
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
