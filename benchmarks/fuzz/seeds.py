"""The first inputs of each target: the shipped examples, the cases of the rules, and texts written here."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from case_files import cases, document_of  # noqa: E402

from form4gen.api.filings import export_filing  # noqa: E402
from form4gen.api.load import load  # noqa: E402
from form4gen.edgar.dump import dump  # noqa: E402
from form4gen.errors import Form4genError  # noqa: E402

_EVERY = 5  # of about a thousand cases, one in so many


@cache
def examples() -> tuple[bytes, ...]:
    """The shipped examples."""
    return tuple(path.read_bytes() for path in sorted((ROOT / "schemas" / "examples").glob("*.json")))


@cache
def documents() -> tuple[bytes, ...]:
    """Documents of our JSON: the examples, and the documents of some cases of the rules."""
    return (*examples(), *(_text(document_of(case)) for _, case in cases()[::_EVERY]))


@cache
def forms() -> tuple[bytes, ...]:
    """Ownership XML of the documents, as it is sent and as it is disseminated."""
    found = []
    for document in documents()[:: len(examples())] + examples():
        filing = load(document).filing
        for public in (False, True):
            try:
                found += [parcel.form for parcel in export_filing(filing, public=public)] if filing else []
            except Form4genError:
                continue
    return tuple(found)


@cache
def histories() -> tuple[dict[str, Any], ...]:
    """The cases of the rules that have earlier filings: the filing, and those."""
    return tuple(
        {"filing": document_of(case), "prior": [document_of(each) for each in case["prior"]]}
        for _, case in cases()
        if case.get("prior")
    )


def _text(document: Any) -> bytes:
    return dump(document).encode()


HTML = tuple(
    html.encode()
    for html in (
        """<html><head><title>x</title></head><body><p>Know all by these presents</p><table><tr><td>a<td>b</table>
<pre>  1\n  2</pre><br>&nbsp;x&amp;y&#160;</body></html>""",
        """<!DOCTYPE html>
<html lang=en><style>p{}</style><body><h1>Power of Attorney</h1><ul><li>one<li>two</ul>
<div><center>/s/ Jane Sample</center><hr></div><script>x</script><!-- c --></body></html>""",
        """<html><body><p>The undersigned appoints each of <b>Sam Sample</b> and <i>Pat Specimen</i>, signing singly, as
attorney-in-fact to execute Forms 3, 4 and 5.</p><p>Dated: October 2, 2026</p></body></html>""",
        "<HTML><BODY><P>a<DIV>b<P>c</DIV>d<DL><DT>e<DD>f</DL><FONT size=2>g</FONT></BODY></HTML>",
    )
)
SETTINGS = tuple(
    settings.encode()
    for settings in (
        """ignore = ["HB", "RO102"]
select = ["TC", "DL101"]
strict = true

[severities]
RO102 = "warning"
HB101 = "advisory"
""",
        """[tool.form4gen]
ignore = []
strict = false
severities = {TC = "error"}
""",
        """[tool.other]
x = 1979-05-27T07:32:00Z
y = [1, 2.5, inf, "a\\u00e9", 'b', \"\"\"c
d\"\"\"]
[tool.form4gen]
select=["FN"]
""",
        "",
    )
)
COVER = (
    "<h1>Form 4 of {{ page.owner.name }}</h1>\n<p>{{ page.issuer }}{% if page.symbol %} ({{ page.symbol }}){% endif %}"
    "</p>\n<ul>{% for each in page.signatures %}<li>{{ each.name|upper }}, {{ each.date }}</li>{% endfor %}</ul>"
    "{% if draft %}<p class='privileged'>Draft</p>{% endif %}"
)
HEAD = '<p class="letterhead">Example &amp; Partners LLP</p>{% include "shipped/form4.head.html.jinja" %}'
STYLES = (
    """.title th { background: #1a3a5c; color: #fff; }
@page { size: letter landscape; margin: 10mm; }
@media print { .cover { display: none } }
""",
    """body > div { display: none !important; position: running(x) !important; float: footnote }
@page { size: 5in; margin: 0; @top-left { content: counter(page) 'x'; } }
* { all: unset; font-size: 0 }
""",
    """main { position: fixed; z-index: 9; background: #fff; transform: rotate(5deg) scale(.1); columns: 3 }
p::before { content: attr(title) target-counter(attr(href), page); counter-increment: x }
@page :first { page: a } table { display: flex } td { display: grid; break-before: page }
""",
)
SUBMISSION = """<SEC-DOCUMENT>0009990001-26-000001.txt : 20261106
<SEC-HEADER>0009990001-26-000001.hdr.sgml : 20261106
<ACCEPTANCE-DATETIME>20261106171530
ACCESSION NUMBER:\t\t0009990001-26-000001
CONFORMED SUBMISSION TYPE:\t4
FILED AS OF DATE:\t\t20261106

REPORTING-OWNER:
\tOWNER DATA:
\t\tCOMPANY CONFORMED NAME:\t\tSample Jane
\t\tFISCAL YEAR END:\t\t1231

ISSUER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\tExample Corp
\t\tFISCAL YEAR END:\t\t0930
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<FILENAME>form4.xml
<TEXT>
<XML>
{form}
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>ex24.htm
<DESCRIPTION>Power of Attorney
<TEXT>
{exhibit}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""
