"""Rules without a mutation, each with the reason why no single change to a sound filing can show it."""

from __future__ import annotations

_PRIOR = "compares the form with prior filings; a mutation changes one filing alone"
_WORDS = "rests on words of a footnote; its cases and the labeled footnotes test them"
_ROWS = "compares rows that no sound filing has side by side; its cases build them"
_ATTACHED = "concerns an attached power of attorney; the sound filings have none, and its cases build one"
_ADDRESS = "no sound real filing has a foreign address in the form of March 18, 2026"

WITHOUT_MUTATION = {
    "AD101": _PRIOR,
    "AD102": _PRIOR,
    "AD103": "the sound filings with large sales have the advisory before any change",
    "AD105": "fires with every late form; it is the companion of the mutations that make one late",
    "AD110": _WORDS,
    "AM105": _PRIOR,
    "AM106": "compares the amendment with its original; a mutation changes one filing alone",
    "DL107": "needs a late row that a plan may excuse; the mutations that make a form late stay away from plans",
    "DL110": "depends on the calendar of the SEC alone, not on what the form says",
    "DL112": "needs trade confirmations of a settled trade; its cases give them",
    "DV109": _ROWS,
    "DV110": _ROWS,
    "FN202": "is the companion of the mutation that gives a form 100 footnotes; it needs as many footnotes",
    "FP105": "needs a form filed in the first days of the law of March 18, 2026; its cases build one",
    "HB107": _PRIOR,
    "HB108": _PRIOR,
    "PA105": _ROWS,
    "PR111": _WORDS,
    "PR115": _WORDS,
    "PR116": _WORDS,
    "RO107": "is the companion of the mutations that add an owner; otherwise it rests on words",
    "RO108": "is the companion of the mutations that add an owner; otherwise it rests on words",
    "RO206": _ADDRESS,
    "RO209": _ADDRESS,
    "SG109": "fires on every form that is yet to be filed, before any change",
    "SG110": _ATTACHED,
    "SG111": _ATTACHED,
    "SG112": _ATTACHED,
    "TC114": _WORDS,
    "TC119": "needs a gift or an inheritance that may wait for Form 5; its cases build it",
    "TC120": _WORDS,
    "TC117": "needs an exercise under code O or X and a market price that contradicts it; its cases build both",
}
