"""Runs the mutations and prints a table of caught and missed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

from lms_guide import guide, rules
from lms_guide.mutate.frame import FRAME, FrameMutation
from lms_guide.mutate.words import EVIDENCE, PAGES, Mutation

SEED = 20261125
# What a build and its tests need of the project.
_WHOLE = ("docs", "evidence", "overrides", "src", "tests", "mkdocs.yml", "pyproject.toml", "README.md")
PLACES = 3


def _copy(root: Path, name: str, *parts: str) -> Path:
    """A copy of the parts of the project that a check needs, to break."""
    copy = root / "build" / "mutate" / name
    shutil.rmtree(copy, ignore_errors=True)
    for part in parts:
        (shutil.copytree if (root / part).is_dir() else shutil.copy)(root / part, copy / part)
    return copy


def _places(root: Path, mutation: Mutation) -> Iterator[tuple[str, str]]:
    """Up to `PLACES` files broken by a mutation: path and broken text. One file is struck in several places if need be."""
    random = Random(f"{SEED} {mutation.name}")
    files = sorted(root.glob(mutation.files))
    random.shuffle(files)
    made: set[tuple[str, str]] = set()
    for file in files * PLACES:
        if len(made) == PLACES:
            return
        text = file.read_text(encoding="utf-8")
        broken = mutation.break_(text, random)
        place = (file.relative_to(root).as_posix(), broken or "")
        if broken and broken != text and place not in made:
            made.add(place)
            yield place


def words_caught(root: Path, mutations: tuple[Mutation, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Name, file and the rules that caught it, for each place of each mutation. The guide is whole before and after."""
    copy = _copy(root, f"words-{os.getpid()}", "docs", "evidence", "mkdocs.yml")
    found = []
    for mutation in mutations:
        for path, broken in _places(copy, mutation):
            whole = (copy / path).read_text(encoding="utf-8")
            (copy / path).write_text(broken, encoding="utf-8")
            caught = sorted({problem.rule for problem in rules.check(guide.load(copy))})
            (copy / path).write_text(whole, encoding="utf-8")
            found.append((mutation.name, path, tuple(caught)))
    return found


def frame_caught(root: Path, mutation: FrameMutation) -> tuple[str, str, tuple[str, ...]]:
    """Builds a broken copy and runs the tests that must fail. A build that is refused has caught it too."""
    copy = _copy(root, "frame", *_WHOLE)
    file = copy / mutation.file
    text = file.read_text(encoding="utf-8")
    if mutation.old not in text:
        raise SystemExit(f"{mutation.file} no longer holds what “{mutation.name}” changes: {mutation.old}")
    file.write_text(text.replace(mutation.old, mutation.new, 1), encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(copy / "src")}
    build = subprocess.run(
        [sys.executable, "-m", "lms_guide", "build"], cwd=copy, env=env, capture_output=True, check=False
    )
    if build.returncode:
        return mutation.name, mutation.file, ("the build",)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        mutation.tests,
        *(["-k", mutation.select] if mutation.select else []),
    ]
    run = subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise SystemExit(f"“{mutation.name}”: the tests could not run.\n{run.stdout[-800:]}{run.stderr[-800:]}")
    failed = [line.split("::")[1].split("[")[0] for line in run.stdout.splitlines() if line.startswith("FAILED")]
    return mutation.name, mutation.file, tuple(failed)


def main() -> None:
    """Prints how many mutations were caught, and each that was missed; fails when one was."""
    root = Path.cwd()
    before = rules.check(guide.load(root))
    if before:
        raise SystemExit(f"The guide has {len(before)} problems of its own; mend them first.")
    kinds = (*PAGES, *EVIDENCE)
    with ProcessPoolExecutor(2) as workers:
        halves = list(workers.map(words_caught, [root] * 2, [kinds[::2], kinds[1::2]]))
    found = [row for half in halves for row in half]
    found += [frame_caught(root, mutation) for mutation in FRAME]
    never = {kind.name for kind in kinds} - {name for name, _, _ in found}
    print("| mutation | places | caught by |", "|---|---|---|", sep="\n")
    for name in dict.fromkeys(name for name, _, _ in found):
        rows = [caught for other, _, caught in found if other == name]
        by = ", ".join(sorted({one for caught in rows for one in caught}))
        print(f"| {name} | {sum(map(bool, rows))} of {len(rows)} | {by} |")
    missed = [f"MISSED: {name} in {file}" for name, file, caught in found if not caught]
    print(f"\n{len(found)} mutations, {len(found) - len(missed)} caught, {len(missed)} missed (seed {SEED}).")
    missed += [f"NO PLACE FOUND: {name}" for name in sorted(never)]
    if missed:
        raise SystemExit("\n".join(missed))


if __name__ == "__main__":
    main()
