"""Each thing that is refused has a bad example here; a good sheet is not refused."""

from __future__ import annotations

import pytest
from handouts_of_site import CONTENTS

from lms_guide.handouts import compose, manifest, qr
from lms_guide.handouts.content import Part
from lms_guide.handouts.problems import REASONS, Refused

SHORT = CONTENTS("stages/limb-stage-3.md").part("short-version")


def with_short_version(html: str) -> tuple[Part, ...]:
    parts = CONTENTS("stages/limb-stage-3.md").parts
    return tuple(Part(part.id, part.title, html) if part.id == SHORT.id else part for part in parts)


def survival_figure(guide) -> str:
    return next(
        guide.evidence.fact_words[fact.id].wordings[0]
        for fact in guide.evidence.facts.values()
        if fact.survival and guide.evidence.fact_words[fact.id].wordings
    )


BAD = {
    "H-001": lambda guide, patch: {"parts": with_short_version(SHORT.html * 8)},
    "H-002": lambda guide, patch: patch.setattr(qr, "read_back", lambda *_: "") or qr.drawing.cache_clear() or {},
    "H-003": lambda guide, patch: {"title": "Tumors ≥ 5 cm"},
    "H-004": lambda guide, patch: {
        "parts": with_short_version('<p><img src="no-such-picture.png" alt="A picture"></p>')
    },
    "H-005": lambda guide, patch: {"parts": with_short_version('<p style="colour: red">Red</p>')},
    "H-006": lambda guide, patch: patch.setattr(compose, "HEAVIEST", {"sheet": 1024}) or {},
    "H-007": lambda guide, patch: {"parts": with_short_version(f"<p>{survival_figure(guide)}</p>")},
}


@pytest.mark.parametrize("rule", REASONS)
def test_a_bad_sheet_is_refused_with_page_and_reason(rule, made, guide, monkeypatch):
    changes = BAD[rule](guide, monkeypatch)
    with pytest.raises(Refused) as refused:
        made(**changes)
    qr.drawing.cache_clear()
    assert refused.value.rule == rule
    assert str(refused.value).startswith(f"docs/stages/limb-stage-3.md: {rule}: ")


def test_a_good_sheet_is_made_with_the_same_bytes_each_time(made):
    first, second = made(), made()
    assert first.pdfs == second.pdfs and len(first.pdfs) == 2


def test_half_a_file_never_takes_the_place_of_a_good_one(tmp_path):
    file = tmp_path / "good.pdf"
    manifest.put(file, b"good")
    with pytest.raises(TypeError):
        manifest.put(file, "no bytes")  # type: ignore[arg-type]
    assert file.read_bytes() == b"good" and list(tmp_path.iterdir()) == [file]
