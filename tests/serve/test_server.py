"""The server: who is let in, what may be sent, and that nothing lies open."""

import json
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from audit.serve.server import MOST_BYTES
from tests.decide.decided import KYIV, file_of, let_stand, style
from tests.serve.serving import Client, serving

ALLOW = style(KYIV, "Kiev", "allow-variant")


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A server of one test's own, which may write."""
    monkeypatch.chdir(tmp_path)
    with serving() as server:
        yield Client(server)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server for all that is refused, in whose folder nothing may ever be written."""
    with chdir(tmp_path_factory.mktemp("served")):
        Path("secret.txt").write_text("not for anybody")
        with serving() as server:
            yield Client(server)


def written() -> list[str]:
    return sorted(path.name for path in Path().iterdir() if path.suffix == ".toml")


def test_the_address_lets_in_and_takes_the_key_away(shared: Client) -> None:
    address = shared.server.url.partition(f":{shared.server.port}")[2]
    answer = shared.ask("GET", address, Cookie=None)
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    page = shared.ask("GET", "/", Cookie=cookie.partition(";")[0])
    assert page.status == 200
    assert shared.server.key not in page.body.decode()


def test_headers_are_strict(shared: Client) -> None:
    headers = shared.ask("GET", "/").headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "connect-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Server"].strip() == "mtaudit"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    "path",
    ["/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/a.txt", "//etc/x",
     "/names.toml", "/./decisions", "/decisions/", "/\\..\\secret.txt", "/audit"],
)  # fmt: skip
def test_there_is_nothing_but_the_page(shared: Client, path: str) -> None:
    answer = shared.ask("GET", path)
    assert answer.status == 404
    assert b"not for anybody" not in answer.body
    assert shared.ask("POST", path.replace("/audit", "/x"), b"{}").status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "PATCH"])
def test_no_other_method_is_known(shared: Client, method: str) -> None:
    assert shared.ask(method, "/").status == 501


@pytest.mark.parametrize("cookie", [None, "", "mtaudit-1=x", "{name}=", "{name}=wrong", '"\\'])
def test_a_stranger_reads_nothing(shared: Client, cookie: str | None) -> None:
    sent = None if cookie is None else cookie.replace("{name}", shared.server.cookie)
    for path in ("/", "/decisions"):
        answer = shared.ask("GET", path, Cookie=sent)
        assert answer.status == 403
        assert b"Kiev" not in answer.body


@pytest.mark.parametrize("query", ["/?key=", "/?key=wrong", "/?other=1", "/?key=%00"])
def test_a_wrong_key_is_no_key(shared: Client, query: str) -> None:
    answer = shared.ask("GET", query)
    assert answer.status == 403
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example:{port}", "127.0.0.1", "127.0.0.1:1", None, "",
                                  "10.0.0.1:{port}", "127.0.0.1.evil.example:{port}"])  # fmt: skip
def test_a_rebound_name_is_refused(shared: Client, host: str | None) -> None:
    sent = host and host.replace("{port}", str(shared.server.port))
    assert shared.ask("GET", "/", Host=sent).status in (400, 421)
    answer = shared.ask("POST", "/decisions", file_of(ALLOW), Host=sent, Origin=f"http://{sent}")
    assert answer.status in (400, 421)
    assert written() == []


def test_the_machine_s_own_name_is_right(shared: Client) -> None:
    assert shared.ask("GET", "/", Host=f"localhost:{shared.server.port}").status == 200


@pytest.mark.parametrize(
    "spoiled",
    [
        {"Origin": None},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"X_Mtaudit_Token": None},
        {"X_Mtaudit_Token": "wrong"},
        {"X_Mtaudit_Token": ""},
        {"Cookie": None},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_a_request_of_another_page_is_refused(
    shared: Client, spoiled: dict[str, str | None]
) -> None:
    for path, body in (("/decisions", file_of(ALLOW)), ("/audit", b"{}")):
        answer = shared.ask("POST", path, body, **spoiled)
        assert answer.status == 403
        assert answer.json == {"error": "this request does not come from the report"}
    assert written() == []


def test_only_json_of_a_bounded_size_is_taken(shared: Client) -> None:
    content = file_of(ALLOW)
    for kind in ("text/plain", "application/x-www-form-urlencoded", None):
        assert shared.ask("POST", "/decisions", content, Content_Type=kind).status == 415
    for length, status in ((str(MOST_BYTES + 1), 413), ("9" * 40, 413), ("-1", 411), ("x", 411)):
        assert shared.ask("POST", "/decisions", b"", Content_Length=length).status == status
    assert shared.ask("POST", "/decisions").status == 411
    assert written() == []


def test_decisions_are_written_and_undone(client: Client) -> None:
    answer = client.ask("POST", "/decisions", file_of(ALLOW, let_stand("f1")))
    assert answer.json == {"written": ["names.toml", "mtaudit.suppressions.toml"]}
    assert 'allowed = ["Kiev"]' in Path("names.toml").read_text()
    assert json.loads(client.ask("GET", "/decisions").body)["decisions"][0] == ALLOW
    client.ask("POST", "/decisions", file_of(let_stand("f1")))
    assert written() == ["mtaudit.suppressions.toml"]
    client.ask("POST", "/decisions", file_of())
    assert written() == []


def test_what_is_refused_changes_nothing(client: Client) -> None:
    client.ask("POST", "/decisions", file_of(ALLOW))
    before = Path("names.toml").read_bytes()
    answer = client.ask("POST", "/decisions", b'{"schema": "else"}')
    assert answer.status == 409
    assert "no mtaudit/decisions/1 file" in answer.json["error"]
    assert Path("names.toml").read_bytes() == before
    assert client.ask("GET", "/decisions").json["decisions"] == [ALLOW]


def test_what_somebody_else_wrote_stays(client: Client) -> None:
    client.ask("POST", "/decisions", file_of(ALLOW))
    own = Path("names.toml").read_text() + "# Ann was here\n"
    Path("names.toml").write_text(own)
    client.ask("POST", "/decisions", file_of(ALLOW, let_stand("f1")))
    assert Path("names.toml").read_text() == own


def test_another_audit_honours_what_was_decided(client: Client) -> None:
    assert client.ask("POST", "/audit", b"{}").json == {"findings": 2}
    client.ask("POST", "/decisions", file_of(ALLOW))
    assert client.ask("POST", "/audit", b"{}").json == {"findings": 1}
    client.ask("POST", "/decisions", file_of())  # still undone in the files of before
    assert client.ask("POST", "/audit", b"{}").json == {"findings": 2}
