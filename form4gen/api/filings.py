"""Import, export, division and submission. The modules that they need are imported when they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from form4gen.api.filing_time import FilingTime, filing_time_of
from form4gen.api.load import load_any_form
from form4gen.edgar.ccc import Ccc as Ccc
from form4gen.errors import UnusableInputError
from form4gen.law.limits import X0609_SINCE as X0609_SINCE
from form4gen.model.filing import Filing
from form4gen.redaction.sealed import NOTICE, sealed

if TYPE_CHECKING:
    from form4gen.edgar.parcels import Parcel
    from form4gen.edgar.reader import Imported


def import_filing(raw: bytes, cccs: Iterable[str] = ()) -> Imported:
    """A filed form, from ownership XML or a full submission, as our JSON, and what that cannot represent.

    CCCs are masked: what is under a tag or attribute with "ccc", and ``cccs`` wherever they are.

    Raises UnusableInputError when it cannot be read, or is another form than 3, 4 or 5.
    """
    from form4gen.api.edgar_input import read_edgar  # noqa: PLC0415  lxml is needed only here

    text, has_ccc, _ = sealed(raw, cccs)
    imported = read_edgar(text)
    return imported._replace(remarks=(*imported.remarks, f"The file {NOTICE}")) if has_ccc else imported


def read_prior(raw: bytes, cccs: Iterable[str] = ()) -> Filing:
    """An earlier filing to check others against, from our JSON, ownership XML or a full submission.

    CCCs are masked as in ``load``. Raises UnusableInputError when it cannot be read.
    """
    return read_timed_prior(raw, cccs)[0]


def read_timed_prior(raw: bytes, cccs: Iterable[str] = ()) -> tuple[Filing, FilingTime | None]:
    """The filing as ``read_prior`` reads it, with its filing time as the file gives it."""
    found = load_any_form(raw, cccs)
    if found.filing is None:
        raise UnusableInputError(f"It is not a filing: {found.findings[0].message}")
    return found.filing, filing_time_of(found)


def split_filing(filing: Filing) -> tuple[Filing, ...]:
    """The filing as the fewest filings within EDGAR's limits. Raises UnusableInputError when there is no division."""
    from form4gen.edgar.split import split  # noqa: PLC0415  needed only here

    return split(filing)


def export_filing(
    filing: Filing, *, name: str = "form4", in_parts: bool = False, public: bool = False
) -> tuple[Parcel, ...]:
    """The form as ownership XML with its exhibits, once for each part with ``in_parts``.

    ``name`` is that of the files, with ``public`` the form is as EDGAR disseminates it. Nothing is checked: call
    ``validate`` first. Raises UnusableInputError or RefusedFilingError when something cannot be written.
    """
    from form4gen.edgar.parcels import parcels  # noqa: PLC0415  needed only here
    from form4gen.prose.powers import with_kinds  # noqa: PLC0415  the same
    from form4gen.render.power_of_attorney import ex24_text  # noqa: PLC0415  the same

    return parcels(with_kinds(filing), ex24_text, name=name, in_parts=in_parts, public=public)


def check_envelope(contact: tuple[str, str, str], notify: Iterable[str] = ()) -> None:
    """Raise UnusableInputError if EDGAR would not accept a contact (name, telephone, email) or the addresses."""
    from form4gen.edgar.submission import Contact  # noqa: PLC0415  needed only here
    from form4gen.edgar.submission import check_envelope as check_lines  # noqa: PLC0415  the same

    check_lines(Contact(*contact), notify)


def edgar_submission(
    parcel: Parcel,
    cccs: Mapping[str, Ccc],
    *,
    live: bool = False,
    contact: tuple[str, str, str] = ("", "", ""),
    notify: Iterable[str] = (),
) -> bytes:
    """The file to transmit for a parcel of ``export_filing``: a TEST submission unless ``live``.

    ``cccs`` has the CCC of each owner by CIK; ``contact`` is name, telephone and email. The bytes contain the CCCs:
    keep them confidential. Raises UnusableInputError if EDGAR would refuse the file because of these arguments.
    """
    from form4gen.edgar.submission import Contact  # noqa: PLC0415  needed only here
    from form4gen.edgar.submission import edgar_submission as written  # noqa: PLC0415  the same

    return written(parcel.filing, cccs, parcel.exhibits, live=live, contact=Contact(*contact), notify=notify)
