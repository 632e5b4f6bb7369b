"""The get-help box: three blocks, always in this order, from evidence/urgent.yml and its words."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lms_guide.evidence import Block, UrgentLine
from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el
from lms_guide.marks import HELP_MODES

EVERYWHERE = "all"


def box(context: Context, sets: list[str]) -> Element:
    """The box for the wanted sets and those lines that stand everywhere.

    With `only` among the sets: just their lines, without the blanks and the closing words, for a page that lists red
    flags treatment by treatment. With `short`: the brief words of a card.
    """
    evidence, words = context.evidence, context.frame["help"]
    part = "only" in sets
    lines = evidence.urgent_lines(set(sets) - set(HELP_MODES) | (set() if part else {EVERYWHERE}))
    blocks = []
    for name, flags in lines.items():
        if not flags and part:
            continue
        items = el("ul", *(el("li", _line(context, flag, "short" in sets)) for flag in flags))
        block = el("div", _heading(context, name), items, cls=f"lms-help__block lms-help__block--{name}")
        if name == "line" and not part:
            block.append(_numbers(words))
        blocks.append(block)
    end = [] if part else [el("p", el("strong", words["end_strong"]), f" {words['end']}", cls="lms-help__end")]
    return el("div", *blocks, *end, cls="lms-help lms-help--part" if part else "lms-help")


def _line(context: Context, flag: UrgentLine, short: bool) -> str:
    """A red flag's words; its id where they are missing, so that the gap is seen and not passed over."""
    words = context.evidence.urgent_words.get(flag.id)
    return flag.id if words is None else words.short if short else words.text


def _heading(context: Context, name: Block) -> Element:
    """The command that heads a block; the emergency number can be dialed, and other countries' stand beside it."""
    frame = context.frame
    before, number, after = frame["help"][name].partition("{number}")
    if not number:
        return el("h3", before)
    numbers, named = frame["emergency_numbers"], frame["emergency_named"]
    mine = numbers[context.country]
    others = ", ".join(
        f"{frame['country_names'][country]}\N{NO-BREAK SPACE}{numbers[country]}"
        for country in named
        if country != context.country
    )
    dial = el("a", mine, cls="lms-help__tel", href=f"tel:{mine}")
    return el("h3", before, dial, f"{after} ", el("span", f"({others})", cls="lms-help__other"))


def _numbers(words: dict[str, str]) -> Element:
    """Blanks for the team's own numbers."""
    rows = [
        el(
            "div",
            el("dt", words[label]),
            el("dd", cls="lms-blank") if label != "answered" else el("dd", words["yes_no"], cls="lms-choice"),
        )
        for label in ("day_line", "night_line", "answered")
    ]
    return el("dl", *rows, cls="lms-help__numbers")
