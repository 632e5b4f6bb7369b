"""What goes when a sheet does not fit: the picture, then note lines, then questions beyond three; never a red flag."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lms_guide.handouts import fit

ROOM = fit.Heights(
    side=100,
    top=(30,),
    picture=20,
    help=(60,),
    questions=(5, 5, 5, 5, 5, 5),
    more=2,
    notes_head=5,
    note=5,
)


def best(heights: fit.Heights, sides: int = 2) -> fit.Choice:
    return next(fit.choices(heights, "dense", sides))


def test_with_room_for_everything_everything_stands():
    choice = best(ROOM)
    assert choice.picture and choice.questions == 5 and choice.notes >= 1


def test_the_picture_goes_first():
    choice = best(replace(ROOM, picture=80))
    assert not choice.picture and choice.questions == 5 and choice.notes >= fit.LEAST_NOTES


def test_then_note_lines_go():
    choice = best(replace(ROOM, top=(70,), picture=80, help=(95,)))
    assert not choice.picture and choice.questions == 5 and choice.notes < fit.LEAST_NOTES


def test_then_questions_beyond_three_go():
    choice = best(replace(ROOM, top=(70,), picture=80, questions=(5, *[7] * 6), help=(96,)))
    assert choice.questions == 3 and choice.notes == 0


@pytest.mark.parametrize("sides", [1, 2])
def test_what_does_not_fit_with_three_questions_is_refused_and_not_cut(sides):
    assert list(fit.choices(replace(ROOM, top=(90,) * sides, help=(90,)), "dense", sides)) == []
