"""The whole guide as one file: unpacked and opened without a server, it is the guide, and it says of which day it is."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup

from lms_guide import dates
from lms_guide.offline import scripts
from lms_guide.offline.archive import written

KINDS = (
    "index.html",
    "stages/uterine-stage-1/index.html",
    "side-effects/index.html",
    "handouts/index.html",
    "tools/symptom-diary/index.html",
    "about/privacy/index.html",
)


def test_every_link_of_the_copy_names_a_file_that_is_in_it(disk):
    missing = []
    for page in sorted(disk.rglob("*.html")):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
        for attribute in ("href", "src", "data-src", "data-styles"):
            for element in soup.select(f"[{attribute}]"):
                to = urlsplit(element[attribute])
                if element.get("rel") == ["canonical"] or to.scheme or not to.path:
                    continue
                if not (page.parent / to.path).is_file():
                    missing.append(f"{page.relative_to(disk)}: {element[attribute]}")
    assert missing == []


def test_every_page_and_every_handout_is_in_it(disk, site):
    for kind in ("*.html", "*.pdf"):
        there = {file.relative_to(site) for file in site.rglob(kind)} - {Path("404.html")}
        assert there == {file.relative_to(disk) for file in disk.rglob(kind)}


def test_every_page_of_it_says_of_which_day_it_is(disk, guide, words):
    day = written(dates.edition(guide), guide)
    title = words.copied.title.format(date=day)
    for page in disk.rglob("*.html"):
        assert title in page.read_text(encoding="utf-8"), page
    told = (disk / words.read_me.name).read_text(encoding="utf-8")
    assert day in told and guide.evidence.frame["notice"] in told


def test_its_words_are_those_of_the_page_on_the_web(disk, site):
    for name in KINDS:
        ours, theirs = (BeautifulSoup((where / name).read_text(encoding="utf-8"), "lxml") for where in (site, disk))
        for online in ours.select("article .lms-online"):
            online.decompose()
        said = [list(page.article.stripped_strings) for page in (ours, theirs)]
        assert [line for line in said[0] if line not in said[1]] == [], name


def test_the_copy_offers_neither_itself_nor_the_button(disk, words, table):
    page = (disk / table.page.replace(".md", ".html")).read_text(encoding="utf-8")
    assert words.file.here in page
    assert table.file not in page and words.keep.button not in page


def test_the_page_of_handouts_links_the_file_and_tells_its_day_and_size(site, html, table, guide):
    link = html("handouts/index.html").select_one(f"a[href$='{table.file}']")
    size = int(re.search(r"(\d+) MB", link.text)[1]) * 1_000_000
    real = (site / table.file).stat().st_size
    assert real <= size < real + table.step * 1_000_000
    assert written(dates.edition(guide), guide) in link.text


@pytest.mark.browser
@pytest.mark.parametrize("name", KINDS)
def test_a_page_opened_from_a_disk_asks_nobody_and_breaks_nothing(name, opened):
    tab = opened(name)
    assert tab.locator(".lms-copy").is_visible()
    assert tab.evaluate("document.fonts.ready.then(fonts => [...fonts].every(face => face.status !== 'error'))")
    assert tab.evaluate("getComputedStyle(document.querySelector('.lms-copy')).borderTopWidth") == "2px"


@pytest.mark.browser
def test_a_reader_gets_from_the_first_page_to_help_in_the_copy(opened):
    tab = opened("index.html")
    tab.locator("header a:visible", has_text="Get help now").click()
    tab.wait_for_url("**/side-effects/index.html")
    assert tab.locator("a[href='tel:911']").first.is_visible()


@pytest.mark.browser
def test_the_search_of_the_copy_finds_a_page_and_leads_to_it_and_forgives_a_slip(opened):
    tab = opened("stages/index.html")
    tab.locator("[data-lms-search]:visible").first.click()
    tab.keyboard.type("trabectedn")
    found = tab.locator(".lms-search__list a[href]").first
    found.wait_for()
    assert "trabectedin" in tab.locator(".lms-search__meant").inner_text()
    found.click()
    tab.wait_for_url("**/medicines/*/index.html*")
    assert "rabectedin" in tab.locator("h1").inner_text()


@pytest.mark.browser
def test_a_tool_of_the_copy_works(opened):
    tab = opened("tools/questions/index.html")
    tab.locator("#lms-list-own").fill("May I swim?")
    tab.locator(".lms-list__own button").click()
    assert tab.locator(".lms-list__text").first.inner_text() == "May I swim?"


@pytest.mark.browser
def test_a_question_of_a_page_of_the_copy_can_be_picked(opened):
    tab = opened("stages/uterine-stage-1/index.html")
    tab.locator(".lms-section--questions").scroll_into_view_if_needed()
    button = tab.locator(".lms-section--questions button").first
    button.click()
    assert button.get_attribute("aria-pressed") == "true"


def test_a_script_that_no_copy_can_be_made_of_is_refused(tmp_path):
    script = tmp_path / "assets" / "js" / "new.js"
    script.parent.mkdir(parents=True)
    script.write_text("export default () => 1\n", encoding="utf-8")
    with pytest.raises(scripts.NotPlain, match=r"new\.js"):
        scripts.plain(tmp_path)


def test_the_file_holds_the_guides_day_not_the_days_of_a_computer(site, table, guide):
    day = dates.edition(guide)
    with ZipFile(site / table.file) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(day.year, day.month, day.day, 0, 0, 0)}
