"""The evidence hangs together: every id leads somewhere, every used fact was read twice, nothing unused lies about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lms_guide.evidence import NUMERAL, numerals
from lms_guide.guide import Guide
from lms_guide.problems import Problem, nearest
from lms_guide.rules.registry import Edit, reading_rule, rule

FACTS, WORDS, SOURCES = "evidence/facts/pond.yml", "evidence/en/facts/pond.yml", "evidence/sources.yml"

reading_rule("E-001", "Data that does not parse is data that nobody reads.",
             good=Edit(FACTS, "- id: green-frogs", "- id:  green-frogs"), bad=Edit(FACTS, "- id: green-frogs", "- id: [green-frogs"))  # fmt: skip
reading_rule("E-002", "Another encoding turns ° and ≥ into something else.",
             good=Edit(WORDS, "caveat: One pond.", "caveat: One “pond”."), bad=Edit(FACTS, "", b"- id: gr\xfcn\n"))  # fmt: skip
reading_rule("E-003", "Of two entries with one id YAML keeps the last, in silence.",
             good=Edit(FACTS, "- id: shy-newts", "- id: shy-newts"), bad=Edit(FACTS, "- id: shy-newts", "- id: green-frogs"))  # fmt: skip
reading_rule("E-004", "A misspelt key or an impossible value is found where it is written, not where it hurts.",
             good=Edit(FACTS, "certainty: high", "certainty: moderate"), bad=Edit(FACTS, "certainty: high", "certainity: high"))  # fmt: skip


@rule("E-011", "A note may name a source or a fact, so no id is both.",
      good=Edit(FACTS, "- id: shy-newts", "- id: shy-newts"), bad=Edit(FACTS, "- id: shy-newts", "- id: pond-2020"))  # fmt: skip
def one_name(guide: Guide) -> Iterator[Problem]:
    """No fact has the id of a source."""
    for id in guide.evidence.facts.keys() & guide.evidence.sources.keys():
        file, line = guide.evidence.where("facts", id)
        yield Problem(
            file, line, "E-011", f"`{id}` is the id of a fact and of a source.", "Name the fact what-when-who."
        )


def _references(guide: Guide) -> Iterator[tuple[str, str, str, str]]:
    """(kind, entry, kind it points to, id it points to) for every reference within the evidence."""
    evidence = guide.evidence
    for fact in evidence.facts.values():
        yield from (("facts", fact.id, "sources", source) for source in fact.sources)
        yield "facts", fact.id, "fact_words", fact.id
    yield from (("fact_words", id, "facts", id) for id in evidence.fact_words)
    for reading in evidence.readings.values():
        yield "readings", reading.fact, "facts", reading.fact
        yield "readings", reading.fact, "sources", reading.source
    for line in evidence.urgent.values():
        yield from (("urgent", line.id, "facts", fact) for fact in line.facts)
        yield "urgent", line.id, "urgent_words", line.id
    yield from (("urgent_words", id, "urgent", id) for id in evidence.urgent_words)
    for change in evidence.changes.values():
        yield from (("changes", change.id, "sources", source) for source in change.sources)


@rule("E-005", "An id that leads nowhere breaks the chain from a sentence to its source.",
      good=Edit(FACTS, "sources: [pond-2020]", "sources: [pond-2020]"), bad=Edit(FACTS, "sources: [pond-2020]", "sources: [pond-2021]"))  # fmt: skip
def references(guide: Guide) -> Iterator[Problem]:
    """Every id that an entry names is there."""
    for kind, entry, target, id in _references(guide):
        known = getattr(guide.evidence, target)
        if id not in known:
            file, line = guide.evidence.where(kind, entry)
            yield Problem(
                file,
                line,
                "E-005",
                f"`{entry}` names `{id}`, which is not in {target.replace('_', ' ')}.",
                nearest(id, known) or "Add it, or take the name out.",
            )


@rule("E-006", "A wording must not print a number that the fact does not hold.",
      good=Edit(WORDS, "3 out of 10 frogs were green for 2 years", "3 out of 10 frogs were green for 2 years"),
      bad=Edit(WORDS, "- 3 out of 10 frogs were green for 2 years", "- 3 out of 10 frogs were green for 2 years\n    - 5 out of 10 frogs were green for 2 years"))  # fmt: skip
def wording_numbers(guide: Guide) -> Iterator[Problem]:
    """Every numeral of a wording stands in the fact's `numbers`."""
    for words in guide.evidence.fact_words.values():
        fact = guide.evidence.facts.get(words.id)
        if fact is None:
            continue
        for wording in words.wordings:
            missing = [number for number in numerals(wording) if number not in fact.numerals]
            if missing:
                file, line = guide.evidence.where("fact_words", words.id)
                yield Problem(
                    file,
                    line,
                    "E-006",
                    f"A wording of `{words.id}` prints {', '.join(missing)}, which its `numbers` do not hold.",
                    "Correct the wording, or enter the number with its meaning.",
                )


@rule("E-007", "A bare share is not a chance: of how many people, which people, over what time.",
      good=Edit(WORDS, "3 out of 10 frogs were green for 2 years", "3 out of 10 frogs were green for 2 years"),
      bad=Edit(WORDS, "- 3 out of 10 frogs were green for 2 years", "- 3 out of 10 frogs were green for 2 years\n    - 10% were green"))  # fmt: skip
def whole_chances(guide: Guide) -> Iterator[Problem]:
    """Wordings have no percent sign; small groups are never shown per 100."""
    for words in guide.evidence.fact_words.values():
        fact = guide.evidence.facts.get(words.id)
        for wording in words.wordings:
            file, line = guide.evidence.where("fact_words", words.id)
            if "%" in wording or "percent" in wording:
                yield Problem(
                    file, line, "E-007", f"A wording of `{words.id}` speaks in percent.", "Write “N out of 100 people”."
                )
            if fact and fact.small and re.search(r"out of 100\b", wording):
                yield Problem(
                    file,
                    line,
                    "E-007",
                    f"`{words.id}` is about a small group, shown per 100.",
                    "Show the people they were.",
                )


# A count of the living, the dead, or those whose tumor did not grow.
_LIVING = re.compile(r"\b(?:alive|died|deaths?|lived|(?:without|free of) growth|had not grown)\b", re.IGNORECASE)


@rule("E-012", "Figures of living and dying stand behind a door only if the fact says that it holds some.",
      good=Edit(FACTS, "survival: true", "survival: true"), bad=Edit(FACTS, "  survival: true\n", ""))  # fmt: skip
def survival_marked(guide: Guide) -> Iterator[Problem]:
    """An outcome with a wording that counts the living or the dead is marked `survival`."""
    for words in guide.evidence.fact_words.values():
        fact = guide.evidence.facts.get(words.id)
        if fact is None or fact.kind != "outcome" or fact.survival:
            continue
        for wording in words.wordings:
            if _LIVING.search(wording) and NUMERAL.search(wording):
                file, line = guide.evidence.where("facts", fact.id)
                wrong = f"`{fact.id}` counts the living or the dead, and is not marked so: “{wording[:60]}…”"
                yield Problem(file, line, "E-012", wrong, "Write `survival: true`.")
                break


@rule("E-013", "Of a few people nobody can tell a chance per 100.",
      good=Edit(FACTS, "small: true", "small: true"), bad=Edit(FACTS, "shy: 4 of 10", "shy: 4 of 12"))  # fmt: skip
def small_marked(guide: Guide) -> Iterator[Problem]:
    """A fact all of whose counts are within groups of fewer than 50 (10 aside, a share) is marked `small`."""
    for fact in guide.evidence.facts.values():
        counts = [found for value in fact.numbers.values() if (found := re.fullmatch(r"\d+ of (\d+)", str(value)))]
        if counts and not fact.small and all(int(found[1]) < 50 and int(found[1]) != 10 for found in counts):
            file, line = guide.evidence.where("facts", fact.id)
            wrong = f"`{fact.id}` counts {counts[0][0]} and is not marked as a small group."
            yield Problem(file, line, "E-013", wrong, "Write `small: true`, and show the people they were.")


@rule("E-014", "A source is found at one address, and nobody can change the page on its way to the reader.",
      good=Edit(SOURCES, "https://", "https://"), bad=Edit(SOURCES, "https://", "http://"))  # fmt: skip
def addresses(guide: Guide) -> Iterator[Problem]:
    """Each source has an https address, and no two have the same."""
    first: dict[str, str] = {}
    for source in guide.evidence.sources.values():
        file, line = guide.evidence.where("sources", source.id)
        if not source.url.startswith("https://"):
            yield Problem(
                file, line, "E-014", f"`{source.id}` has the address {source.url}.", "Give its https address."
            )
        other = first.setdefault(source.url.rstrip("/"), source.id)
        if other != source.id:
            wrong = f"`{source.id}` has the address of `{other}`."
            yield Problem(file, line, "E-014", wrong, "Keep one of the two, and let every fact name it.")


@rule("E-008", "Red flags are read twice before they are printed.",
      good=Edit("evidence/urgent.yml", "facts: [hot-frogs]", "facts: [hot-frogs]"), bad=Edit("evidence/readings.yml", "- fact: hot-frogs", "- fact: cold-frogs"))  # fmt: skip
def urgent_read_again(guide: Guide) -> Iterator[Problem]:
    """The facts behind each red flag have a second reading."""
    for flag in guide.evidence.urgent.values():
        for fact in flag.facts:
            if fact in guide.evidence.facts and fact not in guide.evidence.readings:
                file, line = guide.evidence.where("urgent", flag.id)
                yield Problem(
                    file,
                    line,
                    "E-008",
                    f"The red flag `{flag.id}` stands on `{fact}`, which has no second reading.",
                    "Have it read again, or take the line out.",
                )


@rule("E-009", "What nobody uses nobody keeps true.",
      good=Edit("docs/stages/pond.md", "reviewed: null", "reviewed: null"),
      bad=Edit(FACTS, "- id: shy-newts", "- id: old-toads\n  topic: pond\n  kind: practice\n  certainty: high\n  sources: [pond-2020]\n- id: shy-newts"))  # fmt: skip
def unused(guide: Guide) -> Iterator[Problem]:
    """Every fact and source of the evidence is used by a page, a red flag or a dated change."""
    evidence = guide.evidence
    facts = {fact for path in guide.pages for fact in guide.facts_of(path)} | {
        fact for flag in evidence.urgent.values() for fact in flag.facts
    }
    sources = set(guide.cited) | {source for change in evidence.changes.values() for source in change.sources}
    sources |= {source for fact in facts if fact in evidence.facts for source in evidence.facts[fact].sources}
    for kind, used in (("facts", facts), ("sources", sources)):
        for id in getattr(evidence, kind):
            if id not in used:
                file, line = evidence.where(kind, id)
                yield Problem(file, line, "E-009", f"Nothing uses `{id}`.", "Use it on a page, or take it out.")


@rule("E-010", "A reading says where it looked: at a source of that fact.",
      good=Edit("evidence/readings.yml", "source: pond-2020", "source: pond-2020"), bad=Edit("evidence/readings.yml", "source: pond-2020", "source: frog-2021"))  # fmt: skip
def reading_source(guide: Guide) -> Iterator[Problem]:
    """The source of a second reading is one of the fact's own."""
    for reading in guide.evidence.readings.values():
        fact = guide.evidence.facts.get(reading.fact)
        if fact and reading.source in guide.evidence.sources and reading.source not in fact.sources:
            file, line = guide.evidence.where("readings", reading.fact)
            yield Problem(
                file,
                line,
                "E-010",
                f"`{reading.fact}` was read again at `{reading.source}`, which is not among its sources.",
                f"Its sources: {', '.join(fact.sources)}.",
            )
