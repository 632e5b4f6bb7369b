"""A picture has its title, its description and the same in words beside it, and these cannot disagree with the fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lms_guide.evidence import numerals
from lms_guide.guide import Guide
from lms_guide.picture_evidence import Outcome
from lms_guide.problems import Problem, nearest
from lms_guide.rules.marks import same_words
from lms_guide.rules.registry import Edit, rule

WORDS = "evidence/en/pictures/outcomes.yml"
# The place of a side on a phone of 320 px is 115 px wide, some 14 letters; a title has the whole width.
SIDE, SIDE_WORD, COUNT, TITLE = 36, 13, 48, 60
# Words that give a time span where a count has none of its own.
_DURING = "during"
_BLANK = re.compile(r"\{([\w-]+)\}")


def _at(guide: Guide, kind: str, id: str, rule: str, wrong: str, do: str) -> Problem:
    return Problem(*guide.evidence.where(kind, id), rule, wrong, do)


@rule("P-310", "A picture without its words is empty for whoever cannot see it, or cannot read it.",
      good=Edit(WORDS, "title: Cold feet", "title: Wet feet"), bad=Edit(WORDS, "- id: cold-feet", "- id: warm-feet"))  # fmt: skip
def has_words(guide: Guide) -> Iterator[Problem]:
    """Every comparison, outcome, drawing and panel has its words, and no words lie about without a picture."""
    evidence = guide.evidence
    for kind in ("comparison", "outcome", "drawing"):
        drawn, words = getattr(evidence, f"{kind}s"), getattr(evidence, f"{kind}_words")
        for id in drawn.keys() - words.keys():
            yield _at(guide, f"{kind}s", id, "P-310", f"`{id}` has no words.", nearest(id, words) or "Write them.")
        for id in words.keys() - drawn.keys():
            do = nearest(id, drawn) or "Take them out."
            yield _at(guide, f"{kind}_words", id, "P-310", f"There is no {kind} `{id}` for these words.", do)
    for id, words in evidence.drawing_words.items():
        parts = {part.id for part in evidence.drawings[id].parts} if id in evidence.drawings else set()
        for part in parts ^ words.parts.keys():
            wrong = f"The panel `{part}` of `{id}` has a drawing or words, not both."
            yield _at(guide, "drawing_words", id, "P-310", wrong, nearest(part, parts) or "Write its words.")
    for outcome in evidence.outcomes.values():
        for kind, id in (("facts", outcome.fact), ("comparisons", outcome.comparison)):
            if id not in getattr(evidence, kind):
                do = nearest(id, getattr(evidence, kind)) or "Enter it."
                yield _at(
                    guide, "outcomes", outcome.id, "P-310", f"`{outcome.id}` names `{id}`, which is not there.", do
                )


@rule("P-311", "Two sides drawn under one name, or three under two, swap without anyone seeing it.",
      good=Edit("evidence/en/pictures/comparisons.yml", "[In spring, In fall]", "[In the spring, In the fall]"),
      bad=Edit("evidence/en/pictures/comparisons.yml", "[In spring, In fall]", "[In spring]"))  # fmt: skip
def sides(guide: Guide) -> Iterator[Problem]:
    """As many side names and counts as sides, each name its own; as many wordings as facts beside."""
    evidence = guide.evidence
    for id, comparison in evidence.comparisons.items():
        words = evidence.comparison_words.get(id)
        if words and (len(words.sides) != len(comparison.sides) or len(set(words.sides)) != len(words.sides)):
            wrong = f"`{id}` has {len(comparison.sides)} sides and {len(set(words.sides))} names for them."
            yield _at(guide, "comparison_words", id, "P-311", wrong, "Name each side, in order.")
        if words and len(words.beside) != len(comparison.beside):
            wrong = f"`{id}` has {len(comparison.beside)} facts beside it and {len(words.beside)} wordings."
            yield _at(guide, "comparison_words", id, "P-311", wrong, "Give one wording of each, in order.")
    for outcome in evidence.outcomes.values():
        comparison = evidence.comparisons.get(outcome.comparison)
        if comparison and len(outcome.numbers) != len(comparison.sides):
            wrong = f"`{outcome.id}` draws {len(outcome.numbers)} counts for {len(comparison.sides)} sides."
            yield _at(guide, "outcomes", outcome.id, "P-311", wrong, "Name one count for each side, in order.")


def _printed(guide: Guide) -> Iterator[tuple[str, str, str, str]]:
    """(kind of words, id, fact, wording) of everything a picture prints as a fact's own words."""
    evidence = guide.evidence
    for outcome in evidence.outcomes.values():
        if outcome.id in evidence.outcome_words:
            yield "outcome_words", outcome.id, outcome.fact, evidence.outcome_words[outcome.id].wording
    for id, comparison in evidence.comparisons.items():
        if id in evidence.comparison_words:
            for fact, wording in zip(comparison.beside, evidence.comparison_words[id].beside, strict=False):
                yield "comparison_words", id, fact, wording.words
    for id, drawing in evidence.drawings.items():
        words = evidence.drawing_words.get(id)
        for part in drawing.parts:
            known = evidence.fact_words.get(part.fact or "")
            # A fact without wordings is cited after words of one's own, as on a page; those may hold no number.
            if words and part.id in words.parts and known and (known.wordings or numerals(words.parts[part.id].words)):
                yield "drawing_words", id, part.fact, words.parts[part.id].words


@rule("P-312", "A picture and a sentence that disagree are worse than either alone.",
      good=Edit(WORDS, "wording: about 35 out of 100 frogs", "wording: About 35 out of 100 frogs"),
      bad=Edit(WORDS, "wording: about 35 out of 100 frogs", "wording: about 53 out of 100 frogs"))  # fmt: skip
def wordings(guide: Guide) -> Iterator[Problem]:
    """What stands beside a picture is a wording of its fact, word for word; so are the words of a panel."""
    for kind, id, fact, wording in _printed(guide):
        allowed = guide.evidence.fact_words[fact].wordings if fact in guide.evidence.fact_words else ()
        if same_words(wording) not in {same_words(words) for words in allowed}:
            wrong = f"“{wording[:60]}…” is not a wording of `{fact}`."
            yield _at(guide, kind, id, "P-312", wrong, f"Its wordings: {' | '.join(allowed) or 'none yet'}")


@rule("P-313", "A share without its people and its time span is no chance.",
      good=Edit("evidence/pictures/outcomes.yml", "fact: spring-frogs, counts: harm, numbers: [early, late], time: months", "fact: spring-frogs, counts: harm, numbers: [early, late], time: during"),
      bad=Edit("evidence/pictures/outcomes.yml", "fact: spring-frogs, counts: harm, numbers: [early, late], time: months", "fact: spring-frogs, counts: harm, numbers: [early, late], time: weeks"))  # fmt: skip
def group_and_time(guide: Guide) -> Iterator[Problem]:
    """The people and the time span that an outcome names are numbers of its fact, and the time is printed beside it."""
    for outcome in guide.evidence.outcomes.values():
        fact, words = guide.evidence.facts.get(outcome.fact), guide.evidence.outcome_words.get(outcome.id)
        if fact is None or words is None:
            continue
        for name in (outcome.people, None if outcome.time == _DURING else outcome.time):
            if name and name not in fact.numbers:
                do = nearest(name, fact.numbers) or "Name one of the fact's numbers, or `during`."
                yield _at(guide, "outcomes", outcome.id, "P-313", f"`{fact.id}` has no number `{name}`.", do)
        if outcome.time in fact.numbers and str(fact.numbers[outcome.time]) not in numerals(words.wording):
            wrong = f"The words beside `{outcome.id}` do not say its time span."
            yield _at(guide, "outcome_words", outcome.id, "P-313", wrong, "Take a wording that does.")


def _labels(guide: Guide) -> Iterator[tuple[str, str, str, int, int]]:
    """(kind of words, id, text, most letters, most letters of a word) of what must fit beside people on a phone."""
    for words in guide.evidence.comparison_words.values():
        yield from (("comparison_words", words.id, side, SIDE, SIDE_WORD) for side in words.sides)
        yield "comparison_words", words.id, words.title, TITLE, TITLE
    for words in guide.evidence.outcome_words.values():
        yield "outcome_words", words.id, words.title, TITLE, TITLE
        yield from (("outcome_words", words.id, text, COUNT, SIDE_WORD) for text in (words.filled, words.outline))
    for words in guide.evidence.drawing_words.values():
        yield "drawing_words", words.id, words.title, TITLE, TITLE
        yield from (("drawing_words", words.id, part.name, SIDE, SIDE_WORD + 3) for part in words.parts.values())


@rule("P-314", "A label that is cut off on a phone labels nothing.",
      good=Edit(WORDS, "outline: did not", "outline: did not have them"),
      bad=Edit(WORDS, "outline: did not", "outline: did not have them by the end of that long cold season"))  # fmt: skip
def fits(guide: Guide) -> Iterator[Problem]:
    """Names of sides, counts and titles are short enough for a phone of 320 px."""
    for kind, id, text, most, most_word in _labels(guide):
        longest = max(map(len, re.split(r"[\s-]+", text)))
        if len(text) > most or longest > most_word:
            wrong = f"“{text}” does not fit at 320 px."
            do = f"Keep it to {most} letters, and each word to {most_word}."
            yield _at(guide, kind, id, "P-314", wrong, do)


@rule("P-315", "A number typed into the words of a picture is a number that nobody checks.",
      good=Edit(WORDS, "title: Cold feet", "title: Cold feet within {months} months"),
      bad=Edit(WORDS, "title: Cold feet", "title: Cold feet within 4 months"))  # fmt: skip
def no_typed_numbers(guide: Guide) -> Iterator[Problem]:
    """Titles, sides and counts print numbers only as `{name}` of the fact drawn, and every name is one of its numbers."""
    evidence = guide.evidence
    texts: list[tuple[str, str, str, list[Outcome]]] = []
    for words in evidence.outcome_words.values():
        drawn = [evidence.outcomes[words.id]] if words.id in evidence.outcomes else []
        texts += [("outcome_words", words.id, text, drawn) for text in (words.title, words.filled, words.outline)]
    for words in evidence.comparison_words.values():
        drawn = [outcome for outcome in evidence.outcomes.values() if outcome.comparison == words.id]
        texts += [("comparison_words", words.id, text, drawn) for text in (words.title, words.who, *words.sides)]
    for kind, id, text, drawn in texts:
        known = {
            name for outcome in drawn if outcome.fact in evidence.facts for name in evidence.facts[outcome.fact].numbers
        }
        unknown = [name for name in _BLANK.findall(text) if name not in known]
        if numerals(text):
            yield _at(guide, kind, id, "P-315", f"“{text}” holds a number.", "Write `{name}` of the fact's numbers.")
        elif unknown:
            yield _at(guide, kind, id, "P-315", f"“{text}” names `{unknown[0]}`, no number of its fact.",
                      nearest(unknown[0], known) or "Name one of its numbers.")  # fmt: skip
