"""``form4gen export``."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from form4gen import __version__
from form4gen.api.filings import check_envelope, edgar_submission, export_filing
from form4gen.cli import options, outputs
from form4gen.cli.accepted import Purpose, accepted
from form4gen.cli.credentials import credentials
from form4gen.cli.live import check_that_someone_answers, confirm, summarize
from form4gen.cli.streams import in_utf_8, write_error, write_output
from form4gen.records import NamedTuple
from form4gen.report.provenance import consequences

_NO_SETTINGS = "every rule is applied, without settings"


class _Envelope(NamedTuple):
    """The options of the submission."""

    live: bool
    yes: bool
    contact_name: str
    contact_phone: str
    contact_email: str
    notify: tuple[str, ...]

    @property
    def contact(self) -> tuple[str, str, str]:
        """Name, telephone and email of the contact."""
        return self.contact_name, self.contact_phone, self.contact_email


@click.command(
    "export",
    epilog=options.examples(
        "form4gen export form4.json -o out",
        "form4gen export form4.json -o out --public",
        "form4gen export form4.json -o out --submission --contact-name 'Jane Sample' --contact-phone 555-0100",
        "form4gen export form4.json -o out --submission --live",
    ),
)
@click.argument("path", metavar="INPUT")
@options.output_folder
@click.option("--public", is_flag=True, help="Write the form as EDGAR disseminates it, with names and schema version.")
@click.option("--draft", is_flag=True, help="Write the files even if the filing has errors; a submission only as TEST.")
@click.option("--split", is_flag=True, help="Write several filings if this one exceeds EDGAR's limits.")
@click.option("--submission", is_flag=True, help="Also write the submission file to transmit.")
@click.option("--live", is_flag=True, help="Make the submission LIVE, after you confirm it. Default: TEST.")
@click.option("--yes", is_flag=True, help="Confirm the LIVE submission without being asked.")
@click.option("--contact-name", default="", metavar="NAME", help="Contact for EDGAR's staff: name.")
@click.option("--contact-phone", default="", metavar="PHONE", help="Contact for EDGAR's staff: telephone number.")
@click.option("--contact-email", default="", metavar="ADDRESS", help="Contact for EDGAR's staff: email address.")
@click.option(
    "--notify", multiple=True, metavar="ADDRESS", help="Additional email address for EDGAR's notices. Repeatable."
)
@options.force
@options.filed_at
def command(
    path: str,
    folder: str,
    public: bool,  # noqa: FBT001  click passes each by name
    draft: bool,  # noqa: FBT001
    split: bool,  # noqa: FBT001
    submission: bool,  # noqa: FBT001
    force: bool,  # noqa: FBT001
    filed_at: datetime | None,
    **given: Any,
) -> None:
    """Write the form as EDGAR ownership XML (schema X0609), with its exhibits.

    INPUT is form4gen's JSON, EDGAR's ownership XML or a full submission, told apart by its content. Output files are
    named after INPUT; exhibits keep their own file names where EDGAR accepts them. Each path written
    is printed. A filing that EDGAR would suspend is refused unless --draft is given.

    With --submission, also writes the file to transmit: a TEST submission unless --live is given. A submission is
    refused if the filing has any error that no override accepts, including one that EDGAR does not check. With --draft
    it is written anyway, but only as a TEST. It needs each reporting person's CCC, from the environment variable
    FORM4GEN_CCC_<CIK> or typed when prompted. The CCC is written only to that file, which only you can read. form4gen
    transmits nothing.

    A LIVE submission is an official filing: once transmitted it is public and cannot be taken back. --live lists the
    open warnings and asks for a confirmation. It also refuses EDGAR's XML and a filing on record, and an agent's
    signature without a power of attorney that is attached or recorded as on file.
    """
    envelope = _Envelope(**given)
    _check_options(envelope, public=public, draft=draft, submission=submission)
    check_envelope(envelope.contact, envelope.notify)
    filing, report = accepted(path, filed_at, Purpose(split, public, draft, submission, envelope.live))
    if envelope.live:
        check_that_someone_answers(yes=envelope.yes)
    parcels = export_filing(filing, name=outputs.stem(path), in_parts=split, public=public)
    contents = {parcel.form_name: parcel.form for parcel in parcels}
    contents |= {document.name: document.raw for parcel in parcels for document in parcel.exhibits}
    secret = {parcel.submission_name: parcel for parcel in parcels} if submission else {}
    places = outputs.places(folder, [*contents, *secret], source=path, force=force)
    cccs = credentials(filing) if submission else {}
    sealed = {
        name: edgar_submission(parcel, cccs, live=envelope.live, contact=envelope.contact, notify=envelope.notify)
        for name, parcel in secret.items()
    }
    if envelope.live:
        confirm([parcel.filing for parcel in parcels], report, yes=envelope.yes)
    for name, content in (contents | sealed).items():
        outputs.write(places[name], content, replaces=force, is_secret=name in sealed)
        write_output(f"{in_utf_8(places[name])}\n")
    for line in (*(f"form4gen: {each}" for each in consequences(report)), f"form4gen {__version__}; {_NO_SETTINGS}"):
        write_error(line)
    if sealed:
        summarize([(places[name], parcel.filing) for name, parcel in secret.items()], live=envelope.live)


def _check_options(envelope: _Envelope, *, public: bool, draft: bool, submission: bool) -> None:
    if any(envelope) and not submission:
        raise click.UsageError("--live, --yes, --contact-... and --notify require --submission.")
    if public and submission:
        raise click.UsageError(
            "--public and --submission cannot be combined: EDGAR does not accept the form as it disseminates it."
        )
    if draft and envelope.live:
        raise click.UsageError("--draft and --live cannot be combined.")
    if envelope.yes and not envelope.live:
        raise click.UsageError("--yes confirms a LIVE submission. Add --live, or omit --yes.")
