"""The guide without a network: the saved file, unpacked on a disk, and a server that can be taken away."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest

from lms_guide.offline import settings


@pytest.fixture(scope="session")
def table(root) -> settings.Settings:
    """What is offered without a network."""
    return settings.settings(root)


@pytest.fixture(scope="session")
def words(root) -> settings.OfflineWords:
    """In which words."""
    return settings.words(root, "en")


@pytest.fixture(scope="session")
def disk(site, table, tmp_path_factory) -> Path:
    """The saved file, unpacked in a folder with a space in its name, as many a reader's is."""
    folder = tmp_path_factory.mktemp("my files")
    with ZipFile(site / table.file) as archive:
        archive.extractall(folder)
    return folder / table.folder


@pytest.fixture
def opened(browser, disk):
    """Opens a file of the copy; afterwards nothing may have been asked of any host, nor complained of."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    asked, complaints = [], []

    def open(name: str):
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda said: said.type in ("error", "warning") and complaints.append(said.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto((disk / name).as_uri(), wait_until="load")
        return tab

    yield open
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert complaints == []
    context.close()


class _Quiet(SimpleHTTPRequestHandler):
    def do_GET(self):
        """A file as it is on disk, or as it was changed since."""
        name = self.path.removeprefix("/lms-guide/")
        if name not in self.server.changed:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(name))
        self.end_headers()
        self.wfile.write(self.server.changed[name])

    def end_headers(self):
        """The browser's own store would answer where nobody is left to."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_):
        """Keeps the test's output to the tests."""


class Host:
    """A server of the site below a sub-path, that can be taken away."""

    def __init__(self, folder: Path):
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
        # Name -> bytes of files that a newer guide has. (Playwright's own routes do not reach a page that a worker serves.)
        self.changed: dict[str, bytes] = {}
        self._server.changed = self.changed
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}/lms-guide/"

    def leave(self) -> None:
        """From now on nobody answers."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def host(site, tmp_path) -> Iterator[Host]:
    """The site, until it is taken away."""
    (tmp_path / "lms-guide").symlink_to(site, target_is_directory=True)
    served = Host(tmp_path)
    yield served
    served.leave()
