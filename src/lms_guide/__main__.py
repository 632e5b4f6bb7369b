"""Commands: `python -m lms_guide check | rules | report | build | publishable`."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from lms_guide import build, guide, report, rules
from lms_guide.dates import overdue
from lms_guide.identity import publishable


def _check(arguments: argparse.Namespace) -> int:
    now = guide.load(arguments.root)
    problems = rules.check(now)
    for problem in problems:
        print(problem)
    late = overdue(now, arguments.today)
    for problem in late:
        print(f"{'' if arguments.strict_dates else 'Note: '}{problem}")
    count = len(problems) + (len(late) if arguments.strict_dates else 0)
    print(
        f"{len(now.pages)} pages, {len(now.evidence.facts)} facts, {len(now.evidence.sources)} sources: {count or 'no'} problems."
    )
    return 1 if count else 0


def _rules(_: argparse.Namespace) -> int:
    for rule in sorted(rules.RULES.values(), key=lambda rule: rule.id):
        print(f"{rule.id}  {rule.reason}\n       {(rule.check.__doc__ or '').strip()}")
    return 0


def _report(arguments: argparse.Namespace) -> int:
    now = guide.load(arguments.root)
    print(report.table(now), report.coverage(now), sep="\n\n")
    return 0


def _build(arguments: argparse.Namespace) -> int:
    try:
        site = build.build(arguments.root, arguments.site_url)
    except build.BuildError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print(f"Built {sum(1 for _ in site.rglob('*.html'))} pages in {site.relative_to(arguments.root)}/.")
    return 0


def _publishable(arguments: argparse.Namespace) -> int:
    fault = publishable(arguments.site_url)
    if fault:
        print(fault, file=sys.stderr)
    return 1 if fault else 0


def main() -> int:
    """Runs one command; its exit code is 0 when all is well."""
    parser = argparse.ArgumentParser(prog="python -m lms_guide", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (this one)")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="run every content rule")
    check.add_argument("--today", type=date.fromisoformat, default=date.today(), help="as if today were this day")
    check.add_argument("--strict-dates", action="store_true", help="a page past its next check is a problem")
    check.set_defaults(run=_check)
    commands.add_parser("rules", help="list every rule with its reason").set_defaults(run=_rules)
    commands.add_parser("report", help="pages with words, grade, facts, sources and readings").set_defaults(run=_report)
    builder = commands.add_parser("build", help="build the site into site/")
    builder.add_argument("--site-url", help="the address it will have")
    builder.set_defaults(run=_build)
    publish = commands.add_parser("publishable", help="refuse the example address")
    publish.add_argument("site_url", help="the address it would have")
    publish.set_defaults(run=_publishable)
    arguments = parser.parse_args()
    arguments.root = arguments.root.resolve()
    return arguments.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
