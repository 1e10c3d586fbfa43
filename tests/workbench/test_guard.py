"""Who may use the workbench: each attack works on the application without its guard, and is refused with it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from workbench_app import EXAMPLE, Bench, change, example, view

from form4gen.workbench.folder import MOST_BYTES

OTHER = "https://attacker.example"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    example(tmp_path)
    return Bench(tmp_path)


def test_without_the_session_nothing_is_shown(bench: Bench) -> None:
    assert bench.stranger(bench.bare).get(f"/f/{EXAMPLE}/view").status_code == 200
    refused = bench.stranger().get(f"/f/{EXAMPLE}/view")
    assert refused.status_code == 401
    assert "Example Corp" not in refused.text


def test_the_token_works_once(bench: Bench) -> None:
    address = bench.key.address
    assert bench.stranger().get(address).status_code == 200
    assert bench.stranger().get(address).status_code == 401


@pytest.mark.parametrize("token", ["", "x", "\N{LATIN SMALL LETTER E WITH ACUTE}", "0" * 43])
def test_another_token_opens_nothing_and_leaves_the_right_one_valid(bench: Bench, token: str) -> None:
    assert bench.stranger().get("/open", params={"token": token}).status_code == 401
    assert bench.stranger().get(bench.key.address).status_code == 200


def test_no_script_reads_the_session_and_no_other_site_sends_it(bench: Bench) -> None:
    cookie = bench.stranger().get(bench.key.address).headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "domain" not in cookie


@pytest.mark.parametrize(
    "host", ["127.0.0.1:40404", "localhost:40404", "attacker.example", "attacker.example:40404", ""]
)
def test_a_name_that_leads_to_this_computer_is_refused(bench: Bench, host: str) -> None:
    client = bench.client()
    assert bench.stranger(bench.bare).get("/", headers={"Host": host}).status_code == 200
    assert client.get("/", headers={"Host": host}).status_code == 403
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("origin", [OTHER, "null", "http://127.0.0.1:40404", "http://localhost:40404", ""])
def test_another_site_changes_nothing(bench: Bench, origin: str) -> None:
    client = bench.client()
    given = {"digest": view(client)["digest"], "do": "cell", "at": "/remarks", "kind": "lines", "text": "x"}
    headers = {"Origin": origin}
    before = (bench.path / EXAMPLE).read_bytes()
    assert client.post(f"/f/{EXAMPLE}/change", json=given, headers=headers).status_code == 403
    assert client.post("/stop", headers=headers).status_code == 403
    assert (bench.path / EXAMPLE).read_bytes() == before
    assert not bench.stopped
    bare = bench.stranger(bench.bare).post(f"/f/{EXAMPLE}/change", json=given, headers=headers)
    assert bare.status_code == 200


def test_a_change_without_an_origin_is_refused(bench: Bench) -> None:
    client = bench.client()
    del client.headers["Origin"]
    assert client.post("/stop").status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_reads_nothing(bench: Bench, site: str) -> None:
    client = bench.client()
    for headers in ({"Sec-Fetch-Site": site}, {"Origin": OTHER}):
        assert bench.stranger(bench.bare).get("/", headers=headers).status_code == 200
    assert client.get("/", headers={"Sec-Fetch-Site": site}).status_code == 403
    assert client.get("/", headers={"Origin": OTHER}).status_code == 403
    assert client.get("/", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


@pytest.mark.parametrize("path", ["/", f"/f/{EXAMPLE}", "/workbench/main.js", "/nothing", "/rules/HB102"])
def test_no_answer_is_shared_with_a_site_or_runs_a_script_of_its_own(bench: Bench, path: str) -> None:
    assert "content-security-policy" not in bench.stranger(bench.bare).get(path).headers
    answer = bench.client().get(path)
    assert not [name for name in answer.headers if name.startswith("access-control")]
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


def test_no_page_contains_a_script_a_style_or_another_address(bench: Bench) -> None:
    for path in ("/", f"/f/{EXAMPLE}", f"/f/{EXAMPLE}/out"):
        text = bench.client().get(path).text if path == "/" else Bench(bench.path).client().get(path).text
        assert text.count("<script") == 1
        for foreign in ("<style", " style=", " onclick", "http://", "https://"):
            assert foreign not in text


def test_the_first_page_asks_for_no_cookie_on_a_redirection(bench: Bench) -> None:
    answer = bench.stranger().get(bench.key.address)
    assert answer.history == []
    assert 'http-equiv="refresh"' in answer.text


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 10**30])
def test_a_body_that_says_it_is_too_large_is_refused_unread(bench: Bench, size: int) -> None:
    assert bench.client().post("/take", content=b"x", headers={"Content-Length": str(size)}).status_code == 413


def test_a_body_that_is_too_large_without_saying_so_is_refused(bench: Bench) -> None:
    def pieces() -> Any:
        for _ in range(MOST_BYTES // 1_000_000 + 1):
            yield b"x" * 1_000_000

    assert bench.stranger(bench.bare).post("/take", content=pieces()).status_code != 413
    assert bench.client().post("/take", content=pieces()).status_code == 413
    assert sorted(os.listdir(bench.path)) == [EXAMPLE]


def test_a_web_socket_is_closed(bench: Bench) -> None:
    with pytest.raises(Exception), bench.client().websocket_connect("/"):  # noqa: B017, PT011  as the client has it
        pass


NAMES = (
    "..%2f..%2fetc%2fpasswd", "..%5c..%5cx.json", "%2e%2e", "%2fetc%2fpasswd", "link.json", "folder.json",
    ".hidden.json",
    "EXERCISE-AND-SALE.JSON", "exercise-and-sale.json%00", "exercise-and-sale.json%00.txt",
    "exercise-and-sale.json/",
    "nothing.json", "form4gen.toml", "exercise-and-sale.json%2f..%2fx.json", "C:%5cx.json", "pipe.json",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    example(outside)
    inside = tmp_path / "inside"
    inside.mkdir()
    example(inside)
    (inside / "link.json").symlink_to(outside / EXAMPLE)
    (inside / "folder.json").mkdir()
    (inside / ".hidden.json").write_bytes((outside / EXAMPLE).read_bytes())
    (inside / "form4gen.toml").write_text("", "utf-8")
    os.mkfifo(inside / "pipe.json")
    for leading_out in ("link.json", f"../outside/{EXAMPLE}"):
        assert (inside / leading_out).read_bytes() == (outside / EXAMPLE).read_bytes()
    client = Bench(inside).client()
    for path in (f"/f/{name}", f"/f/{name}/view", f"/f/{name}/out"):
        assert client.get(path).status_code == 404
    posted = client.post(f"/f/{name}/change", json={"digest": "", "do": "json", "text": "{}"})
    assert posted.status_code in (404, 405)
    assert client.get(f"/f/{EXAMPLE}/view").status_code == 200


def test_a_file_is_not_saved_through_a_link_that_took_its_place(tmp_path: Path) -> None:
    path = example(tmp_path)
    client = Bench(tmp_path).client()
    digest = view(client)["digest"]
    outside = tmp_path / "target.txt"
    path.rename(outside)
    before = outside.read_bytes()
    path.symlink_to(outside)
    given = {"digest": digest, "do": "cell", "at": "/remarks", "kind": "lines", "text": "x"}
    assert client.post(f"/f/{EXAMPLE}/change", json=given).status_code == 404
    assert outside.read_bytes() == before


def test_a_filers_words_are_never_markup(tmp_path: Path) -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    name = "a <b>&'.json"
    owner = {"rptOwnerName": attack, "rptOwnerCik": attack, "rptOwnerStreet1": attack, "officerTitle": attack}
    path = example(
        tmp_path, issuer={"issuerName": attack, "issuerTradingSymbol": attack}, reportingOwners=[owner],
        footnotes={"F1": attack, attack: attack}, remarks=attack, ownerSignatures=[{"signatureName": attack}],
    )  # fmt: skip
    path.rename(tmp_path / name)
    client = Bench(tmp_path).client()
    quoted = "a%20%3Cb%3E%26%27.json"
    shown = view(client, quoted)
    texts = [client.get(each).text for each in ("/", f"/f/{quoted}", f"/f/{quoted}/out", f"/f/{quoted}/unprinted")]
    for text in (*texts, shown["page"], shown["findings"], shown["verdict"]):
        assert "<script>alert" not in text
        assert "<img" not in text
        assert "<b>&'" not in text


def test_an_error_names_no_path_of_this_computer(bench: Bench) -> None:
    client = bench.client()
    for answer in (
        client.get("/f/x.json"),
        change(client, do="nothing"),
        client.get("/jobs/x"),
        client.get("/rules/x"),
    ):
        assert answer.status_code in (404, 422)
        assert str(bench.path) not in answer.text
        assert "Traceback" not in answer.text


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"digest": 5}', b'{"do": "cell", "at": []}'])
def test_a_request_that_is_not_understood_changes_nothing(bench: Bench, body: bytes) -> None:
    before = (bench.path / EXAMPLE).read_bytes()
    answer = bench.client().post(f"/f/{EXAMPLE}/change", content=body)
    assert answer.status_code in (409, 422)
    assert (bench.path / EXAMPLE).read_bytes() == before


def test_the_button_stops_the_program(bench: Bench) -> None:
    assert bench.client().post("/stop").status_code == 200
    assert bench.stopped == [True]


def test_a_name_of_the_address_is_new_each_time(bench: Bench) -> None:
    keys = {Bench(bench.path).key.label for _ in range(5)}
    assert len(keys) == 5
    assert all(label.endswith(".localhost") for label in keys)


def test_the_page_itself_does_not_keep_the_program_awake(bench: Bench) -> None:
    client = bench.client()
    client.get("/")
    before = bench.guard.used_at
    client.get("/state", params={"name": EXAMPLE, "digest": ""})
    assert bench.guard.used_at == before
    client.get("/")
    assert bench.guard.used_at > before
