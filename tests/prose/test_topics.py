"""Each claim is found in the module that is said to hold it, and no claim is left out or named twice."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from form4gen.prose import vocabulary
from form4gen.prose.claims import claim_named, claims
from form4gen.prose.vocabulary import TOPICS

FOLDER = Path(vocabulary.__path__[0])


def test_the_table_of_topics_names_every_module_with_its_claims_in_order() -> None:
    modules = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    held = {
        module: tuple(claim.name for claim in import_module(f"form4gen.prose.vocabulary.{module}").CLAIMS)
        for module in modules
    }
    assert held == TOPICS, "write the names of the module's claims into TOPICS of form4gen/prose/vocabulary/__init__.py"


def test_no_two_claims_have_one_name() -> None:
    names = [name for held in TOPICS.values() for name in held]
    assert sorted(names) == sorted(claims())


def test_a_claim_is_found_by_its_name() -> None:
    assert claim_named("withheld_for_tax") is claims()["withheld_for_tax"]
    with pytest.raises(KeyError, match="withheld_for_fun"):
        claim_named("withheld_for_fun")
