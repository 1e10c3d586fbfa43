"""JSON text with an indent of two, as ``json.dumps`` writes it.

``json`` writes an indented text in Python, one small piece at a time: that took more than a third of a run with such a
report. It also compiles regular expressions when it is imported.
"""

from __future__ import annotations

from _json import encode_basestring

from form4gen.typed import Any


def json_text(value: Any, line: str = "\n") -> str:
    """The text of texts, whole numbers, flags, None, and of lists and objects of these.

    ``line`` is the end of a line with the margin of the next one. Raises TypeError for anything else.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    inner = f"{line}  "
    # A text is written in place, because most values are texts, and a call takes longer than to write one.
    if isinstance(value, dict):
        written = [
            f"{encode_basestring(key)}: {encode_basestring(each) if type(each) is str else json_text(each, inner)}"
            for key, each in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(written)}{line}}}" if written else "{}"
    if isinstance(value, list | tuple):
        written = [encode_basestring(each) if type(each) is str else json_text(each, inner) for each in value]
        return f"[{inner}{f',{inner}'.join(written)}{line}]" if written else "[]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    message = f"{type(value).__name__} is not written as JSON"
    raise TypeError(message)
