"""A Content-Security-Policy for each page: nothing from elsewhere, and only the scripts that the page was built with.

The policy stands in a meta tag because GitHub Pages sends no headers of ours; what a meta tag cannot enforce
(frame-ancestors, report-uri, sandbox) is left out.
"""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_CHARSET = re.compile(r"<meta charset=[^>]*>")
_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)


def hashes(html: str) -> list[str]:
    """The CSP sources of a page's inline scripts, in order, each once; data blocks (JSON) are not run and need none."""
    found = []
    for script in _INLINE.finditer(html):
        kind = re.search(r'type="?([^"\s>]+)', script["attributes"])
        if "src=" in script["attributes"] or (kind and "json" in kind[1]):
            continue
        digest = hashlib.sha256(script["code"].encode("utf-8")).digest()
        found.append(f"'sha256-{base64.b64encode(digest).decode()}'")
    return list(dict.fromkeys(found))


def add(html: str) -> str:
    """The page with its policy right after the charset, before anything that it governs."""
    policy = "; ".join(_DIRECTIVES).format(hashes="".join(f" {source}" for source in hashes(html)))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda charset: charset.group() + meta, html, count=1)
