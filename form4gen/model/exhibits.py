"""Powers of attorney and other exhibits of a filing."""

from __future__ import annotations

from datetime import date

from form4gen.model.fields import Node, day, flag, many, one, one_if_any, text, texts

_PAGE = (".htm", ".html")
_OPENINGS = ("<html", "<!doctype html")


class Principal(Node):
    """The reporting person who grants the power."""

    name: str | None = text()
    cik: str | None = text()
    title: str | None = text()


class Attorney(Node):
    """An attorney-in-fact, named or described by office."""

    name: str | None = text()
    office: str | None = text()
    employer: str | None = text()


class ScopeIssuer(Node):
    """The issuer to whose securities a power is limited; without it the power covers any issuer."""

    name: str | None = text()
    cik: str | None = text()


class Scope(Node):
    """What a power covers; ``capacity`` is the principal's, in words: ``officer and/or director``."""

    forms: tuple[str, ...] = texts()
    capacity: str | None = text()
    amendments: bool = flag()
    edgar_access: bool = flag()
    joint_filing_agreements: bool = flag()
    broker_information: bool = flag()
    other_actions: bool = flag()
    issuer: ScopeIssuer | None = one_if_any(ScopeIssuer)


class Duration(Node):
    """How long a power lasts; ``date`` belongs to ``until_date``."""

    kind: str | None = text("until_no_longer_required", "until_revoked", "until_date", "while_in_office")
    date: date | None = day()


class Notary(Node):
    """The acknowledgement of a notary."""

    name: str | None = text()
    state: str | None = text()
    county: str | None = text()
    date: date | None = day()


class OnFile(Node):
    """Where a power that is already on file with the Commission is found."""

    accession_number: str | None = text()
    form: str | None = text()
    filed_on: date | None = day()


class PowerOfAttorney(Node):
    """A power of attorney: attached as Exhibit 24, on file, or to follow (Form 4, Instruction 7(a)).

    ``supersedes`` has ids of other powers of the filing, or words that name an earlier one; ``governing_law`` the
    place whose law governs. ``text`` replaces the wording made of the other fields.
    """

    id: str | None = text()
    exhibit_number: str | None = text()
    file_name: str | None = text()
    description: str | None = text()
    status: str | None = text("attached", "on_file", "to_follow")
    principal: Principal = one(Principal)
    attorneys: tuple[Attorney, ...] = many(Attorney)
    acting: str | None = text("alone", "together")
    scope: Scope = one(Scope)
    substitution: bool = flag()
    signed_on: date | None = day()
    signed_name: str | None = text()
    effective_from: date | None = day()
    duration: Duration = one(Duration)
    revoked_on: date | None = day()
    supersedes: tuple[str, ...] = texts()
    governing_law: str | None = text()
    notary: Notary | None = one_if_any(Notary)
    witnesses: tuple[str, ...] = texts()
    on_file: OnFile | None = one_if_any(OnFile)
    text: str | None = text()

    @property
    def is_attached(self) -> bool:
        """Sent along with this filing, which is what a record without ``status`` means."""
        return self.status in (None, "attached")

    @property
    def is_page(self) -> bool:
        """Whether it is sent as HTML, judged by its file name."""
        return _is_page(self.file_name)

    @property
    def html_source(self) -> str | None:
        """The text where it is HTML and goes into the file as it is; None where the text is words."""
        return _html_source(self.file_name, self.text)


class Exhibit(Node):
    """Another document sent along: EX-99, COVER, CORRESP or GRAPHIC."""

    document_type: str | None = text()
    document_name: str | None = text()
    document_description: str | None = text()
    text: str | None = text()

    @property
    def is_page(self) -> bool:
        """Whether it is sent as HTML, judged by its file name."""
        return _is_page(self.document_name)

    @property
    def html_source(self) -> str | None:
        """The text where it is HTML and goes into the file as it is; None where the text is words."""
        return _html_source(self.document_name, self.text)

    @property
    def is_picture(self) -> bool:
        """A GRAPHIC: its content is no text."""
        return (self.document_type or "").partition(".")[0] == "GRAPHIC"


def _is_page(name: str | None) -> bool:
    return (name or "").lower().endswith(_PAGE)


def _html_source(name: str | None, text: str | None) -> str | None:
    if text and _is_page(name) and text.lstrip()[: len(_OPENINGS[1])].lower().startswith(_OPENINGS):
        return text
    return None
