"""Calendars and bars of weeks: what is drawn on a day or a week is what the fact says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lms_guide import guide as guides
from lms_guide.pictures import drawing

FACTS = guides.load(Path(__file__).parent.parent.parent).evidence.facts
# The signs of a calendar, by the class of their first shape.
DRIP, SECOND, TABLET, SHOT = "d-drop", "d-second", "d-tablet", "d-shot"


def number(fact: str, name: str) -> int:
    return int(FACTS[fact].numbers[name])


def place(shape) -> tuple[float, float]:
    x, y = re.findall(r"-?[\d.]+", shape.get("transform"))
    return float(x), float(y)


def days(name: str, sign: str, panel: str = "days") -> set[int]:
    """The days whose boxes hold a sign; the box in which the next cycle begins is not one of them."""
    group = drawing.groups(name)[panel]
    boxes = [
        {key: float(box.get(key)) for key in ("x", "y", "width", "height")}
        for box in group.iter("rect")
        if box.get("x") and box.get("class") == "d-hollow"
    ]
    found = set()
    for shape in group.iter():
        if shape.get("class") == sign and shape.get("transform"):
            x, y = place(shape)
            inside = [
                day
                for day, box in enumerate(boxes, 1)
                if box["x"] <= x <= box["x"] + box["width"] and box["y"] <= y <= box["y"] + box["height"]
            ]
            found |= {day for day in inside if day < len(boxes) or len(boxes) == 7}
    return found


GD = "cycle-gemcitabine"


@pytest.mark.parametrize(
    ("name", "sign", "wanted"),
    [
        ("cycle-trabectedin", DRIP, {number("trabectedin-days", "day_on")}),
        ("cycle-pair", DRIP, {1}),
        ("cycle-pair", SECOND, {1}),
        ("cycle-pair", SHOT, {number("dox-trab-boosters", "pair_day")}),
        (GD, DRIP, {number("gd-cycle", "gemcitabine-first"), number("gd-cycle", "gemcitabine-second")}),
        (GD, SECOND, {number("gd-cycle", "gemcitabine-second")}),
        (GD, TABLET, set(range(number("gd-cycle", "steroid-from"), number("gd-cycle", "steroid-to") + 1))),
        (GD, SHOT, {number("gd-cycle", "injection-day")}),
        ("cycle-ifosfamide", DRIP, set(range(1, number("if-cycle", "days-from") + 1))),
        (
            "cycle-ifosfamide",
            SECOND,
            set(range(number("if-cycle", "days-from") + 1, number("if-cycle", "days-to") + 1)),
        ),
    ],
)
def test_a_sign_stands_on_the_days_of_its_fact(name, sign, wanted):
    assert days(name, sign) == wanted


def test_the_tablets_of_pazopanib_have_no_day_of_rest():
    assert days("tablets-pazopanib", TABLET, "week") == set(range(1, 8))


def test_the_drip_of_trabectedin_ends_on_the_day_it_is_taken_off():
    group = drawing.groups("cycle-trabectedin")["days"]
    end = float(re.findall(r"H([\d.]+)", group.find("path[@class='d-run']").get("d"))[0])
    box = group.findall("rect")[number("trabectedin-days", "day_off") - 1]
    assert float(box.get("x")) < end < float(box.get("x")) + float(box.get("width"))


@pytest.mark.parametrize(
    "name", ["cycle", "cycle-trabectedin", "cycle-pair", GD, "cycle-ifosfamide", "tablets-pazopanib"]
)
def test_one_line_runs_under_every_day_alike(name):
    """No day looks safer than another: each box lies over the line, and all boxes are of one kind."""
    group = drawing.groups(name)["week" if name == "tablets-pazopanib" else "days"]
    lines = [
        tuple(map(float, line))
        for line in re.findall(r"M([\d.]+) ([\d.]+)H([\d.]+)", group.find("path[@class='d-call']").get("d"))
    ]
    boxes = [box for box in group.iter("rect") if box.get("class") == "d-hollow"]
    assert len(boxes) in (7, 22)
    assert len({(box.get("width"), box.get("height"), box.get("fill")) for box in boxes}) == 1
    for box in boxes:
        x, under, width = float(box.get("x")), float(box.get("y")) + float(box.get("height")), float(box.get("width"))
        assert any(under < y < under + 16 and left - 3 <= x and x + width <= right + 3 for left, y, right in lines), (
            box.attrib
        )


def test_the_liver_tests_of_pazopanib_stand_on_their_weeks():
    numbers = FACTS["pazopanib-liver-schedule"].numbers
    weeks = [
        0,
        *(int(numbers[f"weeks-{id}"]) for id in "abcd"),
        *(int(numbers[f"months-{id}"]) * 52 / 12 for id in "ab"),
    ]
    tubes = [
        place(shape)[0] for shape in drawing.groups("tablets-pazopanib")["liver"].iter() if shape.get("class") == TABLET
    ]
    assert [round((x - 22) / 13.5, 1) for x in tubes] == [round(week, 1) for week in weeks]


def weeks(value: object) -> tuple[int, int]:
    """(shorter, longer) of "6 to 8"."""
    found = [int(n) for n in re.findall(r"\d+", str(value))]
    return found[0], found[-1]


@pytest.mark.parametrize(
    ("panel", "wanted"),
    [
        ("discharge", weeks(FACTS["rec-hyst-bleeding"].numbers["weeks"])),
        ("sex", weeks(FACTS["rec-hyst-limits"].numbers["sex_weeks"])),
        ("whole", (number("rec-hyst-nhs", "full_weeks_low"), number("rec-hyst-nhs", "full_weeks_high"))),
        ("wound", weeks(FACTS["rec-limb-roh"].numbers["wound_weeks"])),
        ("housework", weeks(FACTS["rec-lung-home"].numbers["housework_weeks"])),
        ("energy", weeks(FACTS["rec-lung-energy"].numbers["weeks"])),
    ],
)
def test_a_bar_is_as_long_as_its_fact(panel, wanted):
    bars = {bar.get("class"): float(bar.get("width")) / 21 for bar in drawing.groups("recovery")[panel].iter("rect")}
    assert (bars["d-bar"], bars["d-bar"] + bars.get("d-maybe", 0)) == wanted


def test_the_rehab_visit_stands_three_months_on():
    dot = drawing.groups("recovery")["rehab"].find("circle")
    assert (float(dot.get("cx")) - 14) / 21 == number("rec-limb-roh", "rehab_months") * 13 / 3
