"""“Keep this guide on this device”: only when asked, then every page without a network, with its day, until cleared."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Error, expect

from lms_guide import dates
from lms_guide.offline.archive import written

pytestmark = pytest.mark.browser

# What a browser holds of the guide: names of stores, workers, and the addresses kept.
HELD = """async () => {
  const names = await caches.keys()
  const kept = await Promise.all(names.map(async name => (await (await caches.open(name)).keys()).map(({ url }) => url)))
  return { names, workers: (await navigator.serviceWorker.getRegistrations()).length, kept: kept.flat() }
}"""
NOTHING = {"names": [], "workers": 0, "kept": []}


@pytest.fixture
def reader(browser, host):
    """A reader's tab on the page that offers to keep the guide."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    tab = context.new_page()
    tab.complaints = []
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.on("console", lambda said: said.type in ("error", "warning") and tab.complaints.append(said.text))
    tab.goto(f"{host.address}handouts/")
    tab.locator(".lms-device").wait_for()
    yield tab
    context.close()


def keep(tab, words) -> None:
    """Presses the button and waits until all is kept."""
    tab.locator(".lms-device__keep").click()
    expect(tab.locator(".lms-device__say")).to_have_text(words.keep.say["done"], timeout=60_000)


def test_nothing_is_kept_before_the_button_is_pressed_and_the_panel_says_what_a_shared_device_means(reader, words):
    assert reader.evaluate(HELD) == NOTHING
    panel = reader.locator(".lms-device").inner_text()
    assert words.keep.say["nothing"] in panel and words.keep.shared in panel
    assert "{" not in panel
    assert not reader.locator(".lms-device__clear").is_visible()


def test_kept_pages_reopen_without_a_network_and_say_their_day(reader, host, words, guide):
    keep(reader, words)
    assert reader.complaints == []
    host.leave()
    day = written(dates.edition(guide), guide)
    # None of these was opened before.
    for path in ("", "stages/limb-stage-3/", "side-effects/index.html", "about/privacy"):
        reader.goto(host.address + path)
        copy = reader.locator(".lms-copy")
        assert words.kept.title in copy.inner_text() and day in copy.inner_text(), path
        assert copy.count() == 1
    reader.goto(f"{host.address}stages/limb-stage-3/")
    assert "lms-page" in reader.content() and reader.locator("h1").is_visible()
    reader.locator("[data-lms-search]:visible").first.click()
    reader.keyboard.type("fever")
    reader.locator(".lms-search__list a[href]").first.wait_for()
    reader.keyboard.press("Escape")
    reader.keyboard.press("Escape")
    reader.locator(".lms-copy a").click()
    reader.wait_for_url("**/handouts/#offline")
    reader.locator(".lms-device__clear").wait_for()


def test_with_a_network_the_newest_page_is_read_not_the_kept_one(reader, host, words):
    keep(reader, words)
    reader.goto(f"{host.address}stages/limb-stage-3/")
    assert reader.locator(".lms-copy").count() == 0


def test_every_page_is_kept_alike_so_that_nobody_sees_which_were_read_and_no_pdf(reader, host, words, site):
    keep(reader, words)
    kept = {url.removeprefix(host.address) for url in reader.evaluate(HELD)["kept"]}
    pages = {
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("*.html")
        if file.name != "404.html"
    }
    assert pages <= kept
    assert [name for name in kept if name.endswith((".pdf", ".zip", ".map"))] == []


def test_clearing_leaves_nothing(reader, host, words):
    keep(reader, words)
    reader.locator(".lms-device__clear").click()
    expect(reader.locator(".lms-device__say")).to_have_text(words.keep.say["cleared"])
    assert reader.evaluate(HELD) == NOTHING
    host.leave()
    with pytest.raises(Error):
        reader.goto(f"{host.address}stages/limb-stage-3/")


def test_where_it_fails_half_way_nothing_is_left_and_the_reader_is_told(reader, words):
    reader.route("**/stages/limb-stage-3/", lambda route: route.abort())
    reader.locator(".lms-device__keep").click()
    expect(reader.locator(".lms-device__say")).to_have_text(words.keep.say["failed"], timeout=60_000)
    assert reader.evaluate(HELD) == NOTHING


def test_a_newer_guide_is_offered_and_takes_the_place_of_the_kept_one(reader, host, words, site):
    keep(reader, words)
    newer = {**json.loads((site / "kept.json").read_text(encoding="utf-8")), "version": "newer", "date": "May 1, 2030"}
    host.changed["kept.json"] = json.dumps(newer).encode()
    reader.reload()
    expect(reader.locator(".lms-device__state")).to_contain_text("May 1, 2030")
    keep(reader, words)
    held = reader.evaluate(HELD)
    assert len(held["names"]) == 1 and held["names"][0].endswith(":newer")
