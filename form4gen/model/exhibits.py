"""Powers of attorney and other exhibits of a filing."""

from __future__ import annotations

from datetime import date

from form4gen.model.fields import Node, day, flag, many, many_or_names, one, one_if_any, text, texts

_PAGE = (".htm", ".html")
_OPENINGS = ("<html", "<!doctype html")


WORDING = "form4gen"
"""What ``wording`` says of a power that was signed in the words that form4gen draws."""

WORDING_VERSION = "2026-11"
"""The version of those words; it changes with any of them, since a power that was signed must not change."""


class Through(Node):
    """An entity through which a signatory signs, with its capacity: ``general partner``."""

    name: str | None = text()
    capacity: str | None = text()


class Signatory(Node):
    """The individual who signs for an entity, a trust or a ward; ``through`` is ordered from the principal on."""

    name: str | None = text()
    title: str | None = text()
    through: tuple[Through, ...] = many(Through)


class Principal(Node):
    """The reporting person who grants the power; without a ``kind``, an individual unless a reader finds otherwise."""

    kind: str | None = text("individual", "corporation", "llc", "partnership", "trust", "fiduciary", "other")
    name: str | None = text()
    cik: str | None = text()
    title: str | None = text()
    description: str | None = text()
    signatory: Signatory | None = one_if_any(Signatory)
    other_signatories: tuple[Signatory, ...] = many(Signatory)

    @property
    def is_individual(self) -> bool:
        """Whether the principal signs in person."""
        return self.kind in (None, "individual")

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """Those who sign for the principal, in order."""
        return (*((self.signatory,) if self.signatory is not None else ()), *self.other_signatories)


class Attorney(Node):
    """An attorney-in-fact: an individual, the holder of an office, or a firm; without ``kind``, as the fields say."""

    kind: str | None = text("individual", "office", "firm")
    name: str | None = text()
    office: str | None = text()
    employer: str | None = text()
    any_of: bool = flag()

    @property
    def is_firm(self) -> bool:
        """A firm that acts through individuals whom it designates."""
        return self.kind == "firm" or (self.kind is None and not self.name and not self.office and bool(self.employer))


class ScopeIssuer(Node):
    """The issuer to whose securities a power is limited; without it the power covers any issuer."""

    name: str | None = text()
    cik: str | None = text()
    successors: bool = flag()


class Scope(Node):
    """What a power covers; ``capacity`` is the principal's, in words: ``officer and/or director``."""

    forms: tuple[str, ...] = texts()
    capacity: str | None = text()
    amendments: bool = flag()
    edgar_access: bool = flag()
    edgar_roles: tuple[str, ...] = texts("access", "roles", "delegation", "confirmation")
    joint_filing_agreements: bool = flag()
    broker_information: bool = flag()
    other_actions: bool = flag()
    issuer: ScopeIssuer | None = one_if_any(ScopeIssuer)


class Duration(Node):
    """How long a power lasts; ``date`` belongs to ``until_date``, ``tail`` to ``while_in_office``."""

    kind: str | None = text("until_no_longer_required", "until_revoked", "until_date", "while_in_office")
    date: date | None = day()
    tail: bool = flag()
    ends_when_replaced: bool = flag()


class Notary(Node):
    """The acknowledgment of a notary; without any value, the certificate to be completed."""

    name: str | None = text()
    signed_name: str | None = text()
    state_style: str | None = text("State", "Commonwealth")
    state: str | None = text()
    county: str | None = text()
    commission_expires: date | None = day()
    date: date | None = day()
    commission_number: str | None = text()
    remote: bool = flag()


class Witness(Node):
    """A witness of the signature."""

    name: str | None = text()
    signed_name: str | None = text()
    address: str | None = text()
    date: date | None = day()


class OnFile(Node):
    """Where a power that is already on file with the Commission is found."""

    accession_number: str | None = text()
    form: str | None = text()
    filed_on: date | None = day()


class PowerOfAttorney(Node):
    """A power of attorney: attached as Exhibit 24, on file, or to follow (Form 4, Instruction 7(a)).

    ``supersedes`` has ids of other powers of the filing, or words that name an earlier one; ``governing_law`` the
    place whose law governs. ``text`` has the words that were signed and replaces the wording made of the other fields;
    ``wording`` says that those drawn words, of ``wording_version``, are the ones that were signed.
    """

    id: str | None = text()
    exhibit_number: str | None = text()
    file_name: str | None = text()
    description: str | None = text()
    heading: str | None = text()
    subtitle: str | None = text()
    status: str | None = text("attached", "on_file", "to_follow")
    principal: Principal = one(Principal)
    attorneys: tuple[Attorney, ...] = many(Attorney)
    attorneys_in_schedule: bool = flag()
    attorneys_designated_by: str | None = text()
    acting: str | None = text("alone", "together")
    scope: Scope = one(Scope)
    substitution: bool = flag()
    signed_on: date | None = day()
    signed_name: str | None = text()
    effective_from: date | None = day()
    duration: Duration = one(Duration)
    revocation_notice_to: tuple[str, ...] = texts("attorneys", "company")
    ends_on_departure: bool = flag()
    ratifies_prior_acts: bool = flag()
    section16b_disclaimer: bool = flag()
    reliance: bool = flag()
    indemnity: str | None = text("information", "acts")
    indemnifies_company: bool = flag()
    durable: bool = flag()
    revoked_on: date | None = day()
    supersedes: tuple[str, ...] = texts()
    leaves_others: bool = flag()
    confirming_statement: bool = flag()
    governing_law: str | None = text()
    electronic_signature: bool = flag()
    counterparts: bool = flag()
    notary: Notary | None = one_if_any(Notary)
    witnesses: tuple[Witness, ...] = many_or_names(Witness)
    on_file: OnFile | None = one_if_any(OnFile)
    wording: str | None = text(WORDING)
    wording_version: str | None = text()
    text: str | None = text()

    @property
    def is_attached(self) -> bool:
        """Sent along with this filing, which is what a record without ``status`` means."""
        return self.status in (None, "attached")

    @property
    def is_drawn_as_signed(self) -> bool:
        """Whether the words that are drawn are the words that were signed."""
        return bool(self.signed_name) and (self.wording, self.wording_version) == (WORDING, WORDING_VERSION)

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
