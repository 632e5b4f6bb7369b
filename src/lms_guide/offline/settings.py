"""What is offered without a network and in which words: `evidence/offline.yml` and `evidence/<language>/offline.yml`."""

from __future__ import annotations

from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from lms_guide import yaml_lines
from lms_guide.evidence import Id, Model, Words


class Settings(Model):
    """The file and the folder in it, the step in which its size is told (MB), the page and section that offer it, and
    patterns of files that no copy needs, and that a browser does not keep."""

    file: Words
    folder: Words
    step: int = Field(ge=1)
    page: Words
    section: Id
    left_out: tuple[Words, ...] = ()
    not_kept: tuple[Words, ...] = ()

    def in_file(self, name: str) -> bool:
        """Whether the file to save holds this file of the site."""
        return name != self.file and not any(fnmatch(name, pattern) for pattern in self.left_out)

    def in_browser(self, name: str) -> bool:
        """Whether a browser that is asked to keep the guide keeps this file of the site."""
        return self.in_file(name) and not any(fnmatch(name, pattern) for pattern in self.not_kept)


class FileWords(Model):
    """How the file to save is offered, and what stands in its place in the copy itself."""

    title: Words
    link: Words
    about: Words
    how: Words
    absent: Words
    here: Words


class CopyWords(Model):
    """What a page of a copy says of itself."""

    title: Words
    text: Words
    link: Words


class ReadMe(Model):
    """The file beside the pages for who unpacks them."""

    name: Words
    text: Words


class KeepWords(Model):
    """The panel with the button, and the sentences of its script."""

    title: Words
    how: Words
    shared: Words
    forgets: Words
    button: Words
    renew: Words
    clear: Words
    say: dict[Id, Words]


class OfflineWords(Model):
    """Every word of it."""

    file: FileWords
    copied: CopyWords = Field(alias="copy")
    read_me: ReadMe
    keep: KeepWords
    kept: CopyWords


@lru_cache(maxsize=4)
def settings(root: Path) -> Settings | None:
    """The settings below `root`; None where a guide offers nothing. Raises pydantic's ValidationError for a mistake."""
    file = root / "evidence" / "offline.yml"
    return Settings.model_validate(yaml_lines.read(file)) if file.exists() else None


@lru_cache(maxsize=4)
def words(root: Path, language: str) -> OfflineWords:
    """The words below `root`. Raises pydantic's ValidationError for a mistake in them."""
    return OfflineWords.model_validate(yaml_lines.read(root / "evidence" / language / "offline.yml"))
