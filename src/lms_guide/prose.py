"""The prose of a page as it is measured, and the measures themselves.

Headings, the get-help section, questions, lists of sources and the like are left out; tables, captions and the short
version are measured apart; each list item counts as a sentence. Measured with textstat 0.7.4: compare only figures
from the same version.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from statistics import mean

from lms_guide.evidence import Language
from lms_guide.pages import Page

with warnings.catch_warnings():  # it imports pkg_resources, which says that it will go; setuptools is held below that
    warnings.simplefilter("ignore")
    import textstat

# Sections that are not prose of the page.
_LEFT_OUT = ("get-help", "questions", "short-version")


@dataclass(frozen=True)
class Measures:
    """Reading measures of one text. Grades are US school grades; shares are of 1."""

    words: int
    grade: float
    grade_raw: float
    smog: float
    words_a_sentence: float
    long_sentences: float


def sentences(text: str) -> list[str]:
    """The sentences of a plain text; full stops in numbers and initials end none."""
    parts = re.split(r"(?<=[.!?])[”\")]*\s+(?=[“\"(]?[A-Z0-9])", text.strip())
    return [part for part in parts if re.search(r"\w", part)]


def words(sentence: str) -> list[str]:
    """The words of a sentence; a number is one."""
    return re.findall(r"[\w'’-]+", sentence)


def texts(page: Page) -> list[str]:
    """The plain paragraphs and items of a page that count as its prose."""
    return [
        block.plain
        for section, block in page.blocks
        if block.kind in ("paragraph", "item") and page.top(section) not in _LEFT_OUT and block.plain
    ]


@lru_cache(maxsize=8)
def _masks(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(sorted(map(re.escape, language.masked), key=len, reverse=True))})\b", re.IGNORECASE
    )


def masked(text: str, language: Language) -> str:
    """The text with each unavoidable word replaced by a short one."""
    return _masks(language).sub(language.mask, text)


def measure(blocks: list[str], language: Language) -> Measures | None:
    """Measures of some paragraphs and items; None when there are fewer than 5 sentences, too few to mean anything."""
    lines = [sentence for block in blocks for sentence in sentences(block)]
    if len(lines) < 5:
        return None
    # A full stop at the end of each, so that an item without one still counts as a sentence.
    raw = " ".join(line.rstrip(".!?:;") + "." for line in (re.sub(r"(?<=\d)\.(?=\d)", "", line) for line in lines))
    plain = masked(raw, language)
    counts = [len(words(line)) for line in lines]
    return Measures(
        words=sum(counts),
        grade=textstat.flesch_kincaid_grade(plain),
        grade_raw=textstat.flesch_kincaid_grade(raw),
        smog=textstat.smog_index(plain),
        words_a_sentence=round(mean(counts), 1),
        long_sentences=round(sum(count > 20 for count in counts) / len(counts), 3),
    )
