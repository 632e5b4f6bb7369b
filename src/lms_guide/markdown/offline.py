"""What a page offers to readers without a network: the whole guide as a file, and the button that keeps it in the browser.

Both say what only the guide on the web can do, so they are left out of the search and of the copy itself (`lms-online`,
lms_guide.offline.disk). The panel of the button is hidden until its script runs (assets/js/device.js).
"""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element

from lms_guide import dates
from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el
from lms_guide.offline import archive, settings

WORKER = "service-worker.js"


def listed(context: Context, _: list[str]) -> list[Element]:
    """The link to the file with its size and day, and the panel; nothing where the guide offers neither."""
    table = settings.settings(context.root)
    if table is None:
        return []
    words = settings.words(context.root, context.language)
    return [_file(context, table.file, words.file), _panel(words.keep)]


def _file(context: Context, name: str, words: settings.FileWords) -> Element:
    size = archive.megabytes(context.root)
    offer = el("p", words.absent)
    if size is not None:
        about = words.about.format(megabytes=size, date=context.date(dates.edition(context.guide)))
        link = el("span", f"{words.link} ({about})", data_file=name, type="application/zip")
        offer = el("p", link)
    return _online("", el("h3", words.title, id="save"), offer, el("p", words.how), data_here=words.here)


def _panel(words: settings.KeepWords) -> Element:
    keep = el("button", words.button, cls="lms-button lms-device__keep", type="button", data_renew=words.renew)
    clear = el("button", words.clear, cls="lms-button lms-device__clear", type="button", hidden="hidden")
    return _online(
        "lms-device lms-tool",
        el("h3", words.title, id="keep"),
        el("p", words.how, cls="lms-device__how"),
        el("p", words.shared),
        el("p", words.forgets),
        el("p", cls="lms-device__state"),
        el("p", keep, " ", clear),
        el("p", cls="lms-device__say", role="status"),
        hidden="hidden",
        data_worker=WORKER,
        data_say=json.dumps(words.say),
    )


def _online(cls: str, *parts: Element, **attributes: str) -> Element:
    return el("div", *parts, cls=f"lms-online {cls}".strip(), data_search_exclude="", **attributes)
