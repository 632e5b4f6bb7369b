"""The one hook: it may refuse a build and set files beside pages, never change a page. Without it the pages are the same.

`mkdocs build` and `mkdocs serve` run the content rules and show each problem as a warning, so a strict build fails.
"""

from __future__ import annotations

import logging
from pathlib import Path

from lms_guide import guide, rules
from lms_guide.handouts import manifest
from lms_guide.offline import archive

# A child of MkDocs' logger: its strict mode counts warnings there.
_LOG = logging.getLogger("mkdocs.lms_guide")


def on_pre_build(config) -> None:
    """Warns of every problem before anything is rendered."""
    root = Path(config.config_file_path).parent
    for problem in rules.check(guide.load(root)):
        _LOG.warning(str(problem))


def on_post_build(config) -> None:
    """Sets the files that `make site` made before beside the pages, so that `make serve` offers them."""
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    manifest.place(root, site)
    archive.place(root, site)
