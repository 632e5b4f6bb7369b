"""A tool of the built site, opened as a reader opens it, with what it asks and complains of written down."""

from __future__ import annotations

import pytest
from states import PRINTS


@pytest.fixture
def tool(browser, address):
    """Opens a page on a phone; `before` is run ahead of its scripts. Afterwards nothing may have been asked or complained of."""
    contexts, asked, complaints = [], [], []

    def open(path: str, *, before: tuple[str, ...] = (), **options):
        context = browser.new_context(
            **{"viewport": {"width": 360, "height": 740}, "has_touch": True, "reduced_motion": "reduce", **options}
        )
        contexts.append(context)
        for script in (PRINTS, *before):
            context.add_init_script(script)
        tab = context.new_page()
        tab.on("console", lambda message: message.type in ("error", "warning") and complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(f"{address}/{path}", wait_until="networkidle")
        tab.on("request", lambda request: asked.append(request.url))
        return tab

    yield open
    assert complaints == []
    assert [url for url in asked if not url.startswith(("blob:", address))] == []
    for context in contexts:
        context.close()
