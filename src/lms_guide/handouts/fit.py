"""What has room on a sheet of a few sides: a decision on heights alone, in one unit, without drawing anything.

When it does not fit, the picture goes first, then note lines, then questions beyond three. Nothing in the get-help box
ever goes: if that alone does not fit, there is no sheet and the build says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

# The get-help box in its settings: a line for each red flag; smaller, in two columns; smaller, one after the other.
SETTINGS = ("roomy", "dense", "run")
LEAST_QUESTIONS = 3
LEAST_NOTES = 3


@dataclass(frozen=True)
class Heights:
    """Heights of a sheet's parts in one unit: `top` is what always stands first, `help` the get-help box in each of its
    settings as pieces that no side may cut, `questions` begins with their heading."""

    side: float
    top: tuple[float, ...]
    picture: float
    help: dict[str, tuple[float, ...]]
    questions: tuple[float, ...]
    more: float
    notes_head: float
    note: float


@dataclass(frozen=True)
class Choice:
    """What stands on a sheet: the picture, the box's setting, whether the box opens a new side, how many questions and
    whether they come before the box, and how many note lines."""

    picture: bool
    setting: str
    new_side: bool
    questions: int
    questions_first: bool
    notes: int


def choices(heights: Heights, sides: int) -> Iterator[Choice]:
    """Choices that fit the sides, the fullest first, each followed by itself with a few note lines less.

    Heights are measured on an endless side, so a cut may cost a line more: the first choice that really fits is taken.
    """
    for least, choice in _rungs(heights):
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
    box = [*([None] if choice.new_side else []), *heights.help[choice.setting]]
    head, *questions = heights.questions or (0.0,)
    asked = [head + questions[0], *questions[1 : choice.questions]] if choice.questions else []
    pieces += [*asked, *box] if choice.questions_first else [*box, *asked]
    return pieces


def _rungs(heights: Heights) -> Iterator[tuple[int, Choice]]:
    """Choices from the fullest down, each with the least note lines that it must leave room for.

    Red flags one after the other are harder to look through than a list of them, so that comes last.
    """
    every = max(0, len(heights.questions) - 1)
    ladder = [(bool(heights.picture), every, LEAST_NOTES), (False, every, LEAST_NOTES), (False, every, 0)]
    ladder += [(False, count, 0) for count in range(every - 1, LEAST_QUESTIONS - 1, -1)]
    *lists, run = SETTINGS
    for settings in (lists, [run]):
        for picture, count, notes in dict.fromkeys(ladder):
            for setting in settings:
                for new_side in (True, False):
                    for questions_first in (False, True):
                        yield notes, Choice(picture, setting, new_side, count, questions_first, 0)
