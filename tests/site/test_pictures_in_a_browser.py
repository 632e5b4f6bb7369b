"""Pictures in a reader's browser: whole on a small phone and a wide screen, seen in both schemes and in a grey print."""

from __future__ import annotations

import gzip

import pytest
from bs4 import BeautifulSoup
from pages_of_site import CONTENT, SITE

LIMIT = 8 * 1024


def _figures(path: str) -> list:
    return BeautifulSoup((SITE / path).read_text(encoding="utf-8"), "lxml").select("figure.lms-picture")


PICTURED = [
    path for path in CONTENT.values() if (SITE / path).exists() and 'class="lms-picture' in (SITE / path).read_text()
]

# Faults of a page's pictures as the browser lays them out: cut off, over one another, or too small to read.
BOXES = r"""
() => {
  const found = [];
  const round = box => [box.left, box.top, box.right, box.bottom].map(Math.round).join(",");
  for (const figure of document.querySelectorAll(".lms-picture")) {
    const whole = figure.getBoundingClientRect();
    const name = figure.querySelector(".lms-picture__title").textContent;
    const parts = [...figure.querySelectorAll("p, .lms-picture__title, .lms-outcome__title, .lms-people, .lms-drawing, figcaption")]
      .filter(part => part.getClientRects().length);
    if (!parts.some(part => part.matches("svg"))) found.push(`${name}: nothing is drawn`);
    for (const part of parts) {
      const box = part.getBoundingClientRect();
      if (box.left < whole.left || box.right > whole.right + 0.5 || box.bottom > whole.bottom + 0.5)
        found.push(`${name}: ${part.className.baseVal ?? part.className} leaves its frame at ${round(box)}`);
      if (part.scrollWidth > part.clientWidth + 1 && !part.matches("svg"))
        found.push(`${name}: “${part.textContent.slice(0, 30)}” is wider than its place`);
      if (part.matches("svg") && (box.width < 60 || box.height < (part.matches(".lms-people") ? 10 : 20))) found.push(`${name}: a drawing of ${round(box)}`);
    }
    const leaves = parts.filter(part => !parts.some(other => other !== part && part.contains(other)));
    for (let i = 0; i < leaves.length; i++)
      for (let j = i + 1; j < leaves.length; j++) {
        const [a, b] = [leaves[i].getBoundingClientRect(), leaves[j].getBoundingClientRect()];
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
          found.push(`${name}: ${round(a)} lies over ${round(b)}: “${leaves[j].textContent.slice(0, 30)}”`);
      }
    for (const text of figure.querySelectorAll("svg text")) {
      const svg = text.ownerSVGElement, size = parseFloat(getComputedStyle(text).fontSize);
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      if (size * scale < 11.9) found.push(`${name}: letters of ${(size * scale).toFixed(1)} px: ${text.textContent}`);
      const [a, b] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
      if (a.left < b.left - 1 || a.right > b.right + 1 || a.bottom > b.bottom + 1) found.push(`${name}: “${text.textContent}” is cut off`);
    }
  }
  return found;
}
"""

# Each kind of part with the paint it is known by, and what it lies on; a ratio for each.
CONTRASTS = r"""
() => {
  const channel = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const light = color => { const [r, g, b] = color.match(/[\d.]+/g).map(Number); return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
  const ratio = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
  const first = selector => document.querySelector(`.lms-picture ${selector}`);
  const paint = (selector, key) => first(selector) && getComputedStyle(first(selector))[key];
  const card = getComputedStyle(document.querySelector(".lms-picture")).backgroundColor;
  const skin = paint(".d-body", "fill"), organ = paint(".d-organ", "fill"), tumor = paint(".d-tumor", "fill");
  const pairs = {
    "filled people": [paint(".lms-people__on", "color"), card],
    "people in outline": [paint(".lms-people__off", "color"), card],
    "filled people of a harm": [paint(".lms-outcome--harm .lms-people__on", "color"), card],
    "edge of a body": [paint(".d-body:not(.d-edgeless)", "stroke"), skin],
    "edge of an organ": [paint(".d-organ:not(.d-edgeless)", "stroke"), skin || card],
    "edge of a hollow part": [paint(".d-hollow", "stroke"), card],
    "tumor on the card": [tumor, card], "tumor on a body": [tumor, skin], "tumor on an organ": [tumor, organ],
    "dots of a tumor": [paint(".d-cells", "stroke"), tumor],
    "specks": [paint(".d-specks", "stroke"), organ || card],
    "the cut": [paint(".d-knife", "stroke"), organ || card],
    "a place": [paint(".d-place", "fill"), skin],
    "a visit": [paint(".d-visit", "fill"), card],
    "edge of a beam": [paint(".d-beam", "stroke"), skin],
    "a machine": [paint(".d-machine", "fill"), card],
    "fine lines": [paint(".d-quiet", "stroke"), skin || card],
    "numbers": [paint(".d-number", "fill"), card],
  };
  return Object.fromEntries(Object.entries(pairs).filter(([, [a, b]]) => a && b && a !== "none").map(([name, [a, b]]) => [name, ratio(a, b)]));
}
"""


@pytest.fixture(scope="module")
def tab(browser, address):
    """One tab for all pictures: opens a page with every door open."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()

    def open(path: str):
        page.emulate_media(media="screen", color_scheme="light")
        page.goto(f"{address}/{path.removesuffix('index.html')}", wait_until="load")
        page.evaluate("document.querySelectorAll('.lms-outlook').forEach(door => door.open = true)")
        return page

    yield open
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", PICTURED)
def test_nothing_of_a_picture_is_cut_off_overlaps_or_is_too_small_to_read(path, tab):
    page = tab(path)
    for width, media in ((320, "screen"), (1280, "screen"), (680, "print")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media=media)
        assert page.evaluate(BOXES) == [], (width, media)


@pytest.mark.browser
@pytest.mark.parametrize("path", PICTURED)
def test_every_part_of_a_picture_is_seen_in_both_schemes_and_in_a_grey_print(path, tab):
    page = tab(path)
    for scheme, media in (("light", "screen"), ("dark", "screen"), ("light", "print")):
        page.emulate_media(media=media, color_scheme=scheme)
        ratios = page.evaluate(CONTRASTS)
        assert ratios
        # A contrast is one of lightness, so what passes here is told apart without any color.
        assert {part: ratio for part, ratio in ratios.items() if ratio < 3} == {}, (scheme, media)


@pytest.mark.parametrize("path", PICTURED)
def test_the_pictures_of_a_page_weigh_little(path):
    drawn = "".join(str(svg) for figure in _figures(path) for svg in figure.select("svg"))
    assert len(gzip.compress(drawn.encode())) <= LIMIT


@pytest.mark.parametrize("path", PICTURED)
def test_a_page_links_the_style_of_pictures_only_if_it_has_one(path):
    assert "pictures.css" in (SITE / path).read_text(encoding="utf-8")


def test_a_page_without_pictures_does_not_load_their_style():
    without = [path for path in CONTENT.values() if path not in PICTURED]
    assert without
    assert not [path for path in without if "pictures.css" in (SITE / path).read_text(encoding="utf-8")]


def test_every_stage_page_of_the_two_tables_shows_its_stage():
    stages = [
        path for path in CONTENT.values() if path.startswith("stages/") and any(f"-stage-{n}" in path for n in "1234")
    ]
    assert len(stages) >= 8
    assert [path for path in stages if path not in PICTURED] == []


@pytest.mark.browser
def test_the_ruler_is_life_size_on_paper(tab):
    page = tab("understand/staging/index.html")
    page.set_viewport_size({"width": 680, "height": 900})
    page.emulate_media(media="print")
    svg = page.locator(".lms-picture--life-size svg").evaluate(
        "svg => [svg.getBoundingClientRect().width, svg.viewBox.baseVal.width]"
    )
    drawn = svg[0] / svg[1] * 40  # 40 units are a centimeter
    assert drawn == pytest.approx(96 / 2.54, rel=0.002)
