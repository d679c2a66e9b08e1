"""A site on 127.0.0.1 that answers as a test tells it to, faults and all."""

import gzip
import ssl
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """The pages by path, and what was asked: path and headers (names in lower case) in order."""

    port: int = 0
    pages: dict[str, Handler] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths that were asked for, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def put(self, path: str, body: str | bytes, kind: str = "text/plain", **headers: str) -> str:
        """Serve `body` at `path`; `_` in names of headers stands for `-`."""
        content = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = page(content, {"Content-Type": kind, **named})
        return self.url(path)

    def on(self, path: str, handler: Handler) -> str:
        """Have `handler` answer at `path`."""
        self.pages[path] = handler
        return self.url(path)


def page(content: bytes, headers: Mapping[str, str], status: int = 200) -> Handler:
    """A handler that sends `content`, with its right length unless `headers` say another."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        start(request, {"Content-Length": str(len(content)), **headers}, status)
        request.wfile.write(content)

    return answer


def start(request: BaseHTTPRequestHandler, headers: Mapping[str, str], status: int = 200) -> None:
    """Send the head of an answer."""
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name, value)
    request.end_headers()


def says(status: int, **headers: str) -> Handler:
    """A handler that sends a status and headers, and an empty body."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return page(b"", named, status)


def in_turn(*handlers: Handler) -> Handler:
    """A handler that answers as each of `handlers`, then as the last one for ever."""
    left = list(handlers)

    def answer(request: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(request)

    return answer


def dripping(pause: float, *, head: bool = False) -> Handler:
    """A handler that sends a letter each `pause` seconds and never ends."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        if head:
            request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        else:
            start(request, {"Content-Type": "text/plain"})
        with suppress(OSError):
            while True:
                request.wfile.write(b"a")
                request.wfile.flush()
                time.sleep(pause)

    return answer


def bomb(size: int, *, encoding: str = "gzip") -> Handler:
    """A handler that sends `size` zero bytes, packed."""
    pack = gzip.compress if encoding == "gzip" else zlib.compress
    headers = {"Content-Type": "text/plain", "Content-Encoding": encoding}
    return page(pack(bytes(size)), headers)


@contextmanager
def running(certificate: Path | None = None, key: Path | None = None) -> Iterator[Site]:
    """A site that runs until the block ends; a path that it does not have is status 404.

    With a certificate, it speaks TLS.
    """
    site = Site()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            with suppress(OSError):
                site.pages.get(self.path, says(404))(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
