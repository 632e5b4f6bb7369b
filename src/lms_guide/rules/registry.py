"""How a rule is entered: `@rule(id, reason, good=…, bad=…)` over a function that yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lms_guide.guide import Guide
from lms_guide.pages import Page
from lms_guide.problems import Problem

# The sentence of tests/fixtures/guide/docs/stages/pond.md that a string example takes the place of.
SENTENCE = "Most ponds have frogs.[^pond-2020]"


@dataclass(frozen=True)
class Edit:
    """An example that changes a file of the made-up guide: `old` becomes `new`. Without `old`, `new` is the whole file."""

    file: str
    old: str
    new: str | bytes


Example = str | Edit


@dataclass(frozen=True)
class Rule:
    """A content rule; `check` yields the problems it finds in a guide."""

    id: str
    reason: str
    good: Example
    bad: Example
    check: Callable[[Guide], Iterator[Problem]]


RULES: dict[str, Rule] = {}


def _enter(rule: Rule) -> None:
    if rule.id in RULES:
        raise ValueError(f"the rule {rule.id} is entered twice")
    RULES[rule.id] = rule


def rule(id: str, reason: str, *, good: Example, bad: Example) -> Callable:
    """Enters a function `(guide) -> problems` as a rule."""

    def enter(check: Callable[[Guide], Iterator[Problem]]) -> Callable[[Guide], Iterator[Problem]]:
        _enter(Rule(id, reason, good, bad, check))
        return check

    return enter


def page_rule(id: str, reason: str, *, good: Example, bad: Example) -> Callable:
    """Enters a function `(page, guide) -> (line, what is wrong, what to do)` as a rule that looks at each page alone."""

    def enter(find: Callable[[Page, Guide], Iterator[tuple[int, str, str]]]) -> Callable:
        def check(guide: Guide) -> Iterator[Problem]:
            for page in guide.pages.values():
                for line, wrong, do in find(page, guide):
                    yield Problem(page.file, line, id, wrong, do)

        check.__doc__ = find.__doc__
        _enter(Rule(id, reason, good, bad, check))
        return find

    return enter


def reading_rule(id: str, reason: str, *, good: Example, bad: Example) -> None:
    """Enters a rule whose problems are found while files are read."""

    def check(guide: Guide) -> Iterator[Problem]:
        return (problem for problem in guide.problems if problem.rule == id)

    _enter(Rule(id, reason, good, bad, check))
