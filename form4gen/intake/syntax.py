"""Why a text that the decoder has refused is not JSON: every slip, at the place where it was made.

A slip is noted, the text is read on as it was meant, and the walk stops where that is not certain.
"""

from __future__ import annotations

from contextlib import suppress

from form4gen.bounds import VALUES
from form4gen.intake import json_forms as forms
from form4gen.intake.brackets import Brackets
from form4gen.intake.cursor import Cursor, Edit, Slip, Stopped
from form4gen.intake.slips_in_numbers import begins_number, pass_number
from form4gen.intake.slips_in_texts import (
    begins_odd_text,
    pass_bare_key,
    pass_bare_text,
    pass_odd_text,
    pass_text,
)
from form4gen.intake.wording import FOOTNOTE
from form4gen.records import NamedTuple

_COLONS = ("=>", "->", ":=", "=", "\uff1a")
_COMMAS = {";": "a semicolon", "\uff0c": "a full-width comma (U+FF0C)", "\u3001": "an ideographic comma (U+3001)"}
_CONFLICTS = ("<<<<<<<", "=======", ">>>>>>>")


class Slips(NamedTuple):
    """The slips of a text, in its order, and the number of those that are not listed."""

    listed: list[Slip]
    more: int


def slips_in(text: str, most: int = VALUES) -> Slips:
    """The slips that keep a text from being JSON; none if there are none among its first ``most`` values."""
    cursor = Cursor(text)
    with suppress(Stopped):
        _Walk(cursor, most).document()
    return Slips(sorted(cursor.slips, key=lambda slip: slip.offset), cursor.more)


class _Walk:
    """One walk through a text."""

    def __init__(self, cursor: Cursor, most: int) -> None:
        self.cursor = cursor
        self.brackets = Brackets(cursor, most)

    def document(self) -> None:
        self._beginning()
        self._value()
        self._members()
        while self._has_more():
            self._members()

    def _members(self) -> None:
        while self.brackets.open:
            self._next()

    def _beginning(self) -> None:
        """Pass what is before the document, or stop if that is all there is."""
        cursor = self.cursor
        cursor.blanks()
        begin, here = cursor.at, cursor.here
        is_keyed = forms.keyed().match(cursor.text, begin) or forms.bare_member().match(cursor.text, begin)
        begins_value = here in ("", "{", "[", '"') or begins_number(here) or begins_odd_text(cursor)
        if not is_keyed and ((begins_value and here != "`") or forms.literal_form().match(cursor.text, begin)):
            return
        brace = cursor.text.find("{", begin)
        if brace < 0 or is_keyed:
            message = "The document does not begin with {."
            cursor.stop(begin, message, "Enclose its keys in { and }; `form4gen new` prints a starting document.")
        cursor.note(begin, "There is text before the document.", "Delete what is before the first {.")
        cursor.at = brace
        cursor.enter_lines(begin)

    def _has_more(self) -> bool:
        """Whether the document goes on after its last bracket; notes what is wrong with what follows it."""
        cursor = self.cursor
        cursor.blanks()
        here, comma = cursor.here, cursor.at
        if not here:
            return False
        if here in "}]":
            self.brackets.surplus()
            return True
        if here == ",":
            cursor.at += 1
            cursor.blanks()
        if cursor.here in ("{", "["):
            cursor.stop(cursor.at, "A second document begins here.", "Put each filing in a file of its own.")
        is_key = cursor.here == '"' or begins_odd_text(cursor) or forms.bare_key().match(cursor.text, cursor.at)
        if not is_key or self.brackets.last is None:
            cursor.stop(comma, "There is text after the document.", "Delete it.")
        cursor.at = comma
        self.brackets.reopen(self.brackets.last)
        return True

    def _next(self) -> None:
        """What follows in the innermost object or list: a member, or its end."""
        cursor, frame = self.cursor, self.brackets.open[-1]
        cursor.blanks()
        here = cursor.here
        if not here:
            self.brackets.lack_all()
        elif here in "}]":
            self.brackets.end()
        elif frame.members and self._lacks_bracket():
            self.brackets.lack()
        elif frame.members and not self._comma():
            return
        elif not frame.members and here == ",":
            cursor.note(cursor.at, "There is a comma with nothing before it.", "Delete the comma.", self._without(1))
            cursor.at += 1
        else:
            self._member()

    def _member(self) -> None:
        if self._lacks_bracket():
            self.brackets.lack()
        self.brackets.member()
        if self.brackets.open[-1].opener == "{":
            self._key()
        self._value()

    def _lacks_bracket(self) -> bool:
        """Whether a key follows in a list of an object, or an object without a key in an object of a list."""
        if len(self.brackets.open) == 1:
            return False
        outer, inner = (frame.opener for frame in self.brackets.open[-2:])
        if (outer, inner) == ("[", "{"):
            return self.cursor.here == "{"
        return (outer, inner) == ("{", "[") and self._is_keyed()

    def _is_keyed(self) -> bool:
        """Whether a key and its colon follow."""
        text, at = self.cursor.text, self.cursor.at
        return (forms.keyed().match(text, at) or forms.bare_key().match(text, at)) is not None

    def _comma(self) -> bool:
        """Pass the comma between two members, and note if it is missing; whether a member follows."""
        cursor, comma = self.cursor, self.cursor.at
        if cursor.here in _COMMAS:
            cursor.note(comma, f"There is {_COMMAS[cursor.here]} here.", "Write a comma.", Edit(comma, comma + 1, ","))
            cursor.at += 1
        elif not cursor.take(","):
            return self._no_comma()
        cursor.blanks()
        while cursor.here == ",":
            cursor.note(cursor.at, "There are two commas in a row.", "Delete one of them.", self._without(1))
            cursor.at += 1
            cursor.blanks()
        is_last = cursor.here in ("", "}", "]")
        if cursor.here and is_last:
            message = f"There is a comma before the closing {cursor.here}."
            cursor.note(comma, message, "Delete the comma.", Edit(comma, comma + 1, ""))
        return not is_last

    def _no_comma(self) -> bool:
        """Note what is in place of a comma; whether a member follows."""
        cursor, frame = self.cursor, self.brackets.open[-1]
        if (mark := forms.footnote_mark().match(cursor.text, cursor.at)) is not None:
            cursor.note(cursor.at, "A footnote is not cited in the value itself.", FOOTNOTE)
            cursor.at = mark.end()
            return False
        self._conflict()
        if cursor.here in ":=":
            cursor.stop(cursor.at, f"There is a {cursor.here} after a value.", "Put a comma between two members.")
        begins_key = cursor.here == '"' or begins_odd_text(cursor) or forms.bare_key().match(cursor.text, cursor.at)
        is_value = cursor.here in "{[" or begins_number(cursor.here) or forms.bare_text().match(cursor.text, cursor.at)
        if not (begins_key or (frame.opener == "[" and is_value)):
            rest = forms.quoted(self._rest())
            cursor.stop(cursor.at, f"There is {rest} after a value.", "Write a comma between two members.")
        edit = Edit(cursor.ended, cursor.ended, ",")
        cursor.note(cursor.ended, "A comma is missing here.", "Add a comma after this value.", edit)
        return True

    def _key(self) -> None:
        cursor, begin = self.cursor, self.cursor.at
        self._conflict()
        if cursor.here == '"':
            pass_text(cursor, is_key=True)
        elif begins_odd_text(cursor):
            pass_odd_text(cursor, "key")
        elif cursor.here in ("{", "["):
            message = f"There is a {cursor.here} where a key belongs."
            cursor.stop(begin, message, 'Write a key before it: "key": ...')
        elif not pass_bare_key(cursor):
            rest = forms.quoted(self._rest())
            message = f"There is {rest} where a key belongs."
            cursor.stop(begin, message, "Write a key in double quotation marks, and a colon after it.")
        cursor.ended = cursor.at
        cursor.blanks()
        self._colon()

    def _colon(self) -> None:
        cursor, at = self.cursor, self.cursor.at
        if cursor.take(":"):
            cursor.ended = cursor.at
            cursor.blanks()
            if cursor.here in (":", "="):
                cursor.note(cursor.at, f"There is a {cursor.here} after the colon.", "Delete it.", self._without(1))
                cursor.at += 1
            return
        for mark in _COLONS:
            if cursor.take(mark):
                name = "an equals sign" if mark == "=" else mark
                cursor.note(at, f"There is {name} after the key.", "Write a colon.", Edit(at, cursor.at, ":"))
                return
        comma = forms.comma_for_colon().match(cursor.text, at)
        if comma is not None:
            cursor.note(at, "There is a comma after the key.", "Write a colon.", Edit(at, at + 1, ":"))
            cursor.at += 1
        elif cursor.here and cursor.here not in ",}]":
            edit = Edit(cursor.ended, cursor.ended, ":")
            cursor.note(cursor.ended, "A colon is missing after this key.", "Write a colon.", edit)

    def _value(self) -> None:
        cursor = self.cursor
        cursor.blanks()
        here = cursor.here
        if here == '"':
            pass_text(cursor)
        elif here in ("{", "["):
            self.brackets.begin()
        elif begins_number(here):
            is_in_list = bool(self.brackets.open) and self.brackets.open[-1].opener == "["
            pass_number(cursor, is_in_list=is_in_list)
        elif begins_odd_text(cursor):
            pass_odd_text(cursor, "value")
        elif not self._literal() and not pass_bare_text(cursor):
            self._no_value()
        cursor.ended = cursor.at

    def _no_value(self) -> None:
        cursor = self.cursor
        self._conflict()
        place = max(cursor.ended - 1, 0)
        if not cursor.here:
            cursor.stop(place, "The text ends where a value belongs.", "Complete the document.")
        if cursor.here in ",}]":
            cursor.note(place, "The value is missing here.", "Write a value, or delete the key.")
            return
        remedy = "Write a list in [ and ]." if cursor.here == "(" else "Correct the text at this place."
        cursor.stop(cursor.at, f"There is {forms.quoted(self._rest())} where a value belongs.", remedy)

    def _literal(self) -> bool:
        found = forms.literal_form().match(self.cursor.text, self.cursor.at)
        if found is not None:
            self.cursor.at = found.end()
        return found is not None

    def _conflict(self) -> None:
        for mark in _CONFLICTS:
            if self.cursor.text.startswith(mark, self.cursor.at):
                message = "This is the mark of a merge conflict."
                self.cursor.stop(self.cursor.at, message, "Keep one version, and delete the three marks.")

    def _rest(self) -> str:
        found = forms.rest_form().match(self.cursor.text, self.cursor.at)
        return (found.group() if found else "") or self.cursor.here

    def _without(self, letters: int) -> Edit:
        return Edit(self.cursor.at, self.cursor.at + letters, "")
