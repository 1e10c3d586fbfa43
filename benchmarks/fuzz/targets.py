"""The seven targets: the first inputs of each, how an input is changed, and what is done with it."""

from __future__ import annotations

import io
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

import seeds
import tables
from changes import (
    Change,
    files_changed,
    files_of,
    folder_of,
    markup_changed,
    xml_changed,
)
from click.testing import CliRunner
from pieces import SECRET
from properties import (
    FILED_AT,
    Fault,
    check_page,
    check_secret,
    checked,
    checked_outcome,
    demand,
    exported,
    filing_of,
    kind,
    same_values,
)
from pypdf import PdfReader
from values import json_changed, toml_changed

from form4gen.api.check import validate
from form4gen.api.drawing import render_html, render_pdf
from form4gen.api.filings import export_filing, import_filing, read_prior
from form4gen.api.load import load
from form4gen.cli.group import form4gen
from form4gen.edgar.dump import dump
from form4gen.edgar.html_text import text_of_html
from form4gen.errors import Form4genError
from form4gen.render.draft_mark import without_mark
from form4gen.render.firm_templates import NAMES


class Target(NamedTuple):
    """``check`` raises if a property does not hold, and otherwise yields what the input showed."""

    seeds: Callable[[], Sequence[bytes]]
    change: Change
    check: Callable[[bytes, bool], Iterable[str]]


def _intake_seeds() -> Sequence[bytes]:
    secret = seeds.examples()[0].replace(b'"rptOwnerName"', f'"rptOwnerCcc": "{SECRET}", "rptOwnerName"'.encode(), 1)
    return (*seeds.documents(), secret, b"{}", b"[]", b"")


def _intake(raw: bytes, thoroughly: bool) -> Iterator[str]:  # noqa: FBT001  as the engines call it
    yield from checked(load(raw), raw, thoroughly=thoroughly)


def _import_seeds() -> Sequence[bytes]:
    forms = seeds.forms()
    whole = [
        seeds.SUBMISSION.format(form=form.decode(), exhibit=html.decode()).encode()
        for form, html in zip(forms, seeds.HTML, strict=False)
    ]
    owner, code = b"<reportingOwnerId>", f"<rptOwnerCcc>{SECRET}</rptOwnerCcc>".encode()
    secret = forms[0].replace(owner, owner + code, 1)
    odd = forms[0].replace(b"</reportingOwner>", f'<x rptOwnerCcc="{SECRET}"/></reportingOwner>'.encode(), 1)
    return (*forms, *whole, secret, odd)


def _import(raw: bytes, thoroughly: bool) -> Iterator[str]:  # noqa: FBT001
    try:
        imported = import_filing(raw)
    except Form4genError as error:
        check_secret(str(error), raw)
        yield f"refused: {kind(error)}"
        return
    for each in imported.dropped:
        check_secret(each, raw)
        yield f"omitted: {kind(each)}"
    check_secret(imported.text, raw)
    yield from (f"{key} {len(value)}" for key, value in imported.document.items() if isinstance(value, list))
    document = imported.text.encode()
    if not imported.dropped:
        filing_of(document)
    yield from checked(load(document), document, thoroughly=thoroughly)


def _exhibits(raw: bytes, thoroughly: bool) -> Iterator[str]:  # noqa: FBT001
    html = raw.decode("utf-8", "replace").replace(SECRET, "")  # the words of an exhibit are shown
    words = text_of_html(html)
    demand("\r" not in words, "the words of a page have a carriage return", words)
    yield f"{min(len(words), 5)} words {min(words.count(chr(10)), 5)} lines {kind(words)}"
    document = json.loads(seeds.examples()[0])
    document["powersOfAttorney"] = [{"id": "a", "status": "attached", "fileName": "ex24.htm", "text": html}]
    document["exhibits"] = [{"documentType": "EX-99.1", "documentName": "ex99.htm", "text": html}]
    text = json.dumps(document).encode()
    yield from checked(load(text), text, thoroughly=thoroughly)
    form = seeds.forms()[0].decode()
    whole = seeds.SUBMISSION.format(form=form, exhibit=html).encode("utf-8", "replace")
    text = import_filing(whole).text.encode()
    yield from (f"imported {kind(each.message)}" for each in load(text).findings)
    yield from exported(filing_of(text), whole)


def _settings(raw: bytes, thoroughly: bool) -> Iterator[str]:  # noqa: FBT001
    with tempfile.TemporaryDirectory() as folder:
        for name in ("form4gen.toml", "pyproject.toml"):
            place = os.path.join(folder, name)
            Path(place).write_bytes(raw)
            for form in ("json", "sarif", "html") if thoroughly else ("json",):
                yield f"{name} {_ended(place, form)}"


def _ended(place: str, form: str) -> str:
    filing = str(seeds.ROOT / "schemas" / "examples" / "amendment.json")
    ended = CliRunner().invoke(form4gen, ("validate", filing, "--config", place, "--format", form))
    demand(ended.exit_code in (0, 1, 2), f"validate ends with {ended.exit_code}", ended.output)
    if ended.exit_code == 2:
        demand(
            ended.stderr.startswith("form4gen: ") and ended.stderr.count("\n") <= 2,
            "an error is not one line",
            ended.stderr,
        )
        demand(
            ended.stderr.removesuffix("\n").replace("\n", "").isprintable(), "an error is not printable", ended.stderr
        )
        return kind(ended.stderr.rpartition("toml: ")[2])
    if form == "html":
        check_page(ended.stdout)
        return ""
    found = json.loads(ended.stdout)
    return str(ended.exit_code) + str(sorted({each.get("rule", "") for each in found.get("findings", ())}))


def _template_seeds() -> Sequence[bytes]:
    shipped = {name: (seeds.ROOT / "templates" / name).read_text("utf-8") for name in NAMES if name.startswith("form4")}
    return (
        folder_of({"cover.html.jinja": seeds.COVER}),
        folder_of({"form4.head.html.jinja": seeds.HEAD}),
        *(folder_of({"firm.css": style}) for style in seeds.STYLES),
        folder_of({"cover.html.jinja": seeds.COVER, "firm.css": seeds.STYLES[0], "form4.css": seeds.STYLES[1]}),
        *(folder_of({name: text}) for name, text in shipped.items()),
    )


def _templates(raw: bytes, thoroughly: bool) -> Iterator[str]:  # noqa: FBT001
    filing = load(seeds.examples()[-1]).filing
    if filing is None:
        raise Fault("an example is no filing")
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files_of(raw).items():
            if name in NAMES:
                Path(folder, name).write_text(text, "utf-8", "replace")
                yield name
        try:
            page = render_html(filing, draft=True, templates=folder)
            demand(without_mark(page)[1], "a draft is not marked")
            if b"=== firm.css" not in raw:
                check_page(page)
            if thoroughly:
                pages = PdfReader(io.BytesIO(render_pdf(page).content)).pages
                marked = [
                    each.extract_text().replace("\0", "").rstrip().endswith("DRAFT, not for filing")
                    for each in pages[:5]
                ]
                demand(marked and all(marked), "a page of a draft is not marked", marked)
                yield "printed"
        except Form4genError as error:
            text = str(error)
            demand(text.isprintable() and len(text) < 2000, "an error is not one short line", text)
            yield f"refused: {kind(text.rpartition('/')[2])}"


def _prior_seeds() -> Sequence[bytes]:
    return [dump(each).encode() for each in seeds.histories()]


def _priors(raw: bytes, thoroughly: bool) -> Iterator[str]:  # noqa: FBT001
    try:
        mix = json.loads(raw, parse_float=Decimal, parse_int=Decimal)
        filing, prior = mix["filing"], mix["prior"]
        documents = [dump(each).encode() for each in (filing, *list(prior)[:20])]
    except (ValueError, KeyError, TypeError, RecursionError, InvalidOperation):
        return
    loaded = load(documents[0])
    if loaded.filing is None:
        return
    earlier = []
    for number, document in enumerate(documents[1:]):
        with suppress(Form4genError):
            read = read_prior(document)
            earlier.append(read_prior(export_filing(read)[0].form) if number % 3 == 2 else read)
    outcome = validate(loaded, FILED_AT, prior=earlier)
    yield from checked_outcome(outcome)
    if thoroughly:
        for other in (earlier[::-1], sorted(earlier, key=hash), earlier[1:] + earlier[:1]):
            again = validate(loaded, FILED_AT, prior=other)
            demand(
                same_values(again) == same_values(outcome),
                "the order of earlier filings changes the outcome",
                _difference(same_values(again), same_values(outcome)),
            )


def _difference(one: Any, other: Any) -> list[Any]:
    return [(left, right) for left, right in zip(one, other, strict=True) if left != right]


TARGETS = {
    "intake": Target(_intake_seeds, json_changed, _intake),
    "import": Target(_import_seeds, xml_changed, _import),
    "exhibits": Target(lambda: seeds.HTML, markup_changed, _exhibits),
    "settings": Target(lambda: seeds.SETTINGS, toml_changed, _settings),
    "templates": Target(_template_seeds, files_changed, _templates),
    "priors": Target(_prior_seeds, json_changed, _priors),
    "fills": Target(tables.first, tables.changed, tables.check),
}
