"""A reader's own words, with their typing errors, find the page."""

from __future__ import annotations

import random
import re
import statistics
from pathlib import Path

import pytest
import yaml
from barriers import faults

from lms_guide.pages import address as address_of

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SEED, SLIPS = 7, 500

# Puts one query after the other into the field as a reader would paste it, waits for the theme's answer to it, and gives
# for each the pages in their order and the time from key to result in milliseconds.
ASK = """async (queries) => {
  const [input, list, count] = ['input', 'list', 'count'].map((name) => document.querySelector(`.lms-search__${name}`))
  const base = new URL(document.querySelector('link[rel=icon]').href).pathname.replace(/assets.*/, '')
  const shown = () => [...list.children].map((item) => new URL(item.querySelector('a').href).pathname.replace(base, ''))
  const told = []
  for (const query of queries) {
    input.value = ''
    input.dispatchEvent(new Event('input'))
    while (list.childElementCount) await new Promise(requestAnimationFrame)
    count.textContent = ''
    const start = performance.now()
    input.value = query
    input.dispatchEvent(new Event('input'))
    while (!count.textContent) await new Promise((done) => setTimeout(done))
    told.push({ query, time: performance.now() - start, pages: shown() })
  }
  return told
}"""

# The same without the field and the list: our words and the theme's worker alone, which is ten times as quick. It reads
# the index once, and stays for the next questions.
START_WORKER = """async () => {
  const { base, search } = JSON.parse(document.querySelector('#__config').textContent)
  const at = (path) => new URL(path, new URL(`${base}/`, location))
  const [index, words] = await Promise.all(['search_index', 'words'].map(async (name) => (await fetch(at(`search/${name}.json`))).json()))
  const { correct } = await import(at('assets/js/search.js'))
  const known = new Map(Object.entries(words))
  const worker = new Worker(new URL(search, location))
  const answer = (message) => new Promise((done) => {
    worker.onmessage = ({ data }) => done(data)
    worker.postMessage(message)
  })
  await answer({ type: 0, data: { ...index, options: { suggest: false } } })
  window.lmsAsk = async (queries) => {
    const told = {}
    for (const query of queries) {
      const { data } = await answer({ type: 2, data: correct(query, known).query })
      told[query] = data.items.map(([first]) => first.location.split('#')[0])
    }
    return told
  }
}"""
ASK_WORKER = "queries => lmsAsk(queries)"


@pytest.fixture(scope="module")
def home(browser, address):
    """The home page with its search opened."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{address}/")
    tab.locator("[data-lms-search]:visible").first.click()
    tab.keyboard.type("fever")
    tab.wait_for_selector(".lms-search__list a[href]")
    yield tab
    context.close()


def test_the_table_of_queries_is_large_and_a_third_of_it_is_misspelt(guide):
    there = [query for query in QUERIES if any(page in guide.pages for page in query["pages"])]
    assert len(there) >= 80
    assert sum(query.get("misspelt", False) for query in there) * 3 >= len(there)


@pytest.fixture(scope="module")
def ask(home):
    """Asks the search, in the browser, and gives for each query the addresses of the pages found, in their order."""
    home.evaluate(START_WORKER)
    return lambda queries: home.evaluate(ASK_WORKER, list(dict.fromkeys(queries)))


def hits(address: str, queries: list[str], found: dict[str, list[str]]) -> list[str]:
    """Those of the queries that find the page among the first three results."""
    return [query for query in queries if address in found[query][:3]]


def test_a_page_that_comes_fourth_is_not_found():
    found = {"fever": ["a/", "b/", "c/"], "chills": ["b/", "c/", "d/", "a/"]}
    assert hits("a/", ["fever", "chills"], found) == ["fever"]


@pytest.mark.browser
def test_every_page_is_found_by_its_title_and_by_two_of_the_names_that_people_give_it(ask, guide):
    titles = {address_of(path): str(page.meta["title"]) for path, page in guide.pages.items()}
    names = {address_of(path): [str(name) for name in page.meta["also"]] for path, page in guide.pages.items()}
    found = ask([*titles.values(), *(name for all in names.values() for name in all[:2])])
    missed = {page: found[title][:3] for page, title in titles.items() if not hits(page, [title], found)}
    # Those whose first two names do not do it are asked by all they have.
    rest = [page for page in names if len(hits(page, names[page][:2], found)) < 2]
    found |= ask([name for page in rest for name in names[page]])
    nameless = [page for page in rest if len(hits(page, names[page], found)) < 2]
    print(
        f"Pages found by their title: {len(titles) - len(missed)} of {len(titles)}; "
        f"by two names that people give them: {len(names) - len(nameless)}, by their first two: {len(names) - len(rest)}."
    )
    assert (missed, nameless) == ({}, [])


@pytest.mark.browser
def test_what_readers_type_leads_to_the_right_page_in_the_first_three_results(home, guide):
    wanted = {
        query["query"]: {address_of(page) for page in query["pages"] if page in guide.pages}
        for query in QUERIES
        if any(page in guide.pages for page in query["pages"])
    }
    found = home.evaluate(ASK, list(wanted))
    missed = {told["query"]: told["pages"][:3] for told in found if not wanted[told["query"]] & {*told["pages"][:3]}}
    median = statistics.median(told["time"] for told in found)
    print(
        f"Queries met: {len(wanted) - len(missed)} of {len(wanted)}. From key to result: {median:.0f} ms at the median."
    )
    assert len(missed) <= len(wanted) * 0.05, missed


def hard_words(guide) -> list[str]:
    """The words of the glossary with their other names, and the medicines that the guide names, in small letters."""
    terms = [word for term in guide.evidence.terms.values() for word in (term.word, *term.also)]
    medicines = [word for word in guide.evidence.language.masked if re.search(r"(?:in|ib|ine|one|ide|ole|el)$", word)]
    plain = [" ".join(re.sub(r"[(),]", " ", word).lower().split()) for word in (*terms, *medicines * 6)]
    return [word for word in plain if re.search(r"\b[a-z]{4,}\b", word)]


def slip(words: str, chance: random.Random) -> str:
    """The words with one letter missing, added, changed or swapped, in a word of four letters or more."""
    place = chance.choice([match.span() for match in re.finditer(r"\b[a-z]{4,}\b", words)])
    word = words[slice(*place)]
    at, letter = chance.randrange(len(word) - 1), chance.choice(LETTERS)
    slipped = chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
    return slip(words, chance) if slipped == word else words[: place[0]] + slipped + words[place[1] :]


@pytest.mark.browser
def test_one_slip_in_a_medicine_or_a_hard_word_is_forgiven(ask, guide):
    chance = random.Random(SEED)
    typed = [(word, slip(word, chance)) for word in chance.choices(hard_words(guide), k=SLIPS)]
    found = ask(words for pair in typed for words in pair)
    missed = {slipped: word for word, slipped in typed if not {*found[word][:1]} & {*found[slipped][:3]}}
    print(f"Slips forgiven: {SLIPS - len(missed)} of {SLIPS}, seed {SEED}.")
    assert len(missed) <= SLIPS * 0.1, missed


@pytest.fixture
def search(page):
    """Opens the search of the home page."""

    def open(**options):
        tab = page("index.html", **options)
        tab.locator("[data-lms-search]:visible").first.click()
        return tab

    return open


@pytest.mark.browser
def test_a_corrected_word_is_said_and_the_part_of_the_page_is_named(search):
    tab = search()
    tab.keyboard.type("doxorubison")
    tab.wait_for_selector(".lms-search__list a[href]")
    assert tab.locator(".lms-search__meant").inner_text() == "Showing pages for: doxorubicin"
    assert re.fullmatch(r"\d+ matching pages", tab.locator(".lms-search__count[role=status]").inner_text())
    assert tab.locator(".lms-search__list > li").first.locator("h2").count() >= 1


@pytest.mark.browser
def test_what_is_asked_beside_a_readers_words_is_never_shown(search):
    tab = search()
    tab.keyboard.type("swollen leg ")
    tab.wait_for_selector(".lms-search__list a[href]")
    shown = tab.locator(".lms-search__list").inner_text()
    assert "Missing" not in shown and "_" not in shown


@pytest.mark.browser
def test_a_search_without_results_leads_to_people_to_call_the_page_finder_and_the_glossary(search, axe):
    tab = search(bypass_csp=True)
    tab.keyboard.type("xqzvjkw")
    none = tab.locator(".lms-search__none")
    none.wait_for()
    links = none.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for wanted in ("side-effects/", "living/support/", "start/find-your-path/", "about/glossary/"):
        assert any(wanted in link for link in links), links
    assert faults(tab, axe, ".lms-search") == []
    tab.keyboard.press("Control+a")
    tab.keyboard.type("fever")
    tab.wait_for_selector(".lms-search__list a[href]")
    assert not none.is_visible()
    assert faults(tab, axe, ".lms-search") == []


@pytest.mark.browser
@pytest.mark.parametrize("typed", ["💊 🏥", "ورم في الرحم", "a", '"+fever -~^:*', "stage " * 4000, "100.4 °F"])
def test_odd_input_is_taken_calmly_and_stays_in_the_field(typed, search):
    tab = search()
    complaints = []
    tab.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.locator(".lms-search__input").fill(typed)
    tab.locator(".lms-search__count", has_text=re.compile(r"\w")).wait_for()
    assert tab.locator(".lms-search__input").input_value() == typed
    assert complaints == []


@pytest.mark.browser
def test_by_keyboard_a_reader_goes_from_the_field_through_the_results_and_back_out(search):
    tab = search()
    tab.keyboard.type("fever")
    tab.wait_for_selector(".lms-search__list a[href]")
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate("document.activeElement.matches('.lms-search__list a')")
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate("document.activeElement.matches('.lms-search__input')")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.matches('.lms-search__count')")
    tab.keyboard.press("Escape")
    tab.wait_for_selector(".lms-search", state="hidden")
    assert tab.evaluate("document.activeElement.matches('[data-lms-search]')")


@pytest.mark.browser
def test_nothing_that_is_typed_leaves_or_enters_an_address(search):
    tab = search()
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.keyboard.type("bleeding")
    tab.wait_for_selector(".lms-search__list a[href]")
    tab.locator(".lms-search__list a").first.click()
    tab.wait_for_load_state("networkidle")
    assert not [url for url in asked if "bleed" in url] and "bleed" not in tab.url


@pytest.mark.browser
def test_when_the_search_cannot_be_fetched_there_are_other_ways_on(page):
    tab = page("index.html")
    tab.route("**/search.js", lambda route: route.abort())
    tab.locator("[data-lms-search]:visible").first.click()
    tab.locator(".lms-search__none a").first.wait_for()
