"""Drawings made by hand: each panel is there, says in words what it shows, and these words are its fact's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lms_guide import guide as guides
from lms_guide.pictures import drawing
from lms_guide.rules.marks import same_words

ROOT = Path(__file__).parent.parent.parent
EVIDENCE = guides.load(ROOT).evidence
PANELS = [(picture, part) for picture in EVIDENCE.drawings.values() for part in picture.parts]


def name(value) -> str:
    return getattr(value, "id", str(value))


@pytest.mark.parametrize(("picture", "part"), PANELS, ids=name)
def test_a_panel_has_a_title_a_description_and_words_beside_it(picture, part, render):
    panel = render(f"<!-- picture: drawing {picture.id}/{part.id} -->").select_one(".lms-panel")
    words = EVIDENCE.drawing_words[picture.id].parts[part.id]
    assert panel.select_one("svg title").text == words.name == panel.select_one("b").text
    assert panel.select_one("svg desc").text == words.seen != words.words
    said = panel.select_one(".lms-panel__said").text.rstrip(".")
    assert same_words(said).endswith(same_words(words.words.rstrip(".")))
    known = EVIDENCE.fact_words[part.fact].wordings if part.fact else ()
    assert not known or same_words(words.words) in map(same_words, known)


@pytest.mark.parametrize("picture", EVIDENCE.drawings.values(), ids=name)
def test_a_drawing_shows_all_its_panels_and_where_they_come_from(picture, render):
    figure = render(f"<!-- picture: drawing {picture.id} -->").select_one("figure")
    assert len(figure.select(".lms-panel")) == len(picture.parts)
    assert bool(figure.select("figcaption .lms-cite")) == any(part.fact for part in picture.parts)


def test_a_page_may_show_only_the_panels_of_its_stage(render):
    figure = render("<!-- picture: drawing figo/iiib figo/iiia -->").select_one("figure")
    assert [b.text for b in figure.select(".lms-panel b")] == ["Stage IIIA", "Stage IIIB"]


def test_every_stage_of_a_table_has_its_panel():
    assert {part.id for part in EVIDENCE.drawings["figo"].parts} == {
        "ia",
        "ib",
        "iia",
        "iib",
        "iiia",
        "iiib",
        "iiic",
        "iva",
        "ivb",
    }
    assert {part.id for part in EVIDENCE.drawings["limb"].parts} == {"ia", "ib", "ii", "iiia", "iiib", "iv"}


def test_the_same_number_stands_side_by_side_for_both_systems():
    parts = [part.id for part in EVIDENCE.drawings["same-number"].parts]
    assert parts == [f"{place}-{stage}" for stage in (1, 2, 3, 4) for place in ("uterus", "limb")]


def width(panel: str) -> float:
    """The width of a tumor of the AJCC drawing, in centimeters of the ruler below it."""
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", drawing.groups("limb")[panel].find("path").get("d"))]
    across = numbers[0::2]
    return (max(across) - min(across)) / 12


@pytest.mark.parametrize(
    ("panel", "more_than", "at_most"),
    [("ia", 0, 5), ("ib", 5, 15), ("ii", 0, 5), ("iiia", 5, 10), ("iiib", 10, 15)],
)
def test_a_tumor_drawn_over_the_ruler_has_the_size_of_its_stage(panel, more_than, at_most):
    assert more_than < width(panel) <= at_most


@pytest.mark.parametrize(("low", "high"), [("ia", "ii"), ("ib", "iiia")])
def test_of_two_tumors_of_one_size_the_higher_grade_has_more_dots(low, high):
    dots = {id: drawing.groups("limb")[id].find("path[@class='d-cells']").get("d").count("M") for id in (low, high)}
    assert dots[high] >= 1.8 * dots[low]


def test_a_drawing_carries_paint_that_prints_without_a_style_sheet(render):
    figure = render("<!-- picture: drawing figo -->").select_one("figure")
    for shape in figure.select("svg path, svg circle, svg ellipse, svg rect"):
        assert shape.has_attr("fill") and shape.has_attr("stroke"), shape


def test_a_place_where_it_began_leads_on_from_its_name(render):
    figure = render("<!-- picture: drawing where -->").select_one("figure")
    assert all(panel.select_one("b a[href]") for panel in figure.select(".lms-panel"))


def test_each_place_leads_to_its_page_from_the_picture_of_all():
    from_places = {part.page for part in EVIDENCE.drawings["places"].parts if part.page and ".md" in part.page}
    there = {path for path in guides.load(ROOT).pages if path.startswith("where/") and path != "where/index.md"}
    assert from_places == there


def test_the_list_beside_the_picture_of_all_places_leads_to_the_same_pages():
    text = (ROOT / "docs/where/index.md").read_text(encoding="utf-8")
    listed = {f"where/{page}" for page in re.findall(r"^- \[.+\]\(([\w-]+\.md)\)", text, re.MULTILINE)}
    pages = {part.page for part in EVIDENCE.drawings["places"].parts if part.page and ".md" in part.page}
    assert listed == pages


def test_the_sum_of_three_scores_is_grouped_as_its_fact_says():
    numbers = EVIDENCE.facts["stage-fnclcc"].numbers
    panel = drawing.groups("grade")["sum"]
    boxes = {int(text.text): float(text.get("x")) for text in panel.iter("text") if text.text}
    brackets = [re.findall(r"M([\d.]+) 46V53H([\d.]+)", path.get("d"))[0] for path in panel.iter("path")]
    grouped = [[score for score, x in boxes.items() if float(left) < x < float(right)] for left, right in brackets]
    ends = [(int(numbers[f"{grade}-a"]), int(numbers[f"{grade}-b"])) for grade in ("low", "mid", "high")]
    assert grouped == [list(range(low, high + 1)) for low, high in ends]


def test_the_dead_part_of_a_tumor_has_the_share_of_its_points():
    ovals = [
        (oval.get("class"), float(oval.get("rx")) * float(oval.get("ry")))
        for oval in drawing.groups("grade")["dead"].iter("ellipse")
    ]
    assert [kind for kind, _ in ovals] == ["d-tumor", "d-tumor", "d-second", "d-tumor", "d-second"]
    (_, none), (_, some), (_, less), (_, most), (_, half_or_more) = ovals
    assert none == some == most
    assert 0 < less / some < 0.5 <= half_or_more / most


def test_more_cells_divide_in_each_next_box_of_the_grade():
    bars = [
        path.get("d").count("M")
        for path in drawing.groups("grade")["dividing"].iter("path")
        if path.get("class") == "d-specks"
    ]
    assert [count / 2 for count in bars] == [1, 4, 9]  # as the description tells those who cannot see it


def test_the_path_of_the_needle_lies_in_the_piece_that_comes_out():
    there = drawing.groups("needle")
    needle = next(path for path in there["planned"].iter("path") if path.get("class") == "d-ink").get("d")
    piece = next(path for path in there["out"].iter("path") if path.get("class") == "d-organ").get("d")
    track = next(path for path in there["out"].iter("path") if path.get("class") == "d-ink").get("d")
    numbers = [[float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", d)] for d in (needle, track, piece)]
    (x1, y1, x2, y2), (*ends,), outline = numbers
    across, down = outline[0::2], outline[1::2]
    for x, y in zip(ends[0::2], ends[1::2], strict=True):
        assert min(across) < x < max(across) and min(down) < y < max(down)
        # Where the needle was: no further from its line than half its width.
        assert abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 < 3
