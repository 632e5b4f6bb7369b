"""Each tool by keyboard and by touch, with and without scripts and storage; nothing typed is lost, and nothing is sent."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from barriers import faults
from states import BLOCKED, FULL

pytestmark = pytest.mark.browser

QUESTIONS, FINDER, PLANNER, CARD = (
    "tools/questions/",
    "start/find-your-path/",
    "tools/follow-up-planner/",
    "tools/call-now-card/",
)
SHEETS = (CARD, "tools/emergency-room-card/", "tools/second-opinion-pack/", "tools/symptom-diary/")
STAGE = "stages/uterine-stage-1/"
# Very long, right to left, and a picture; a pasted page.
ODD = ("x" * 3000, "هل يمكنني العمل؟", "💊🏥 ok?", "A pasted page\n\nwith lines\n" * 200)


def said(tab, text: str) -> None:
    """Waits until the tool says something that holds `text`."""
    tab.locator(".lms-say", has_text=text).first.wait_for()


def kept(tab) -> dict:
    """What lies in the browser's storage, by key."""
    return tab.evaluate("({...localStorage})")


def press(tab, selector: str) -> None:
    """Reaches a control by Tab alone, as a keyboard does, and presses Enter."""
    tab.locator(selector).first.focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    assert tab.evaluate("selector => document.activeElement.matches(selector)", selector), (
        f"Tab does not reach {selector}"
    )
    tab.keyboard.press("Enter")


# ---- Find the pages for you ---------------------------------------------------------------------------------------------


def test_two_choices_lead_to_a_short_list_and_back_leads_back(tool, axe):
    tab = tool(FINDER, bypass_csp=True)
    assert not tab.locator("#uterus").is_visible() and tab.locator("#place").is_visible()
    assert faults(tab, axe) == []
    tab.locator(".lms-section--place a.lms-card[href='#uterus']").tap()
    assert tab.evaluate("document.activeElement.id") == "uterus"
    assert not tab.locator("#uterus-back").is_visible()
    assert faults(tab, axe) == []
    tab.locator("article a[href='#uterus-back']:visible").tap()
    assert tab.evaluate("document.activeElement.id") == "uterus-back"
    assert tab.url.endswith("#uterus-back")
    shown = tab.locator(".lms-section--uterus li:visible")
    assert 2 <= shown.count() <= 6 and not tab.locator("#uterus-new").is_visible()
    assert faults(tab, axe) == []
    tab.go_back()
    tab.locator("#uterus-back").wait_for(state="hidden")
    tab.go_back()
    tab.locator("#place").wait_for()


def test_a_result_has_an_address_of_its_own_and_start_again_takes_it_out(tool):
    tab = tool(f"{FINDER}#limb-spread")
    assert tab.locator("#limb-spread").is_visible() and not tab.locator("#place").is_visible()
    press(tab, ".lms-steps__print")
    assert tab.evaluate("prints") == [""]
    tab.emulate_media(media="print")
    assert tab.locator("#limb-spread").is_visible() and not tab.locator("#how-to").is_visible()
    tab.emulate_media(media="screen")
    press(tab, ".lms-steps__again")
    assert "#" not in tab.url and tab.locator("#place").is_visible()
    assert tab.evaluate("document.activeElement.id") == "place"


def test_a_rarer_place_is_a_choice_and_back_from_what_all_places_share_leads_to_it(tool, axe):
    tab = tool(FINDER, bypass_csp=True)
    tab.locator(".lms-section--place a[href='#elsewhere']").tap()
    assert tab.locator("#elsewhere").is_visible() and not tab.locator("a[href='#limb']:visible").count()
    press(tab, "#elsewhere ~ ul a[href='#bone']")
    assert tab.evaluate("document.activeElement.id") == "bone"
    assert not tab.locator(".lms-steps__print").is_visible(), "there is no list yet"
    tab.locator("a[href='#day']:visible").tap()
    assert tab.locator("#day").is_visible() and faults(tab, axe) == []
    tab.locator("a[href='#day-family']:visible").tap()
    assert tab.locator("#day-family").is_visible() and tab.locator(".lms-steps__print").is_visible()
    for wanted in ("day", "bone", "elsewhere", "place"):
        press(tab, ".lms-steps__back")
        assert tab.evaluate("document.activeElement.id") == wanted


def test_a_finder_printed_with_nothing_chosen_prints_every_list(tool):
    tab = tool(FINDER)
    tab.emulate_media(media="print")
    assert tab.locator("#uterus-back").is_visible() and tab.locator("#other-spread").is_visible()


@pytest.mark.parametrize("hash", ["#nothing", "#%E0%A4%A", "#uterus/came-back", "#sources"])
def test_an_address_that_the_finder_does_not_know_shows_the_first_step(hash, tool):
    tab = tool(FINDER + hash)
    assert tab.locator("#place").is_visible()


# ---- Your question list --------------------------------------------------------------------------------------------------


def test_a_list_is_ticked_written_ordered_printed_and_saved_by_keyboard(tool, axe):
    tab = tool(QUESTIONS, bypass_csp=True, accept_downloads=True)
    first = tab.locator(".lms-questions label").first.inner_text()
    tab.locator(".lms-questions input").first.focus()
    tab.keyboard.press("Space")
    said(tab, "Your list has 1")
    tab.locator("#lms-list-own").focus()
    tab.keyboard.type("Can I keep working?")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    said(tab, "Your list has 2")
    items = tab.locator(".lms-list__text")
    assert items.all_inner_texts() == [first, "Can I keep working?"]
    press(tab, ".lms-list__items > li:last-child .lms-list__up")
    said(tab, "place 1 of 2")
    assert items.all_inner_texts() == ["Can I keep working?", first]
    assert (
        tab.evaluate("document.activeElement.closest('li').querySelector('.lms-list__text').textContent")
        == "Can I keep working?"
    )
    assert faults(tab, axe) == []
    press(tab, ".lms-list__print")
    assert tab.evaluate("prints") == ["list"]
    tab.emulate_media(media="print")
    assert items.first.is_visible() and not tab.locator(".lms-questions").first.is_visible()
    tab.emulate_media(media="screen")
    with tab.expect_download() as download:
        press(tab, ".lms-list__save")
    text = download.value.path().read_text(encoding="utf-8")
    assert text.index("1. Can I keep working?") < text.index(f"2. {first}")
    press(tab, ".lms-list__items > li:first-child .lms-list__remove")
    assert tab.locator("#lms-list-own").input_value() == "Can I keep working?", "an own question is lost"


def test_an_empty_question_a_double_one_and_an_empty_list_are_answered_with_a_sentence(tool):
    tab = tool(QUESTIONS)
    for button in (".lms-list__print", ".lms-list__save"):
        tab.locator(button).tap()
        said(tab, "Your list is empty")
    assert tab.evaluate("prints") == []
    add, field = tab.locator(".lms-list__own button"), tab.locator("#lms-list-own")
    add.tap()
    said(tab, "Write a question first")
    for _ in range(2):
        field.fill("Why?")
        add.tap()
    said(tab, "on your list already")
    assert field.input_value() == "Why?"


def own(tab, *texts: str) -> None:
    """Writes questions of the reader's own onto the list."""
    for text in texts:
        tab.locator("#lms-list-own").fill(text)
        tab.locator(".lms-list__own button").tap()


def test_an_own_question_is_changed_where_it_stands(tool, axe):
    tab = tool(QUESTIONS, bypass_csp=True)
    tab.locator(".lms-questions input").first.check()
    own(tab, "Can I work?", "Can I swim?")
    assert tab.locator(".lms-list__edit:visible").count() == 2, "a question of the guide is changed, too"
    tab.locator(".lms-keep input").check()
    press(tab, ".lms-list__items > li:nth-child(2) .lms-list__edit")
    tab.keyboard.press("End")
    tab.keyboard.press("Backspace")
    tab.keyboard.type(" in winter?")
    assert faults(tab, axe, ".lms-list") == []
    assert "Can I work in winter?" in kept(tab)["lms-tool:questions"], "a change is lost when the page is left"
    press(tab, ".lms-list__change:not([hidden]) .lms-list__done")
    said(tab, "Changed")
    assert tab.locator(".lms-list__text").all_inner_texts()[1:] == ["Can I work in winter?", "Can I swim?"]
    assert tab.evaluate("document.activeElement.matches('li:nth-child(2) .lms-list__edit')")


def test_a_change_to_nothing_or_to_a_question_that_is_there_is_answered_and_nothing_is_lost(tool):
    tab = tool(QUESTIONS)
    own(tab, "Can I work?", "Can I swim?")
    tab.locator(".lms-list__edit").last.tap()
    area, done = tab.locator(".lms-list__change textarea:visible"), tab.locator(".lms-list__done:visible")
    for wrong, sentence in (("  ", "Write a question first"), ("Can I work?", "on your list already")):
        area.fill(wrong)
        done.tap()
        said(tab, sentence)
        assert area.input_value() == wrong
    area.fill("Can I fly?")
    tab.locator(".lms-questions input").first.check()  # draws the list anew
    assert tab.locator(".lms-list__text").all_inner_texts()[:2] == ["Can I work?", "Can I fly?"]


def test_odd_questions_are_taken_whole_and_nothing_grows_wider_than_the_phone(tool, axe):
    tab = tool(QUESTIONS, bypass_csp=True)
    for text in ODD:
        tab.locator("#lms-list-own").fill(text)
        tab.locator(".lms-list__own button").tap()
    assert [text.strip() for text in ODD] == tab.locator(".lms-list__text").evaluate_all(
        "all => all.map(each => each.textContent)"
    )
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert faults(tab, axe, ".lms-list") == []


def test_a_list_is_kept_only_when_asked_shown_and_cleared(tool, axe):
    tab = tool(QUESTIONS, bypass_csp=True)
    tab.locator(".lms-questions input").first.check()
    assert kept(tab) == {}
    tab.locator(".lms-keep input").check()
    said(tab, "It is kept on this device now")
    assert list(kept(tab)) == ["lms-tool:questions"]
    assert "Your question list" in tab.locator(".lms-keep__kept").inner_text()
    tab.reload()
    assert tab.locator(".lms-list__text").count() == 1 and tab.locator(".lms-keep input").is_checked()
    press(tab, ".lms-keep__clear")
    assert faults(tab, axe, ".lms-list") == []
    press(tab, ".lms-keep__no")
    assert kept(tab) != {}
    press(tab, ".lms-keep__clear")
    press(tab, ".lms-keep__yes")
    said(tab, "Everything kept was cleared")
    assert kept(tab) == {} and tab.locator(".lms-list__text").count() == 1, (
        "clearing takes away what stands on the page"
    )


def test_a_question_picked_on_a_page_is_found_in_the_list_once_the_reader_keeps_it(tool, axe):
    tab = tool(STAGE, bypass_csp=True)
    buttons = tab.locator(".lms-ask")
    assert buttons.count() == 0, "a page fetches this before anyone comes near"
    tab.locator(".lms-section--questions").scroll_into_view_if_needed()
    buttons.last.wait_for()
    assert buttons.count() == tab.locator(".lms-section--questions > ul > li").count()
    press(tab, ".lms-ask")
    said(tab, "Added on this page: 1")
    assert buttons.first.get_attribute("aria-pressed") == "true" and kept(tab) == {}
    assert faults(tab, axe, ".lms-section--questions") == []
    tab.locator(".lms-keep input").check()
    buttons.nth(1).tap()
    said(tab, "Your question list has 2")
    tab.locator(".lms-sheet a").tap()
    tab.wait_for_url(f"**/{QUESTIONS}")
    assert tab.locator(".lms-list__text").count() == 2
    assert tab.locator(".lms-questions input:checked").count() >= 2


@pytest.mark.parametrize(
    ("storage", "path"), [(storage, path) for storage in (BLOCKED, FULL) for path in (QUESTIONS, CARD, PLANNER)]
)
def test_with_storage_full_or_blocked_the_tool_says_so_and_loses_nothing(storage, path, tool):
    tab = tool(path, before=(storage,))
    field = tab.locator(".lms-tool textarea:visible, .lms-tool input[name=every]").first
    field.fill("12")
    tab.locator(".lms-keep input").click()
    said(tab, "did not let the page keep it")
    assert not tab.locator(".lms-keep input").is_checked() and field.input_value() == "12"


@pytest.mark.parametrize(
    "raw", ["{broken", "null", '{"version":0,"data":["Can I keep working?"]}', '{"version":1,"data":{"items":"Can"}}']
)
def test_what_an_older_edition_kept_is_shown_to_copy_and_not_overwritten(raw, tool):
    tab = tool(
        QUESTIONS,
        before=(
            f"if (!sessionStorage.once) {{ localStorage['lms-tool:questions'] = {json.dumps(raw)}; sessionStorage.once = 1 }}",
        ),
    )
    old = tab.locator(".lms-keep__old textarea")
    assert old.input_value() == raw
    tab.locator(".lms-questions input").first.check()
    tab.locator(".lms-keep input").check()
    tab.reload()
    assert old.input_value() == raw and tab.locator(".lms-list__text").count() == 1


# ---- Cards and sheets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SHEETS)
def test_a_sheet_is_filled_in_kept_and_printed(path, tool, axe):
    tab = tool(path, bypass_csp=True)
    fields = tab.locator(".lms-field textarea")
    blanks = fields.count()
    assert blanks >= 8
    for field, text in zip(fields.all(), ODD, strict=False):
        field.fill(text)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    names = fields.evaluate_all("all => all.map(each => each.ariaLabel)")
    assert all(names) and len(set(names)) == blanks, "two fields have one name"
    assert faults(tab, axe) == []
    tab.locator(".lms-keep input").check()
    said(tab, "It is kept on this device now")
    tab.reload()
    assert [field.input_value() for field in fields.all()[: len(ODD)]] == list(ODD)
    tab.locator(".lms-fill__print").tap()
    assert tab.evaluate("prints") == ["sheet"]


@pytest.mark.parametrize("path", SHEETS)
def test_a_sheet_is_printed_empty_with_a_sentence_and_large_when_wished(path, tool):
    tab = tool(path)
    press(tab, ".lms-fill__print")
    said(tab, "It prints empty")
    tab.locator(".lms-fill__large").check()
    tab.emulate_media(media="print")
    sizes = tab.locator(".lms-table th").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 24  # 18 pt
    assert not tab.locator(".lms-field textarea").first.is_visible()


def test_yes_or_no_is_chosen_on_the_screen_and_kept(tool):
    tab = tool(CARD)
    tab.get_by_role("radio", name="no").check()
    tab.locator(".lms-keep input").check()
    tab.reload()
    assert tab.get_by_role("radio", name="no").is_checked()


def test_what_was_kept_for_a_blank_that_is_gone_is_said_and_stays(tool):
    data = {"version": 1, "title": "Card", "data": {"My shoe size": "39", "My name": "Ana"}}
    tab = tool(CARD, before=(f"localStorage['lms-tool:call-now-card'] ??= {json.dumps(json.dumps(data))}",))
    said(tab, "My shoe size: 39")
    tab.get_by_role("textbox", name="My name").fill("Anna")
    assert json.loads(kept(tab)["lms-tool:call-now-card"])["data"] == {"My shoe size": "39", "My name": "Anna"}


# ---- Follow-up planner -----------------------------------------------------------------------------------------------------


def plan(tab, start="2027-01-31", every="3", unit="months", count="4", what="") -> None:
    """Fills the planner in and asks for the dates."""
    for name, value in (("start", start), ("every", every), ("count", count), ("what", what)):
        tab.locator(f"[name={name}]").fill(value)
    tab.locator("[name=unit]").select_option(unit)
    tab.locator(".lms-planner__form button").tap()


def test_the_planner_has_no_interval_of_its_own(tool, axe):
    tab = tool(PLANNER, bypass_csp=True)
    assert tab.locator("[name=every]").input_value() == ""
    press(tab, ".lms-planner__form button")
    said(tab, "Choose the date")
    assert tab.evaluate("document.activeElement.name") == "start"
    assert faults(tab, axe) == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"every": ""}, "Write the interval that your team gave you"),
        ({"every": "0"}, "With an interval of zero"),
        ({"every": "-3"}, "as a whole number"),
        ({"every": "three 💊"}, "as a whole number"),
        ({"every": "9" * 3000}, "as a whole number"),
        ({"every": "9999"}, "more than ten years"),
        ({"count": "0"}, "from 1 to 40"),
        ({"count": "1000"}, "from 1 to 40"),
        ({"start": ""}, "Choose the date"),
    ],
)
def test_a_plan_that_makes_no_sense_is_answered_with_a_sentence_and_stays(wrong, sentence, tool):
    tab = tool(PLANNER)
    plan(tab, **wrong)
    said(tab, sentence)
    assert not tab.locator(".lms-planner__result").is_visible()
    for name, value in wrong.items():
        assert tab.locator(f"[name={name}]").input_value() == value


def test_dates_keep_to_the_interval_through_short_months_and_leap_days(tool, axe):
    tab = tool(PLANNER, bypass_csp=True)
    plan(tab, start="2028-02-29", every="12", count="4")
    dates = tab.locator(".lms-planner__dates li")
    assert [text.split("(")[0].strip() for text in dates.all_inner_texts()] == [
        "Wednesday, February 28, 2029",
        "Thursday, February 28, 2030",
        "Friday, February 28, 2031",
        "Sunday, February 29, 2032",
    ]
    assert "last day of that month" in dates.first.inner_text()
    assert tab.evaluate("document.activeElement.tagName") == "H3"
    assert faults(tab, axe) == []
    plan(tab, start="2026-10-20", every="6", unit="weeks", count="2")
    assert dates.all_inner_texts() == ["Tuesday, December 1, 2026", "Tuesday, January 12, 2027"]
    tab.locator("[name=every]").fill("5")
    assert not tab.locator(".lms-planner__result").is_visible(), "dates stand there that no longer fit"


def test_the_calendar_file_holds_whole_days_and_survives_odd_words(tool):
    tab = tool(PLANNER, accept_downloads=True)
    plan(tab, count="2", what="CT; chest, belly\\ 💊 هل " + "long " * 60)
    with tab.expect_download() as download:
        tab.locator(".lms-planner__save").tap()
    raw = download.value.path().read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    lines = raw.decode("utf-8").replace("\r\n ", "").split("\r\n")
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20270430",
        "DTSTART;VALUE=DATE:20270731",
    ]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2 and lines[-2:] == ["END:VCALENDAR", ""]
    assert any(line.startswith("SUMMARY:CT\\; chest\\, belly\\\\ 💊") for line in lines)


# ---- All of them ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [QUESTIONS, FINDER, PLANNER, *SHEETS, STAGE])
def test_without_scripts_a_tool_is_a_page_to_read_and_print_with_no_dead_control(path, tool):
    tab = tool(path, java_script_enabled=False)
    assert tab.locator(".lms-article p").count() > 0
    assert tab.locator("article :is(button, input, textarea, select)").count() == 0


@pytest.mark.parametrize("path", [QUESTIONS, PLANNER, *SHEETS])
def test_every_control_of_a_tool_is_large_enough_to_touch(path, tool):
    tab = tool(path)
    small = tab.evaluate(
        """() => [...document.querySelectorAll('.lms-tool :is(button, textarea, select, input:not([type=checkbox], [type=radio])), .lms-check, .lms-questions label')]
        .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.5).map(each => each.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_the_scripts_of_a_page_weigh_8_kilobytes_at_the_most(site, html):
    heavy = {}
    for page in sorted(site.rglob("index.html")):
        path = page.relative_to(site).as_posix()
        scripts = [script["src"] for script in html(path).select("script[src]") if "assets/js/" in script["src"]]
        scripts += [part["data-module"] for part in html(path).select("[data-module]")]
        files = [(page.parent / script).resolve() for script in scripts]
        # What keeps the guide on a device is fetched only where its panel stands (frame.js).
        never = set() if html(path).select_one(".lms-device") else {"./device.js"}
        for file in files:  # grows while it is walked: modules name others, those fetched later too
            named = re.findall(r"(?:from |import\()'(\./[\w-]+\.js)'", file.read_text(encoding="utf-8"))
            files += [
                found for name in named if name not in never and (found := (file.parent / name).resolve()) not in files
            ]
        weight = sum(len(gzip.compress(file.read_bytes())) for file in files)
        if weight > 8 * 1024:
            heavy[path] = weight
    assert heavy == {}


def test_no_word_of_a_tool_stands_in_a_script(root):
    for file in (root / "docs/assets/js").rglob("*.js"):
        code = re.sub(r"^\s*//.*$|\s//\s.*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        sentences = re.findall(r"['\"`]([A-Z][a-z]+(?: [a-z]+)+[.!?]?)['\"`]", code)
        assert sentences == [], file.name
