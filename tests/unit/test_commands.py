"""What a person who runs the commands is told."""

from __future__ import annotations

from datetime import date

import pytest

from lms_guide import dates, guide, identity


def test_a_page_past_its_next_check_is_named_only_from_that_day_on(pond):
    made = guide.load(pond())
    assert dates.overdue(made, date(2027, 11, 23)) == []
    late = dates.overdue(made, date(2027, 11, 24))
    assert {problem.file for problem in late} == {"docs/index.md", "docs/stages/pond.md"}


@pytest.mark.parametrize(
    "address", ["https://example.org/lms-guide/", "https://www.example.com/", "http://lms.test/", "lms-guide"]
)
def test_an_address_that_is_no_real_one_is_refused(address):
    assert "SITE_URL" in identity.publishable(address)


def test_a_real_address_may_be_published():
    assert identity.publishable("https://charity.net/lms-guide/") == ""
