"""Texts, keys and words: in other quotation marks, without them, or with what JSON does not allow inside."""

from __future__ import annotations

from form4gen.intake import json_forms as forms
from form4gen.intake.cursor import Cursor, Edit

_UNCLOSED = "This text has no closing quotation mark."
_CLOSE = 'Add the closing ".'
_AFTER_TEXT = " \t\r\n,:;=}]{[(\"'/#\uff1a\uff0c\u3001"
_REACH = 100_000  # characters
_WORDS = {"true": "true", "yes": "true", "false": "false", "no": "false"}
_BLANK_WORDS = frozenset(("null", "none", "nil", "undefined", "n/a", "na"))
_NO_NUMBERS = frozenset(("nan", "inf", "infinity"))


def pass_text(cursor: Cursor, *, is_key: bool = False) -> None:
    """Pass a text in straight quotation marks, and note what is wrong in it."""
    begin = cursor.at
    swallowed = forms.swallowed_key().match(cursor.text, begin) if is_key else None
    if swallowed is not None and not forms.keyed().match(cursor.text, begin):
        cursor.note(begin, "This key has no closing quotation mark.", _CLOSE, _insertion(swallowed.end(), '"'))
        cursor.at = swallowed.end()
        return
    cursor.at += 1
    while (stop := forms.text_stop().search(cursor.text, cursor.at)) is not None:
        cursor.at = stop.end()
        here = stop.group()
        if here == '"':
            _after_closing(cursor, begin)
            return
        if here in "\r\n":
            if not _continues(cursor, stop.start()):
                break
            message = "There is a raw line break in this text."
            cursor.note(stop.start(), message, "Write \\n in its place, or put the text on one line.")
            cursor.at = _next_quote(cursor.text, stop.end())
            cursor.enter_lines(stop.start())
        elif here == "\\":
            _pass_escape(cursor)
        else:
            name = "tab" if here == "\t" else f"control character (U+{ord(here):04X})"
            remedy = "Write a space, or \\t for a tab." if here == "\t" else "Delete it."
            cursor.note(stop.start(), f"There is a raw {name} in this text.", remedy)
    _unclosed(cursor, begin)


def _pass_escape(cursor: Cursor) -> None:
    begin = cursor.at - 1
    if forms.escape_form().match(cursor.text, cursor.at):
        cursor.at += 1
        return
    here = cursor.here
    if here == "u":
        message, remedy = "After \\u, JSON expects four hexadecimal digits.", "Write the character itself."
    elif here == "'":
        message, remedy = "An apostrophe has no backslash before it.", "Delete the backslash."
    else:
        message = f"The backslash before {forms.quoted(here or ' ')} means nothing in JSON."
        remedy = 'Write \\\\ for a backslash, and \\" for a quotation mark.'
    cursor.note(begin, message, remedy, Edit(begin, begin + 1, "") if here == "'" else None)


def _continues(cursor: Cursor, line_end: int) -> bool:
    """Whether a text goes on after the line end: with words, and to a quotation mark that closes it."""
    words = forms.no_blank().search(cursor.text, line_end)
    if words is None or words.group() in '"}],:{[' + forms.OPENING_QUOTES:
        return False
    quote = _next_quote(cursor.text, words.start())
    return forms.closing_quote().match(cursor.text, quote) is not None


def _next_quote(text: str, begin: int) -> int:
    found = text.find('"', begin)
    return found if found >= 0 else len(text)


def _after_closing(cursor: Cursor, begin: int) -> None:
    """Note a quotation mark after which the text seems to go on, and pass the rest of the text."""
    here = cursor.here
    if here in _AFTER_TEXT or here in forms.OPENING_QUOTES:
        return
    inside = cursor.text[begin + 1 : cursor.at - 1]
    if inside.rstrip().endswith((",", ":")) and forms.next_key().match(cursor.text, cursor.at):
        if not _closed_oddly(cursor, begin, cursor.at - 1):
            cursor.at = begin + len(inside.rstrip())
            cursor.note(begin, _UNCLOSED, _CLOSE, _insertion(cursor.at, '"'))
        return
    close = forms.closing_quote().search(cursor.text, cursor.at, _line_end(cursor, cursor.at))
    if close is None:
        return
    if inside:
        message = "This quotation mark closes the text, but the text goes on."
        cursor.note(cursor.at - 1, message, 'Inside a text, write \\" for a quotation mark.')
    else:
        cursor.note(begin, "There are two quotation marks in a row.", "Delete one of them.")
    cursor.at = close.end()


def _unclosed(cursor: Cursor, begin: int) -> None:
    """Note a text that is not closed on its line; it is taken to end before the commas and brackets there."""
    end = _line_end(cursor, begin)
    if _closed_oddly(cursor, begin, end):
        return
    words = cursor.text[begin + 1 : end].rstrip(",]} \t\r")
    remedy = f"{_CLOSE} Inside a text, write \\n for a line break."
    if not cursor.text.startswith("\n", end):
        cursor.stop(begin, _UNCLOSED, remedy)
    cursor.at = begin + 1 + len(words)
    cursor.note(begin, _UNCLOSED, remedy, _insertion(cursor.at, '"') if words else None)


def _closed_oddly(cursor: Cursor, begin: int, end: int) -> bool:
    """Note a typographic quotation mark that closes the text before ``end``, and pass it; False if there is none."""
    odd = forms.odd_closing_quote("\u201c").search(cursor.text, begin + 1, end)
    if odd is None:
        return False
    message = f'This text begins with " and ends with {odd.group()} (U+{ord(odd.group()):04X}).'
    cursor.note(odd.start(), message, 'Write " there.', Edit(odd.start(), odd.end(), '"'))
    cursor.at = odd.end()
    return True


def begins_odd_text(cursor: Cursor) -> bool:
    """Whether a text begins with another mark than the straight quotation mark."""
    here = cursor.here
    return here != "" and (here in forms.OPENING_QUOTES or here == "'" or cursor.text.startswith('\\"', cursor.at))


def pass_odd_text(cursor: Cursor, what: str) -> None:
    """Note a text in single or typographic quotation marks, and pass it. Raises Stopped if it has no end."""
    begin, here = cursor.at, cursor.here
    if here == "'":
        message, remedy = f"The {what} is in single quotation marks.", 'Use double quotation marks: ".'
    elif here == "\\":
        message, remedy = f"The {what} has a backslash before its quotation mark.", "Delete the backslash."
    else:
        message = f"The {what} is in typographic quotation marks ({here}, U+{ord(here):04X})."
        remedy = 'Use straight quotation marks: ".'
    opened = begin + 1 + (here == "\\")
    while cursor.text.startswith(here, opened) and here != "\\":  # doubled single quotation marks
        opened += 1
    close = forms.odd_closing_quote(here).search(cursor.text, opened, _line_end(cursor, cursor.at))
    if close is None:
        cursor.stop(begin, message, remedy)
    inside = cursor.text[opened : close.start()].rstrip(here)
    cursor.at = close.end()
    cursor.note(begin, message, remedy, _in_quotes(begin, cursor.at, inside))


def pass_bare_key(cursor: Cursor) -> bool:
    """Note a key without quotation marks, and pass it; False if there is none."""
    begin = cursor.at
    found = forms.bare_key().match(cursor.text, begin)
    if found is None:
        return False
    key, cursor.at = found.group(), found.end()
    if cursor.here == '"':
        cursor.at += 1
        message, edit = "The opening quotation mark is missing here.", _insertion(begin, '"')
    else:
        message, edit = f"The key {forms.short(key)} is not in quotation marks.", Edit(begin, cursor.at, f'"{key}"')
    cursor.note(begin, message, f'Write "{forms.short(key)}".', edit)
    return True


def pass_bare_text(cursor: Cursor) -> bool:
    """Note a word that is no value of JSON, or a text without quotation marks, and pass it; False if there is none."""
    begin = cursor.at
    found = forms.bare_text().match(cursor.text, begin)
    if found is None:
        return False
    words, cursor.at = found.group(), found.end()
    if cursor.here == '"':
        cursor.at += 1
        remedy = f'Write "{forms.short(words)}".'
        cursor.note(begin, "The opening quotation mark is missing here.", remedy, _insertion(begin, '"'))
        return True
    lower, shown = words.casefold(), forms.short(words)
    if lower in _WORDS:
        edit = Edit(begin, cursor.at, _WORDS[lower]) if lower in ("true", "false") else None
        cursor.note(begin, f"JSON does not know {shown}.", f"Write {_WORDS[lower]}.", edit)
    elif lower in _BLANK_WORDS:
        cursor.note(begin, f"JSON does not know {shown}.", "Delete the key: a key that is absent counts as blank.")
    elif lower in _NO_NUMBERS:
        cursor.note(begin, f"{shown} is not a number.", "Write a number in digits, or delete the key.")
    else:
        message = f"The text {forms.quoted(words)} is not in quotation marks."
        cursor.note(begin, message, f'Write "{shown}".', _in_quotes(begin, cursor.at, words))
    return True


def _in_quotes(begin: int, end: int, inside: str) -> Edit | None:
    """The text in straight quotation marks; None if more than these must change."""
    is_plain = inside.isprintable() and '"' not in inside and "\\" not in inside
    return Edit(begin, end, f'"{inside}"') if is_plain else None


def _insertion(at: int, text: str) -> Edit:
    return Edit(at, at, text)


def _line_end(cursor: Cursor, begin: int) -> int:
    """The end of the line, or as far as a closing quotation mark is looked for."""
    end = min(len(cursor.text), begin + _REACH)
    found = cursor.text.find("\n", begin, end)
    return found if found >= 0 else end
