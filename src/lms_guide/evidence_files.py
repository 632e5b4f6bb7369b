"""Reads the files of `evidence/` into models, and says in one line each what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from lms_guide import yaml_lines
from lms_guide.evidence import (
    Change,
    Coverage,
    Evidence,
    Fact,
    FactWords,
    Language,
    Model,
    PageTypes,
    Place,
    Reading,
    Source,
    Term,
    UrgentLine,
    UrgentWords,
)
from lms_guide.picture_evidence import (
    Comparison,
    ComparisonWords,
    Drawing,
    DrawingWords,
    Outcome,
    OutcomeWords,
)
from lms_guide.problems import Problem, nearest

# kind of entry -> where its files are (one file, or a folder of files by topic), its model, and the key that must be unique
_LISTS: tuple[tuple[str, str, type[Model], str], ...] = (
    ("sources", "sources.yml", Source, "id"),
    ("facts", "facts", Fact, "id"),
    ("readings", "readings.yml", Reading, "fact"),
    ("urgent", "urgent.yml", UrgentLine, "id"),
    ("fact_words", "{language}/facts", FactWords, "id"),
    ("urgent_words", "{language}/urgent.yml", UrgentWords, "id"),
    ("terms", "{language}/glossary.yml", Term, "id"),
    ("places", "{language}/places.yml", Place, "id"),
    ("changes", "{language}/changes.yml", Change, "id"),
    ("coverage", "{language}/coverage.yml", Coverage, "page"),
    ("comparisons", "pictures/comparisons.yml", Comparison, "id"),
    ("outcomes", "pictures/outcomes.yml", Outcome, "id"),
    ("drawings", "pictures/drawings.yml", Drawing, "id"),
    ("comparison_words", "{language}/pictures/comparisons.yml", ComparisonWords, "id"),
    ("outcome_words", "{language}/pictures/outcomes.yml", OutcomeWords, "id"),
    ("drawing_words", "{language}/pictures/drawings.yml", DrawingWords, "id"),
)


class _Reader:
    """Reads the files of one `evidence/` folder and collects what is wrong with them."""

    def __init__(self, root: Path, language: str):
        self.root = root
        self.language = language
        self.problems: list[Problem] = []

    def _problem(self, path: Path, line: int, rule: str, wrong: str, do: str) -> None:
        self.problems.append(Problem(path.relative_to(self.root).as_posix(), line, rule, wrong, do))

    def data(self, path: Path) -> Any:
        try:
            return yaml_lines.read(path)
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            self._problem(path, line, "E-002", "This file is not UTF-8.", "Save it as UTF-8.")
        except yaml_lines.DuplicateKey as error:
            line = error.problem_mark.line + 1
            self._problem(path, line, "E-003", f"Here {error.problem}.", "Keep one of the two.")
        except yaml.MarkedYAMLError as error:
            line = (error.problem_mark or error.context_mark).line + 1
            self._problem(
                path,
                line,
                "E-001",
                f"This YAML does not parse: {error.problem}.",
                "Look at the indents, colons and quotes here.",
            )
        return None

    def record(self, path: Path, raw: Any, model: type[Model], line: int, name: str) -> Model | None:
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            for fault in error.errors():
                key = str(fault["loc"][0]) if fault["loc"] else ""
                at = raw.lines.get(key, line) if isinstance(raw, yaml_lines.Entry) else line
                spot = ".".join(str(part) for part in fault["loc"])
                if fault["type"] == "extra_forbidden":
                    wrong, do = f"{name}: there is no key `{spot}`.", nearest(key, model.model_fields)
                elif fault["type"] == "missing":
                    wrong, do = f"{name}: `{spot}` is missing.", "Add it; evidence/README.md shows the keys."
                else:
                    wrong, do = (
                        f"{name}: `{spot}`: {fault['msg']}.",
                        "Mend the value; evidence/README.md shows what may stand here.",
                    )
                self._problem(path, at, "E-004", wrong, do)
            return None

    def records(self, place: str, model: type[Model], key: str) -> Iterator[tuple[str, Model, str, int]]:
        path = self.root / "evidence" / place.format(language=self.language)
        files = sorted(path.glob("*.yml")) if path.suffix != ".yml" else [path] if path.exists() else []
        seen: dict[str, str] = {}
        for file in files:
            relative = file.relative_to(self.root).as_posix()
            for raw in self.data(file) or []:
                line = getattr(raw, "line", 1)
                name = str(raw.get(key, "?")) if isinstance(raw, dict) else "?"
                if name in seen:
                    self._problem(
                        file,
                        line,
                        "E-003",
                        f"The {key} `{name}` stands twice (first at {seen[name]}).",
                        "Keep one of the two.",
                    )
                    continue
                seen[name] = f"{relative}:{line}"
                record = self.record(file, raw, model, line, name)
                if record is not None:
                    yield name, record, relative, line

    def single(self, place: str, model: type[Model]) -> Model | None:
        path = self.root / "evidence" / place.format(language=self.language)
        raw = self.data(path) if path.exists() else None
        return None if raw is None else self.record(path, raw, model, 1, path.name)


def load(root: Path, language: str = "en") -> tuple[Evidence, list[Problem]]:
    """The evidence below `root`, and what is wrong with its files (rules E-001 to E-004)."""
    reader = _Reader(root, language)
    found: dict[str, Any] = {"at": {}}
    for kind, place, model, key in _LISTS:
        found[kind] = {}
        for name, record, file, line in reader.records(place, model, key):
            found[kind][name] = record
            found["at"][kind, name] = (file, line)
    found["page_types"] = reader.single("page-types.yml", PageTypes)
    found["language"] = reader.single("{language}/language.yml", Language)
    frame_path = root / "evidence" / language / "frame.yml"
    frame = reader.data(frame_path) if frame_path.exists() else None
    if frame:
        found["frame"] = frame["extra"]["frame"]
        found["sections"] = frame["extra"]["frame"]["sections"]
    return Evidence(**found), reader.problems
