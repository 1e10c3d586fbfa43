"""The page with a firm's own templates, which are run separately and checked; the rest of the page is ours."""

from __future__ import annotations

from form4gen import __version__
from form4gen.errors import UnusableInputError
from form4gen.model.filing import Filing
from form4gen.render.draft_mark import FIRST_RULES, MARK, ROOT_STYLE
from form4gen.render.firm_templates import COLUMNS, COVER, PARTS, SHARED, STYLE, STYLES, FirmTemplates, firm_templates
from form4gen.render.fragment import Fragment, fragment, left_out
from form4gen.render.html import OURS
from form4gen.render.page import Page, page
from form4gen.render.sandbox import drawn_apart
from form4gen.render.templates import drawn, printable
from form4gen.resources import text_of

SHIPPED = "shipped/"


def firm_html(
    filing: Filing, folder: str, maker: str = OURS, *, draft: bool = False, hide_address: bool = False
) -> str:
    """The page of ``filing`` with the templates in ``folder``; a draft is always marked as one.

    ``maker`` is what the metadata name as the maker of the page.

    Raises UnusableInputError if a template cannot be used, its output is not allowed in a page, or it omits a word of
    the official form.
    """
    templates = firm_templates(folder)
    shown = page(filing, hide_address=hide_address)
    parts = {name: drawn(name, page=shown) for name in PARTS}
    theirs = _theirs(templates, shown, draft=draft)
    pictures = frozenset(templates.pictures.values())
    for name, text in theirs.items():
        piece = _named(name, text, pictures)
        lost = left_out(fragment(parts.get(name, "")).words, piece.words)
        if lost:
            message = (
                f"{name} omits words of the official form: {lost!r}. It must contain every word of the form, in order."
            )
            raise UnusableInputError(message)
        parts[name] = piece.html
    cover = parts.pop(COVER, "")
    return drawn(
        "firm.html.jinja", page=shown, draft=draft, maker=maker, cover=cover, form="".join(parts.values()),
        style=drawn(COLUMNS, page=shown) + _style(templates, has_cover=bool(cover), has_exhibits=bool(shown.exhibits)),
        root_style=ROOT_STYLE, first_rules=FIRST_RULES, mark=MARK,
    )  # fmt: skip


def _theirs(templates: FirmTemplates, shown: Page, *, draft: bool) -> dict[str, str]:
    """The output of the firm's templates, by name; of every part, if they replace a file that all parts share."""
    replaced = templates.texts.keys() | (PARTS if SHARED in templates.texts else ())
    wanted = tuple(name for name in (*PARTS, COVER) if name in replaced)
    if not wanted:
        return {}
    shipped = {name: text_of("templates", name) for name in (*PARTS, SHARED)}
    texts = shipped | {SHIPPED + name: text for name, text in shipped.items()}
    texts |= {name: text for name, text in templates.texts.items() if name.endswith(".jinja")}
    values = {"page": shown, "draft": draft, "version": __version__, "pictures": templates.pictures}
    return {name: printable(text) for name, text in drawn_apart(texts, wanted, values).items()}


def _named(name: str, text: str, pictures: frozenset[str]) -> Fragment:
    try:
        return fragment(text, pictures)
    except UnusableInputError as error:
        raise UnusableInputError(f"{name} {error}.") from None


def _style(templates: FirmTemplates, *, has_cover: bool, has_exhibits: bool) -> str:
    names = [name for name in STYLES if {"power_of_attorney.css": has_exhibits, "cover.css": has_cover}.get(name, True)]
    ours = {name: text_of("templates", name) for name in names}
    texts = [templates.texts.get(name, text) for name, text in (ours | {STYLE: ""}).items()]
    return "\n".join(text.rstrip("\n") for text in texts)
