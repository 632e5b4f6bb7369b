"""Calendars and bars of weeks: what is drawn on a day or a week is what the fact says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lms_guide import guide as guides
from lms_guide.picture_evidence import source
from lms_guide.pictures import drawing

EVIDENCE = guides.load(Path(__file__).parent.parent.parent).evidence
FACTS = EVIDENCE.facts
# The signs of a calendar, by the class of their first shape.
DRIP, SECOND, TABLET, SHOT = "d-drop", "d-second", "d-tablet", "d-shot"


def number(fact: str, name: str) -> int:
    return int(FACTS[fact].numbers[name])


def place(shape) -> tuple[float, float]:
    x, y = re.findall(r"-?[\d.]+", shape.get("transform"))
    return float(x), float(y)


def shapes(name: str, panel: str = "days") -> list:
    """All that a panel of a drawing is drawn of, with what it shares with others."""
    part = next(part for part in EVIDENCE.drawings[name].parts if part.id == panel)
    return [shape for layer in drawing.layers(*source(name, part)) for shape in layer.iter()]


def boxes(name: str, panel: str = "days") -> list[dict[str, float]]:
    """The boxes of the days, in order, and last the one in which the next cycle begins."""
    return [
        {key: float(box.get(key)) for key in ("x", "y", "width", "height")}
        for box in shapes(name, panel)
        if box.tag == "rect" and box.get("class") == "d-hollow"
    ]


def days(name: str, sign: str, panel: str = "days") -> set[int]:
    """The days whose boxes hold a sign; the box in which the next cycle begins is not one of them."""
    there = boxes(name, panel)
    found = set()
    for shape in shapes(name, panel):
        if shape.get("class") == sign and shape.get("transform"):
            x, y = place(shape)
            inside = [
                day
                for day, box in enumerate(there, 1)
                if box["x"] <= x <= box["x"] + box["width"] and box["y"] <= y <= box["y"] + box["height"]
            ]
            found |= {day for day in inside if day < len(there) or len(there) == 7}
    return found


GD, GM, LD = "cycle-gemcitabine", "cycle-gemcitabine-alone", "cycle-liposomal-doxorubicin"
GM_DAYS = {number("gm-days", f"day_{n}") for n in ("one", "two", "three")}
ER_DAYS = {number("er-how-given", n) for n in ("first", "second")}
RG_DAYS = set(range(number("rg-how-taken", "first_day"), number("rg-how-taken", "last_day") + 1))


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
        (GM, DRIP, GM_DAYS),
        (GM, TABLET, GM_DAYS),  # the blood in a test tube has the paint of a tablet
        ("cycle-dacarbazine", DRIP, {number("dc-how", "one")}),
        ("cycle-eribulin", DRIP, ER_DAYS),
        ("cycle-eribulin", TABLET, ER_DAYS),
        (LD, DRIP, {number("ld-how-given", "first")}),
        ("tablets-regorafenib", TABLET, RG_DAYS),
    ],
)
def test_a_sign_stands_on_the_days_of_its_fact(name, sign, wanted):
    assert days(name, sign) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (GM, number("gm-days", "days")),
        ("cycle-dacarbazine", number("dc-how", "days")),
        ("cycle-eribulin", number("er-how-given", "cycle_days")),
        (LD, number("ld-how-given", "cycle_days")),
        ("tablets-regorafenib", number("rg-how-taken", "off_to")),
    ],
)
def test_a_cycle_is_as_long_as_its_fact_and_then_begins_anew(name, wanted):
    numbers = [shape.text for shape in shapes(name) if shape.tag == "text"]
    assert numbers == [*map(str, range(1, wanted + 1)), "1"]


def test_the_care_of_hands_and_feet_lasts_the_days_after_the_drip():
    run = next(shape for shape in shapes(LD) if shape.get("class") == "d-run")
    lines = [tuple(map(float, line)) for line in re.findall(r"M([\d.]+) ([\d.]+)H([\d.]+)", run.get("d"))]
    drip = number("ld-how-given", "first")
    through = {
        day
        for day, box in enumerate(boxes(LD), 1)
        for left, y, right in lines
        if box["y"] < y < box["y"] + box["height"] and left < box["x"] + box["width"] / 2 < right
    }
    assert through == set(range(drip + 1, drip + 1 + number("ld-hand-foot-care", "days")))


def test_the_tablets_of_pazopanib_have_no_day_of_rest():
    assert days("tablets-pazopanib", TABLET, "week") == set(range(1, 8))


def test_the_drip_of_trabectedin_ends_on_the_day_it_is_taken_off():
    group = drawing.groups("cycle-trabectedin")["days"]
    end = float(re.findall(r"H([\d.]+)", group.find("path[@class='d-run']").get("d"))[0])
    box = group.findall("rect")[number("trabectedin-days", "day_off") - 1]
    assert float(box.get("x")) < end < float(box.get("x")) + float(box.get("width"))


@pytest.mark.parametrize("name", [id for id in EVIDENCE.drawings if id.startswith(("cycle", "tablets"))])
def test_one_line_runs_under_every_day_alike(name):
    """No day looks safer than another: each box lies over the line, and all boxes are of one kind."""
    panel = "week" if name == "tablets-pazopanib" else "days"
    lines = [
        tuple(map(float, line))
        for shape in shapes(name, panel)
        if shape.get("class") == "d-call"
        for line in re.findall(r"M([\d.]+) ([\d.]+)H([\d.]+)", shape.get("d"))
    ]
    there = boxes(name, panel)
    assert len(there) in (7, 22, 29)
    assert len({(box["width"], box["height"]) for box in there}) == 1
    for box in there:
        under = box["y"] + box["height"]
        assert any(
            under < y < under + 16 and left - 3 <= box["x"] and box["x"] + box["width"] <= right + 3
            for left, y, right in lines
        ), box


@pytest.mark.parametrize("name", [id for id in EVIDENCE.drawings if id.startswith(("cycle", "tablets"))])
def test_every_calendar_says_that_infection_can_come_on_any_day(name, render):
    figure = render(f"<!-- picture: drawing {name} -->").select_one("figure")
    assert "call about any sign of infection, with a fever or without" in figure.select_one(".lms-picture__how").text
    assert figure.select(".lms-panel")[-1].select_one(".d-phone")


def tube_weeks(name: str) -> list[float]:
    """The weeks over which the tubes of a line of weeks stand."""
    tubes = [place(shape)[0] for shape in shapes(name, "liver") if shape.get("class") == TABLET]
    return [round((x - 22) / 13.5, 1) for x in tubes]


def test_the_liver_tests_of_pazopanib_stand_on_their_weeks():
    numbers = FACTS["pazopanib-liver-schedule"].numbers
    weeks = [
        0,
        *(int(numbers[f"weeks-{id}"]) for id in "abcd"),
        *(int(numbers[f"months-{id}"]) * 52 / 12 for id in "ab"),
    ]
    assert tube_weeks("tablets-pazopanib") == [round(week, 1) for week in weeks]


def test_the_liver_tests_of_regorafenib_stand_as_often_as_they_must():
    numbers = FACTS["rg-liver-tests"].numbers
    every, months = int(numbers["every_weeks"]), int(numbers["first_months"])
    at_first = [float(week) for week in range(0, int(months * 52 / 12) + 1, every)]
    assert tube_weeks("tablets-regorafenib") == [*at_first, *(round((months + n) * 52 / 12, 1) for n in (1, 2))]


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
