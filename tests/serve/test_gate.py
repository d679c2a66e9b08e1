"""The checks of headers, tried with what others might send."""

from email.message import Message

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.serve import gate

PORT = 8123


def message(**headers: str) -> Message:
    made = Message()
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    return made


@pytest.mark.parametrize(
    ("host", "served", "right"),
    [
        ("127.0.0.1:8123", "127.0.0.1", True),
        ("[::1]:8123", "::1", True),
        ("192.168.1.2:8123", "127.0.0.1", False),
        ("192.168.1.2:8123", "0.0.0.0", True),
        ("[fe80::1]:8123", "::", True),
        ("desk.example:8123", "0.0.0.0", False),
        ("desk.example:8123", "desk.example", True),
        ("other.example:8123", "desk.example", False),
        ("127.0.0.1:80", "127.0.0.1", False),
    ],
)
def test_hosts(host: str, served: str, right: bool) -> None:
    assert gate.is_right_host(host, PORT, served) is right


@given(st.text())
def test_no_name_is_right_but_the_known_ones(host: str) -> None:
    right = gate.is_right_host(f"{host}:{PORT}", PORT, "127.0.0.1")
    assert right is (host in gate.LOOPBACK)


@given(st.text(alphabet=st.characters(codec="latin-1", exclude_characters="\r\n")))
def test_no_origin_is_right_but_its_own(origin: str) -> None:
    headers = message(Host="127.0.0.1:8123", Origin=origin)
    assert gate.is_same_origin(headers) is (origin == "http://127.0.0.1:8123")


@given(st.text(), st.text())
def test_secrets_are_compared_whole(given_: str, token: str) -> None:
    assert gate.is_token(given_, token) is (given_ == token)
    assert not gate.is_token(None, token)
