"""Hands the pack to a Neo4j Browser on the same machine, over HTTP on the loopback interface alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

from graph_loader.errors import UsageError
from graph_loader.export.browser.pack import Pack

LOOPBACK = "127.0.0.1"
# The page that asks came from another address, and asks beforehand, because it sends headers of its own.
_ALLOWED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*, cache-control, pragma",
    "Access-Control-Allow-Private-Network": "true",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}
_TYPES = {"html": "text/html; charset=utf-8", "zip": "application/zip"}
_TEXT = "text/plain; charset=utf-8"
_HOSTS = ("localhost", LOOPBACK)


@contextmanager
def serving(pack: Pack, port: int) -> Iterator[str]:
    """Serves the pack's files, and no others, until the block ends; gives the address; raises UsageError.

    The address has the name `localhost`, because it is that name which Browsers let guides come from.
    """
    handler = type("_PackHandler", (_Handler,), {"pack": pack})
    try:
        server = ThreadingHTTPServer((LOOPBACK, port), handler)
    except OSError as error:
        raise UsageError(f"Port {port} cannot be used: {error.strerror}.", "Choose another with --port.") from error
    with server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
        thread.start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    pack: Pack
    server_version = "kg"
    sys_version = ""

    def do_GET(self) -> None:
        """Answers with a file of the pack."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Answers as to a GET, without the file itself."""
        self._answer(body=False)

    def do_OPTIONS(self) -> None:
        """Tells a page from elsewhere that it may ask."""
        self._head(HTTPStatus.NO_CONTENT, _TEXT, 0)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing of the requests."""

    def _answer(self, *, body: bool) -> None:
        # Another name for this machine is a foreign page's trick to read from it.
        if (self.headers.get("Host") or "").rsplit(":", 1)[0] not in _HOSTS:
            self._head(HTTPStatus.FORBIDDEN, _TEXT, 0)
            return
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        content = self.pack.get(path)
        if content is None:
            self._head(HTTPStatus.NOT_FOUND, _TEXT, 0)
            return
        self._head(HTTPStatus.OK, _TYPES.get(path.rsplit(".", 1)[-1], _TEXT), len(content))
        if body:
            self.wfile.write(content)

    def _head(self, status: HTTPStatus, kind: str, length: int) -> None:
        self.send_response(status)
        for name, value in (_ALLOWED | {"Content-Type": kind, "Content-Length": str(length)}).items():
            self.send_header(name, value)
        self.end_headers()
