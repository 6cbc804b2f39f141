"""Addresses that are typed, and those that servers redirect to: asked honestly, shown safely."""

import json
from pathlib import Path

import pytest
from conftest import Newsread
from loopback import Handler, Loopback

from newsread.browser import NoBrowser, open_url
from newsread.config.declaration import SourceSettings
from newsread.sources import SourceError, load, shown

STORY = b"<p>The harbour of Lowmere opened on Monday, after nine years of dredging.</p>"
HASTY = SourceSettings(timeout=5, max_megabytes=1)


def refused(address: str) -> SourceError:
    """The error that fetching ends with."""
    with pytest.raises(SourceError) as caught:
        load(address, HASTY)
    return caught.value


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "--help", "", "https://gannet.example/a b", "ftp://a.b/c"]
)
def test_only_web_addresses_go_to_the_browser(browser: Path, address: str) -> None:
    """Nothing is started for anything else."""
    with pytest.raises(NoBrowser, match="Only http and https"):
        open_url(address)
    assert not browser.exists()


@pytest.mark.parametrize(
    "target",
    [
        "10.0.0.1", "192.168.1.1", "169.254.169.254", "0xa.0.0.1", "167772161", "10.1",
        "[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]", "[::10.0.0.1]", "[64:ff9b::10.0.0.1]", "[2002:a00:1::]",
    ],
)  # fmt: skip
def test_a_redirect_deeper_into_the_private_network_is_refused(server: Loopback, target: str) -> None:
    """Whoever typed this machine's name did not name its router or its neighbours."""
    error = refused(server.redirect("/a", f"http://{target}/secret"))
    assert error.kind == "http"
    assert "own network" in error.message


def test_a_host_name_of_look_alike_letters_gives_itself_away() -> None:
    """Messages name the host as the network knows it, so that a Cyrillic letter is no Latin one."""
    assert "xn--pple-43d.invalid" in refused("http://\u0430pple.invalid/").message  # the first letter is Cyrillic


def test_a_look_alike_in_a_redirect_gives_itself_away(server: Loopback) -> None:
    """Also when it is the server that sends us there."""
    assert "xn--pple-43d.invalid" in refused(server.redirect("/a", "http://xn--pple-43d.invalid/")).message


@pytest.mark.parametrize("address", ["http://xn--zz/", "http://a..b/", f"http://{'a' * 70}.example/", "http://\ud800/"])
def test_a_host_name_that_cannot_be_is_refused(server: Loopback, address: str) -> None:
    """Whether the user types it or a server redirects to it, it is an error and never a traceback."""
    assert refused(address).kind == "network"
    if address.isascii():
        assert refused(server.redirect("/a", address)).kind in {"network", "http"}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("https://ida:s3cret@gannet.example/a@b", "https://gannet.example/a@b"),
        ("https://ida:s3/cret@gannet.example/", "https://gannet.example/"),
        ("https://ida:s3#cr?et@gannet.example/", "https://gannet.example/"),
        (" HTTPS://ida@gannet.example/", " HTTPS://gannet.example/"),
        ("https://gannet.example:443/@ida", "https://gannet.example:443/@ida"),
        ("https://gannet.example/@ida", "https://gannet.example/@ida"),
        ("https://gannet.example/a:b@c", "https://gannet.example/a:b@c"),
        ("https://gannet.example?to=ida@gannet.example", "https://gannet.example?to=ida@gannet.example"),
        ("ida:s3cret@gannet.example", "ida:s3cret@gannet.example"),
    ],
)
def test_a_source_is_shown_without_credentials(source: str, told: str) -> None:
    """Also when the password holds what ends a host name; an @ in a path is part of the path."""
    assert shown(source) == told


@pytest.mark.parametrize("password", ["s3cret", "s3/cret", "s3#cret", "s3?cret", "s3:cret", "s3@cret", "s3 cret"])
def test_no_password_is_ever_printed(newsread: Newsread, password: str) -> None:
    """Neither in JSON nor on standard error, whatever is wrong with the address."""
    done = newsread("clean", "--format", "json", f"http://ida:{password}@no-such-host.invalid/a")
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["kind"] == "network"
    assert "cret" not in done.stdout + done.stderr
    assert "ida" not in done.stdout + done.stderr


def test_the_source_in_json_is_what_was_typed(newsread: Newsread, server: Loopback) -> None:
    """So that a script finds its own again; the address is the final one."""
    last = server.page("/story", STORY)
    server.redirect("/", last)
    result = json.loads(newsread("clean", "--format", "json", server.address).stdout)
    assert (result["source"], result["url"]) == (server.address, last)


def test_an_address_typed_in_a_locale_without_utf8_is_understood(newsread: Newsread, server: Loopback) -> None:
    """Its bytes are taken for UTF-8, as every browser sends them."""
    address = server.page("/m%C3%B6we", STORY).replace("%C3%B6", "ö")
    done = newsread("clean", address, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert "dredging" in done.stdout


def test_a_page_that_says_it_is_too_large_is_not_waited_for(server: Loopback) -> None:
    """Its length alone is enough; the body never comes."""

    def promise(handler: Handler) -> None:
        handler.begin(content_length="1000001")
        handler.hang()

    assert refused(server.on("/huge", promise)).kind == "too-large"


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_certificates_that_cannot_be_used_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    """SSL_CERT_FILE may name a file that is not there, or that holds none."""
    path = tmp_path / "authorities.pem"
    if content:
        path.write_text(content, "utf8")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    error = refused("https://127.0.0.1:9/")
    assert error.kind == "tls"
    assert "SSL_CERT_FILE" in error.message


def test_enormous_headers_are_an_error(server: Loopback) -> None:
    """A server that sends a megabyte of header is left."""
    error = refused(server.page("/a", STORY, x_padding="x" * 1_000_000))
    assert error.kind == "network"
