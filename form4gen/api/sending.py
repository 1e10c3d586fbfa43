"""What a filing must show before it is sent to EDGAR, and where it is sent."""

from __future__ import annotations

from form4gen.api.load import Loaded
from form4gen.intake.document import Document
from form4gen.intake.problem import PLACEHOLDER
from form4gen.law.submissions import UPLOAD_SITES as UPLOAD_SITES
from form4gen.law.submissions import UploadSite as UploadSite
from form4gen.model.filing import Filing
from form4gen.prose.signers import signs_for_another, wants_a_power
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.engine import Finding

_AGENT_WITHOUT_POWER = "SG104"  # only a warning, because the power may follow by amendment


def is_suspended(finding: Finding) -> bool:
    """Whether EDGAR would suspend the filing for a finding that no override accepts, or a value is to be filled in."""
    return finding.overridden is None and (finding.edgar is Edgar.SUSPENDS or is_on_placeholder(finding))


def is_on_placeholder(finding: Finding) -> bool:
    """Whether a value is still to be filled in."""
    return finding.rule == PLACEHOLDER


def prevents_submission(finding: Finding) -> bool:
    """Whether a submission must not be written: an error, of EDGAR's or of the law, that no override accepts."""
    return is_suspended(finding) or (finding.overridden is None and finding.severity is Severity.ERROR)


def prevents_live_submission(finding: Finding) -> bool:
    """The same for a LIVE submission, in which the authority of an agent who signs must be shown."""
    lacks_power = finding.overridden is None and finding.rule == _AGENT_WITHOUT_POWER
    return prevents_submission(finding) or lacks_power


def agents_without_power(filing: Filing) -> list[str]:
    """The names of agents who sign, if nothing in the document shows under which power of attorney they do.

    The rules do not judge such a document, because it may be a copy of a filing on record.
    """
    if not wants_a_power(filing):
        return []
    return [each.signature_name or "An agent" for each in filing.owner_signatures if signs_for_another(each)]


def is_from_edgar(loaded: Loaded) -> bool:
    """Whether the document is EDGAR's XML or a full submission: it may be a filing on record."""
    return not isinstance(loaded.document, Document)
