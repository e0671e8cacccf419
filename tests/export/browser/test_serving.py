"""What the pack's own server answers: files of the pack to whoever asks from this machine, and nothing else."""

import http.client
import socket
from collections.abc import Iterator

import pytest

from graph_loader.errors import UsageError
from graph_loader.export.browser.serving import serving

PACK = {"guide.html": b"<p>Hello</p>", "favourites.zip": b"PK", "favourites/One meeting, one fact/a.cypher": b"// A"}


@pytest.fixture
def port() -> Iterator[int]:
    with serving(PACK, 0) as address:
        assert address.startswith("http://localhost:")
        yield int(address.rsplit(":", 1)[1])


def ask(port: int, method: str, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def test_a_page_from_elsewhere_gets_the_guide(port: int) -> None:
    answer, body = ask(port, "GET", "/guide.html?slide=2", Origin="http://localhost:7474")
    assert (answer.status, body) == (200, b"<p>Hello</p>")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_page_may_ask_beforehand(port: int) -> None:
    asked = {"Origin": "http://localhost:7474", "Access-Control-Request-Headers": "cache-control,pragma"}
    answer, body = ask(port, "OPTIONS", "/guide.html", **asked)
    assert (answer.status, body) == (204, b"")
    assert {"cache-control", "pragma"} <= set(answer.headers["Access-Control-Allow-Headers"].split(", "))


@pytest.mark.parametrize(
    ("method", "path", "status", "body"),
    [
        ("HEAD", "/guide.html", 200, b""),
        ("GET", "/favourites.zip", 200, b"PK"),
        ("GET", "/favourites/One%20meeting,%20one%20fact/a.cypher", 200, b"// A"),
        ("GET", "/", 404, b""),
        ("GET", "/../../etc/passwd", 404, b""),
        ("GET", "/%2e%2e/pyproject.toml", 404, b""),
    ],
)
def test_only_the_packs_files_are_given(port: int, method: str, path: str, status: int, body: bytes) -> None:
    answer, got = ask(port, method, path)
    assert (answer.status, got) == (status, body)


def test_another_name_for_this_machine_is_refused(port: int) -> None:
    answer, body = ask(port, "GET", "/guide.html", Host="guide.example.org")
    assert (answer.status, body) == (403, b"")


def test_nobody_else_can_reach_it(port: int) -> None:
    for family, _, _, _, address in socket.getaddrinfo(socket.gethostname(), port, type=socket.SOCK_STREAM):
        if not str(address[0]).startswith("127."):
            with socket.socket(family) as other, pytest.raises(OSError):
                other.settimeout(5)
                other.connect(address)


def test_a_port_in_use_is_told(port: int) -> None:
    with pytest.raises(UsageError, match=rf"Port {port} cannot be used"), serving(PACK, port):
        pass


def test_it_is_gone_behind_the_block() -> None:
    with serving(PACK, 0) as address:
        port = int(address.rsplit(":", 1)[1])
    with pytest.raises(ConnectionRefusedError):
        ask(port, "GET", "/guide.html")
