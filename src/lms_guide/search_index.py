"""Makes the search speak the reader's language: what is added to the built index, and the words it knows.

Material's search (lunr) stays as it is. It takes its fields, their weights and its separator from the index file, so lay
words get fields of their own, `also`, `phrase` and `named`, that are searched and never shown. The words of the index go
into a small file beside it: the browser (assets/js/search.js) holds what a reader types against them and forgives slips
by distance.
"""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from collections import Counter
from typing import Any

from lms_guide.guide import Guide
from lms_guide.pages import address

GLOSSARY = "about/glossary.md"

# Where words end, for lunr in the browser (which has no \p classes here) and for `words` below. Not at * and +: lunr asks
# with them.
SEPARATOR = r"[\s\-–—‑,:;!?…()\[\]{}<>\"“”'’‘/|.·%=]+"

# A heading says most, then what people call the page, then other names of the terms explained in a part, then all words
# of the page, then the text of a part. `phrase` holds what people call the page as whole phrases and as pairs of words.
FIELDS = {"title": 12.0, "also": 10.0, "phrase": 3.0, "named": 3.0, "page": 1.5, "text": 1.0}

# Joins words to one: no word of a reader holds it (see `split` in assets/js/search.js), and lunr does not split at it.
JOIN = "_"

# Pages that name everything, or one trial of a thing, stand behind those that answer what it is.
_QUIETER = {"about/": 0.5, "studies/": 0.6, "handouts/": 0.5, "tools/questions/": 0.35}
_MARKUP = re.compile(r"<[^>]*>")


def tune(index: dict[str, Any], guide: Guide) -> None:
    """Adds lay words, glossary entries and weights to a built index in place; `docs` are its entries."""
    index["config"]["fields"] = {name: {"boost": boost} for name, boost in FIELDS.items()}
    index["config"]["separator"] = SEPARATOR
    entries = [entry for entry in index["docs"] if not entry["location"].startswith(f"{address(GLOSSARY)}#letter-")]
    called, named = _called(guide), _named(guide)
    for entry in entries:
        for field, names in (("also", called), ("named", named)):
            if words := names.get(entry["location"]):
                entry[field] = "; ".join(dict.fromkeys(words))
        if entry["location"] in called:
            entry["phrase"] = " ".join(_phrases([entry["title"], *called[entry["location"]]]))
        for start, boost in _QUIETER.items():
            if entry["location"].startswith(start):
                entry["boost"] = boost
    _add_page_words(entries)
    index["docs"] = entries + _glossary(guide)


def _called(guide: Guide) -> dict[str, list[str]]:
    """Location of a page -> what people call it: `also` of its front matter."""
    return {address(path): [str(word) for word in page.meta.get("also") or []] for path, page in guide.pages.items()}


def _phrases(names: list[str]) -> list[str]:
    """Each name as one word that ends with JOIN, and each two words of it that stand together.

    lunr knows single words only: for it "stage 4" is met by every page with a stage and a 4, and the page that people
    call "chemo" by every page that speaks of chemo.
    """
    told = [split(html.unescape(name)) for name in names]
    whole = [JOIN.join(words) + JOIN for words in told]
    pairs = [JOIN.join(pair) for words in told for pair in itertools.pairwise(words)]
    return list(dict.fromkeys(whole + pairs))


def _named(guide: Guide) -> dict[str, list[str]]:
    """Location of a part -> other names of the glossary's terms that are marked in it."""
    named: dict[str, list[str]] = {}
    for path, page in guide.pages.items():
        for section, block in page.blocks:
            where = address(path) + (f"#{section.id}" if section.level > 1 else "")
            for mark in block.marks:
                if mark.kind == "term" and mark.id in guide.evidence.terms:
                    named.setdefault(where, []).extend(guide.evidence.terms[mark.id].also)
    return named


def _add_page_words(entries: list[dict[str, Any]]) -> None:
    """Each page's first entry gets the page's words once, so that words of different parts find the page together."""
    whole: dict[str, list[str]] = {}
    for entry in entries:
        whole.setdefault(entry["location"].partition("#")[0], []).extend(split(_all(entry)))
    for entry in entries:
        if "#" not in entry["location"]:
            entry["page"] = " ".join(dict.fromkeys(whole[entry["location"]]))


def _glossary(guide: Guide) -> list[dict[str, Any]]:
    """An entry for each word of the glossary, so that its meaning is read in the result itself."""
    if GLOSSARY not in guide.pages:
        return []
    return [
        {
            "location": f"{address(GLOSSARY)}#term-{term.id}",
            "title": term.word,
            "text": html.escape(term.meaning, quote=False),
            "also": "; ".join(term.also),
            "boost": 0.6,
        }
        for term in guide.evidence.terms.values()
    ]


def _all(entry: dict[str, Any]) -> str:
    return " ".join(entry.get(field, "") for field in ("title", "text", "also", "named"))


def split(text: str) -> list[str]:
    """The words of a text with markup, in small letters, as lunr splits them."""
    plain = html.unescape(_MARKUP.sub(" ", text))
    return [word for word in re.split(SEPARATOR, unicodedata.normalize("NFC", plain).lower()) if word]


def words(index: dict[str, Any]) -> dict[str, int]:
    """Each word of the index -> in how many entries it stands, for the browser to correct a reader's words with."""
    counts: Counter[str] = Counter()
    for entry in index["docs"]:
        counts.update(set(split(_all(entry))))
    return dict(sorted(counts.items()))
