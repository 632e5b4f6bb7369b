"""What becomes of a page on its way to paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from lms_guide.handouts import content

PAGE = """<html><body><article><h1>Pond</h1><p>For people with a pond.</p>
<section aria-labelledby="short-version" class="lms-section lms-section--short-version"><h2 id="short-version">The short version</h2>
<ul><li>Frogs live here.<span><sup class="lms-cite"><a href="#source-1">1</a></sup> <sup class="lms-cite"><a href="#source-2">2</a></sup> <sup
class="lms-cite"><a href="#source-3">3</a></sup></span> <sup class="lms-cite"><a href="#source-7">7</a></sup></li></ul></section>
<section aria-labelledby="usual-treatment" class="lms-section lms-section--usual-treatment"><h2 id="usual-treatment">The road</h2>
<ol class="lms-path"><li><strong>Look.</strong> See <a href="#words">this</a>.</li><li class="lms-path__maybe"><strong>Wade, sometimes.</strong></li></ol>
<details class="lms-outlook"><summary>Figures</summary><p>6 out of 10 frogs were alive.</p></details></section>
<section aria-labelledby="next-step" class="lms-section lms-section--next-step"><h2 id="next-step">Next</h2><ol><li>Call.</li><li>Write.</li></ol></section>
<section aria-labelledby="print" class="lms-section lms-section--print"><h2 id="print">Print</h2><p>Files</p></section>
</article></body></html>"""


@pytest.fixture
def pond_page(tmp_path) -> Path:
    file = tmp_path / "index.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_a_run_of_notes_is_printed_as_one(pond_page):
    assert ">1–3, 7</sup>" in content.read(pond_page, outlook=False).part("short-version").html


def test_the_first_next_step_is_the_one_thing_to_do_now(pond_page):
    assert content.read(pond_page, outlook=False).first == "Call."


def test_a_road_keeps_its_steps_and_which_of_them_are_for_some_people_only(pond_page):
    look, wade = content.read(pond_page, outlook=False).roads["usual-treatment"]
    assert (look.name, look.maybe) == ("Look", False) and wade.maybe


def test_figures_behind_a_closed_door_stay_behind_it_unless_the_kind_of_page_announces_them(pond_page):
    assert "alive" not in str(content.read(pond_page, outlook=False))
    assert "alive" in str(content.read(pond_page, outlook=True))


def test_links_that_paper_cannot_follow_become_words_and_the_list_of_files_stays_on_the_screen(pond_page):
    found = content.read(pond_page, outlook=False)
    assert "See this." in found.part("usual-treatment").html and found.part("print") is None
