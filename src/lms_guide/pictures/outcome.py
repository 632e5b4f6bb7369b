"""Outcome pictures: what became of 100 people on each side of a choice, beside the sentence that says the same."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lms_guide.evidence import Evidence
from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el
from lms_guide.markdown.inline import cites
from lms_guide.picture_evidence import Comparison, Outcome, Wording, counts, drawn
from lms_guide.pictures import people


class _Numbers(dict):
    """Numbers by name for the words' `{name}`; an unknown name stays visible, and a rule refuses it."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def filled_in(words: str, evidence: Evidence, *ids: str) -> str:
    """The words with each `{name}` replaced by that number of the facts: "within {months} months"."""
    numbers = _Numbers()
    for id in ids:
        for name, value in evidence.facts[id].numbers.items():
            numbers.setdefault(name, f"{value:,}" if isinstance(value, int) else value)
    return words.format_map(numbers)


def figures(context: Context, ids: list[str], id: str) -> list[Element]:
    """One figure for some facts of one comparison; [] when a rule will refuse them."""
    evidence = context.evidence
    outcomes = [outcome for fact in ids if fact in evidence.facts for outcome in drawn(evidence, fact)]
    known = [
        outcome
        for outcome in outcomes
        if outcome.comparison in evidence.comparison_words
        and outcome.id in evidence.outcome_words
        and all(counts(evidence.facts[outcome.fact], name) for name in outcome.numbers)
    ]
    if not known:
        return []
    comparison = evidence.comparisons[known[0].comparison]
    words, frame = evidence.comparison_words[comparison.id], context.frame["picture"]
    facts = list(dict.fromkeys(outcome.fact for outcome in known))
    _, of = counts(evidence.facts[facts[0]], known[0].numbers[0])
    small = evidence.facts[facts[0]].small
    how = frame["how_few" if small else "how_thousand" if of >= 1000 else "how_many"].format(of=f"{of:,}")
    cls = "lms-picture lms-picture--outcome" + (" lms-picture--thousand" if of >= 1000 else "")
    return [
        el(
            "figure",
            el("div", words.title, cls="lms-picture__title", id=id),
            el("p", filled_in(words.who, evidence, *facts), cls="lms-picture__who"),
            el("p", el("strong", frame["how"]), f" {how}", cls="lms-picture__how"),
            el(
                "div",
                *(_outcome(context, comparison, outcome, f"{id}-{place}") for place, outcome in enumerate(known, 1)),
                cls="lms-picture__outcomes",
                data_search_exclude="",
            ),
            _caption(context, comparison, known),
            cls=cls,
            aria_labelledby=id,
        )
    ]


def _outcome(context: Context, comparison: Comparison, outcome: Outcome, id: str) -> Element:
    evidence, frame = context.evidence, context.frame["picture"]
    fact, words = evidence.facts[outcome.fact], evidence.outcome_words[outcome.id]
    title = filled_in(words.title, evidence, fact.id)
    sides = []
    for place, (name, side) in enumerate(
        zip(outcome.numbers, evidence.comparison_words[comparison.id].sides, strict=False), 1
    ):
        count, of = counts(fact, name)
        said = frame["drawn"].format(
            of=f"{of:,}", count=f"{count:,}", filled=words.filled, rest=f"{of - count:,}", outline=words.outline
        )
        sides.append(
            el(
                "div",
                el("p", side, cls="lms-outcome__side"),
                _count(count, of, words.filled, True),
                _count(of - count, of, words.outline, False),
                people.array(count, of, f"{id}-{place}", f"{side}: {title}", said),
                cls="lms-outcome__half",
            )
        )
    few = [el("p", frame["too_few"], cls="lms-outcome__few")] if fact.small else []
    return el(
        "div",
        el("div", title, cls="lms-outcome__title"),
        el("div", *sides, cls="lms-outcome__sides"),
        *few,
        cls=f"lms-outcome lms-outcome--{outcome.counts}",
        data_fact=fact.id,
    )


def _count(count: int, of: int, words: str, filled: bool) -> Element:
    return el("p", people.legend(filled, of), " ", el("b", f"{count:,}"), f" {words}", cls="lms-outcome__count")


def _caption(context: Context, comparison: Comparison, outcomes: list[Outcome]) -> Element:
    """The same in words: each outcome in a wording of its fact, then what stands beside it, each with its sources."""
    evidence = context.evidence
    said = [(Wording(words=evidence.outcome_words[outcome.id].wording), outcome.fact) for outcome in outcomes]
    said += zip(evidence.comparison_words[comparison.id].beside, comparison.beside, strict=False)
    lines = [el("p", wording.sentence, *cites(context, fact), data_fact=fact) for wording, fact in said]
    return el("figcaption", *lines, cls="lms-picture__words")
