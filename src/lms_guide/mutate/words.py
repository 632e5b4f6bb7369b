"""Harm that can be done to a page or to the evidence with a text editor, each kind in several places.

A mutation takes the text of a file and a random source and gives the text broken in one place, or None where the file
has no such place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Break = Callable[[str, Random], str | None]


@dataclass(frozen=True)
class Mutation:
    """One kind of harm: its name as a reviewer would say it, the files it may strike (a glob below the root), the break."""

    name: str
    files: str
    break_: Break


def replace(pattern: str, new: str | Callable[[re.Match[str]], str], flags: int = re.MULTILINE) -> Break:
    """Breaks one place, chosen by the random source, where the pattern matches and the change changes something."""

    def break_(text: str, random: Random) -> str | None:
        found = list(re.finditer(pattern, text, flags))
        random.shuffle(found)
        for match in found:
            piece = new(match) if callable(new) else match.expand(new)
            if piece != match[0]:
                return text[: match.start()] + piece + text[match.end() :]
        return None

    return break_


def _one_more(match: re.Match[str]) -> str:
    return re.sub(r"\d+", lambda digits: str(int(digits[0]) + 1), match[0], count=1)


def _swapped(match: re.Match[str]) -> str:
    """The first two counts of a wording in each other's place: the arms of a trial swapped."""
    counts = list(re.finditer(r"\d+(?= out of)", match[0]))[:2]
    if len(counts) < 2:
        return match[0]
    one, two = counts
    return match[0][: one.start()] + two[0] + match[0][one.end() : two.start()] + one[0] + match[0][two.end() :]


def _without_section(id: str) -> Break:
    return replace(rf"^## [^\n]*\{{#{id}\}}\n.*?(?=^## |\Z)", "", re.MULTILINE | re.DOTALL)


def _without_meaning(text: str, random: Random) -> str | None:
    """The sentence in which the page's first term stands says no more what it means."""
    first = re.search(r"^.*?\[[^\]\n]+\]\(term:[a-z0-9-]+\).*$", text, re.MULTILINE)
    term = first and re.search(r"\[[^\]\n]+\]\(term:[a-z0-9-]+\)", first[0])
    return text.replace(first[0], f"Ask about {term[0]}.[^lms-can-return-late]", 1) if first and term else None


def _specialist(text: str, random: Random) -> str | None:
    """Every prose sentence of the page gets a clause that only a specialist reads with ease."""
    return re.sub(
        _PROSE,
        r"\g<text> Multidisciplinary institutional deliberation necessitates individualized consideration.\g<notes>",
        text,
        flags=re.MULTILINE,
    )


_FACT = r"\[[^\]\n]*\]\(fact:[a-z0-9-]+\)"
_PROSE = r"^(?:- )?(?P<text>[A-Z][^|\n<\]]{30,}?\.)(?P<notes>(?: ?\[\^[a-z0-9-]+\])+)$"
_STAGE, _TREATMENT, _PAGE = "docs/stages/*-*.md", "docs/treatments/[!i]*.md", "docs/*/[!i]*.md"

PAGES = (
    # What is left out
    Mutation("the get-help section is gone", _STAGE, _without_section("get-help")),
    Mutation("what nobody knows is gone", _STAGE, _without_section("not-known")),
    Mutation("the choices are gone", _STAGE, _without_section("choices")),
    Mutation("the risks of a treatment are gone", _TREATMENT, _without_section("risks|good-and-hard")),
    Mutation("the questions are gone", _TREATMENT, _without_section("questions")),
    Mutation("the next step is gone", _STAGE, _without_section("next-step")),
    Mutation("a section stands empty", _STAGE, replace(r"(^## [^\n]*\{#not-usual\}\n).*?(?=^## )", r"\1\n", re.M | re.S)),
    Mutation("two sections change places", _STAGE,
             replace(r"(^## [^\n]*\{#ahead\}\n.*?)(^## [^\n]*\{#not-known\}\n.*?)(?=^## )", r"\2\1", re.M | re.S)),
    Mutation("the short version is cut to one point", _PAGE,
             replace(r"(\{#short-version\}\n\n- [^\n]*\n)(?:- [^\n]*\n)+", r"\1")),
    Mutation("a heading is reworded", _STAGE, replace(r"^## [^\n{]* \{#usual-treatment\}", "## Treatment {#usual-treatment}")),
    Mutation("a level of headings is skipped", _PAGE, replace(r"^## (?=[^\n]*\{#(?:short-version|question)\})", "#### ")),
    Mutation("a second title", _PAGE, replace(r"^## ", "# ")),
    # Numbers
    Mutation("a number in a fact's words is one higher", _PAGE, replace(_FACT.replace(r"[^\]\n]*", r"[^\]\n]*\d[^\]\n]*"), _one_more)),
    Mutation("the arms of a trial are swapped", _PAGE, replace(_FACT, _swapped)),
    Mutation("the time span of a figure is dropped", _PAGE,
             replace(r"\[([^\]\n]*out of 100[^\]\n]*?) (?:at|for|within|after) \d+ (?:years?|months?|days?)([^\]\n]*)\]\(fact:", r"[\1\2](fact:")),
    Mutation("a figure is taken out of its fact", _PAGE, replace(r"\[([^\]\n]*\d+ out of[^\]\n]*)\]\(fact:([a-z0-9-]+)\)", r"\1[^\2]")),
    Mutation("a figure is typed by hand", _PAGE, replace(_PROSE, r"\g<text> It helps 40 out of 100 people.\g<notes>")),
    Mutation("a fact stands in another fact's place", _PAGE,
             replace(r"\]\(fact:(?!lms-can-return-late)[a-z0-9-]+\)", "](fact:lms-can-return-late)")),
    Mutation("a door before survival figures is taken away", "docs/*/*.md",
             replace(r"<!-- outlook -->\n(.*?)<!-- /outlook -->\n", r"\1", re.S)),
    Mutation("a door is never closed", "docs/*/*.md", replace(r"<!-- /outlook -->\n", "")),
    # Sources
    Mutation("a sentence loses its source", _STAGE, replace(_PROSE, r"\g<text>")),
    Mutation("a claim without a source is added", _STAGE, replace(_PROSE, r"\g<0>\n\nMost people do well with this plan.")),
    Mutation("a source is misspelt", _PAGE, replace(r"\[\^([a-z]{4})", r"[^\1x")),
    Mutation("a fact is misspelt", _PAGE, replace(r"\]\(fact:([a-z]{2})", r"](fact:\1x")),
    Mutation("a term is misspelt", _PAGE, replace(r"\]\(term:([a-z]{3})", r"](term:\1x")),
    Mutation("a scheme is misspelt", _PAGE, replace(r"\]\(fact:", "](fatc:")),
    # Words
    Mutation("a promise of cure", _STAGE, replace(_PROSE, r"\g<text> You will be cured.\g<notes>")),
    Mutation("a word of war", _STAGE, replace(_PROSE, r"\g<text> Keep up the fight.\g<notes>")),
    Mutation("one name for two things", _PAGE, replace(r"\bradiation\b(?=[^\]\n]*$)", "radiotherapy")),
    Mutation("a hard word loses its mark", _STAGE, replace(r"\[([^\]\n]+)\]\(term:[a-z0-9-]+\)", r"\1")),
    Mutation("a hard word loses its meaning", _STAGE, _without_meaning),
    Mutation("a sentence without an end", _STAGE, replace(_PROSE, r"\g<text> It is so and so" + " and so" * 22 + r".\g<notes>")),
    Mutation("the language of a specialist", _STAGE, _specialist),
    Mutation("a wall of text", _PAGE, replace(_PROSE, r"\g<text> It is so. It is. It may be. It was. It will.\g<notes>")),
    Mutation("a paragraph is copied to another page", _STAGE,
             replace(r"\Z", "\nAsk for a copy of your radiation plan: the place, the dose and the dates. Later teams will need it.\n")),
    # Red flags
    Mutation("a red flag typed by hand", _STAGE, replace(_PROSE, r"\g<0>\n\nIf it gets worse, call 911.[^lms-can-return-late]")),
    Mutation("a set of red flags is misspelt", _PAGE, replace(r"<!-- help: (\w)", r"<!-- help: x\1")),
    Mutation("the red flags are taken out of their section", _PAGE, replace(r"^<!-- help:[^\n]*\n", "Call your team.\n")),
    # Links, front matter, form
    Mutation("a link to a page that is not there", "docs/*/*.md", replace(r"\]\((\.\./)?([a-z/-]+)\.md", r"](\1\2s.md")),
    Mutation("a link to a part that is not there", "docs/*/*.md", replace(r"(\]\([^)\s]*)#([a-z-]+)\)", r"\1#\2-x)")),
    Mutation("a link by a built address", "docs/*/*.md", replace(r"\]\(\.\./([a-z/-]+)\.md\)", r"](/\1/)")),
    Mutation("HTML in a page", _PAGE, replace(_PROSE, r'<p style="color:red">\g<text></p>\g<notes>')),
    Mutation("a picture without words", _PAGE, replace(_PROSE, r"![](../assets/images/x.png)\n\n\g<0>")),
    Mutation("a comment nobody understands", _PAGE, replace(r"<!-- help:", "<!-- halp:")),
    Mutation("the notice of no review is misspelt away", _PAGE, replace(r"^reviewed: null$", "reviewd: null")),
    Mutation("a review that never was", _PAGE, replace(r"^reviewed: null$", "reviewed: yes")),
    Mutation("a date that is none", _PAGE, replace(r"^checked: 2026-11-", "checked: 2026-13-")),
    Mutation("the next check before the last", _PAGE, replace(r"^next_check: 2027", "next_check: 2025")),
    Mutation("a page of no kind", _PAGE, replace(r"^type: (\w)", r"type: x\1")),
    Mutation("two pages with one title", _PAGE, replace(r"^title: .*", "title: Watching with scans")),
    Mutation("a page leaves the menu", "mkdocs.yml", replace(r"^ +- (?:stages|treatments)/[a-z0-9-]+\.md\n", "")),
)  # fmt: skip

_FACTS, _WORDS = "evidence/facts/*.yml", "evidence/en/facts/*.yml"

EVIDENCE = (
    Mutation("a fact is deleted", _FACTS, replace(r"^- id: .*\n(?:  .*\n)+", "")),
    Mutation("a fact's number is one higher", _FACTS, replace(r"^    [a-z-]+: \d+ of 100$", _one_more)),
    Mutation("a fact names no source", _FACTS, replace(r"^  sources:\n(?:  - .*\n)+", "  sources: []\n")),
    Mutation("a wording's number is one higher", _WORDS, replace(r"\d+ out of 100", _one_more)),
    Mutation("a wording says a bare percentage", _WORDS, replace(r"(\d+) out of 100 people", r"\1%")),
    Mutation("a source is deleted", "evidence/sources.yml", replace(r"^- id: .*\n(?:  .*\n)+", "")),
    Mutation("a source stands twice", "evidence/sources.yml", replace(r"^- id: .*\n(?:  .*\n)+", r"\g<0>\g<0>")),
    Mutation("a second reading is deleted", "evidence/readings.yml", replace(r"^- fact: .*\n(?:  .*\n)+", "")),
    Mutation("a second reading looked elsewhere", "evidence/readings.yml", replace(r"^  source: (\w)", r"  source: x\1")),
    Mutation("a red flag is deleted", "evidence/urgent.yml", replace(r"^- id: .*\n(?:  .*\n)+", "")),
    Mutation("the words of a red flag are deleted", "evidence/en/urgent.yml", replace(r"^- id: .*\n(?:  .*\n)+", "")),
    Mutation("a red flag stands on no fact", "evidence/urgent.yml", replace(r"^  facts:\n(?:  - .*\n)+", "  facts: []\n")),
    Mutation("a key is misspelt", _FACTS, replace(r"^  certainty:", "  certainity:")),
    Mutation("a doubtful fact is let in", _FACTS, replace(r"^  certainty: \w+", "  certainty: low")),
    Mutation("a small group is shown per 100", _FACTS, replace(r"(?<=\d of [1-4]\d\n)  small: true\n", "")),
    Mutation("a count of the living is called something else", _FACTS, replace(r"(?<=\n)(    alive[^\n]*\n(?:    [^\n]*\n)*)  survival: true\n", r"\1")),
    Mutation("a point that a page must answer moves", "evidence/en/coverage.yml", replace(r"at: \[([a-z-]+)", r"at: [\1-x")),
    Mutation("a term that a page uses is deleted", "evidence/en/glossary.yml", replace(r"^- id: (?:grade|ajcc|tnm|figo|uicc|lymph-node|surveillance)\n(?:  .*\n)+", "")),
    Mutation("broken YAML", _FACTS, replace(r"^- id: ", "- id: [")),
)  # fmt: skip
