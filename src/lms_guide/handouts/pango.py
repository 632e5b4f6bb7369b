"""Finds Pango, which lays out the text of the PDFs, or gets it: found, else by the system's package manager, else one line of advice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
ADVICE = (
    "The PDFs need Pango. Install it (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Mac: brew install pango)."
)
# In a process of its own: a library that failed to load once is not looked for again.
_LOOK = "import weasyprint.text.ffi as ffi; print(ffi.pango.pango_version())"


def _asked() -> str:
    run = subprocess.run([sys.executable, "-c", _LOOK], capture_output=True, text=True, check=False)
    return run.stdout.strip() if run.returncode == 0 else ""


_version: str | None = None


def version() -> str:
    """Pango's version as it names itself, such as "15012"; empty when there is none."""
    global _version
    if _version is None:
        _version = _asked()
    return _version


def _by_system() -> bool:
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        return False
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES],
    ):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        try:
            if subprocess.run(command, env=environment, capture_output=True, timeout=900, check=False).returncode:
                return False
        except (OSError, subprocess.TimeoutExpired):
            return False
    return True


def install() -> str:
    """Pango's version, installed if need be. Raises SystemExit with one line of advice."""
    global _version
    if not version() and _by_system():
        _version = None
    if not version():
        raise SystemExit(ADVICE)
    return version()


if __name__ == "__main__":
    # `make serve` only wants to be told; everything else wants it there.
    if "--ask" in sys.argv:
        if not version():
            print(f"{ADVICE} Until then the pages say that there are no PDFs.")
    else:
        print(f"Pango: {install()}")
