"""A picture draws what its facts say, of as many people as they say, both sides alike, and where a reader chose to look."""

from __future__ import annotations

from collections.abc import Iterator

from lms_guide import marks as shapes
from lms_guide.guide import Guide
from lms_guide.pages import Block, Page
from lms_guide.picture_evidence import Outcome, Part, PartWords, counts, drawn, source
from lms_guide.pictures import drawing
from lms_guide.problems import Problem, nearest
from lms_guide.rules.registry import Edit, page_rule, rule

Found = Iterator[tuple[int, str, str]]

OUTCOMES, FACTS = "evidence/pictures/outcomes.yml", "evidence/facts/pond.yml"
ASKED = "<!-- picture: outcome spring-frogs autumn-frogs -->"
SCALES = (100, 1000)
# A group is drawn person by person up to this many; a larger one is no small group.
MOST_PEOPLE = 60


def asked(page: Page, kind: str) -> Iterator[tuple[Block, list[str]]]:
    """The pictures of a kind that a page asks for, with the ids they name."""
    for _, block in page.blocks:
        found = shapes.picture(block.text) if block.kind == "comment" else None
        if found and found[0] == kind:
            yield block, found[1]


@page_rule("P-300", "A picture of nothing leaves a gap that no reader can report.",
           good=ASKED, bad=ASKED.replace("spring", "sprung"))  # fmt: skip
def known(page: Page, guide: Guide) -> Found:
    """A picture comment names `outcome` with facts that have something to draw, or `drawing` with drawings there are."""
    evidence = guide.evidence
    drawable = {outcome.fact for outcome in evidence.outcomes.values()}
    drawings = {
        name
        for drawing in evidence.drawings.values()
        for name in (drawing.id, *(f"{drawing.id}/{part.id}" for part in drawing.parts))
    }
    for _, block in page.blocks:
        found = shapes.picture(block.text) if block.kind == "comment" else None
        if found is None:
            continue
        kind, ids = found
        if kind not in shapes.PICTURES:
            near = nearest(kind, shapes.PICTURES) or f"The kinds: {', '.join(shapes.PICTURES)}."
            yield block.line, f"There is no kind of picture `{kind}`.", near
        elif not ids:
            yield block.line, f"This picture names nothing: {block.text}", "Name the ids of its facts, or its drawing."
        for id in ids if kind in shapes.PICTURES else []:
            have = drawable if kind == "outcome" else drawings
            if id not in have:
                what = "Enter what is drawn of it in evidence/pictures/."
                yield block.line, f"There is nothing to draw for `{id}`.", nearest(id, have) or what


def _numbers(guide: Guide) -> Iterator[tuple[Outcome, str, tuple[int, int] | None]]:
    for outcome in guide.evidence.outcomes.values():
        fact = guide.evidence.facts.get(outcome.fact)
        for name in outcome.numbers if fact else ():
            yield outcome, name, counts(fact, name)


def _at(guide: Guide, id: str, rule: str, wrong: str, do: str) -> Problem:
    return Problem(*guide.evidence.where("outcomes", id), rule, wrong, do)


@rule("P-301", "A picture with one person too many is a false number.",
      good=Edit(FACTS, "early: 35 of 100", "early: 36 of 100"), bad=Edit(FACTS, "early: 35 of 100", "early: 135 of 100"))  # fmt: skip
def adds_up(guide: Guide) -> Iterator[Problem]:
    """What is drawn are numbers of the fact, written "N of M", and no more than there are people."""
    for outcome, name, count in _numbers(guide):
        if count is None:
            wrong = f"`{outcome.id}` draws `{name}`, which is no “N of M” of `{outcome.fact}`."
            yield _at(guide, outcome.id, "P-301", wrong, "Name one of the fact's counts of people.")
        elif count[0] > count[1]:
            wrong = f"`{outcome.id}` would fill {count[0]} figures of {count[1]}."
            yield _at(guide, outcome.id, "P-301", wrong, f"Mend `{name}` of the fact `{outcome.fact}`.")


@rule("P-302", "Shares of 85 or of 7 make readers do sums; a share of few people looks surer than it is.",
      good=Edit(FACTS, "early: 35 of 100, late: 17 of 100", "early: 35 of 1000, late: 17 of 1000"),
      bad=Edit(FACTS, "early: 35 of 100, late: 17 of 100", "early: 35 of 90, late: 17 of 90"))  # fmt: skip
def scale(guide: Guide) -> Iterator[Problem]:
    """People are drawn out of 100 or 1,000; those of a fact that is `small`, as the people they were."""
    for outcome, name, count in _numbers(guide):
        if count is None:
            continue
        small = guide.evidence.facts[outcome.fact].small
        if small and (count[1] in SCALES or count[1] > MOST_PEOPLE):
            wrong = f"`{outcome.id}` draws a small group as {count[1]} people."
            yield _at(guide, outcome.id, "P-302", wrong, f"Give the people they were, {MOST_PEOPLE} at most.")
        elif not small and count[1] not in SCALES:
            wrong = f"`{outcome.id}` draws `{name}` out of {count[1]} people."
            yield _at(guide, outcome.id, "P-302", wrong, "Give it out of 100 or 1,000, or mark the fact `small`.")


def _scales(guide: Guide, facts: list[str]) -> set[int | str]:
    """The scales of a picture; all small groups count as one, since each is drawn person by person."""
    found: set[int | str] = set()
    for fact in facts:
        for outcome in drawn(guide.evidence, fact) if fact in guide.evidence.facts else ():
            sizes = [counts(guide.evidence.facts[fact], name) for name in outcome.numbers]
            small = guide.evidence.facts[fact].small
            found |= {"small" if small else size[1] for size in sizes if size}
    return found


@page_rule("P-303", "Two of ten beside two of a hundred look alike.",
           good=ASKED, bad=Edit(FACTS, "early: 35 of 100, late: 17 of 100", "early: 35 of 100, late: 17 of 1000"))  # fmt: skip
def same_scale(page: Page, guide: Guide) -> Found:
    """One picture has one scale, and one comparison with its sides in one order."""
    for block, facts in asked(page, "outcome"):
        scales = _scales(guide, facts)
        if len(scales) > 1:
            listed = ", ".join(str(scale) for scale in sorted(scales, key=str))
            yield (
                block.line,
                f"Here people are drawn side by side out of different numbers: {listed}.",
                "Give one picture one scale.",
            )
        compared = {outcome.comparison for fact in facts for outcome in drawn(guide.evidence, fact)}
        if len(compared) > 1:
            yield (
                block.line,
                f"This picture mixes comparisons: {', '.join(sorted(compared))}.",
                "Make a picture of each.",
            )


@page_rule("P-304", "Many readers do not want figures of living and dying, least of all as a picture.",
           good=Edit("docs/stages/pond.md", "Rain comes.[^pond-2020]", "<!-- outlook -->\n\n<!-- picture: outcome winter-frogs -->\n\n<!-- /outlook -->"),
           bad=Edit("docs/stages/pond.md", "Rain comes.[^pond-2020]", "<!-- picture: outcome winter-frogs -->"))  # fmt: skip
def behind_the_door(page: Page, guide: Guide) -> Found:
    """Pictures of facts marked `survival` stand in an outlook block only."""
    facts = guide.evidence.facts
    for block, ids in asked(page, "outcome"):
        named = [id for id in ids if id in facts and facts[id].survival]
        if named and not block.in_outlook:
            yield (
                block.line,
                f"Outside an outlook block stands a picture of the survival fact `{named[0]}`.",
                "Put it between `<!-- outlook -->` and `<!-- /outlook -->`.",
            )


@page_rule("P-305", "Half of a trade drawn large is advice in disguise.",
           good=ASKED, bad=Edit("evidence/pictures/comparisons.yml", "beside: [same-pond]", "beside: []"))  # fmt: skip
def both_sides(page: Page, guide: Guide) -> Found:
    """A picture of harm has its benefit beside it, and one of benefit its harm: drawn, or in words by `beside`."""
    for block, facts in asked(page, "outcome"):
        outcomes = [outcome for fact in facts for outcome in drawn(guide.evidence, fact)]
        kinds = {outcome.counts for outcome in outcomes} - {"finding"}
        said = [
            guide.evidence.comparisons[o.comparison].beside
            for o in outcomes
            if o.comparison in guide.evidence.comparisons
        ]
        if len(kinds) == 1 and not any(said):
            only = kinds.pop()
            yield (
                block.line,
                f"This picture shows only what is {'good' if only == 'good' else 'harm'}: {block.text}",
                "Draw the other side too, or name a fact that says it in `beside` of the comparison.",
            )


@rule("P-307", "What no page shows nobody looks at, and nobody keeps true.",
      good=Edit("docs/index.md", "<!-- picture: drawing margins -->", "<!-- picture: drawing margins/r0 -->"),
      bad=Edit("docs/index.md", "<!-- picture: drawing margins -->\n", ""))  # fmt: skip
def used(guide: Guide) -> Iterator[Problem]:
    """Every outcome and every drawing is shown by a page."""
    shown = {(kind, id.partition("/")[0]) for page in guide.pages.values() for kind in shapes.PICTURES
             for _, ids in asked(page, kind) for id in ids}  # fmt: skip
    for kind, of, entries in (
        ("outcome", "fact", guide.evidence.outcomes),
        ("drawing", "id", guide.evidence.drawings),
    ):
        for id, entry in entries.items():
            if (kind, getattr(entry, of)) not in shown:
                do = "Show it on a page, or take it out."
                yield Problem(*guide.evidence.where(f"{kind}s", id), "P-307", f"No page shows `{id}`.", do)


@rule("P-306", "A drawing whose panels and words do not match shows one stage and names another.",
      good=Edit("evidence/pictures/drawings.yml", "id: margins", "id: margins"),
      bad=Edit("evidence/pictures/drawings.yml", "- id: r1", "- id: r7"))  # fmt: skip
def panels(guide: Guide) -> Iterator[Problem]:
    """Every drawing has its file, and every panel of it is drawn, has words, and leads to a page that is there."""
    evidence = guide.evidence
    for id, picture in evidence.drawings.items():
        words = evidence.drawing_words[id].parts if id in evidence.drawing_words else {}
        for part in picture.parts:
            for wrong, do in _panel_faults(guide, id, part, words.get(part.id)):
                yield Problem(*evidence.where("drawings", id), "P-306", wrong, do)


def _panel_faults(guide: Guide, id: str, part: Part, words: PartWords | None) -> Iterator[tuple[str, str]]:
    file, panel = source(id, part)
    if not drawing.panels(file):
        yield f"There is no drawing `{file}.svg`.", "Draw it in lms_guide/pictures/drawings/."
        return
    if not drawing.has(id, part):
        yield f"The drawing `{file}` has no panel `{panel}`.", nearest(panel, drawing.panels(file)) or "Draw it."
    elif words and set(words.labels) != drawing.labels(file, panel):
        odd = ", ".join(sorted(set(words.labels) ^ drawing.labels(file, panel)))
        yield f"Labels of `{id}`, `{part.id}` do not match the drawing: {odd}.", "Give each its words, and no other."
    path = (part.page or "").partition("#")[0]
    if path and path not in guide.pages:
        yield (
            f"The panel `{part.id}` leads to no page: {path}.",
            nearest(path, guide.pages) or "Name a page below docs/.",
        )
