"""Numbers are compared as numbers, however they are printed."""

from __future__ import annotations

from lms_guide.evidence import numerals


def test_numerals_are_found_whole():
    assert numerals("about 1,000 people at 38.0 °C, 3 to 4 months, T2 and LMS-04") == ["1000", "38.0", "3", "4"]
