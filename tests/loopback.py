"""A real HTTP server on loopback that answers as a test says, also as no server should."""

import socket
import ssl
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

CERTIFICATE = Path(__file__).with_name("loopback.pem")
"""A key and a self-signed certificate for 127.0.0.1 and localhost, good for nothing else."""


class Handler(BaseHTTPRequestHandler):
    """Answers GET by the path's entry in the server's `answers`."""

    protocol_version = "HTTP/1.1"
    server: "Loopback"

    def do_GET(self) -> None:
        """Hand the request to the test's own answer; a path without one is not found."""
        self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        self.close_connection = True
        answer = self.server.answers.get(self.path)
        if answer:
            answer(self)
        else:
            self.reply(b"<p>No such page.", status="404")

    def reply(self, body: bytes, **headers: str) -> None:
        """Answer with a whole page, by default an HTML page."""
        self.begin(**{"content_type": "text/html; charset=utf-8", "content_length": str(len(body))} | headers)
        self.wfile.write(body)

    def begin(self, status: str = "200", **headers: str) -> None:
        """Send the head of an answer; an underscore in a header's name is a hyphen."""
        self.send_response(int(status))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.flush()

    def hang(self) -> None:
        """Say nothing more until the test is over."""
        self.server.hanging.set()
        self.server.over.wait()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep the tests' output clean."""


class Loopback(ThreadingHTTPServer):
    """The server; `answers` maps paths to what answers them, `asked` holds the requests in order."""

    daemon_threads = True

    def __init__(self, *, secure: bool = False) -> None:
        """Listen on a free port, with TLS when `secure`."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Callable[[Handler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.hanging = Event()
        self.over = Event()
        self._scheme = "https" if secure else "http"
        if secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def address(self) -> str:
        """The address of the server itself, without a path."""
        return f"{self._scheme}://127.0.0.1:{self.server_port}"

    def page(self, path: str, body: bytes, **headers: str) -> str:
        """Serve a page, and return its address."""
        return self.on(path, lambda handler: handler.reply(body, **headers))

    def on(self, path: str, answer: Callable[[Handler], None]) -> str:
        """Answer requests for `path` by `answer`, and return its address."""
        self.answers[path] = answer
        return self.address + path

    def redirect(self, path: str, target: str) -> str:
        """Redirect from `path` to `target`."""
        return self.on(path, lambda handler: handler.begin(status="302", location=target, content_length="0"))

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is what some tests are about."""

    def end(self) -> None:
        """Let every hanging answer go, and stop."""
        self.over.set()
        self.shutdown()
        self.server_close()


def closed_port() -> int:
    """A port of loopback on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
