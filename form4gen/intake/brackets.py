"""Which bracket is missing, or is one too many, and where.

A missing bracket shows only later, where another one does not fit or the text ends. The indents of the lines then say
where it was left out: the next member begins a line that is not indented more than the line on which the object began.
"""

from __future__ import annotations

from form4gen.intake.cursor import Cursor, Stopped
from form4gen.intake.json_forms import brackets_and_texts
from form4gen.records import NamedTuple

_CLOSERS = {"{": "}", "[": "]"}
_SHOWN = 10  # brackets in a remedy
_NAMES = {"}": "object", "]": "list"}


class Frame:
    """An object or a list that is open: its bracket, its line and indent, and the members so far."""

    def __init__(self, cursor: Cursor) -> None:
        self.opener = cursor.here
        self.offset = cursor.at
        self.line = cursor.line
        self.indent = cursor.indent
        self.members = 0
        self.is_indented = True  # as far as is known

    @property
    def closer(self) -> str:
        """The bracket that closes it."""
        return _CLOSERS[self.opener]

    @property
    def name(self) -> str:
        """``object that begins on line 3``."""
        return f"{_NAMES[self.closer]} that begins on line {self.line}"


class _Doubt(NamedTuple):
    """A frame that, by the indents of its lines, should have been closed at an offset."""

    frame: Frame
    offset: int


class Brackets:
    """The frames that are open, the outermost first, and what the indents say of each."""

    def __init__(self, cursor: Cursor, most: int) -> None:
        self.cursor = cursor
        self.left = most  # members that may still come
        self.open: list[Frame] = []
        self.last: Frame | None = None  # the one that was closed last
        self._doubts: list[_Doubt] = []
        self._excess: dict[str, int] | None = None

    def begin(self) -> None:
        """Open an object or a list."""
        self.open.append(Frame(self.cursor))
        self.cursor.at += 1

    def member(self) -> None:
        """Take note that a member begins. Raises Stopped when there are too many."""
        self.left -= 1
        if self.left < 0:
            raise Stopped
        frame, cursor = self.open[-1], self.cursor
        if cursor.begins_line and cursor.line > frame.line:
            is_inside = cursor.indent > frame.indent
            if frame.members == 0:
                frame.is_indented = is_inside
            elif frame.is_indented and not is_inside:
                self._doubt(frame)
        frame.members += 1

    def end(self) -> None:
        """Close the innermost frame with the bracket here; note the bracket if it does not fit. Raises Stopped."""
        cursor, closer = self.cursor, self.cursor.here
        while self.open[-1].closer != closer:
            frame, wanted = self.open[-1], self.open[-1].closer
            excess = self._counted()
            if excess[closer] > 0 and excess[wanted] < 0:
                cursor.note(cursor.at, f"This {closer} ends the {frame.name}.", f"Write {wanted} in its place.")
                excess[closer] -= 1
                excess[wanted] += 1
                break
            if excess[wanted] < 0 and any(other.closer == closer for other in self.open):
                self.lack()
            elif excess[closer] > 0:
                self.surplus()
                return
            else:
                message = f"This {closer} closes nothing here: the {frame.name} is still open."
                cursor.note(cursor.at, message, f"Check the brackets: {wanted} belongs before {closer}.")
                raise Stopped
        frame = self.open[-1]
        if cursor.begins_line and cursor.indent < frame.indent and frame.is_indented:
            self._doubt(frame)
        self._close()
        cursor.at += 1
        cursor.ended = cursor.at

    def lack(self) -> None:
        """Note that the bracket of the innermost frame is missing, and close it."""
        frame = self.open[-1]
        doubt = self._doubt_within(frame) or _Doubt(frame, self.cursor.ended)
        message = f"A {frame.closer} is missing here: the {doubt.frame.name} is not closed."
        self.cursor.note(doubt.offset, message, f"Add the closing {frame.closer}.")
        self._counted()[frame.closer] += 1
        self._close()

    def surplus(self) -> None:
        """Note that the bracket here closes nothing, and pass it."""
        cursor = self.cursor
        cursor.note(cursor.at, f"This {cursor.here} closes nothing.", "Delete it.")
        self._counted()[cursor.here] -= 1
        cursor.at += 1
        cursor.ended = cursor.at

    def lack_all(self) -> None:
        """Note the brackets that are missing at the end of the text."""
        while len(self.open) == 1 or (self.open and self._doubt_within(self.open[-1])):
            self.lack()
        if self.open:
            closers = " ".join(frame.closer for frame in reversed(self.open[-_SHOWN:]))
            more = "" if len(self.open) <= _SHOWN else f", and {len(self.open) - _SHOWN:,} more"
            message = f"The text ends inside the {self.open[-1].name}."
            self.cursor.note(self.cursor.ended, message, f"Complete it, and add the closing {closers}{more}.")
            self.open.clear()

    def reopen(self, frame: Frame) -> None:
        """Note that the last bracket closed the frame too early, and continue it."""
        message = f"This {frame.closer} ends the document, but more follows."
        self.cursor.note(self.cursor.ended - 1, message, "Delete it.")
        self._counted()[frame.closer] -= 1
        self.open.append(frame)

    def _close(self) -> None:
        self.last = self.open.pop()

    def _doubt(self, frame: Frame) -> None:
        self._doubts.append(_Doubt(frame, self.cursor.ended))

    def _doubt_within(self, frame: Frame) -> _Doubt | None:
        """The first doubt about a frame of the same kind that begins there or later; it is used up."""
        for number, doubt in enumerate(self._doubts):
            if doubt.frame.closer == frame.closer and doubt.frame.offset >= frame.offset:
                return self._doubts.pop(number)
        return None

    def _counted(self) -> dict[str, int]:
        """By how many each closing bracket exceeds its opening ones; what was noted is set off."""
        if self._excess is None:
            counts = dict.fromkeys("{}[]", 0)
            for found in brackets_and_texts().finditer(self.cursor.text):
                if found.group() in counts:
                    counts[found.group()] += 1
            self._excess = {closer: counts[closer] - counts[opener] for opener, closer in _CLOSERS.items()}
        return self._excess
