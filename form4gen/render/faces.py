"""Extracts the faces that a page needs from a variable font, with only the characters of that page.

HarfBuzz needs a millisecond for a face. WeasyPrint would pass the variable font to fontTools once for each face, which
takes a sixth of the whole time.
"""

from __future__ import annotations

import ctypes
import os
import sys
from ctypes import c_char_p, c_float, c_int, c_uint, c_uint32, c_void_p

from form4gen.records import NamedTuple

_LIBRARIES = {
    "linux": ("libharfbuzz.so.0", "libharfbuzz-subset.so.0"),
    "darwin": ("libharfbuzz.0.dylib", "libharfbuzz-subset.0.dylib"),
    "win32": ("libharfbuzz-0.dll", "libharfbuzz-subset-0.dll"),
}
_WEIGHT_AXIS = int.from_bytes(b"wght", "big")
_WEIGHTS = (400, 700)


class _HarfBuzz(NamedTuple):
    core: ctypes.CDLL
    subset: ctypes.CDLL


def cut(sources: list[str], characters: set[str], folder: str) -> bool:
    """Write a regular and a bold face of each variable font into ``folder``.

    False if HarfBuzz or its subsetter is missing or too old (before 6.0).
    """
    try:
        harfbuzz = _harfbuzz()
    except (OSError, AttributeError):
        return False
    for number, source in enumerate(sources):
        for weight in _WEIGHTS:
            face = _face(harfbuzz, source, weight, characters)
            if not face:
                return False
            with open(os.path.join(folder, f"{number}-{weight}.ttf"), "wb") as file:
                file.write(face)
    return True


def _face(harfbuzz: _HarfBuzz, source: str, weight: int, characters: set[str]) -> bytes:
    """The face of that weight, or None if the font does not have it."""
    core, subset = harfbuzz
    blob = core.hb_blob_create_from_file(os.fsencode(source))
    whole = core.hb_face_create(blob, 0)
    wanted = subset.hb_subset_input_create_or_fail()
    wanted_characters = subset.hb_subset_input_unicode_set(wanted)
    for character in characters:
        core.hb_set_add(wanted_characters, ord(character))
    content = b""
    if subset.hb_subset_input_pin_axis_location(wanted, whole, _WEIGHT_AXIS, weight):
        part = subset.hb_subset_or_fail(whole, wanted)
        if part:
            result = core.hb_face_reference_blob(part)
            length = c_uint()
            start = core.hb_blob_get_data(result, ctypes.byref(length))
            content = ctypes.string_at(start, length.value)
            core.hb_blob_destroy(result)
            core.hb_face_destroy(part)
    subset.hb_subset_input_destroy(wanted)
    core.hb_face_destroy(whole)
    core.hb_blob_destroy(blob)
    return content


def _harfbuzz() -> _HarfBuzz:
    """HarfBuzz with the signatures of the functions that are called. Raises OSError or AttributeError."""
    core, subset = (ctypes.CDLL(name) for name in _LIBRARIES.get(sys.platform, _LIBRARIES["linux"]))
    length = ctypes.POINTER(c_uint)
    for library, name, result, arguments in (
        (core, "hb_blob_create_from_file", c_void_p, (c_char_p,)),
        (core, "hb_blob_get_data", c_void_p, (c_void_p, length)),
        (core, "hb_blob_destroy", None, (c_void_p,)),
        (core, "hb_face_create", c_void_p, (c_void_p, c_uint)),
        (core, "hb_face_reference_blob", c_void_p, (c_void_p,)),
        (core, "hb_face_destroy", None, (c_void_p,)),
        (core, "hb_set_add", None, (c_void_p, c_uint32)),
        (subset, "hb_subset_input_create_or_fail", c_void_p, ()),
        (subset, "hb_subset_input_unicode_set", c_void_p, (c_void_p,)),
        (subset, "hb_subset_input_pin_axis_location", c_int, (c_void_p, c_void_p, c_uint32, c_float)),
        (subset, "hb_subset_input_destroy", None, (c_void_p,)),
        (subset, "hb_subset_or_fail", c_void_p, (c_void_p, c_void_p)),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return _HarfBuzz(core, subset)
