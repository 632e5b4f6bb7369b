"""An editor's mistake gets one line that says where, which rule, what is wrong and what to do; the old site stands."""

from __future__ import annotations

import re

import pytest

from lms_guide import build
from lms_guide.rules import SENTENCE, Edit

POND, FACTS = "docs/stages/pond.md", "evidence/facts/pond.yml"

# (what, the mistake, the rule, the file, a part of what is said)
MISTAKES = [
    ("unknown source", "Frogs.[^pond-2002]", "P-130", POND, "Did you mean `pond-2020`"),
    (
        "unknown fact",
        "[3 out of 10 frogs were green for 2 years](fact:green-frog).",
        "P-131",
        POND,
        "Did you mean `green-frogs`",
    ),
    ("unknown term", "A leaf ([pad](term:lilly-pad)).[^pond-2020]", "P-132", POND, "Did you mean `lily-pad`?"),
    ("unknown scheme in a mark", "[3 out of 10](fatc:green-frogs).[^pond-2020]", "P-133", POND, "Did you mean `fact`?"),
    (
        "unknown front matter key",
        Edit(POND, "reviewed: null", "reviewed: null\nreviewd: null"),
        "P-102",
        POND,
        "Did you mean `reviewed`",
    ),
    ("unknown page type", Edit(POND, "type: stage", "type: stges"), "P-104", POND, "Did you mean `stage`"),
    (
        "missing section",
        Edit(POND, "## What is ahead {#ahead}\n\nRain comes.[^pond-2020]\n", ""),
        "P-110",
        POND,
        "`## What is ahead {#ahead}`",
    ),
    ("empty section", Edit(POND, "Rain comes.[^pond-2020]", ""), "P-111", POND, "`ahead` is empty"),
    (
        "sections out of order",
        Edit(
            POND,
            "## What is ahead {#ahead}\n\nRain comes.[^pond-2020]\n\n## What nobody knows yet {#not-known}\n\nNobody has counted them.[^pond-2020]",
            "## What nobody knows yet {#not-known}\n\nNobody has counted them.[^pond-2020]\n\n## What is ahead {#ahead}\n\nRain comes.[^pond-2020]",
        ),
        "P-112",
        POND,
        "`not-known` stands where `ahead` belongs",
    ),
    (
        "wording that does not match its fact",
        "[4 out of 10 frogs were green](fact:green-frogs).",
        "P-134",
        POND,
        "3 out of 10 frogs were green for 2 years",
    ),
    (
        "fact without a second reading",
        Edit("evidence/readings.yml", "- fact: shy-newts", "- fact: hot-newts"),
        "P-135",
        "docs/index.md",
        "`shy-newts`",
    ),
    ("broken link", "See [home](../hom.md).", "P-180", POND, "`hom.md`, which is not there"),
    ("broken anchor", "See [what is ahead](#ahaed).", "P-181", POND, "Did you mean `ahead`?"),
    ("wrong date", Edit(POND, "checked: 2026-11-23", "checked: 23 November"), "P-103", POND, "Write it as 2026-11-23."),
    (
        "duplicate id in YAML",
        Edit(FACTS, "- id: shy-newts", "- id: green-frogs"),
        "E-003",
        FACTS,
        "`green-frogs` stands twice",
    ),
    ("YAML that does not parse", Edit(FACTS, "- id: shy-newts", "- id: [shy-newts"), "E-001", FACTS, "does not parse"),
    (
        "broken front matter",
        Edit(POND, "title: The pond", "title: The pond: again"),
        "P-101",
        POND,
        "quote a value that holds a colon",
    ),
    ("a page in no menu", Edit("mkdocs.yml", "- stages/pond.md\n", ""), "P-183", POND, "Add it to `nav`"),
    (
        "an image without a text alternative",
        "![](../assets/images/frog.svg)[^pond-2020]",
        "P-184",
        POND,
        "no text alternative",
    ),
    ("a file that is not UTF-8", Edit(POND, "", b"---\ntitle: P\xf6nd\n---\n"), "P-100", POND, "Save it as UTF-8."),
    ("a hand-typed red flag", "If it hurts, call 911 now.[^pond-2020]", "P-121", POND, "evidence/urgent.yml"),
    (
        "a survival figure outside an outlook block",
        "[6 out of 10 frogs were alive after 2 years](fact:frogs-alive).",
        "P-141",
        POND,
        "`frogs-alive`",
    ),
]


@pytest.mark.parametrize(("what", "mistake", "rule", "file", "said"), MISTAKES, ids=[case[0] for case in MISTAKES])
def test_a_mistake_fails_the_build_with_one_clear_line_and_the_old_site_stands(what, mistake, rule, file, said, pond):
    folder = pond(mistake)
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the site built before", encoding="utf-8")

    with pytest.raises(build.BuildError) as refusal:
        build.build(folder)

    lines = [line for line in str(refusal.value).splitlines() if re.match(rf"{re.escape(file)}:\d+: {rule}: ", line)]
    assert lines and any(said in line for line in lines), f"no line about {what} in:\n{refusal.value}"
    assert (folder / "site" / "index.html").read_text(encoding="utf-8") == "the site built before"


def test_a_mistake_is_named_in_its_own_line(pond):
    folder = pond("One.[^pond-2020]\n\nTwo.[^pond-2002]")
    number = (folder / POND).read_text(encoding="utf-8").splitlines().index("Two.[^pond-2002]") + 1
    with pytest.raises(build.BuildError, match=rf"{POND}:{number}: P-130: "):
        build.build(folder)


def test_a_guide_without_mistakes_is_built_and_takes_the_place_of_the_old_site(pond):
    folder = pond()
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the site built before", encoding="utf-8")
    site = build.build(folder)
    assert "Welcome." in (site / "index.html").read_text(encoding="utf-8")
    assert SENTENCE.split("[")[0] in (site / "stages" / "pond" / "index.html").read_text(encoding="utf-8")


def test_a_failing_generator_leaves_the_old_site(pond):
    folder = pond(Edit("mkdocs.yml", "plugins: []", "plugins: [no-such-plugin]"))
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the site built before", encoding="utf-8")
    with pytest.raises(build.BuildError, match="no-such-plugin"):
        build.build(folder)
    assert (folder / "site" / "index.html").read_text(encoding="utf-8") == "the site built before"
