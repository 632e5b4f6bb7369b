"""What an editor is told when something is wrong: one line with file, line, rule, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one place.

    `file` is relative to the project's folder, `line` counts from 1, `rule` is the id under which
    `python -m lms_guide rules` explains it.
    """

    file: str
    line: int
    rule: str
    wrong: str
    do: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.wrong} {self.do}"


def nearest(word: str, known: Iterable[str], most: int = 3) -> str:
    """The known words that look most like `word`, as the end of a message; empty when nothing comes near."""
    found = get_close_matches(word, list(known), n=most, cutoff=0.5)
    return f"Did you mean {' or '.join(f'`{near}`' for near in found)}?" if found else ""
