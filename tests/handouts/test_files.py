"""What a person who opens, prints or hears a handout is promised, read from the files themselves."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from html import unescape

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest
import zxingcpp
from bs4 import BeautifulSoup
from handouts_of_site import CONTENTS, FILES, GUIDE, LAYOUTS, SHEETS, SITE, TABLE, WORDS

from lms_guide.handouts import layout, manifest
from lms_guide.handouts.settings import PAPERS
from lms_guide.pages import address


def squeezed(text: str) -> str:
    """A text without blanks, capitals and hyphens: lines break where they like, and a hyphen at their end is lost."""
    return re.sub(r"[\s\x02\u00ad-]+", "", unescape(text)).lower()


def words_of(html: str) -> str:
    """What a reader sees of HTML, squeezed, without the numbers of notes."""
    soup = BeautifulSoup(html, "lxml")
    for note in soup.select("sup"):
        note.decompose()
    return squeezed(soup.get_text(" "))


def test_every_page_that_promises_a_handout_has_one_in_every_edition():
    wanted = {page for page in GUIDE.menu if GUIDE.pages[page].meta["handout"] is True}
    assert wanted == {handout.page for handout, _ in FILES.values()}
    for page in wanted:
        for edition in TABLE.editions:
            assert any(handout.page == page and found == edition for handout, found in FILES.values())
    missing = [file for file in FILES if not (SITE / file).is_file()]
    assert missing == []


@pytest.mark.parametrize("file", FILES)
def test_a_file_has_the_paper_it_names_and_opens_on_a_bad_signal(file, pdf):
    width, height = PAPERS[FILES[file][1].paper]
    for page in pdf(file).pages:
        left, bottom, right, top = (float(edge) for edge in page.MediaBox)
        assert right - left == pytest.approx(width / 25.4 * 72, abs=0.5)
        assert top - bottom == pytest.approx(height / 25.4 * 72, abs=0.5)
    assert (SITE / file).stat().st_size <= (1000 if FILES[file][0].kind == "booklet" else 150) * 1024


@pytest.mark.parametrize("file", SHEETS)
def test_a_sheet_is_one_sheet_in_large_print_two(file, pdf):
    assert len(pdf(file).pages) <= SHEETS[file].setting.sides


@pytest.mark.parametrize("file", FILES)
def test_a_screen_reader_is_told_title_language_and_structure(file, pdf):
    document = pdf(file)
    catalog = document.Root
    assert bool(catalog.MarkInfo.Marked) and str(catalog.Lang).startswith("en")
    assert bool(catalog.ViewerPreferences.DisplayDocTitle)
    title = GUIDE.pages[FILES[file][0].page].meta["title"]
    assert str(document.docinfo.Title).startswith(title)
    with document.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
    tags = Counter(
        str(obj.S)
        for obj in document.objects
        if isinstance(obj, pikepdf.Dictionary)
        and "/S" in obj
        and "/P" in obj
        and obj.get("/Type") in (None, "/StructElem")
    )
    handout = FILES[file][0]
    # A booklet has its own, one for each page, and one each for notes, words and sources.
    assert tags["/H1"] == (len(handout.pages) + 4 if handout.kind == "booklet" else 1)
    assert tags["/H2"] >= 1 and tags["/L"] >= 1 and tags["/LI"] >= 1
    figures = [obj for obj in document.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/Figure"]
    assert figures and all(str(figure.get("/Alt", "")) for figure in figures)
    for page in document.pages:
        assert page.get("/Tabs") == "/S"


@pytest.mark.parametrize("file", LAYOUTS)
def test_headings_of_tables_are_marked_as_such(file, pdf):
    document = pdf(file)
    tags = Counter(str(obj.S) for obj in document.objects if isinstance(obj, pikepdf.Dictionary) and "/S" in obj)
    if tags["/Table"]:
        assert tags["/TH"]


@pytest.mark.parametrize("file", FILES)
def test_a_file_brings_its_own_faces_and_no_others(file, pdf):
    fonts = [
        obj
        for obj in pdf(file).objects
        if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    for font in fonts:
        assert any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        assert re.search("Atkinson|lms-text|lms-digits", str(font.FontName)), font.FontName


@pytest.mark.parametrize("file", LAYOUTS)
def test_the_text_has_the_size_of_its_edition_and_nothing_is_under_nine_points(file):
    sizes: Counter[float] = Counter()
    size = ctypes.c_float()
    for page in pypdfium2.PdfDocument(SITE / file):
        words = page.get_textpage()
        for run in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=words):
            raw.FPDFTextObj_GetFontSize(run, size)
            sizes[round(size.value * abs(run.get_matrix().d), 1)] += len(run.extract().split())
    assert min(sizes) >= 9
    if LAYOUTS[file].kind != "card":
        assert sizes[LAYOUTS[file].setting.body] >= 100, sizes  # words


@pytest.mark.parametrize("file", LAYOUTS)
def test_every_side_says_what_it_is_how_fresh_who_checked_it_and_where_it_came_from(file, sides):
    page = GUIDE.pages[LAYOUTS[file].page]
    frame, day, found = GUIDE.evidence.frame, page.meta["checked"], sides(file)
    wanted = (
        page.meta["title"],
        frame["notice_title"],
        f"{frame['months'][day.month - 1]} {day.day}, {day.year}",
        WORDS.sheet.version.format(version=GUIDE.config["extra"]["site"]["version"]),
        f"example.org/lms-guide/{address(page.path)}",
    )
    for number, side in enumerate(found, 1):
        assert [part for part in wanted if squeezed(part) not in squeezed(side)] == []
        assert squeezed(WORDS.sheet.page.format(page=number, pages=len(found))) in squeezed(side)


@pytest.mark.parametrize("file", LAYOUTS)
def test_the_first_side_says_for_whom_it_is_what_to_do_now_and_that_no_doctor_checked_it(file, sides):
    content, first = CONTENTS(LAYOUTS[file].page), squeezed(sides(file)[0])
    assert squeezed(" ".join(GUIDE.evidence.frame["notice"].split())) in first
    assert squeezed(WORDS.sheet.first) in first
    if content.first:
        assert words_of(content.first) in first
    assert words_of(content.lead)[:60] in first


@pytest.mark.parametrize("file", SHEETS)
def test_a_sheet_has_every_red_flag_of_its_page_the_blanks_and_the_last_words(file, sides, guide):
    handout = SHEETS[file]
    text = squeezed(" ".join(sides(file)))
    box = layout.Layout(guide, TABLE, WORDS).help(handout.pages, "roomy")
    flags = [item.get_text() for item in BeautifulSoup(box, "lxml").select("li")]
    assert len(flags) >= 12
    assert [flag for flag in flags if squeezed(flag) not in text] == []
    words = guide.evidence.frame["help"]
    for part in ("day_line", "night_line", "answered", "yes_no", "end_strong", "end", "line", "same-day"):
        assert squeezed(words[part]) in text, part
    # In this order, whatever the setting.
    number = guide.evidence.frame["emergency_numbers"][GUIDE.config["extra"]["site"]["country"]]
    begin = text.index(squeezed(words["emergency"].format(number=number)))
    places = [text.index(squeezed(words[part]), begin) for part in ("line", "same-day", "end_strong")]
    assert places == sorted(places)


def test_the_brief_red_flags_of_a_sheet_are_those_that_its_page_shows_in_full(guide, html_of):
    for handout in SHEETS.values():
        box = BeautifulSoup(layout.Layout(guide, TABLE, WORDS).help(handout.pages, "roomy"), "lxml")
        brief = {item.get_text() for item in box.select("li")}
        shown = {item.get_text() for item in html_of(handout.page).select("article .lms-help li")}
        missing = [
            words.id
            for words in guide.evidence.urgent_words.values()
            if words.text in shown and words.short not in brief
        ]
        assert missing == [], handout.page


@pytest.fixture
def html_of():
    """The built page of a source."""
    return lambda page: BeautifulSoup((SITE / address(page) / "index.html").read_text(encoding="utf-8"), "lxml")


@pytest.mark.parametrize("file", SHEETS)
def test_a_sheet_asks_three_questions_at_least(file, sides):
    questions, text = CONTENTS(SHEETS[file].page).questions, squeezed(" ".join(sides(file)))
    asked = [question for question in questions if words_of(question) in text]
    assert len(asked) >= min(3, len(questions)), text


CARDS = {file: handout for file, handout in LAYOUTS.items() if handout.kind == "card"}


@pytest.mark.parametrize("file", CARDS)
def test_a_card_has_every_red_flag_of_its_treatment_and_fits_one_side(file, sides, guide):
    sets = TABLE.cards[CARDS[file].page].families[CARDS[file].family]
    box = layout.Layout(guide, TABLE, WORDS).help(CARDS[file].pages, "roomy", more=sets)
    flags = [squeezed(item.get_text()) for item in BeautifulSoup(box, "lxml").select("li")]
    assert len(flags) >= 12
    found = sides(file)
    assert [flag for flag in flags if flag not in squeezed(" ".join(found))] == []
    if not CARDS[file].setting.large:
        assert [flag for flag in flags if flag not in squeezed(found[1])] == []


BOOKLETS = {file: handout for file, handout in LAYOUTS.items() if handout.kind == "booklet"}


@pytest.mark.parametrize("file", [file for file, handout in LAYOUTS.items() if handout.kind in ("whole", "booklet")])
def test_a_whole_page_or_a_booklet_has_every_word_of_its_web_pages(file, sides, html_of):
    printed = squeezed(" ".join(sides(file)))
    for page in LAYOUTS[file].pages:
        article = html_of(page).select_one("article")
        left_out = "details.lms-contents, .lms-section--print, .lms-sources__back, .lms-sources__strength, sup, svg title, svg desc"
        if GUIDE.pages[page].type not in TABLE.outlook:
            left_out += ", .lms-outlook"
        if file in BOOKLETS:  # which has the red flags of all its pages once, in brief words
            left_out += ", .lms-section--get-help, .lms-section--words > p"
        for element in article.select(left_out):
            element.decompose()
        lost = [word for word in re.findall(r"[A-Za-z]{4,}", article.get_text(" ")) if word.lower() not in printed]
        assert lost == [], page


@pytest.mark.parametrize("file", BOOKLETS)
def test_the_contents_of_a_booklet_name_the_side_on_which_each_page_begins(file, sides):
    found = sides(file)
    contents = next(side for side in found if squeezed(WORDS.booklet.contents) in squeezed(side))
    numbers = [
        int(number) for number in re.match(r"(?:\d+ )+", contents)[0].split()
    ]  # pdfium reads the right edge first
    for page, number in zip(BOOKLETS[file].pages, numbers[1:], strict=False):
        title = GUIDE.pages[page].meta["title"]
        assert squeezed(found[number - 1]).startswith(squeezed(title)), title


@pytest.mark.parametrize("file", BOOKLETS)
def test_a_booklet_has_the_red_flags_of_all_its_pages(file, sides, guide):
    text = squeezed(" ".join(sides(file)))
    box = layout.Layout(guide, TABLE, WORDS).help(BOOKLETS[file].pages, "roomy")
    flags = [item.get_text() for item in BeautifulSoup(box, "lxml").select("li")]
    assert [flag for flag in flags if squeezed(flag) not in text] == []


@pytest.mark.parametrize(
    "file", [file for file, handout in LAYOUTS.items() if GUIDE.pages[handout.page].type not in TABLE.outlook]
)
def test_no_paper_shows_survival_figures_that_nobody_asked_for(file, sides, guide):
    text = squeezed(" ".join(sides(file)))
    shown = [
        fact.id for fact in guide.evidence.facts.values() if fact.survival
        for wording in guide.evidence.fact_words[fact.id].wordings if squeezed(wording) in text
    ]  # fmt: skip
    assert shown == []


@pytest.mark.parametrize("file", LAYOUTS)
def test_a_phone_reads_the_code_off_a_gray_copy_and_lands_on_the_page(file, picture):
    page = GUIDE.pages[LAYOUTS[file].page]
    found = zxingcpp.read_barcodes(picture(file))
    assert [code.text for code in found] == [
        f"https://example.org/lms-guide/{address(page.path)}#{layout.version(page.meta['checked'])}"
    ]
    corners = found[0].position
    assert (corners.top_right.x - corners.top_left.x) / 150 * 25.4 >= 19.5  # corners lie at the middle of edge modules


def test_nothing_on_a_sheet_needs_color(picture):
    for file in list(SHEETS)[:2]:
        document = pypdfium2.PdfDocument(SITE / file)
        colored = document[0].render(scale=1).to_pil().convert("RGB")
        assert all(max(pixel) - min(pixel) < 8 for pixel in set(colored.resize((200, 260)).get_flattened_data()))


def test_the_handouts_page_lists_every_file_with_sides_and_size(html_of, pdf):
    links = {
        link["href"].removeprefix("../"): link
        for link in html_of("handouts/index.md").select("article a[href$='.pdf']")
    }
    made = manifest.load(GUIDE.root)
    for file in FILES:
        text = links[f"{file}" if file in links else file.removeprefix("handouts/")].get_text()
        assert f"{len(pdf(file).pages)} side" in text
        assert f"{-(-(SITE / file).stat().st_size // 1024)} KB" in text
        assert made[file].size == (SITE / file).stat().st_size


@pytest.mark.parametrize("page", sorted({handout.page for handout in LAYOUTS.values()}))
def test_each_page_offers_its_own_editions(page, html_of):
    offered = {
        link["href"].split("handouts/")[-1] for link in html_of(page).select(".lms-section--print a[href$='.pdf']")
    }
    assert offered == {file.removeprefix("handouts/") for file, (handout, _) in FILES.items() if handout.page == page}
