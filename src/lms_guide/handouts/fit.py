"""What has room on a sheet of a few sides: a decision on heights alone, in one unit, without drawing anything.

When it does not fit, the picture goes first, then note lines, then questions beyond three. Nothing in the get-help box
ever goes: if that alone does not fit, there is no sheet and the build says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

LEAST_QUESTIONS = 3
LEAST_NOTES = 3


@dataclass(frozen=True)
class Heights:
    """Heights of a sheet's parts in one unit: `top` is what always stands first, `help` the get-help box in its
    setting as pieces that no side may cut, `questions` begins with their heading."""

    side: float
    top: tuple[float, ...]
    picture: float
    help: tuple[float, ...]
    questions: tuple[float, ...]
    more: float
    notes_head: float
    note: float


@dataclass(frozen=True)
class Choice:
    """What stands on a sheet: the picture, the get-help box's setting (roomy: a line for each red flag; dense: smaller, in
    two columns; run: smaller, one after the other), whether the box opens a new side, how many questions and whether
    they come before the box, and how many note lines."""

    picture: bool
    setting: str
    new_side: bool
    questions: int
    questions_first: bool
    notes: int


def choices(heights: Heights, setting: str, sides: int, every_question: bool = False) -> Iterator[Choice]:
    """Choices with the box in one setting that fit the sides, the fullest first, each followed by itself with a few note
    lines less. With `every_question` none goes.

    Heights are measured on an endless side, so a cut may cost a line more: the first choice that really fits is taken.
    """
    for least, choice in _rungs(heights, setting, every_question):
        used_sides, used = _end(_pieces(choice, heights), heights.side)
        lines = max(0, int((heights.side - used - heights.notes_head) // heights.note))
        if used_sides < sides:
            lines = max(lines, least)
        if used_sides <= sides and lines >= least:
            for fewer in range(min(3, lines - least + 1)):
                yield replace(choice, notes=lines - fewer)


def _end(pieces: list[float | None], side: float) -> tuple[int, float]:
    """The number of sides used and the height used of the last; None is a new side."""
    sides, used = 1, 0.0
    for piece in pieces:
        if piece is None or used + piece > side:
            sides, used = sides + 1, 0.0
        used += piece or 0.0
    return sides, used


def _pieces(choice: Choice, heights: Heights) -> list[float | None]:
    pieces: list[float | None] = [*heights.top, heights.more]
    if choice.picture:
        pieces.append(heights.picture)
    box = [*([None] if choice.new_side else []), *heights.help]
    head, *questions = heights.questions or (0.0,)
    asked = [head + questions[0], *questions[1 : choice.questions]] if choice.questions else []
    pieces += [*asked, *box] if choice.questions_first else [*box, *asked]
    return pieces


def _rungs(heights: Heights, setting: str, every_question: bool) -> Iterator[tuple[int, Choice]]:
    """Choices from the fullest down, each with the least note lines that it must leave room for."""
    every = max(0, len(heights.questions) - 1)
    ladder = [(bool(heights.picture), every, LEAST_NOTES), (False, every, LEAST_NOTES), (False, every, 0)]
    if not every_question:
        ladder += [(False, count, 0) for count in range(every - 1, LEAST_QUESTIONS - 1, -1)]
    for picture, count, notes in dict.fromkeys(ladder):
        for new_side in (True, False):
            for questions_first in (False, True):
                yield notes, Choice(picture, setting, new_side, count, questions_first, 0)
