"""Pages and data of a copy that is opened from a disk: every link names a file, and each page says of which day it is."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from lms_guide.offline import banner, scripts

_ADDRESS = re.compile(r'(?P<name> (?:href|src))="(?P<to>[^"#?:]*)(?P<rest>[#?][^"]*)?"')
_MODULE = re.compile(r'<script (?P<src>src="[^"]*") type="?module"?>')
# A font asked for early is asked for as if from elsewhere, which a page of a disk may not.
_EARLY = re.compile(r'<link rel="?preload"?[^>]*>\s*')
CANONICAL = re.compile(r'<link rel="?canonical"? href="?(?P<address>[^" >]+)')
_ONLINE = re.compile(r'<div class="lms-online[^"]*"(?P<attributes>[^>]*)>.*?</div>', re.DOTALL)
_HERE = re.compile(r'data-here="(?P<words>[^"]*)"')


def page(html: str, name: str, is_folder: Callable[[str], bool], say: banner.Words) -> str:
    """The page of the file `name` as it stands in the copy."""
    address = CANONICAL.search(html)
    html = _EARLY.sub("", _ONLINE.sub(_here, html))
    html = _MODULE.sub(lambda tag: f"<script {tag['src']} defer>", html)
    html = _ADDRESS.sub(lambda link: f'{link["name"]}="{_file(link["to"], name, is_folder)}{link["rest"] or ""}"', html)
    first = f'<script src="{posixpath.relpath(scripts.STAND_INS, posixpath.dirname(name) or ".")}" defer></script>'
    html = html.replace("</head>", f"{first}</head>", 1)
    return banner.put(html, banner.made(say, address["address"] if address else ""))


def _here(online: re.Match[str]) -> str:
    """What is offered on the web only leaves a sentence, or nothing."""
    words = _HERE.search(online["attributes"])
    return f"<p>{words['words']}</p>" if words else ""


def _file(to: str, name: str, is_folder: Callable[[str], bool]) -> str:
    """A relative address with its file named; an address within the page stays as it is."""
    if not to or to.startswith("/"):
        return to
    return posixpath.join(to, "index.html") if is_folder(posixpath.join(posixpath.dirname(name), to)) else to


def index(data: dict) -> str:
    """The search index as a script, under the name that the theme asks for, with a file for each address."""
    for entry in data["docs"]:
        path, mark, part = entry["location"].partition("#")
        entry["location"] = f"{path}index.html{mark}{part}"
    return f"var __index = {_compact(data)}"


def words(data: dict) -> str:
    """The words of the search as a script."""
    return f"lms.data.words = {_compact(data)}"


def _compact(data: dict) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def is_folder(site: Path) -> Callable[[str], bool]:
    """Answers whether a path below the site's address is a page's folder."""
    return lambda path: (site / path / "index.html").is_file()
