"""YAML that remembers where it stands: each mapping knows its line, and a key written twice is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


class Entry(dict):
    """A mapping read from YAML. `line` is its first line; `lines` gives the line of each key."""

    line: int
    lines: dict[str, int]


class DuplicateKey(yaml.MarkedYAMLError):
    """A mapping names the same key twice; YAML would silently keep the last."""


class _Loader(yaml.CSafeLoader):
    first_line = 1


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Entry:
    entry = Entry()
    entry.line = node.start_mark.line + loader.first_line
    entry.lines = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in entry:
            raise DuplicateKey(problem=f"the key `{key}` stands twice", problem_mark=key_node.start_mark)
        entry[key] = loader.construct_object(value_node, deep=True)
        entry.lines[key] = key_node.start_mark.line + loader.first_line
    return entry


def _foreign_tag(loader: _Loader, _suffix: str, node: yaml.Node) -> Any:
    """`!ENV` and its like in mkdocs.yml: the generator's business, kept as plain data here."""
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node)
    return loader.construct_scalar(node)


def _date(loader: _Loader, node: yaml.ScalarNode) -> Any:
    """A date; one that is in no calendar stays text, so that a rule can name the key it stands under."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _date)
_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_Loader.add_multi_constructor("!", _foreign_tag)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _foreign_tag)


def parse(text: str, first_line: int = 1) -> Any:
    """Data of a YAML text whose first line is line `first_line` of its file.

    Raises yaml.MarkedYAMLError (DuplicateKey among them) with a mark counted from 0 within `text`.
    """
    loader = _Loader(text)
    loader.first_line = first_line
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def read(path: Path) -> Any:
    """Data of a YAML file. Raises UnicodeDecodeError or yaml.MarkedYAMLError."""
    return parse(path.read_text(encoding="utf-8"))
