"""A SARIF log on several files, written while it grows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import Any

from form4gen.report.explanation import Explanation
from form4gen.report.sarif import SCHEMA, Part, driver

_PIECE = 64 * 1024


class SarifLog:
    """The reports on several files as one run of a SARIF log: GitHub refuses two runs of one tool.

    The texts of ``opening``, of ``add`` for each file and of ``closing`` are the log, whenever it is closed. The run
    has a list of results, one of files (artifacts) and one of their checks (invocations), which must follow each other.
    So the results are written at once, and the entries of the other two wait in files that have no name and are gone
    with the process. Memory does not grow with the number of files.

    Each file has an artifact and an invocation with the same index, because settings, exit code and other facts about
    the whole file may differ.
    """

    def __init__(self, explanations: Iterable[Explanation]) -> None:
        self._explanations = explanations
        self._files, self._results = 0, 0
        self._artifacts, self._invocations = _waiting(), _waiting()

    def opening(self) -> str:
        """What precedes the first file."""
        tool = _line({"driver": driver(self._explanations)})
        schema = json.dumps(SCHEMA)
        return (
            f'{{"$schema": {schema}, "version": "2.1.0", "runs": [{{\n'
            f'"tool": {tool},\n"columnKind": "unicodeCodePoints",\n"results": ['
        )

    def add(self, part: Part) -> str:
        """The results of one more file."""
        place, first = self._files, self._results
        separator = ",\n" if place else "\n"
        self._artifacts.write(separator + _line(part.artifact))
        self._invocations.write(separator + _line(_placed(part.invocation, place)))
        self._files += 1
        self._results += len(part.results)
        texts = (
            _line(_following(_placed(result, place), first) | {"provenance": {"invocationIndex": place}})
            for result in part.results
        )
        return "".join(f",\n{text}" if first or number else f"\n{text}" for number, text in enumerate(texts))

    def closing(self) -> Iterator[str]:
        """What follows the last file."""
        for name, waiting in (("artifacts", self._artifacts), ("invocations", self._invocations)):
            yield f'],\n"{name}": ['
            with waiting:
                waiting.seek(0)
                while piece := waiting.read(_PIECE):
                    yield piece
        yield "]\n}]}\n"


def _waiting() -> Any:
    return TemporaryFile("w+", encoding="utf-8", errors="backslashreplace", newline="")


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _placed(value: Any, place: int) -> Any:
    """The value with every reference to its file at that place among the artifacts."""
    if isinstance(value, list):
        return [_placed(each, place) for each in value]
    if not isinstance(value, dict):
        return value
    placed = {name: _placed(each, place) for name, each in value.items()}
    return placed | {"index": place} if {"uri", "index"} <= placed.keys() else placed


def _following(result: dict[str, Any], first: int) -> dict[str, Any]:
    """The result with the number of the result that it follows counted in a run where its file begins at ``first``."""
    leads = result["properties"]["follows"]
    return result | {"properties": result["properties"] | {"follows": None if leads is None else leads + first}}
