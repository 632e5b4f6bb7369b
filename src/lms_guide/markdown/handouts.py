"""The files to print: at the end of each page that has any, and as a list on the page of handouts.

What there is, its pages and size come from the manifest of the handouts made before (`lms_guide.handouts.manifest`).
`make site` renders the pages once more when that changes, so that no list is out of date. Handouts are made from the
rest of the page, so the list on a page cannot change its own handout.
"""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from lms_guide.handouts import manifest, plan, settings
from lms_guide.markdown.context import Context
from lms_guide.markdown.elements import el
from lms_guide.pages import address

ID = "print"


class PrintSection(Treeprocessor):
    """Adds "Print this page" to a page with `handout: true`, before its words and sources."""

    def __init__(self, context: Context):
        super().__init__(context.md)
        self.context = context

    def run(self, root: Element) -> None:
        """Works on the page's tree in place."""
        made = files(self.context, self.context.page)
        if made is not None:
            words = settings.words(self.context.root, self.context.language).list
            root.append(el("h2", words.title, id=ID))
            root.extend([el("p", words.intro), made] if len(made) else [el("p", words.absent)])


class HandoutLinks(Treeprocessor):
    """Points each file's link at it, and names the script that stands at the site's root to who asks for it (offline.py).

    After the generator's own links (0): it knows no file that is not in docs/.
    """

    def __init__(self, context: Context):
        super().__init__(context.md)
        self.context = context

    def run(self, root: Element) -> None:
        """Works on the page's tree in place."""
        for link in list(root.iter("span")):
            if file := link.attrib.pop("data-file", None):
                link.tag = "a"
                link.set("href", posixpath.relpath(file, self._folder()))
        for panel in root.iter("div"):
            if file := panel.get("data-worker"):
                panel.set("data-worker", posixpath.relpath(file, self._folder()))

    def _folder(self) -> str:
        md = self.context.md
        # MkDocs may be told to name files instead of folders; other generators serve each page as a folder.
        url = md.treeprocessors["relpath"].file.url if "relpath" in md.treeprocessors else address(self.context.page)
        return url if url.endswith("/") else posixpath.dirname(url) or "."


def files(context: Context, page: str) -> Element | None:
    """The files of a page by kind, as a list; empty when they are not made yet, None when the page has no handout."""
    table = settings.settings(context.root)
    planned = list(plan.of(page, context.guide, table)) if table else []
    if not planned:
        return None
    words, made = settings.words(context.root, context.language), manifest.load(context.root)
    title = str(context.guide.pages[page].meta.get("title", page))
    entries = {}
    for handout in planned:
        name = words.families[handout.family] if handout.family else words.kinds[handout.kind]
        links = [
            el("li", _link(words, file, name, edition.id, made[file], title))
            for file, edition in handout.files.items()
            if file in made
        ]
        entries.setdefault(name, []).extend(links)
    lists = [
        el("li", el("strong", name), el("ul", *links, cls="lms-files__editions"))
        for name, links in entries.items()
        if links
    ]
    return el("ul", *lists, cls="lms-files")


def _link(
    words: settings.HandoutWords, file: str, kind: str, edition: str, entry: manifest.Entry, title: str
) -> Element:
    count = words.list.count["one" if entry.pages == 1 else "many"].format(count=entry.pages)
    size = words.list.size.format(kilobytes=-(-entry.size // 1024))
    text = f"{words.editions[edition]} ({count}, {size})"
    name = words.list.name.format(title=title, kind=kind)
    return el("span", text, data_file=file, type="application/pdf", aria_label=f"{text}: {name}")


def listed(context: Context, pages: list[str]) -> list[Element]:
    """The files of some pages, folded under their titles; without names, of every page that no other list names."""
    words = settings.words(context.root, context.language).list
    made: list[Element] = []
    for page in pages or _others(context):
        found = files(context, page)
        if found is None:
            continue
        title = str(context.guide.pages[page].meta.get("title", page))
        files_or_why = found if len(found) else el("p", words.absent)
        link = el("p", el("a", f"{words.read}: {title}", href=context.link(page)))
        made.append(el("details", el("summary", title), files_or_why, link, cls="lms-files__page"))
    return made


def _others(context: Context) -> list[str]:
    """Pages in the order of the menu that no list of this page names."""
    named = {word for comment in context.md.lms_comments for word in comment.split()}
    return [page for page in context.guide.menu if page not in named]
