"""The PDF of a page with a firm's own templates, made in a child process with limits.

A style cannot load anything, but it can make printing endless or crash it; neither is a fault of form4gen.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from functools import partial
from tempfile import gettempdir

from form4gen.errors import Form4genError, MissingLibraryError, UnusableInputError
from form4gen.render.draft_mark import stamp_pages, without_mark, write_book
from form4gen.render.limited import Limits, asked, one_line, own_paths
from form4gen.render.pdf import Pdf, pdf
from form4gen.render.pluto import untagged_pdf
from form4gen.temporary import new_folder

# The longest form that EDGAR accepts needs less than a third of the time and a tenth of the rest.
LIMITS = Limits(computing=20, waiting=600, memory=4 * 1024**3, answer=64_000_000)

_CODE = "from form4gen.render.firm_pdf import main; main()"


def pdf_apart(html: str, *, tagged: bool = True, limits: Limits = LIMITS) -> Pdf:
    """The PDF of a firm's page, by WeasyPrint, or untagged by PlutoPrint.

    Raises what ``pdf`` and ``untagged_pdf`` raise, and UnusableInputError if the style cannot be used.
    """
    question = json.dumps([html, tagged, limits.computing, limits.memory]).encode()
    command = (sys.executable, "-P", "-X", "utf8", "-c", _CODE)
    with new_folder(gettempdir()) as home:  # what the child leaves there when it is stopped is removed with it
        answer = asked(command, question, limits, own_paths(sys.path) | {"TMPDIR": home})
    if answer.fault:
        raise answer.refusal("The page cannot be printed with the firm's styles")
    head, _, drawn = answer.content.partition(b"\n")
    with suppress(ValueError, KeyError, TypeError):
        found = json.loads(head)
        if found["kind"] == "":
            return Pdf(drawn, tuple(found["missing"]))
        kind = MissingLibraryError if found["kind"] == "missing" else UnusableInputError
        raise kind(one_line(found["words"]) + ".")
    raise UnusableInputError("The page cannot be printed with the firm's styles: the result is not a PDF.")


def main() -> None:
    """Answer the question on standard input: a line of JSON, then the PDF."""
    import resource  # noqa: PLC0415  the parent has checked that it exists

    html, tagged, computing, memory = json.loads(sys.stdin.buffer.read())
    resource.setrlimit(resource.RLIMIT_CPU, (computing, computing + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":  # which has this limit but does not enforce it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    head, content = _drawn(html, tagged=tagged)
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + content)


def _drawn(html: str, *, tagged: bool) -> tuple[dict[str, object], bytes]:
    try:
        page, is_draft = without_mark(html)
        if tagged:
            content, missing = pdf(page, partial(stamp_pages, is_draft=is_draft))
        else:
            content, missing = untagged_pdf(page, partial(write_book, is_draft=is_draft))
    except MissingLibraryError as error:
        return {"kind": "missing", "words": str(error)}, b""
    except Form4genError as error:
        return {"kind": "unusable", "words": str(error)}, b""
    except Exception as error:  # noqa: BLE001  the page is the firm's, so the fault is too
        words = f"The page cannot be printed with the firm's styles ({type(error).__name__}: {error})"
        return {"kind": "unusable", "words": words}, b""
    return {"kind": "", "missing": missing}, content
