"""The page, its exhibits and the PDF. The libraries that print them are imported only when something is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from form4gen.model.filing import Filing

if TYPE_CHECKING:
    from form4gen.render.diagnosis import Part
    from form4gen.render.pdf import Pdf
    from form4gen.report.record import Report


def render_html(
    filing: Filing,
    *,
    draft: bool = False,
    hide_address: bool = False,
    templates: str | None = None,
    report: Report | None = None,
) -> str:
    """The form and its exhibits as one self-contained HTML file.

    ``draft`` marks every page; ``hide_address`` omits the addresses of the owners; ``templates`` is a folder of a
    firm's own templates. With the ``report`` on the filing, the metadata name the settings and overrides behind it.
    Raises UnusableInputError if a template cannot be used.
    """
    from form4gen.api.printing import as_printed  # noqa: PLC0415  most commands print nothing

    maker = _maker(report)
    if templates is not None:
        from form4gen.render.firm_page import firm_html  # noqa: PLC0415  few firms have their own

        return firm_html(as_printed(filing), templates, maker, draft=draft, hide_address=hide_address)
    from form4gen.render.html import html  # noqa: PLC0415  jinja2 is needed only for printing

    return html(as_printed(filing), maker, draft=draft, hide_address=hide_address)


def render_pdf(html: str) -> Pdf:
    """The PDF of a page of ``render_html``. Raises MissingLibraryError if Pango is not installed."""
    from form4gen.render.pdf import FIRM, pdf  # noqa: PLC0415  weasyprint is needed only for the PDF

    return _firm_pdf(html, tagged=True) if FIRM in html else pdf(html)


def render_untagged_pdf(html: str) -> Pdf:
    """The PDF of a page by PlutoPrint, without tags. Raises MissingLibraryError if that is not installed."""
    from form4gen.render.pdf import FIRM  # noqa: PLC0415  as above
    from form4gen.render.pluto import untagged_pdf  # noqa: PLC0415  an optional package

    return _firm_pdf(html, tagged=False) if FIRM in html else untagged_pdf(html)


def _firm_pdf(html: str, *, tagged: bool) -> Pdf:
    from form4gen.render.firm_pdf import pdf_apart  # noqa: PLC0415  few firms have templates of their own

    return pdf_apart(html, tagged=tagged)


def prepare_html(templates: str | None = None) -> None:
    """Load what a page needs, before forking processes that share it.

    Raises UnusableInputError when the folder ``templates`` cannot be one of a firm's templates.
    """
    from form4gen.render.templates import prepare  # noqa: PLC0415  jinja2 is needed only for printing

    prepare()
    if templates is not None:
        from form4gen.render.firm_templates import firm_templates  # noqa: PLC0415  few firms have their own

        firm_templates(templates)


def prepare_pdf() -> None:
    """Load what the PDF needs, before forking processes that share it. Raises MissingLibraryError."""
    from form4gen.render.pdf import prepare  # noqa: PLC0415  weasyprint is needed only for the PDF

    prepare()


def prepare_untagged_pdf() -> None:
    """Load PlutoPrint, before forking processes that share it. Raises MissingLibraryError."""
    from form4gen.render.pluto import plutoprint  # noqa: PLC0415  an optional package

    plutoprint()


def diagnosis() -> tuple[Part, ...]:
    """The requirements of printing, and which of them are installed."""
    from form4gen.render.diagnosis import diagnosis as of_drawing  # noqa: PLC0415  no other command needs it

    return of_drawing()


def _maker(report: Report | None) -> str:
    """What the metadata of a page name as its maker."""
    from form4gen.render.html import OURS  # noqa: PLC0415  most commands print nothing
    from form4gen.report.provenance import in_metadata  # noqa: PLC0415  the same

    return in_metadata(report) if report else OURS


def exhibit_texts(filing: Filing) -> dict[str, str]:
    """The text of each attached power of attorney (EX-24), by file name."""
    from form4gen.prose.powers import with_kinds  # noqa: PLC0415  needed only for printing
    from form4gen.render.power_of_attorney import ex24_texts  # noqa: PLC0415  the same

    return ex24_texts(with_kinds(filing))
