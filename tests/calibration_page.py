"""The page for counsel: how often each rule fires on real filings, and how often it is wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from calibration import EVERYTHING, ISSUER, Count
from verdicts import Judged, Verdict

from form4gen.rules.catalogue import catalogue

_FEW = 4  # filings that are named rather than counted
_ISSUERS = 12  # issuers with a line of their own
_SHOWN = (Verdict.FILING, Verdict.APT, Verdict.UNCLEAR, Verdict.OURS)
_HEAD = """\
# How often the rules fire, and how often they are wrong

<!-- Written by ./start calibrate from docs/calibration.tsv and tests/filings/verdicts.tsv; do not edit. -->

Every rule was run over {filings} Forms 4 and 4/A that EDGAR accepted between 2006 and 2026, as of the time at which
each was filed. {clean} of them have no error and no warning. Each of the {findings} findings has a verdict. A reason
that ends in "by sample" was judged on some of the findings of its kind:

| verdict | meaning | findings |
|---|---|---|
| filing | the filing is wrong, and the finding says why | {filing} |
| apt | an advisory that applies, with nobody at fault | {apt} |
| unclear | the filing alone does not show who is wrong | {unclear} |
| ours | a false alarm | {ours} |

Tests check each single finding and these three claims: no error is a false alarm; no finding says that EDGAR suspends a
filing, because EDGAR accepted them all; and no warning is a false alarm in more than 2 % of the filings.

## How to read the numbers

* The sample is not random. The filings come from a small circle of reporting persons with careful counsel, and three
  issuers are most of it (see [By issuer](#by-issuer)). The rates show how seldom a rule disturbs good filings, not how
  often filers err.
* HB107, HB108, AD101 and other rules compare a form with earlier ones. They were given the other forms of the same
  persons that were filed by then. Many forms in between are missing, and HB107 and HB108 find those gaps.
* Few are amendments; none is of a foreign private issuer under the law of March 2026.
* Where only the day of filing is known, the form is taken as filed at 9 p.m. For most, the exhibits and the fiscal year
  end of the issuer are not available.
* A rule *applied* to a filing if the filing contains something that the rule is about, the rule was in force on the day
  of filing, and it had the facts that it needs from outside the filing.
* The filings are public records, named here by form, trading symbol and box 3. They are not part of form4gen.
"""
_QUARTER = """\
## A whole quarter: Table II alone

The SEC's Insider Transactions Data Sets give the rows of Table II of every filing of the third quarter of 2024:
{filings} Forms 4 and 4/A with at least one derivative row. They contain neither Table I nor the texts of footnotes,
so only the rules that need neither were run. A person looked at a sample of the findings of each rule, not at each
finding: the rate is an upper bound of what a rule gets wrong. The tables shift the nature of ownership between rows,
so it was left out: two trusts of one owner look like one holding here, and HB102 fires more often than it would. In
Table II the findings of HB102 are advisories, and those of DV101, TC102 and TC205 warnings.

| rule | severity | fired on | % | seen in the sample |
|---|---|---|---|---|"""
_SEEN = {
    "AM102": "originals dated before their period, or after the signature of the amendment",
    "AM104": "one issuer's amendments that gather the rows of several years under one original",
    "DL103": "a month or a year mistyped, in the row or in the signature",
    "DL106": "a deemed date before the trade",
    "DV101": "units at price 0 without a footnote on the ratio",
    "DV103": "the day of the grant as the day of expiration; 8 August 1988, in place of no date",
    "HB101": "exercises marked A, and new grants, with a balance of 0; digits mistyped",
    "HB102": "each lot counted alone, or one closing balance on every row",
    "HB109": "notes whose face amount is given as a number of shares",
    "HD105": "prefixes of exchanges, brackets, lower case; N/A for NONE",
    "HD106": '"Common", or the name of the issuer, as the underlying security',
    "HD107": "the same grant in the singular and in the plural; doubled blanks",
    "PR103": "the exercise price repeated in column 8",
    "TC102": "purchases and grants marked D, sales marked A",
    "TC115": "rows that move 0 securities",
    "TC116": "equal rows, some of them perhaps two equal lots",
    "TC205": "a timeliness on rows that are not early",
}


def page(counts: dict[str, Count], judged: list[Judged]) -> str:
    """The whole page."""
    sections = (
        _introduction(counts, judged),
        _rates(counts, judged),
        _findings(judged),
        _issuers(counts),
        _quarter(counts),
        _without_findings(counts),
    )
    return "\n".join(line for section in sections for line in section).rstrip() + "\n"


def _introduction(counts: dict[str, Count], judged: list[Judged]) -> Iterator[str]:
    verdicts = Counter(each.verdict.value for each in judged)
    disturbed = {each.hit.file for each in judged if each.hit.severity != "advisory"}
    total = counts[EVERYTHING]
    numbers = {verdict.value: verdicts[verdict.value] for verdict in _SHOWN}
    yield _HEAD.format(filings=total.applied, findings=total.findings, clean=total.applied - len(disturbed), **numbers)


def _rates(counts: dict[str, Count], judged: list[Judged]) -> Iterator[str]:
    verdicts: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for hit, verdict, _ in judged:
        verdicts[hit.rule][verdict] += 1
    yield from ("## Rules that fired", "")
    yield from ("The severity is that of the rule; a single finding can be less severe, as the next table shows.", "")
    yield "| rule | severity | name | applied to | fired on | findings | filing | apt | unclear | ours |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for rule in catalogue().values():
        count = counts.get(rule.id)
        if count and count.fired:
            shown = " | ".join(str(verdicts[rule.id][verdict] or "") for verdict in _SHOWN)
            yield (
                f"| {_link(rule.id)} | {rule.severity.value} | {rule.name} | {count.applied} | {count.fired} "
                f"| {count.findings} | {shown} |"
            )
    yield ""


def _findings(judged: list[Judged]) -> Iterator[str]:
    groups: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for hit, verdict, reason in judged:
        groups[hit.rule, hit.severity, verdict.value, reason].append(hit.file.removesuffix(".xml"))
    yield from ("## The findings and what was seen", "", "| rule | severity | verdict | what was seen | where |")
    yield "|---|---|---|---|---|"
    for (rule, severity, word, reason), files in groups.items():
        names = sorted(set(files))
        where = ", ".join(names) if len(names) <= _FEW else f"{len(names)} filings"
        yield f"| {_link(rule)} | {severity} | {word} | {reason} | {where} |"
    yield ""


def _issuers(counts: dict[str, Count]) -> Iterator[str]:
    held = {name.removeprefix(ISSUER): count for name, count in counts.items() if name.startswith(ISSUER)}
    most = sorted(held, key=lambda each: (-held[each].applied, each))
    if most:
        yield from ("## By issuer", "", "Filings with at least one error or warning, and how many these are.", "")
        yield from ("| issuer | filings | with an error or warning | errors and warnings |", "|---|---|---|---|")
        for each in most[:_ISSUERS]:
            yield f"| {each} | {held[each].applied} | {held[each].fired} | {held[each].findings} |"
        rest = [held[each] for each in most[_ISSUERS:]]
        if rest:
            sums = " | ".join(str(sum(column)) for column in zip(*(count[:3] for count in rest), strict=True))
            yield f"| {len(rest)} others | {sums} |"
        yield ""


def _quarter(counts: dict[str, Count]) -> Iterator[str]:
    filings = counts[EVERYTHING].quarter_applied
    if filings:
        yield _QUARTER.format(filings=f"{filings:,}")
        for rule in catalogue().values():
            count = counts.get(rule.id)
            if count and count.quarter_applied:
                rate = f"{100 * count.quarter_fired / filings:.2f}"
                seen = _SEEN.get(rule.id, "")
                yield f"| {_link(rule.id)} | {rule.severity.value} | {count.quarter_fired:,} | {rate} | {seen} |"
        yield ""


def _without_findings(counts: dict[str, Count]) -> Iterator[str]:
    quiet = [rule for rule in catalogue() if rule in counts and counts[rule].applied and not counts[rule].fired]
    unasked = [rule for rule in catalogue() if rule in counts and not counts[rule].applied]
    unmeasured = [rule for rule in catalogue() if rule not in counts]
    yield from ("## Rules that found nothing", "", f"{', '.join(map(_link, quiet))}.", "")
    yield from ("## Rules that applied to no filing", "")
    yield "No filing here contains what they are about or the facts that they need, or they took effect later."
    yield from ("", f"{', '.join(map(_link, unasked))}.", "")
    if unmeasured:
        yield from ("## Rules that were not measured yet", "", f"{', '.join(map(_link, unmeasured))}.", "")


def _link(rule: str) -> str:
    return f"[{rule}](rules.md#{rule.lower()})"
