"""The signs before headings: seen wherever the heading is, on paper too, silent to a screen reader, and small."""

from __future__ import annotations

import gzip

import pytest
from pages_of_site import SITE

PAGE = "medicines/doxorubicin/index.html"
SECTIONS = ("get-help", "questions", "next-step")
LIMIT = 1024
# (width, height, mask, printed as it is, lightness apart from what it lies on) of the sign before a section's heading.
SIGN = """
section => {
  const heading = section.querySelector("h2"), sign = getComputedStyle(heading, "::before");
  const channel = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const light = color => { const [r, g, b] = color.match(/[\\d.]+/g).map(Number); return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
  const clear = color => color === "transparent" || /^rgba.*, 0\\)$/.test(color);
  let under = section;
  while (under.parentElement && clear(getComputedStyle(under).backgroundColor)) under = under.parentElement;
  const ground = getComputedStyle(under).backgroundColor;
  const [a, b] = [light(sign.backgroundColor), light(clear(ground) ? "rgb(255, 255, 255)" : ground)].sort((x, y) => y - x);
  return {
    width: parseFloat(sign.width), content: sign.content, mask: sign.maskImage, printed: sign.printColorAdjust,
    ratio: clear(sign.backgroundColor) ? 1 : (a + 0.05) / (b + 0.05),
  };
}
"""


@pytest.mark.browser
@pytest.mark.parametrize(
    "how", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}, {"media": "print"}], ids=str
)
def test_a_sign_stands_before_help_questions_and_next_step(how, page):
    tab = page(PAGE)
    tab.emulate_media(**how)
    found = [tab.locator(f".lms-section--{section}").evaluate(SIGN) for section in SECTIONS]
    for sign in found:
        assert sign["width"] >= 16 and sign["mask"].startswith('url("data:image/svg+xml')
        assert sign["printed"] == "exact"
        assert sign["ratio"] >= 3
    assert len({sign["mask"] for sign in found}) == len(SECTIONS)


@pytest.mark.browser
def test_a_screen_reader_hears_the_heading_alone(page):
    tab = page(PAGE)
    for section in SECTIONS:
        words = tab.locator(f".lms-section--{section} > h2").inner_text().strip()
        assert tab.get_by_role("heading", name=words, exact=True).count()
        assert tab.locator(f".lms-section--{section}").evaluate(SIGN)["content"] == '""'


def test_the_signs_weigh_a_kilobyte_at_most():
    css = (SITE / "assets/css/faces.css").read_text(encoding="utf-8")
    before, mark, _ = css.partition("/* A sign before")
    assert mark
    assert len(gzip.compress(css.encode())) - len(gzip.compress(before.encode())) <= LIMIT
