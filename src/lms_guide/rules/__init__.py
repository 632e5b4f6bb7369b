"""The content rules: what may stand in the evidence and on a page.

Each rule has an id, a reason, and a good and a bad example. The examples are edits of the small made-up guide in
`tests/fixtures/guide`: a string takes the place of its sentence `SENTENCE`, an `Edit` changes any of its files. They are
the rule's test, and `python -m lms_guide rules` prints them.
"""

from __future__ import annotations

from lms_guide.guide import Guide
from lms_guide.problems import Problem
from lms_guide.rules.registry import RULES, SENTENCE, Edit, Rule

# Importing a module enters its rules in RULES.
from lms_guide.rules import decisions, evidence, front_matter, help, language, links, marks  # noqa: F401  isort: skip
from lms_guide.rules import numbers, picture_or_reason, picture_words, pictures  # noqa: F401  isort: skip
from lms_guide.rules import reading, sections, sharing  # noqa: F401  isort: skip

__all__ = ["RULES", "SENTENCE", "Edit", "Rule", "check"]


def check(guide: Guide) -> list[Problem]:
    """Every problem of every rule, in the order of files and lines.

    While a file of the evidence cannot be read, only that is said: what pages cite would seem unknown otherwise.
    """
    unread = [problem for problem in guide.problems if problem.rule.startswith("E-")]
    if unread:
        return sorted(guide.problems)
    return sorted({problem for rule in RULES.values() for problem in rule.check(guide)})
