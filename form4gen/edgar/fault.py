"""The fault that only ownership XML can have: a part of it that EDGAR's schema does not allow."""

from __future__ import annotations

ID = "XM101"
NAME = "not allowed in ownership XML"
TITLE = "Every element, attribute and value must be one that EDGAR's schema of ownership XML allows."
WHY = "EDGAR suspends such a document. form4gen omits that part, and applies the rules to the rest of the filing."
