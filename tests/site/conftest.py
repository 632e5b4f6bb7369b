"""The built site, served on this machine, and a browser to look at it with."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from barriers import PHONE, web
from bs4 import BeautifulSoup
from pages_of_site import PAGES, SITE
from playwright.sync_api import Browser, sync_playwright

from lms_guide import browser as browsers
from lms_guide.axe import source


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Keeps the test's output to the tests."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        """A tab that closes before it has everything is no error."""


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site; `make test` builds it first."""
    assert PAGES, "there is no built site: run `make test`, or `make site` first"
    return SITE


@pytest.fixture(scope="session")
def html(site: Path):
    """Reads a built page as a tree, once."""

    @functools.cache
    def read(path: str) -> BeautifulSoup:
        return BeautifulSoup((site / path).read_text(encoding="utf-8"), "lxml")

    return read


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory) -> Iterator[str]:
    """Serves the site below a sub-path, as a project page on GitHub is, and gives its address."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "lms-guide").symlink_to(site, target_is_directory=True)
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/lms-guide"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browsers.install(), args=list(browsers.FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, address):
    """Opens a page of the site; keywords are Playwright's context options."""
    contexts = []

    def open(path: str, **options):
        context = browser.new_context(**{"viewport": PHONE, **options})
        contexts.append(context)
        tab = context.new_page()
        tab.goto(f"{address}/{web(path)}", wait_until="load")
        return tab

    yield open
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def same_tab(browser, address):
    """Opens pages one after another in one tab for each set of context options: a third of the time of a new one.

    For tests that only look. What they change of the window (size, scheme, paper) they set anew each time.
    """
    tabs = {}

    def open(path: str, **options):
        key = repr(sorted(options.items()))
        if key not in tabs:
            tabs[key] = browser.new_context(**{"viewport": PHONE, **options}).new_page()
        tabs[key].goto(f"{address}/{web(path)}", wait_until="load")
        return tabs[key]

    return open


@pytest.fixture(scope="session")
def axe(root) -> str:
    """The source of axe-core."""
    return source(root)
