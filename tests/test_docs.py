"""The pages for people: the generated ones are up to date, links lead somewhere, and commands are real."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from calibration import Count, read_counts

from form4gen import load
from form4gen.rules.catalogue import Rule, catalogue

ROOT = Path(__file__).parent.parent
_spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
assert _spec is not None
assert _spec.loader is not None
generate = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(generate)


@pytest.mark.parametrize("name", ["docs/json-format.md", "docs/rules.md", "schemas/rule-examples.json"])
def test_a_generated_file_is_fresh(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == generate.pages()[name], "run ./start docs"


def test_the_first_example_of_the_format_is_a_cell_with_its_footnote() -> None:
    raw = re.findall(r"```json\n(.*?)```", (ROOT / "docs" / "json-format.md").read_text("utf-8"), re.DOTALL)[0]
    filing = load(raw.encode()).filing
    assert filing is not None
    price = filing.non_derivative_table[0].transaction_price_per_share  # type: ignore[union-attr]
    assert (str(price.value), price.footnotes) == ("12.42", (filing.footnotes[0].id,))


@pytest.mark.parametrize("name", generate.PAGES)
def test_a_page_shows_what_its_commands_print(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert generate.refreshed(text) == text, "run ./start docs"


def _pages() -> dict[Path, str]:
    """Every page of the project, the generated ones as they would be written now."""
    written = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    texts = {path: path.read_text("utf-8") for path in written}
    return texts | {ROOT / name: text for name, text in generate.pages().items() if name.endswith(".md")}


def _anchors(text: str) -> set[str]:
    """The anchors of a page: those given by name, and those that GitHub makes of headings."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    slugs = {
        re.sub(r"[^\w\- ]", "", re.sub(r"<[^>]*>", "", each).lower()).strip().replace(" ", "-") for each in headings
    }
    return slugs | set(re.findall(r'<a id="([^"]+)">', text))


def _broken_links(pages: dict[Path, str]) -> list[str]:
    found = []
    for page, text in pages.items():
        for target, anchor in re.findall(r"\]\((?!http)([^)#\s]*)#?([^)]*)\)", text):
            path = (page.parent / target).resolve() if target else page
            if not path.exists() or (anchor and anchor not in _anchors(pages.get(path, ""))):
                found.append(f"{page.name} links to {target}#{anchor}")
    return found


def test_every_link_between_our_pages_leads_somewhere() -> None:
    pages = _pages()
    assert sum(text.count("](") for text in pages.values()) > 1000
    assert _broken_links(pages) == []


@pytest.mark.parametrize(
    "link", ["[a](gone.md)", "[a](rules.md#xx999)", "[a](#nowhere)", "[a](architecture.md#rooms-of)"]
)
def test_a_link_to_a_page_or_an_anchor_that_is_not_there_is_found(link: str) -> None:
    assert len(_broken_links(_pages() | {ROOT / "docs" / "new.md": link})) == 1


def test_every_rule_has_a_heading_with_its_name_and_an_anchor_of_its_id() -> None:
    page = generate.rules_page()
    for rule in catalogue().values():
        assert f'<a id="{rule.id.lower()}"></a>\n\n### {rule.id}: {rule.name}\n' in page


def test_the_page_of_the_rules_says_what_edgar_does_in_one_sentence() -> None:
    assert {edgar.value: sentence for edgar, sentence in generate.REACTIONS.items()} == {
        "suspends": "EDGAR suspends the filing.",
        "warns": "EDGAR accepts the filing with a warning.",
        "accepts": "EDGAR does not check this.",
        "unknown": "The SEC does not say what EDGAR does.",
    }
    shown = re.findall(r"^\* Severity: \w+\. (.*)$", generate.rules_page(), re.MULTILINE)
    assert shown == [generate.REACTIONS[rule.edgar] for family in generate.FAMILIES for rule in _family(family)]


def _family(letters: str) -> list[Rule]:
    return [rule for rule in catalogue().values() if rule.family == letters]


def test_a_rate_says_to_how_many_filings_a_rule_applied_and_on_how_many_it_fired() -> None:
    counts = {"*": Count(291, 2, 2), "RO101": Count(0, 0, 0), "RO102": Count(1, 0, 0), "RO103": Count(9, 2, 3)}
    assert generate.rates_of(counts) == {
        "RO101": "applied to none of 291 real filings",
        "RO102": "applied to 1 of 291 real filings, fired on none",
        "RO103": "applied to 9 of 291 real filings, fired on 2",
    }


def test_a_rule_that_was_never_measured_is_shown_as_not_measured_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = {rule: count for rule, count in read_counts().items() if rule != "RO102"}
    monkeypatch.setattr(generate, "read_counts", lambda: measured)
    sections = generate.rules_page().split("### ")
    [section] = [each for each in sections if each.startswith("RO102: ")]
    assert "* [Measured](calibration.md): not measured yet.\n" in section
    assert sum("not measured yet" in each for each in sections) == 1 + len(
        catalogue().keys() - measured.keys() - {"RO102"}
    )


def test_every_command_of_start_and_make_is_there() -> None:
    start, makefile = (ROOT / "start").read_text("utf-8"), (ROOT / "Makefile").read_text("utf-8")
    pages = "".join(_pages().values())
    named = set(re.findall(r"^(?:\S*/)?\./start (\w+)|`(?:\./start|make) (\w+)", pages, re.MULTILINE))
    offered = set(re.findall(r"^#   \./start (\w+)", start, re.MULTILINE))
    assert {"demo", "test", "docs"} <= {name for pair in named for name in pair if name} <= offered
    assert offered == set(re.findall(r"^  (\w+)\) ", start, re.MULTILINE))
    assert set(re.findall(r"\w+", makefile.splitlines()[0])) - {"PHONY"} <= offered
