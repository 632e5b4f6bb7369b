"""Which handouts the built site has, for tests that run once a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lms_guide import guide as guides
from lms_guide.handouts import content, plan, settings
from lms_guide.pages import address

ROOT = Path(__file__).parent.parent.parent
SITE = ROOT / "site"
GUIDE = guides.load(ROOT)
TABLE = settings.settings(ROOT)
WORDS = settings.words(ROOT, "en")
HANDOUTS = list(plan.handouts(GUIDE, TABLE))
# File -> what it is and on which paper.
FILES = {file: (handout, edition) for handout in HANDOUTS for file, edition in handout.files.items()}
# One file of each layout: the other paper has the same lines.
LAYOUTS = {next(iter(handout.files)): handout for handout in HANDOUTS}
SHEETS = {file: handout for file, handout in LAYOUTS.items() if handout.kind == "sheet"}


@cache
def CONTENTS(page: str) -> content.Content:
    """The printable parts of a built page."""
    return content.read(SITE / address(page) / "index.html", GUIDE.pages[page].type in TABLE.outlook)
