"""Days as data: pages due to be compared with their sources again, and the day that the whole guide is of.

Today is a parameter: an untouched copy stays green, and is built to the same bytes on any day.
"""

from __future__ import annotations

from datetime import date

from lms_guide.guide import Guide
from lms_guide.problems import Problem

# The day of a guide that names none: the first that a ZIP file could hold, so that it is seen to be no real one.
NO_DAY = date(1980, 1, 1)


def edition(guide: Guide) -> date:
    """The newest day on which a page was compared with its sources: that of a copy of the whole guide."""
    days = (page.meta.get("checked") for page in guide.pages.values())
    return max((day for day in days if isinstance(day, date)), default=NO_DAY)


def overdue(guide: Guide, today: date) -> list[Problem]:
    """A problem (P-199) for each page whose next check lies before `today`."""
    late = []
    for page in guide.pages.values():
        due = page.meta.get("next_check")
        if isinstance(due, date) and due < today:
            late.append(
                Problem(
                    page.file,
                    page.line_of("next_check"),
                    "P-199",
                    f"This page was due to be checked on {due}.",
                    "Compare it with its sources, then set both dates.",
                )
            )
    return late
