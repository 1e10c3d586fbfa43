"""Line and column of every value of a valid JSON text, its numbers as written, and duplicate keys."""

from __future__ import annotations

import re
from _json import scanstring  # the standard library's own string scanner
from bisect import bisect_right

Steps = tuple[str | int, ...]

_BLANK = re.compile(r"[ \t\n\r]*")
_ATOM = re.compile(r"-?[0-9][0-9.eE+-]*|true|false|null|NaN|-?Infinity")


class Positions:
    """Where each value begins, by its steps from the root.

    ``numbers`` has each number as written; ``duplicates`` the steps and offset of each duplicate key.
    """

    def __init__(self, text: str) -> None:
        self.numbers: dict[Steps, str] = {}
        self.duplicates: list[tuple[Steps, int]] = []
        self._text = text
        self._starts: dict[Steps, int] = {}
        self._keys: dict[Steps, int] = {}
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._value(0, ())

    def has(self, steps: Steps) -> bool:
        """Whether there is a value at ``steps``."""
        return steps in self._starts

    def offset(self, steps: Steps) -> int:
        """The offset at which the value at ``steps``, which exists, begins."""
        return self._starts[steps]

    def line_and_column(self, steps: Steps) -> tuple[int, int]:
        """Line and column, from 1, of the value at ``steps``, or of the nearest written value above it."""
        while steps not in self._starts:
            steps = steps[:-1]
        return self.line_and_column_at(self._starts[steps])

    def line_and_column_of_key(self, steps: Steps) -> tuple[int, int]:
        """Line and column, from 1, of the key that is the last of ``steps``."""
        return self.line_and_column_at(self._keys[steps])

    def line_and_column_at(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _skip(self, offset: int) -> int:
        found = _BLANK.match(self._text, offset)
        return found.end() if found else offset

    def _string(self, offset: int) -> tuple[str, int]:
        text, end = scanstring(self._text, offset + 1, True)  # noqa: FBT003  "strict", taken by position only
        return text, end

    def _value(self, offset: int, steps: Steps) -> int:
        start = self._skip(offset)
        self._starts[steps] = start
        match self._text[start]:
            case '"':
                return self._string(start)[1]
            case "{":
                return self._object(start + 1, steps)
            case "[":
                return self._array(start + 1, steps)
        found = _ATOM.match(self._text, start)
        end = found.end() if found else start
        if self._text[start] in "-0123456789NI":
            self.numbers[steps] = self._text[start:end]
        return end

    def _object(self, offset: int, steps: Steps) -> int:
        offset = self._skip(offset)
        seen: set[str] = set()
        while self._text[offset] != "}":
            key, end = self._string(offset)
            if key in seen:
                self.duplicates.append(((*steps, key), offset))
            seen.add(key)
            self._keys[*steps, key] = offset
            offset = self._skip(self._value(self._skip(end) + 1, (*steps, key)))
            if self._text[offset] == ",":
                offset = self._skip(offset + 1)
        return offset + 1

    def _array(self, offset: int, steps: Steps) -> int:
        offset = self._skip(offset)
        number = 0
        while self._text[offset] != "]":
            offset = self._skip(self._value(offset, (*steps, number)))
            number += 1
            if self._text[offset] == ",":
                offset = self._skip(offset + 1)
        return offset + 1
