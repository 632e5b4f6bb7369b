"""Finds Chromium, or gets it: found, else from Playwright, else by the system's package manager, else one line of advice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Headless, without a GPU, and without asking its maker's hosts for anything.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """Path of a Chromium: named in CHROMIUM, on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named and Path(named).exists():
        return named
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=900, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _by_playwright() -> bool:
    return _run(sys.executable, "-m", "playwright", "install", "--with-deps", "chromium")


def _by_system() -> bool:
    if shutil.which("apt-get") and os.geteuid() == 0:
        return _run("apt-get", "update", "-qq") and _run(
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "chromium",
        )
    return False


def install() -> str:
    """Path of a Chromium, installed if need be. Raises SystemExit with one line of advice."""
    for step in (lambda: True, _by_system, _by_playwright):
        if step() and (path := find()):
            return path
    raise SystemExit(
        "No Chromium was found or could be installed. Install it (Debian: apt-get install chromium) or name it: CHROMIUM=/path/to/it"
    )


if __name__ == "__main__":
    print(f"Browser: {install()}")
