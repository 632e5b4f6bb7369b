"""What a reader's browser does with the site: on a phone, in the dark, by keyboard, without scripts, on paper."""

from __future__ import annotations

import re

import pytest
from barriers import DESKTOP, PHONE, faults, in_every_state, web
from pages_of_site import CONTENT, PAGES
from pypdfium2 import PdfDocument


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_barrier_on_a_light_phone_nor_on_a_dark_desktop(path, same_tab, axe):
    tab = same_tab(path, bypass_csp=True, reduced_motion="reduce")
    for viewport, scheme in ((PHONE, "light"), (DESKTOP, "dark")):
        tab.set_viewport_size(viewport)
        tab.emulate_media(color_scheme=scheme)
        assert faults(tab, axe) == [], f"{scheme}, {viewport}"


ONE_OF_A_KIND = (
    "index.html",
    "stages/index.html",
    "stages/uterine-stage-1/index.html",
    "understand/staging/index.html",
    "side-effects/index.html",
    "404.html",
)


@pytest.mark.browser
@pytest.mark.parametrize("path", ONE_OF_A_KIND)
def test_axe_finds_no_barrier_in_any_state_of_one_page_of_each_kind(path, page, axe):
    tab = page(path, bypass_csp=True, reduced_motion="reduce")
    assert [state for state in in_every_state(tab, axe) if not state[-1].answered] == []


@pytest.mark.browser
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_no_barrier_in_the_open_menu(viewport, page, axe):
    tab = page("index.html", viewport=viewport, bypass_csp=True, reduced_motion="reduce")
    tab.evaluate("document.querySelectorAll('header details').forEach(door => door.open = true)")
    assert faults(tab, axe, within="header") == []


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_a_visit_asks_no_other_host_keeps_nothing_and_breaks_no_rule_of_its_policy(path, browser, address):
    context = browser.new_context(viewport=PHONE)
    tab = context.new_page()
    asked, complaints = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(f"{address}/{web(path)}", wait_until="networkidle")
    host = address.rpartition("/")[0]
    assert [url for url in asked if not url.startswith((host, "data:", "blob:"))] == []
    assert [url for url in asked if "search" in url] == [], "the search is fetched before anyone searches"
    assert complaints == []
    assert context.cookies() == []
    assert tab.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []
    assert tab.evaluate("caches.keys()") == []
    assert tab.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_small_phone_nor_cut_when_text_is_spaced_out(path, same_tab):
    tab = same_tab(path, bypass_csp=True)
    tab.set_viewport_size({"width": 320, "height": 640})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    tab.set_viewport_size(PHONE)
    tab.add_style_tag(
        content="*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}"
    )
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    cut = tab.evaluate(
        """() => [...document.querySelectorAll('article *')].filter(e => e.clientWidth > 1 && getComputedStyle(e).overflow === 'hidden'
        && e.scrollHeight > e.clientHeight + 2 && e.innerText).map(e => e.className)"""
    )
    assert cut == []


@pytest.mark.browser
@pytest.mark.parametrize("path", ["stages/uterine-stage-1/index.html", "index.html"])
def test_the_keyboard_reaches_everything_and_is_seen(path, page):
    tab = page(path, viewport=DESKTOP)
    wanted = tab.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary, [tabindex="0"]')]
        .filter(e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length && e.tabIndex >= 0
        && !(e.type === 'radio' && !e.checked)) // arrow keys move within a group
        .map((e, i) => (e.dataset.lmsTest = i, i)).length"""
    )
    reached, hidden = set(), []
    for _ in range(wanted + 20):
        tab.keyboard.press("Tab")
        state = tab.evaluate(
            """() => {const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e),
            h = document.querySelector('header').getBoundingClientRect();
            return {id: e.dataset.lmsTest, text: (e.innerText || e.getAttribute('aria-label') || e.id || e.tagName).slice(0, 40),
            under: !e.closest('header') && r.bottom > 0 && r.bottom < h.bottom && r.top >= 0,
            ring: s.outlineStyle !== 'none' || s.boxShadow !== 'none'}}"""
        )
        if state["id"] is not None:
            reached.add(state["id"])
            if state["under"] or not state["ring"]:
                hidden.append(state["text"])
    missed = tab.evaluate(
        "done => [...document.querySelectorAll('[data-lms-test]')].filter(e => !done.includes(e.dataset.lmsTest)).map(e => e.outerHTML.slice(0, 120))",
        sorted(reached),
    )
    assert missed == []
    assert hidden == [], "focus cannot be seen on these"


@pytest.mark.browser
@pytest.mark.parametrize("path", sorted(CONTENT.values()))
def test_without_scripts_the_whole_text_is_there_and_links_lead_on(path, same_tab):
    plain = same_tab(path, java_script_enabled=False)
    text = plain.locator("article").inner_text()
    tab = same_tab(path)
    # What tools add is theirs, and what they set aside for a while is still there.
    tab.evaluate(
        """() => {for (const part of document.querySelectorAll('article .lms-tool')) part.remove();
        for (const part of document.querySelectorAll('[data-lms-away]')) part.removeAttribute('data-lms-away');
        for (const part of document.querySelectorAll('[data-lms-step]')) part.removeAttribute('data-lms-step');
        for (const part of document.querySelectorAll('.lms-paper')) part.classList.remove('lms-paper')}"""
    )
    lively = tab.locator("article").inner_text()
    assert re.sub(r"\s+", " ", text).strip() == re.sub(r"\s+", " ", lively).strip()
    assert plain.locator("header a:visible", has_text="Get help now").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize(("source", "path"), CONTENT.items())
def test_a_page_prints_whole_with_its_title_address_date_and_status(source, path, same_tab, guide):
    tab = same_tab(path, viewport=DESKTOP)
    tab.emulate_media(media="print")
    words = re.findall(r"[A-Za-z]{4,}", tab.locator("article").inner_text())
    meta, frame = guide.pages[source].meta, guide.evidence.frame
    day = meta["checked"]
    wanted = (
        meta["title"],
        f"{frame['months'][day.month - 1]} {day.day}, {day.year}",
        frame["notice_title"],
        "example.org/lms-guide",
    )
    for size in ("Letter", "A4") if path in ONE_OF_A_KIND else ("Letter",):
        with PdfDocument(tab.pdf(format=size, margin={"top": "15mm", "bottom": "15mm"})) as sheets:
            printed = squeezed(" ".join(sheet.get_textpage().get_text_bounded() for sheet in sheets))
        missing = [word for word in words if word.lower() not in printed]
        assert len(missing) <= len(words) * 0.005, missing[:20]
        assert [part for part in wanted if squeezed(part) not in printed] == []
        assert squeezed("Skip to content") not in printed and squeezed("Type to start searching") not in printed


def squeezed(text: str) -> str:
    """A text without spaces and capitals: PDF text breaks words as it likes."""
    return re.sub(r"\s+", "", text).lower()


@pytest.mark.browser
def test_a_closed_door_stays_closed_on_paper(root, browser, address, pond):
    from lms_guide import build  # a made-up page, since pages with figures may change

    site = build.build(pond())
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((site / "index.html").as_uri())
    tab.emulate_media(media="print")
    assert not tab.get_by_text("6 out of 10 frogs were alive").is_visible()
    context.close()


@pytest.mark.browser
def test_a_frightened_reader_on_a_phone_is_two_taps_from_the_call_now_lines(page):
    tab = page("index.html")
    tab.locator("header a:visible", has_text="Get help now").click()
    tab.wait_for_load_state()
    heading = tab.locator(".lms-help__block--emergency h3").first
    assert heading.is_visible()
    assert tab.locator("a[href='tel:911']").first.is_visible()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("fever", "side-effects/"),
        ("staging systems", "understand/staging/"),
        ("fibroid surgery", "start/after-fibroid-surgery/"),
    ],
)
def test_a_reader_who_types_what_worries_them_finds_the_page(words, found, page):
    tab = page("index.html")
    tab.locator("[data-lms-search]:visible").first.click()
    tab.keyboard.type(words)
    tab.wait_for_selector(".lms-search__list a[href]")
    links = tab.locator(".lms-search__list a[href]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert any(found in link for link in links), links[:5]
    tab.keyboard.press("Escape")  # empties the field
    tab.keyboard.press("Escape")
    tab.wait_for_selector(".lms-search", state="hidden")
