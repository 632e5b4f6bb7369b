"""The comparison of two builds can tell a good one from a bad one."""

from __future__ import annotations

import pytest

from lms_guide.canary import differences

PAGE = (
    "<title>Frogs</title><body><div data-md-component=skip><a href='#a'>Skip</a></div>"
    "<article><h1 id=frogs>Frogs</h1><p>Most ponds have <a href='../toads/'>frogs</a>.</p><svg><title>A frog</title></svg></article>"
)


def test_two_equal_builds_show_no_difference():
    assert differences("pond/", PAGE, PAGE) == []


def test_the_same_address_written_in_another_way_is_no_difference():
    assert differences("pond/", PAGE, PAGE.replace("../toads/", "https://example.org/lms-guide/toads/")) == []


def test_a_difference_that_was_reviewed_is_left_out():
    assert differences("pond/", PAGE, PAGE.replace("<a href='#a'>Skip</a>", "<a href='#b'>Skip over</a>")) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("title and description", "<title>Frogs", "<title>Toads"),
        ("words", "Most ponds", "Few ponds"),
        ("headings", "<h1 id=frogs>", "<h2 id=frogs>"),
        ("ids", "id=frogs", "id=toads"),
        ("links", "../toads/", "../newts/"),
        ("pictures", "A frog", "A toad"),
        ("styles and scripts", "<title>", "<script src='x.js'></script><title>"),
    ],
)
def test_each_part_of_a_page_that_differs_is_named(part, old, new):
    assert any(f"pond/: {part}:" in line for line in differences("pond/", PAGE, PAGE.replace(old, new)))
