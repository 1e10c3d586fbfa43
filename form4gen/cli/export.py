"""``form4gen export``."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

import click

from form4gen.api.filings import check_envelope, edgar_submission, export_filing
from form4gen.cli import options, outputs
from form4gen.cli.accepted import accepted
from form4gen.cli.credentials import credentials
from form4gen.cli.streams import complain, say


class _Envelope(NamedTuple):
    """What is asked for around the form."""

    live: bool
    contact_name: str
    contact_phone: str
    contact_email: str
    notify: tuple[str, ...]

    @property
    def contact(self) -> tuple[str, str, str]:
        """Name, telephone and e-mail of the contact."""
        return self.contact_name, self.contact_phone, self.contact_email


@click.command(
    "export",
    epilog=options.examples(
        "form4gen export form4.json -o out",
        "form4gen export form4.json -o out --public",
        "form4gen export form4.json -o out --submission --contact-name 'Jane Sample' --contact-phone 555-0100",
    ),
)
@click.argument("path", metavar="INPUT")
@click.option("-o", "--output", "folder", default=".", metavar="DIR", help="Where to write; made if it is not there.")
@click.option("--public", is_flag=True, help="The form as EDGAR makes it public, with names and schema version.")
@click.option("--draft", is_flag=True, help="Write a filing that EDGAR would suspend too.")
@click.option("--split", is_flag=True, help="Write several filings when EDGAR takes this one only in parts.")
@click.option("--submission", is_flag=True, help="Write the submission file too: the one to transmit.")
@click.option("--live", is_flag=True, help="Make it a LIVE submission. Without this EDGAR only tests it.")
@click.option("--contact-name", default="", metavar="NAME", help="Whom EDGAR's staff may ask.")
@click.option("--contact-phone", default="", metavar="PHONE", help="The contact's telephone number.")
@click.option("--contact-email", default="", metavar="ADDRESS", help="The contact's e-mail address.")
@click.option("--notify", multiple=True, metavar="ADDRESS", help="Who else is told of the outcome; may be repeated.")
@click.option("--force", is_flag=True, help="Replace files that are there already.")
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
    """Write what EDGAR takes: the form as ownership XML (schema X0609) and its exhibits.

    The files take the name of INPUT, exhibits their own, as far as EDGAR takes those. What was written is printed, one
    path a line. A filing that EDGAR would suspend is refused, unless it is written as a draft.

    With --submission comes the file to transmit, which holds everything: a TEST submission unless --live is given. It
    needs the CCC of each owner, from the environment variable FORM4GEN_CCC_<CIK>; where that is missing, it is asked
    for on a terminal. No other file holds a CCC, and only you can read this one. Nothing is sent anywhere.
    """
    envelope = _Envelope(**given)
    _check_options(envelope, public=public, draft=draft, submission=submission)
    check_envelope(envelope.contact, envelope.notify)
    filing = accepted(path, filed_at, in_parts=split, public=public, draft=draft)
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
    for name, content in (contents | sealed).items():
        outputs.write(places[name], content, is_secret=name in sealed)
        say(f"{places[name]}\n")
    if sealed and not envelope.live:
        complain("form4gen: This is a TEST submission; --live makes one that counts.")


def _check_options(envelope: _Envelope, *, public: bool, draft: bool, submission: bool) -> None:
    if any(envelope) and not submission:
        raise click.UsageError("--live, --contact-... and --notify belong to a --submission.")
    if public and submission:
        raise click.UsageError("--public is the form as EDGAR shows it; a --submission holds it as a filer sends it.")
    if draft and envelope.live:
        raise click.UsageError("A --draft is not to be sent --live.")
