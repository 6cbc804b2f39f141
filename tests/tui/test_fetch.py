"""Pages from a real server on loopback, also from one that misbehaves."""

import gzip
import socket
import struct
import zlib
from collections.abc import Callable

import pytest
from loopback import CERTIFICATE, Handler, Loopback, closed_port

from newsread import __version__
from newsread.config.declaration import SourceSettings
from newsread.sources import SourceError, load, shown
from newsread_filters.model import Page

STORY = b"<p>The harbour of Lowmere opened on Monday, after nine years of dredging.</p>"
HASTY = SourceSettings(timeout=0.2)
SMALL = SourceSettings(max_megabytes=1)


def fetch(address: str, settings: SourceSettings = HASTY) -> Page:
    """Fetch without following the progress."""
    return load(address, settings)


def refused(address: str, settings: SourceSettings = HASTY) -> SourceError:
    """The error that fetching ends with."""
    with pytest.raises(SourceError) as caught:
        fetch(address, settings)
    return caught.value


def test_a_page_comes_with_its_address_and_content_type(server: Loopback) -> None:
    """What the server sent is handed over as it is, beside what it said of it."""
    address = server.page("/a", STORY, content_type="text/html; charset=latin-1")
    assert fetch(address) == Page(source=address, data=STORY, url=address, content_type="text/html; charset=latin-1")


def test_the_program_says_honestly_who_it_is(server: Loopback) -> None:
    """The User-Agent names newsread and its version."""
    fetch(server.page("/a", STORY))
    assert server.asked[0][1]["user-agent"].startswith(f"newsread/{__version__} ")


def test_redirects_are_followed_to_the_final_address(server: Loopback) -> None:
    """Relative and absolute targets; the page's address is the last one."""
    last = server.page("/story", STORY)
    server.redirect("/old", last)
    page = fetch(server.redirect("/short", "old"))
    assert page.url == last
    assert [path for path, _ in server.asked] == ["/short", "/old", "/story"]


def test_redirects_in_a_circle_end(server: Loopback) -> None:
    """They are followed a few times, and the message says what is wrong."""
    error = refused(server.redirect("/round", "/round"))
    assert error.kind == "http"
    assert "circle" in error.message
    assert len(server.asked) == 11


@pytest.mark.parametrize("target", ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/a"])
def test_a_redirect_out_of_the_web_is_refused(server: Loopback, target: str) -> None:
    """Only http and https are followed."""
    error = refused(server.redirect("/out", target))
    assert error.kind in {"http", "network"}
    assert "redirect" in error.message
    assert len(server.asked) == 1


def test_a_public_host_cannot_redirect_into_the_private_network(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public page must not make the program ask what only the user can reach; the proxy plays the public host."""
    secret = server.page("/secret", STORY)
    server.redirect("http://192.0.32.8/a", secret)
    server.redirect("http://8.8.8.8/a", secret)
    monkeypatch.setenv("HTTP_PROXY", server.address)
    error = refused("http://8.8.8.8/a")
    assert error.kind == "http"
    assert "own network" in error.message
    assert [path for path, _ in server.asked] == ["http://8.8.8.8/a"]


@pytest.mark.parametrize(
    ("status", "retry_after", "told"),
    [
        ("404", "", "no such page"),
        ("403", "", "browser"),
        ("204", "", "nothing on this page"),
        ("304", "", "nothing new"),
        ("401", "", "log in"),
        ("402", "", "pay"),
        ("410", "", "taken away for good"),
        ("451", "", "legal reasons"),
        ("418", "", "will not show"),
        ("500", "", "later"),
        ("429", "90", "in 90 seconds"),
        ("429", "7200", "in 120 minutes"),
        ("503", "Wed, 21 Oct 2026 07:28:00 GMT", "after 21 October 2026, 07:28 UTC"),
        ("429", "9" * 5000, "later"),
        ("429", "\x1b[31mnever", "later"),
    ],
)
def test_a_status_is_explained(server: Loopback, status: str, retry_after: str, told: str) -> None:
    """The message says what the status means and what to do, whatever Retry-After holds."""
    error = refused(server.page("/a", STORY, status=status, retry_after=retry_after))
    assert error.kind == "http"
    assert told in error.message
    assert status in error.message


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "video/mp4", "application/json; charset=utf-8"])
def test_what_is_no_page_is_refused_by_its_type(server: Loopback, kind: str) -> None:
    """A document of another kind is not an article, and its body is not waited for."""

    def begin(handler: Handler) -> None:
        handler.begin(content_type=kind, content_length="1000")
        handler.hang()

    assert refused(server.on("/other", begin)).kind == "not-an-article"


def deflated(data: bytes) -> bytes:
    """`data` packed without any header, as some servers understand deflate."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", deflated), ("utf-8", bytes), ("identity", bytes)],
)
def test_a_packed_page_is_unpacked(server: Loopback, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    """gzip, both kinds of deflate, and names that are no packing at all."""
    assert fetch(server.page("/a", pack(STORY), content_encoding=encoding)).data == STORY


def test_a_page_that_unpacks_to_too_much_is_given_up(server: Loopback) -> None:
    """A gzip bomb stops at the cap, and the message names the setting."""
    bomb = gzip.compress(bytes(200_000_000), 9)
    error = refused(server.page("/bomb", bomb, content_encoding="gzip"), SMALL)
    assert error.kind == "too-large"
    assert "max_megabytes" in error.message


@pytest.mark.parametrize("packing", ["br", "zstd", "compress"])
def test_a_packing_that_was_not_asked_for_is_refused(server: Loopback, packing: str) -> None:
    """Only gzip and deflate are asked for; what comes in another packing is not unpacked, however small it is."""
    error = refused(server.page("/a", bytes(100), content_encoding=packing))
    assert error.kind == "unreadable"
    assert packing in error.message
    assert server.asked[0][1]["accept-encoding"] == "gzip, deflate"


def test_a_connection_that_is_cut_is_not_tried_again(server: Loopback) -> None:
    """A body that the server resets ends with one message, after one request."""

    def reset(handler: Handler) -> None:
        handler.begin(content_type="text/html", content_length="5000")
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()

    error = refused(server.on("/reset", reset))
    assert error.kind == "network"
    assert "try again" in error.message
    assert len(server.asked) == 1


def test_a_page_packed_several_times_is_refused(server: Loopback) -> None:
    """Bombs within bombs are not even begun."""
    twice = gzip.compress(gzip.compress(STORY))
    assert refused(server.page("/a", twice, content_encoding="gzip, gzip")).kind == "unreadable"


@pytest.mark.parametrize("damage", [lambda packed: b"?" + packed[1:], lambda packed: packed[:-20]])
def test_a_damaged_page_is_an_error(server: Loopback, damage: Callable[[bytes], bytes]) -> None:
    """Half a page is not shown as if it were the whole."""
    packed = gzip.compress(STORY * 50)
    assert refused(server.page("/a", damage(packed), content_encoding="gzip")).kind == "network"


def test_a_body_without_an_end_stops_at_the_cap(server: Loopback) -> None:
    """A server that never stops sending is left."""

    def endless(handler: Handler) -> None:
        handler.begin(content_type="text/html")
        while not handler.server.over.is_set():
            handler.wfile.write(STORY * 1000)

    assert refused(server.on("/endless", endless), SMALL).kind == "too-large"


def test_a_body_shorter_than_promised_is_an_error(server: Loopback) -> None:
    """A Content-Length that lies means that the page is not whole."""
    error = refused(server.page("/a", STORY, content_length="99999"))
    assert error.kind == "network"
    assert "broke off" in error.message


@pytest.mark.parametrize("headers", [{}, {"content_type": "text/html", "content_length": "500"}])
def test_a_server_that_falls_silent_is_left(server: Loopback, headers: dict[str, str]) -> None:
    """Before its answer and in the middle of it."""

    def silent(handler: Handler) -> None:
        if headers:
            handler.begin(**headers)
        handler.hang()

    error = refused(server.on("/silent", silent))
    assert error.kind == "network"
    assert "in time" in error.message


def test_a_server_that_drips_is_left_when_the_whole_takes_too_long(server: Loopback) -> None:
    """A byte now and then keeps every single wait short, also between two headers."""

    def drip(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        number = 0
        while not handler.server.over.wait(0.02):
            number += 1
            handler.wfile.write(f"X-{number}: drop\r\n".encode())

    error = refused(server.on("/drip", drip), SourceSettings(timeout=30, total_timeout=0.3))
    assert error.kind == "network"
    assert "too slow" in error.message


def test_nobody_listening_and_no_such_host_are_told_apart() -> None:
    """Both are kind "network", with a message of their own."""
    refusal, unknown, impossible = (
        refused(f"http://127.0.0.1:{closed_port()}/"), refused("http://no-such-host.invalid/"), refused("http://a..b/")
    )  # fmt: skip
    assert {refusal.kind, unknown.kind, impossible.kind} == {"network"}
    assert "refuses" in refusal.message
    assert "no host no-such-host.invalid" in unknown.message


def test_what_is_no_http_is_an_error(server: Loopback) -> None:
    """A server that speaks something else gives a message, not a traceback."""

    def speak_otherwise(handler: Handler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\x1b]0;title\x07\r\n")

    error = refused(server.on("/a", speak_otherwise))
    assert error.kind == "network"
    assert error.message.isprintable()


def test_a_certificate_that_nobody_trusts_is_a_tls_error(secure_server: Loopback) -> None:
    """The message says what is wrong with it, and nothing is fetched."""
    error = refused(secure_server.page("/a", STORY))
    assert error.kind == "tls"
    assert "self-signed" in error.message
    assert not secure_server.asked


def test_a_trusted_certificate_is_fine(secure_server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """SSL_CERT_FILE says whom to trust."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert fetch(secure_server.page("/a", STORY)).data == STORY


def test_https_to_a_server_without_tls_is_a_tls_error(server: Loopback) -> None:
    """The wrong scheme is told as such."""
    assert refused(server.page("/a", STORY).replace("http:", "https:")).kind == "tls"


def test_the_proxy_of_the_environment_is_used(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTP_PROXY gets the request for somebody else's page."""
    server.page("http://gannet.example/a", STORY)
    monkeypatch.setenv("HTTP_PROXY", server.address)
    assert fetch("http://gannet.example/a").data == STORY


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "telepathy://here"])
def test_a_proxy_that_cannot_be_used_is_named(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the variables to look at."""
    monkeypatch.setenv("ALL_PROXY", proxy)
    error = refused("http://gannet.example/a")
    assert error.kind == "network"
    assert "HTTP_PROXY" in error.message


def test_a_proxy_that_does_not_answer_is_suspected(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be the proxy and not the host that refuses the connection."""
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    assert "proxy" in refused("http://gannet.example/a").message


def test_credentials_go_to_the_server_and_are_shown_nowhere(server: Loopback) -> None:
    """The server gets them, also after a redirect on the same host; page and messages do not."""
    server.redirect("/a", "/b")
    server.page("/b", STORY)
    address = server.address.replace("://", "://ida:s3cret@")
    page = fetch(f"{address}/a")
    assert all("authorization" in headers for _, headers in server.asked)
    assert "s3cret" not in f"{page.source}{page.url}"
    assert "s3cret" not in refused(f"{address}/none").message
    assert shown("https://ida:s3cret@gannet.example/a@b") == "https://gannet.example/a@b"


def test_credentials_do_not_follow_a_redirect_to_another_host(server: Loopback) -> None:
    """Another host, even of the same machine, is somebody else."""
    server.page("/b", STORY)
    server.redirect("/a", f"http://localhost:{server.server_port}/b")
    fetch(server.address.replace("://", "://ida:s3cret@") + "/a")
    assert ["authorization" in headers for _, headers in server.asked] == [True, False]


def test_progress_tells_stages_and_bytes(server: Loopback) -> None:
    """Connecting first, then the bytes received of all bytes; the total is None when nobody says it."""
    told: list[tuple[str, int, int | None]] = []
    load(server.page("/a", STORY), HASTY, lambda *report: told.append(report))
    assert told[0] == ("connecting", 0, None)
    assert told[-1] == ("receiving", len(STORY), len(STORY))
    told.clear()

    def unbounded(handler: Handler) -> None:
        handler.begin()
        handler.wfile.write(STORY)

    load(server.on("/b", unbounded), HASTY, lambda *report: told.append(report))
    assert told[-1][2] is None


@pytest.mark.parametrize("address", ["http://", "https:///a", "http://[::1", "http://a b/", "http://ex\x00ample.org/"])
def test_what_is_no_address_is_an_error(address: str) -> None:
    """It is refused with a message, whatever is in it."""
    error = refused(address)
    assert error.kind == "network"
    assert error.message.isprintable()


def test_an_international_host_name_is_asked_for_as_the_network_knows_it(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proxy sees the name in ASCII."""
    server.page("http://xn--mwe-sna.example/a", STORY)
    monkeypatch.setenv("HTTP_PROXY", server.address)
    assert fetch("http://möwe.example/a").data == STORY


def test_an_ipv6_host_works() -> None:
    """Where the machine has IPv6 at all, an address in brackets is asked; nobody listens there."""
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    assert refused(f"http://[::1]:{closed_port()}/").kind == "network"
