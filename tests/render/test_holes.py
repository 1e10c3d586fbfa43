"""Holes that such a program has in the plain settings of its libraries: each shown open, then closed in ours."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdf
import pytest
from jinja2 import ChainableUndefined, Environment, FileSystemLoader, UndefinedError, select_autoescape
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment
from local_server import server
from page_reader import filing

from form4gen.errors import UnusableInputError
from form4gen.render.firm_templates import firm_templates
from form4gen.render.html import html
from form4gen.render.pango import weasyprint
from form4gen.render.pdf import pdf
from form4gen.render.sandbox import LIMITS, drawn_apart
from form4gen.render.templates import environment

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)


def _attachments(content: bytes) -> list[bytes]:
    """The files in a PDF, those of the document and those that a link of a page opens."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    linked = [note["/FS"]["/EF"]["/F"].get_data() for note in notes if note["/Subtype"] == "/FileAttachment"]
    return [file for files in dict(reader.attachments).values() for file in files] + linked


def _plain_pdf(page: str, **options: Any) -> bytes:
    content: bytes = weasyprint().HTML(string=page, **options).write_pdf()
    return content


def _apart(template: str, **values: Any) -> str:
    """What our sandbox makes of a template."""
    return drawn_apart({"cover.html.jinja": template}, ("cover.html.jinja",), values)["cover.html.jinja"]


@pytest.mark.parametrize("tag", ['<link rel=attachment href="{}">', '<a rel=attachment href="{}">x</a>'])
def test_the_name_of_an_issuer_can_steal_a_file_where_nothing_is_escaped_and_not_here(tmp_path: Path, tag: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    name = tag.format(secret.as_uri())
    plain = Environment().from_string("<p>{{ name }}</p>").render(name=name)  # noqa: S701  the hole
    assert _attachments(_plain_pdf(plain)) == [b"the secret"]
    assert _attachments(pdf(html(filing(**{"/issuer/issuerName": name}))).content) == []


def test_a_template_whose_name_ends_in_jinja_is_left_unescaped_by_the_usual_choice_and_escaped_by_ours() -> None:
    usual = select_autoescape()
    assert usual("form4.html")
    assert not usual("form4.html.jinja")
    assert environment().from_string("{{ name }}").render(name="<b>") == "&lt;b&gt;"
    assert _apart("{{ name }}", name="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    "page",
    [
        '<img src="{}/x.png">', '<style>@import "{}/x.css";</style>', '<link rel=stylesheet href="{}/x.css">',
        '<svg width="9" height="9"><image href="{}/x.png" width="9" height="9"/></svg>',
        '<style>@font-face {{ font-family: x; src: url({}/x.woff) }}</style><p style="font-family: x">x</p>',
    ],
)  # fmt: skip
def test_a_page_calls_a_stranger_in_the_plain_settings_and_not_in_ours(page: str) -> None:
    with server() as (address, asked):
        _plain_pdf(page.format(address))
        assert asked, "the hole must be open in the plain settings"
        asked.clear()
        with pytest.raises(UnusableInputError, match="a page may not load anything"):
            pdf(page.format(address))
        assert asked == []


def test_an_escaped_value_inside_a_style_still_calls_a_stranger_and_our_templates_hold_none_there() -> None:
    with server() as (address, asked):
        escaping = Environment(autoescape=True)
        plain = escaping.from_string('<p style="color: {{ x }}">x</p>').render(x=f"red; background: url({address}/x)")
        _plain_pdf(plain)
        assert asked == ["/x"]
        asked.clear()
        with pytest.raises(UnusableInputError, match="a page may not load anything"):
            pdf(plain)
        assert asked == []
    names = environment().list_templates(filter_func=lambda name: name.endswith(".jinja"))
    for name in set(names) - {"firm.html.jinja"}:
        source = environment().loader.get_source(environment(), name)[0]  # type: ignore[union-attr]
        assert "style=" not in source
        assert "{{" not in source.partition("<style>")[2].partition("</style>")[0]


def test_a_relative_address_reaches_out_of_the_folder_of_a_page_that_has_one_and_ours_has_none(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    (tmp_path / "pages").mkdir()
    page = '<link rel=attachment href="../secret.txt">'
    plain = _plain_pdf(page, base_url=str(tmp_path / "pages" / "page.html"))
    assert _attachments(plain) == [b"the secret"]
    assert _attachments(pdf(page).content) == []


def test_a_data_url_is_unpacked_by_the_plain_fetcher_and_by_ours_only_as_a_small_png() -> None:
    page = '<link rel=attachment href="data:text/plain;base64,dGhlIHNlY3JldA==">'
    assert _attachments(_plain_pdf(page)) == [b"the secret"]
    with pytest.raises(UnusableInputError, match="The page loads 'data:text/plain"):
        pdf(page)
    assert pdf(f'<img src="{PIXEL}" alt="">').content.count(b"/Subtype /Image") == 1


@pytest.mark.parametrize(
    "template",
    [
        "{{ cycler.__init__.__globals__.os.system('exit 7') }}",
        "{{ lipsum.__globals__['os'].system('exit 7') }}",
        "{{ lipsum|attr('__globals__')|attr('get')('os')|attr('system')('exit 7') }}",
        "{{ self._TemplateReference__context.cycler.__init__.__globals__.os.system('exit 7') }}",
    ],
)
def test_a_template_runs_any_program_in_the_plain_environment_and_none_in_ours(template: str) -> None:
    assert Environment(autoescape=True).from_string(template).render() == str(7 << 8)
    with pytest.raises(UnusableInputError, match=r"cover\.html\.jinja, line 1: "):
        _apart(template)


def test_a_template_sees_the_inside_of_python_in_the_plain_environment_and_not_in_ours() -> None:
    template = "{{ ''.__class__.__mro__[1].__subclasses__()|length > 100 }}"
    assert Environment(autoescape=True).from_string(template).render() == "True"
    with pytest.raises(UnusableInputError, match="access to attribute '__class__' of 'str' object is unsafe"):
        _apart(template)


def test_a_template_changes_what_it_is_given_in_the_mutable_sandbox_and_not_in_ours() -> None:
    template, rows = "{{ rows.append('forged') }}", ["sold"]
    SandboxedEnvironment(autoescape=True).from_string(template).render(rows=rows)
    assert rows == ["sold", "forged"]
    with pytest.raises(SecurityError):
        ImmutableSandboxedEnvironment(autoescape=True).from_string(template).render(rows=rows)
    with pytest.raises(UnusableInputError, match="'tuple object' has no attribute 'append'"):
        _apart(template, rows=["sold"])


@pytest.mark.parametrize(
    ("template", "length", "fault"),
    [
        ("{{ 'x' * 10**7 }}", 10**7, "may multiply numbers but not text"),
        ("{{ 'x'|center(10**7) }}", 10**7, "may multiply numbers|No filter named 'center'"),
        ("{{ '%10000000d' % 3 }}", 10**7, "its output is longer than a page may be"),
        ("{{ 'x'.ljust(10000000) }}", 10**7, "its output is longer than a page may be"),
        ("{{ '%d' % (10 ** 2000) }}", 2001, "may not use powers"),
    ],
)
def test_a_template_takes_what_memory_it_likes_in_the_sandbox_of_jinja_and_not_in_ours(
    template: str, length: int, fault: str
) -> None:
    sandbox = ImmutableSandboxedEnvironment(autoescape=True)
    assert len(sandbox.from_string(template).render()) == length
    with pytest.raises(UnusableInputError, match=fault):
        _apart(template)


def test_a_template_that_never_ends_is_ended() -> None:
    nested = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    limits = LIMITS._replace(computing=1)
    ImmutableSandboxedEnvironment().from_string(nested.replace("99999", "9")).render()  # Jinja counts one loop alone
    with pytest.raises(UnusableInputError, match="it takes longer than 1 seconds of processor time"):
        drawn_apart({"cover.html.jinja": nested}, ("cover.html.jinja",), {}, limits)


def test_a_misspelt_name_prints_nothing_in_the_plain_environment_and_is_an_error_here_with_the_names_there_are() -> (
    None
):
    template = "<p>{{ page.isuer }}</p>"
    assert Environment(autoescape=True).from_string(template).render(page={}) == "<p></p>"
    assert Environment(autoescape=True, undefined=ChainableUndefined).from_string("{{ a.b.c }}").render() == ""
    with pytest.raises(UndefinedError):
        environment().from_string(template).render(page={})
    with pytest.raises(UnusableInputError, match="Page has no 'isuer'; it has issuer"):
        _apart(template, page={"record": "Page", "fields": {"issuer": "Example"}})


def test_a_template_includes_what_a_link_in_its_folder_leads_to_in_the_plain_loader_and_not_here(
    tmp_path: Path,
) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    folder = tmp_path / "firm"
    folder.mkdir()
    (folder / "cover.html.jinja").symlink_to(tmp_path / "secret.txt")
    plain = Environment(autoescape=True, loader=FileSystemLoader(folder))
    assert plain.get_template("cover.html.jinja").render() == "the secret"
    with pytest.raises(UnusableInputError, match="a link to a file outside the folder"):
        firm_templates(str(folder))


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "form4.html.jinja", "\\\\?\\x", ""])
def test_a_template_includes_no_other_file(name: str) -> None:
    with pytest.raises(UnusableInputError, match=r"there is no template .* to include, import or extend"):
        _apart(f"{{% include {name!r} %}}")
