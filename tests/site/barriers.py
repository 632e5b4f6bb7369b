"""What tests in a browser share: sizes of a screen, the address of a page, and what axe finds wrong in it (lms_guide.axe)."""

from __future__ import annotations

from lms_guide.axe import faults, in_every_state

__all__ = ["DESKTOP", "PHONE", "faults", "in_every_state", "web"]

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}


def web(path: str) -> str:
    """The address part of a built page."""
    return path.removesuffix("index.html")
