"""Numbers as people write them, where JSON knows only digits, a minus sign and a point."""

from __future__ import annotations

from form4gen.intake import json_forms as forms
from form4gen.intake.cursor import Cursor, Edit

_TEXT_DIGITS = 5  # a ZIP code; no amount is written with a zero before so many digits
_SIGNS = {"+": "A number has no plus sign.", "$": "An amount is written without the dollar sign."}


def begins_number(letter: str) -> bool:
    """Whether a value that begins with this character is meant as a number."""
    return letter != "" and (letter in "-+.$" or (letter.isascii() and letter.isdigit()))


def pass_number(cursor: Cursor, *, is_in_list: bool) -> None:
    """Pass a number; note it if it is not written as JSON writes one."""
    if cursor.here in _SIGNS:
        _pass_sign(cursor)
    begin = cursor.at
    if (infinite := forms.constant().match(cursor.text, begin)) is not None:
        cursor.at = infinite.end()
    elif not (_pass_grouped(cursor, is_in_list=is_in_list) or _pass_zero_led(cursor) or _pass_pointed(cursor)):
        plain = forms.number_form().match(cursor.text, begin)
        after = cursor.text[plain.end() : plain.end() + 2] if plain else ""
        is_comment = after in ("//", "/*")
        if plain is None or after[:1].isalnum() or (not is_comment and after[:1] in tuple("._-/:\"'+")):
            _pass_other(cursor)
        else:
            cursor.at = plain.end()
    if cursor.here == "%":
        cursor.note(cursor.at, "A number has no percent sign.", "Delete the %.")
        cursor.at += 1


def _pass_sign(cursor: Cursor) -> None:
    sign = cursor.here
    rest = forms.rest_form().match(cursor.text, cursor.at + 1)
    if rest is None or not rest.group()[:2].strip("-.$").isdigit():
        cursor.stop(cursor.at, f"{forms.quoted(sign)} is not a value.", "Write a number in digits.")
    edit = Edit(cursor.at, cursor.at + 1, "")
    cursor.note(cursor.at, _SIGNS[sign], f"Delete the {sign}.", edit)
    cursor.at += 1


def _pass_grouped(cursor: Cursor, *, is_in_list: bool) -> bool:
    """Pass 3,000 or 12,42. In a list, [3,200] is two numbers."""
    begin = cursor.at
    found = forms.grouped_number().match(cursor.text, begin)
    if found is None:
        return False
    written = found.group()
    groups = written.partition(".")[0].split(",")
    if is_in_list and not any(len(each) > 1 and each.startswith("0") for each in groups[1:]):
        return False
    is_in_thousands = forms.thousands().fullmatch(written) is not None
    if " " in written and not is_in_thousands:
        return False
    cursor.at = found.end()
    if is_in_thousands:
        plain = "".join(letter for letter in written if letter.isdigit() or letter in "-.").rstrip(".")
        marks = {",": "a comma", " ": "a space", "_": "an underscore", "'": "an apostrophe", "\u2019": "an apostrophe"}
        mark = next((words for sign, words in marks.items() if sign in written), "a space")
        edit = Edit(begin, found.end(), plain)
        cursor.note(begin, f"The number {forms.short(written)} is written with {mark}.", f"Write {plain}.", edit)
    else:
        message = f"{forms.quoted(written)} is not a number."
        cursor.note(begin, message, "Write its digits, with a point before the decimals and no other mark.")
    return True


def _pass_zero_led(cursor: Cursor) -> bool:
    begin = cursor.at
    found = forms.zero_led().match(cursor.text, begin)
    if found is None:
        return False
    written, rest = found.group(), found["rest"]
    cursor.at = found.end()
    message = f"The number {forms.short(written)} begins with a zero."
    if len(written) >= _TEXT_DIGITS and written.isdigit():
        edit = Edit(begin, found.end(), f'"{written}"')
        remedy = f'Write "{forms.short(written)}": a CIK or a ZIP code is a text, in double quotation marks.'
        cursor.note(begin, message, remedy, edit)
        return True
    rest = rest.lstrip("0") or "0"
    plain = found["sign"] + ("0" if rest.startswith(".") else "") + rest
    cursor.note(begin, message, f"Write {forms.short(plain)}.", Edit(begin, found.end(), plain))
    return True


def _pass_pointed(cursor: Cursor) -> bool:
    begin = cursor.at
    found = forms.pointed_number().match(cursor.text, begin)
    if found is None:
        return False
    cursor.at = found.end()
    written, edit = forms.short(found.group()), Edit(begin, found.end(), found["sign"] + (found["whole"] or ""))
    if found["part"]:
        plain = f"{found['sign']}0.{found['part']}"
        edit = edit._replace(text=plain)
        cursor.note(begin, f"The number {written} has no digit before its point.", f"Write {forms.short(plain)}.", edit)
    else:
        cursor.note(begin, f"The number {written} has no digit after its point.", "Delete the point.", edit)
    return True


def _pass_other(cursor: Cursor) -> None:
    """Pass what begins like a number: a date or another text without quotation marks."""
    begin = cursor.at
    found = forms.rest_form().match(cursor.text, begin)
    written = found.group() if found else ""
    cursor.at = begin + max(len(written), 1)
    if forms.day_form().fullmatch(written):
        message, remedy = f"The date {written} is not in quotation marks.", f'Write "{written}".'
        cursor.note(begin, message, remedy, Edit(begin, cursor.at, f'"{written}"'))
    elif written.endswith('"') and '"' not in written[:-1]:
        message, remedy = "The opening quotation mark is missing here.", f'Write "{forms.short(written)}.'
        cursor.note(begin, message, remedy, Edit(begin, begin, '"'))
    elif len(written) > 1 and written[1].isdigit() + written[0].isdigit():
        message = f"{forms.quoted(written)} begins like a number but is not one."
        cursor.note(begin, message, "Put a date or a text in double quotation marks.")
    else:
        cursor.note(begin, f"{forms.quoted(written)} is not a number.", "Write a number in digits.")
