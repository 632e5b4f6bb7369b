"""Each rule's examples are its test: the bad one is refused under the rule's id, the good one is not."""

from __future__ import annotations

import pytest

from lms_guide import guide, rules


@pytest.mark.parametrize("rule", rules.RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_refuses_its_bad_example_and_says_where_and_what_to_do(rule, pond):
    found = [problem for problem in rules.check(guide.load(pond(rule.bad))) if problem.rule == rule.id]
    assert found, f"{rule.id} lets its bad example pass"
    for problem in found:
        assert problem.line >= 1 and problem.file and problem.wrong.endswith((".", "…”", ":", ">", "”")) and problem.do


@pytest.mark.parametrize("rule", rules.RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_accepts_its_good_example(rule, pond):
    found = [str(problem) for problem in rules.check(guide.load(pond(rule.good))) if problem.rule == rule.id]
    assert not found


@pytest.mark.parametrize("rule", rules.RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_has_a_reason_and_says_what_it_asks(rule):
    assert rule.reason.endswith(".")
    assert rule.check.__doc__ or rule.id in {"P-100", "P-101", "E-001", "E-002", "E-003", "E-004"}
