"""Pages that are due to be compared with their sources again. Today is a parameter: an untouched copy stays green."""

from __future__ import annotations

from datetime import date

from lms_guide.guide import Guide
from lms_guide.problems import Problem


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
