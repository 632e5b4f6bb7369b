"""Harm that can be done to templates, styles and code: caught by the tests of the built site, not by the rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FrameMutation:
    """One change of a file, and the file of tests that must fail for it (`select` narrows it to save time)."""

    name: str
    file: str
    old: str
    new: str
    tests: str
    select: str = ""


_BUILT, _FINISH, _BROWSER = (f"tests/site/test_{name}.py" for name in ("built_pages", "finish", "in_a_browser"))
_STAGE = "uterine-stage-1"

FRAME = (
    FrameMutation("the notice of no review leaves every page", "overrides/main.html",
                  '{% include "partials/lms/notice.html" %}', "", _BUILT),
    FrameMutation("the status at the foot leaves every page", "overrides/main.html",
                  '{% include "partials/lms/status.html" %}', "", _BUILT),
    FrameMutation("the header is lost", "overrides/main.html", '{% include "partials/lms/header.html" %}', "", _BUILT),
    FrameMutation("a foreign script", "overrides/main.html", '{% include "partials/lms/head.html" %}',
                  '{% include "partials/lms/head.html" %}<script src="https://cdn.example.com/count.js"></script>', _BUILT),
    FrameMutation("a foreign picture", "overrides/partials/lms/footer.html", "<footer",
                  '<img src="https://pixel.example.com/1.gif" alt="">\n<footer', _BUILT),
    FrameMutation("a handler in a tag", "overrides/partials/lms/footer.html", "<footer", '<footer onclick="alert(1)"', _BUILT),
    FrameMutation("no policy is written", "src/lms_guide/policy.py", "def add(html: str) -> str:",
                  "def add(html: str) -> str:\n    return html\n\n\ndef _never(html: str) -> str:", _BUILT),
    FrameMutation("the hook changes a page", "src/lms_guide/hook.py", "def on_",
                  "def on_page_content(html, **_):\n    return html + '<p>More</p>'\n\n\ndef on_", _FINISH),
    FrameMutation("words too pale to read", "docs/assets/css/guide.css", "--lms-ink: #1d2a2e;", "--lms-ink: #b8c0c2;", _BROWSER, _STAGE),
    FrameMutation("words too pale in the dark", "docs/assets/css/guide.css", "--lms-soft: #bccaca;", "--lms-soft: #3a4444;", _BROWSER, _STAGE),
    FrameMutation("focus cannot be seen", "docs/assets/css/guide.css", ":root {", "*:focus-visible { outline: none !important; }\n:root {", _BROWSER, "keyboard"),
    FrameMutation("a page wider than a phone", "docs/assets/css/guide.css", ":root {", "article p { min-width: 60rem; }\n:root {", _BROWSER, _STAGE),
    FrameMutation("the status does not print", "docs/assets/css/print.css", '[data-md-component="skip"],',
                  '[data-md-component="skip"], .lms-status, .lms-print-head,', _BROWSER, f"prints and {_STAGE}"),
)  # fmt: skip
