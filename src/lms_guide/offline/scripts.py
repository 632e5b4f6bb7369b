"""The scripts of a copy that is opened from a disk, where browsers run no modules: each becomes a plain script.

Our modules import and export in one simple way each; anything else is refused, so that no copy is broken in silence.
"""

from __future__ import annotations

import re
from pathlib import Path

OURS = "assets/js"
STAND_INS = f"{OURS}/disk.js"

_IMPORT = re.compile(r"^import \{(?P<names>[^}]*)\} from '\./(?P<file>[^']+)'$", re.MULTILINE)
_EXPORT = re.compile(r"^export const (?P<name>\w+)", re.MULTILINE)
_LAZY = re.compile(r"\bimport\(")
_LEFT = re.compile(r"^(?:import|export)\b.*|\bimport\s*[(.].*", re.MULTILINE)


class NotPlain(Exception):
    """A script uses modules in a way that is not foreseen here; the message names it."""


def plain(site: Path) -> dict[str, str]:
    """File -> text of every script of ours in the copy, and the stand-ins that they need."""
    made, modules = {}, []
    for file in sorted((site / OURS).rglob("*.js")):
        name, code = file.relative_to(site / OURS).as_posix(), file.read_text(encoding="utf-8")
        if _IMPORT.search(code) or _EXPORT.search(code):
            modules.append(f"lms.makers['{name}'] = () => {{\n{_function(name, code)}\n}}\n")
            code = f"lms.module('{name}')\n"
        else:
            code = _checked(name, _LAZY.sub("lms.import(", code))
        made[f"{OURS}/{name}"] = code
    made[STAND_INS] = Path(__file__).with_name("disk.js").read_text(encoding="utf-8") + "".join(modules)
    return made


def _function(name: str, code: str) -> str:
    """The body of a function that does what a module does, and answers what the module exports."""
    folder = name.rpartition("/")[0]
    exports = ", ".join(match["name"] for match in _EXPORT.finditer(code))

    def ask(match: re.Match[str]) -> str:
        return f"const {{{match['names']}}} = lms.module('{f'{folder}/' if folder else ''}{match['file']}')"

    body = _EXPORT.sub(lambda match: f"const {match['name']}", _IMPORT.sub(ask, code))
    return f"{_checked(name, _LAZY.sub('lms.import(', body))}\nreturn {{ {exports} }}"


def _checked(name: str, code: str) -> str:
    left = _LEFT.search(code.replace("lms.import(", ""))
    if left:
        raise NotPlain(f"{OURS}/{name}: a copy for a disk cannot be made of: {left.group()[:100]}")
    return code


def worker(code: str) -> str:
    """A worker's script as a function of what a worker has and a page has not: its listener, its answer, its scripts."""
    return f"lms.worker = function (addEventListener, postMessage, importScripts) {{\n{code}\n}}\n"
