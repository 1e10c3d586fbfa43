"""The language of phrases: what each of its elements matches, and what it does not."""

from __future__ import annotations

import pytest

from form4gen.prose.phrases import ends, pattern
from form4gen.prose.words import Words

W = "w "


def _last_words(phrase: str, text: str) -> list[str]:
    words = Words(text)
    found = ends(words, pattern(phrase))
    return [words.between(at, at) for at in range(words.count) if found >> at & 1]


def _has(phrase: str, text: str) -> bool:
    return bool(_last_words(phrase, text))


@pytest.mark.parametrize(
    ("phrase", "has", "lacks"),
    [
        ("sold", "Shares sold.", "Shares unsold."),
        ("shares sold", "Shares sold.", "Shares were sold."),
        ("sold|bought shares", "She bought shares.", "She held shares."),
        ("withh* shares", "withholding shares", "with shares"),
        ("@taxes due", "Taxes due", "taxing due"),
        ("@taxes due", "a withholding obligation due", "an obligation due"),
        ("(in full)|entirely vested", "in full vested", "in vested"),
        ("(in full)|entirely vested", "entirely vested", "full vested"),
        ("(sold|bought) shares", "bought shares", "bought the shares"),
        ("no (longer a|more than one) holder", "no more than one holder", "no longer one holder"),
        ("paid (in (cash|kind))|late", "paid in kind", "paid in full"),
        ("paid (in (cash|kind))|late", "paid late", "paid in"),
        ("fully? vested", "vested", "fully"),
        ("the fully? vested", "the fully vested", "the not vested"),
        ("the (not yet)? vested", "the vested", "the not vested"),
        ("the (not yet)? vested", "the not yet vested", "the yet vested"),
        ("# shares", "1,200 shares", "many shares"),
        ("$ # each", "$12.50 each", "12.50 each"),
        ("# % of", "25% of it", "25 of it"),
        ("sold !to", "sold for it", "sold to it"),
        ("sold !to", "sold", "sold to"),
        ("~not sold", "was sold", "not sold"),
        ("~not sold", "sold", "was not sold"),
        ("^ sold", "Held. Sold", "Was sold"),
        ("^ the? sold", "The sold", "But the sold"),
        ("^ the? sold", "Held. Sold", "Was sold"),
        ("^ .. sold", "Sold", "One two three four sold"),
        ("^ .. sold", "One two three sold", "One. Two three four five sold"),
        ("^ (a|the)? new? sold", "new sold", "this new sold"),
        ("sold ..!not|never it", "sold of it", "sold never it"),
        ("sold ...!@taxes it", "sold for cash it", "sold for taxes it"),
        ("sold .. 16b-3", "sold under Rule 16b-3", "sold under Rule 16b-5"),
    ],
)
def test_an_element_matches_what_it_says(phrase: str, has: str, lacks: str) -> None:
    assert _has(phrase, has)
    assert not _has(phrase, lacks)


@pytest.mark.parametrize(("gap", "size"), [("..", 3), ("...", 8), ("....", 20)])
def test_a_gap_holds_so_many_words_and_no_more(gap: str, size: int) -> None:
    assert [_has(f"a {gap} b", f"a {W * count}b") for count in (0, size - 1, size, size + 1)] == [
        True,
        True,
        True,
        False,
    ]


def test_a_match_does_not_go_on_into_the_next_sentence() -> None:
    for phrase in ("a b", "a .. b", "a x? b", "a (b|c)", "a !z b"):
        assert _has(phrase, "a b")
        assert not _has(phrase, "a. B")
    assert _has("a !b", "a. B")
    assert _has("~a b", "a. B")


def test_a_match_ends_at_each_of_its_last_words() -> None:
    assert _last_words("shares .. sold", "shares sold and sold") == ["sold", "sold"]
    assert _last_words("shares|units", "shares and units") == ["shares", "units"]


def test_a_match_can_be_asked_to_begin_at_one_place() -> None:
    words = Words("sold sold shares")
    found = pattern("sold .. shares")
    assert ends(words, found, 0b010)
    assert not ends(words, found, 0b100)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", "not a phrase"),
        ("sold  shares", "not a phrase"),
        ("(sold shares", "not a phrase"),
        ("sold) shares", "not a phrase"),
        ("sold| shares", "not a phrase"),
        ("wit* shares", "too short"),
        ("sold ! shares", "not a phrase|too short"),
        ("sold ~ shares", "not a phrase|too short"),
        ("Sold shares", "not a word"),
        ("sold, shares", "not a word"),
        ("sold!to", "not a word"),
        ("sold ..!To shares", "not a word"),
        ("..", "no word that must be there"),
        ("sold? (a b)?", "no word that must be there"),
        ("!sold ^", "no word that must be there"),
        ("(sold|(!to ..))", "no word that must be there"),
    ],
)
def test_what_is_no_phrase_is_refused(phrase: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        pattern(phrase)


def test_an_unknown_group_is_refused() -> None:
    with pytest.raises(KeyError):
        pattern("@nothing sold")


def test_the_anchors_are_what_a_text_must_hold() -> None:
    assert pattern("sold .. (a withh*|the stock) x?").anchors == ({"sold"}, {"a", "the"})
    assert pattern("sold|bought|held (a withh*|the stock)").anchors == ({"bought", "held", "sold"}, {"a", "the"})
    assert pattern("withholding|withh*").anchors == ({"withholding", "with*"},)


def test_the_work_grows_with_the_text_and_not_with_its_form() -> None:
    found = pattern("^ a? b? (c|d e)? .... vest ...!x .... (vest|sold) .. vest")
    taken = []
    for times in (100, 1000, 10000):
        words = _Counted("vest " * times)
        ends(words, found)
        taken.append(words.asked)
    assert taken[0] > 0
    assert taken == [taken[0]] * 3


class _Counted(Words):
    """Words that count how often they are asked for a position; each element of a phrase asks when it is tried."""

    asked = 0

    def where(self, word: str) -> int:
        self.asked += 1
        return super().where(word)
