"""Why a text that the decoder has refused is not JSON: the usual slip, at the place where it was made."""

from __future__ import annotations

from typing import NoReturn

from form4gen.intake.json_forms import (
    constant,
    escape_form,
    literal_form,
    no_blank,
    number_form,
    quoted,
    rest_form,
    short,
    text_stop,
    typed_number,
    word_form,
)
from form4gen.records import NamedTuple

_DIGITS = "0123456789"
_CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b"
_CLOSER = {"{": "}", "[": "]"}
_NAMES = {"{": "object", "[": "list"}
_THOUSANDS = 3


class Slip(NamedTuple):
    """What is wrong at an offset of the text, and what to do about it."""

    offset: int
    message: str
    remedy: str


class _Found(Exception):  # noqa: N818  it ends the walk; it never leaves this module
    def __init__(self, offset: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.slip = Slip(offset, message, remedy)


def slip_in(text: str) -> Slip | None:
    """The first slip that keeps a text from being JSON; None where this walk finds none."""
    try:
        _Walk(text).document()
    except _Found as found:
        return found.slip
    return None


class _Walk:
    """One walk through a text. ``at`` is the offset reached; ``ended`` that after the last key, value, or comma."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.ended = 0
        self.number = (0, 0)
        self.open: list[int] = []

    def document(self) -> None:
        self._blanks()
        self._value("a value")
        while self.open:
            self._next()
        self._blanks()
        if self.at < len(self.text):
            if self.text[self.at] in "{[":
                raise _Found(self.at, "The document ends here, but another one follows.", "Keep one in a file.")
            raise _Found(self.at, "The document ends here, but more text follows.", "Delete the rest.")

    def _next(self) -> None:
        """What follows in the innermost object or list: a member, or its end."""
        opened = self.open[-1]
        opener = self.text[opened]
        closer = _CLOSER[opener]
        self._blanks()
        is_first = self.ended == opened + 1
        if self._take(closer):
            self.open.pop()
            self.ended = self.at
            return
        if not is_first:
            self._comma(opened, closer)
        if opener == "{":
            self._key()
        self._value("a value")

    def _comma(self, opened: int, closer: str) -> None:
        comma = self.at
        here = self._here()
        if here != ",":
            self._no_comma(opened, closer, here)
        self.at += 1
        self._blanks()
        here = self._here()
        if here == closer:
            raise _Found(comma, f"There is a comma before the closing {closer}.", "Delete the comma.")
        if here == ",":
            raise _Found(self.at, "There are two commas in a row.", "Delete one of them.")
        self._thousands(comma)

    def _thousands(self, comma: int) -> None:
        begin, end = self.number
        digits = len(self.text[self.at : self.at + _THOUSANDS + 1].rstrip("}] \t\r\n,.\"'"))
        follows = self.text[self.at : self.at + _THOUSANDS]
        if end == comma == self.at - 1 and digits == _THOUSANDS and all(each in _DIGITS for each in follows):
            whole = typed_number().match(self.text, begin)
            typed = whole.group().rstrip(",") if whole else self.text[begin:end]
            plain = typed.replace(",", "")
            is_in_list = self.text[self.open[-1]] == "["
            if not is_in_list or follows.startswith("0"):
                raise _Found(begin, f"The number {typed} is written with a comma.", f"Write {plain}.")

    def _no_comma(self, opened: int, closer: str, here: str) -> NoReturn:
        name = _NAMES[self.text[opened]]
        line = self.text.count("\n", 0, opened) + 1
        if not here:
            message = f"The {name} that begins on line {line} is never closed."
            raise _Found(opened, message, f"Add the closing {closer}.")
        if here in "}]":
            message = f"This {here} closes nothing: the {name} that begins on line {line} ends with {closer}."
            raise _Found(self.at, message, f"Add the missing {closer}, or delete this {here}.")
        self._comment()
        if here in {"=", ":"}:
            raise _Found(self.at, f"There is a {here} after a value.", "Put a comma between two members.")
        if here == ";":
            raise _Found(self.at, "There is a semicolon where a comma belongs.", "Write a comma.")
        raise _Found(self.ended, "A comma is missing here.", "Add a comma after this value.")

    def _key(self) -> None:
        self._blanks()
        here = self._here()
        if here == '"':
            self._text()
        else:
            self._no_key(here)
        self.ended = self.at
        self._blanks()
        if not self._take(":"):
            self._comment()
            if self._here() == "=":
                raise _Found(self.at, "There is an equals sign after the key.", "Write a colon.")
            raise _Found(self.ended, "A colon is missing after this key.", "Write a colon between key and value.")
        self.ended = self.at

    def _no_key(self, here: str) -> NoReturn:
        self._comment()
        self._quotes("key")
        if not here:
            opened = self.open[-1]
            line = self.text.count("\n", 0, opened) + 1
            raise _Found(opened, f"The object that begins on line {line} is never closed.", "Add the closing }.")
        if here == ",":
            raise _Found(self.at, "There is a comma with nothing before it.", "Delete the comma.")
        word = self._word()
        if word:
            remedy = f'Write "{word}" in double quotation marks.'
            raise _Found(self.at, f"The key {word} is not in quotation marks.", remedy)
        if here in "{[":
            raise _Found(self.at, f"There is a {here} where a key belongs.", 'Write a key before it: "key": ...')
        raise _Found(self.at, f"There is {quoted(here)} where a key belongs.", "Write a key in double quotation marks.")

    def _value(self, wanted: str) -> None:
        self._blanks()
        here = self._here()
        if here == '"':
            self._text()
        elif here and here in "{[":
            self.open.append(self.at)
            self.at += 1
        elif here and (here in _DIGITS or here == "-"):
            self._number()
        elif not self._literal():
            self._no_value(here, wanted)
        self.ended = self.at

    def _no_value(self, here: str, wanted: str) -> NoReturn:
        self._comment()
        self._quotes("value")
        if not here:
            raise _Found(max(self.ended - 1, 0), f"The text ends where {wanted} belongs.", "Complete the document.")
        if here in ",}]":
            raise _Found(max(self.ended - 1, 0), "The value is missing here.", "Write a value, or delete the key.")
        if here == "+":
            raise _Found(self.at, "A number has no plus sign.", "Delete the +.")
        if here == ".":
            raise _Found(self.at, "A number begins with a digit.", "Write a 0 before the point.")
        if here == "$":
            raise _Found(self.at, "An amount is written without the dollar sign.", "Delete the $.")
        word = self._word()
        lower = word.lower()
        if lower in {"true", "false", "null", "none"}:
            plain = "null" if lower == "none" else lower
            raise _Found(self.at, f"JSON does not know {word}.", f"Write {plain}.")
        if word:
            raise _Found(self.at, f"The text {quoted(word)} is not in quotation marks.", f'Write "{word}".')
        raise _Found(self.at, f"There is {quoted(here)} where {wanted} belongs.", "Correct the text at this place.")

    def _text(self) -> None:
        begin = self.at
        self.at += 1
        while True:
            stop = text_stop().search(self.text, self.at)
            if stop is None:
                self._unclosed(begin)
            self.at = stop.end()
            here = stop.group()
            if here == '"':
                return
            if here in {"\n", "\r"}:
                self._unclosed(begin)
            if here != "\\":
                name = "tab" if here == "\t" else f"control character (U+{ord(here):04X})"
                remedy = "Write \\t, or a blank." if here == "\t" else "Delete it."
                raise _Found(self.at - 1, f"There is a raw {name} in a text.", remedy)
            self._escape()

    def _unclosed(self, begin: int) -> NoReturn:
        message = "This text has no closing quotation mark on its line."
        raise _Found(begin, message, 'Add the closing ". Inside a text, write \\n for a line break.')

    def _escape(self) -> None:
        if not escape_form().match(self.text, self.at):
            message = f"The backslash before {quoted(self.text[self.at : self.at + 1] or ' ')} means nothing in JSON."
            raise _Found(self.at - 1, message, 'Write \\\\ for a backslash, and \\" for a quotation mark.')
        self.at += 1

    def _number(self) -> None:
        begin = self.at
        if (infinite := constant().match(self.text, begin)) is not None:
            self.at = infinite.end()
            return
        typed = typed_number().match(self.text, begin)
        plain = number_form().match(self.text, begin)
        whole = typed.group() if typed else ""
        after = self.text[plain.end() : plain.end() + 1] if plain else ""
        if plain is None or (after and (after in "._-/:" or after.isalnum())):
            self._no_number(begin, whole, after)
        self.at = plain.end()
        self.number = (begin, self.at)
        if self._here() == "%":
            raise _Found(self.at, "A number has no percent sign.", "Delete the %.")

    def _no_number(self, begin: int, whole: str, after: str) -> NoReturn:
        bare = whole.lstrip("-")
        sign = whole[: len(whole) - len(bare)]
        if len(bare) > 1 and bare[0] == "0" and bare[1] in _DIGITS:
            plain = sign + (bare.lstrip("0") or "0")
            raise _Found(begin, f"The number {short(whole)} begins with a zero.", f"Write {short(plain)}.")
        if after == "." and whole.endswith("."):
            raise _Found(begin, f"The number {short(whole)} has no digit after its point.", "Delete the point.")
        if after == "_":
            raise _Found(begin, "A number is written without underscores.", "Delete them.")
        if after:
            message = f"{quoted(self._rest(begin))} begins like a number but is not one."
            raise _Found(begin, message, "Put a date or a text in double quotation marks.")
        raise _Found(begin, f"{quoted(self._rest(begin))} is not a number.", "Write its digits.")

    def _literal(self) -> bool:
        found = literal_form().match(self.text, self.at)
        if found is None:
            return False
        self.at = found.end()
        return True

    def _quotes(self, what: str) -> None:
        here = self._here()
        if here == "'":
            raise _Found(self.at, f"The {what} is in single quotation marks.", 'Use double quotation marks: ".')
        if here and here in _CURLY:
            message = f"The {what} is in typographic quotation marks ({here}, U+{ord(here):04X})."
            raise _Found(self.at, message, 'Use straight quotation marks: ".')

    def _comment(self) -> None:
        if self.text.startswith(("//", "/*", "#"), self.at):
            raise _Found(self.at, "JSON has no comments.", "Delete the comment.")

    def _word(self) -> str:
        found = word_form().match(self.text, self.at)
        return short(found.group()) if found else ""

    def _rest(self, begin: int) -> str:
        found = rest_form().match(self.text, begin)
        return short(found.group()) if found else ""

    def _here(self) -> str:
        return self.text[self.at : self.at + 1]

    def _take(self, letter: str) -> bool:
        is_here = self._here() == letter
        self.at += is_here
        return is_here

    def _blanks(self) -> None:
        stop = no_blank().search(self.text, self.at)
        self.at = stop.start() if stop else len(self.text)
