"""Reading aloud: only with a voice of the device, never by itself."""

from __future__ import annotations

import pytest
from barriers import faults

pytestmark = pytest.mark.browser

STAGE = "stages/uterine-stage-1/"
# A device with the voices that a test wants; what is spoken is written down, and ends when the test says so.
DEVICE = """(voices) => {
  window.spoken = []
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => voices, addEventListener() {}, cancel() { this.now = null },
    speak(utterance) { this.now = utterance; window.spoken.push(utterance.text) },
  } })
  window.finish = () => speechSynthesis.now.onend()
}"""
OWN = [{"lang": "en-US", "localService": True, "default": True}]
FOREIGN = [{"lang": "en-US", "localService": False}, {"lang": "de-DE", "localService": True}]


def device(voices: list) -> str:
    """The script that gives a page these voices."""
    return f"({DEVICE})({str(voices).replace('True', 'true').replace('False', 'false')})"


@pytest.mark.parametrize("voices", [[], FOREIGN], ids=["no voice", "voices of others or of another language"])
def test_without_a_voice_of_the_device_nothing_is_offered(voices, tool):
    tab = tool(STAGE, before=(device(voices),))
    assert not tab.locator(".lms-aloud").is_visible()


def test_a_page_is_read_in_order_paused_sped_up_skipped_and_stopped(tool, axe):
    tab = tool(STAGE, before=(device(OWN),), bypass_csp=True)
    spoken = lambda: tab.evaluate("spoken")  # noqa: E731
    assert spoken() == []
    tab.locator(".lms-aloud__open").focus()
    tab.keyboard.press("Enter")
    tab.locator(".lms-aloud__bar").wait_for()
    assert "No doctor or nurse has checked it yet" in spoken()[0]
    assert faults(tab, axe) == []
    while spoken()[-1] != "The short version":
        tab.evaluate("finish()")
    tab.evaluate("finish()")
    assert not any(sign.isdigit() for sign in spoken()[-1]), "numbers of notes are read out"
    tab.locator(".lms-aloud__pause").tap()
    assert tab.evaluate("speechSynthesis.now") is None
    tab.locator(".lms-aloud__pause").tap()
    assert spoken()[-1] == spoken()[-2], "going on does not begin the piece anew"
    tab.locator(".lms-aloud__speed").select_option("1.25")
    assert tab.evaluate("speechSynthesis.now.rate") == 1.25
    tab.locator(".lms-aloud__next").tap()
    assert spoken()[-1] == "What this stage means"
    tab.locator(".lms-aloud__stop").tap()
    assert not tab.locator(".lms-aloud__bar").is_visible()
    assert tab.evaluate("document.activeElement.matches('.lms-aloud__open')")
    assert tab.evaluate("({...localStorage})") == {}
