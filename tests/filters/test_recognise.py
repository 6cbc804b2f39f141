"""What is shown in place of an article."""

import pytest
import sample_pages

from newsread_filters import Page, Unreadable, read
from newsread_filters.recognise import said_better

SHELL = "<html><head><title>{title}</title><script src=app.js></script></head><body><div>{text}</div></body></html>"


def kinds(page: Page) -> list[str]:
    """The kinds of the notices of a page."""
    return [notice.kind for notice in read(page).notices]


@pytest.mark.parametrize("sample", sample_pages.load(), ids=lambda sample: sample.name)
def test_our_pages_get_the_notice_they_deserve_and_no_other(sample: sample_pages.Sample) -> None:
    """The consent wall, the home page and the paywall teaser are named; no article is taken for something else."""
    expected = {"consent_wall": ["consent-wall"], "home_page": ["home-page"], "paywall_teaser": ["paywall"]}
    assert kinds(sample.page) == expected.get(sample.name, [])


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Just a moment", "<p>Verify you are human by completing the action below.</p>", "bot-check"),
        ("Page not found", "<h1>Page not found</h1><p>We are sorry. Try the search.</p>", "error-page"),
        ("Gannet", "<p>You need to enable JavaScript to run this app.</p>", "javascript-only"),
        ("Log in", "<h1>Please log in</h1><p>E-mail</p><p>Forgot password?</p>", "login"),
        ("Giornale", "<h1>La tua privacy</h1><p>Accetta e continua</p>", "consent-wall"),
        ("Krant", "<h1>Pagina niet gevonden</h1><p>Zoek het artikel.</p>", "error-page"),
        ("Jornal", "<p>Verificando seu navegador</p>", "bot-check"),
        ("Tidning", "<h1>Logga in för att läsa</h1><p>Glömt lösenord?</p>", "login"),
        ("Avis", "<p>Slå JavaScript til for at se siden.</p>", "javascript-only"),
        ("Avis", "<p>Havnen åpnet mandag.</p><p>Kun for abonnenter</p>", "paywall"),
        ("新聞", "<p>港が月曜日に開きました。</p><p>この記事は有料会員限定です。</p>", "paywall"),
        ("Zeitung", "<h1>Mit Werbung weiterlesen</h1><p>Alle akzeptieren</p>", "consent-wall"),
    ],
)
def test_what_is_no_article_is_named(title: str, text: str, kind: str) -> None:
    """Each sort of page that comes instead of an article gives its notice, and its text is still there."""
    page = Page(source="x", data=SHELL.format(title=title, text=text).encode())
    reading = read(page)
    assert [notice.kind for notice in reading.notices] == [kind]
    assert reading.article.blocks


def test_a_story_about_cookies_and_robots_is_a_story() -> None:
    """A real article may use every one of these words."""
    story = (
        "The ministry said that sites must let people reject all cookies as easily as accept all of them, and that a "
        "page not found because of a consent wall would count as a breach. "
    )
    text = "".join(f"<p>{story} It was the {number}th ruling of the year.</p>" for number in range(5, 12))
    assert kinds(Page(source="x", data=SHELL.format(title="Court rules on cookies", text=text).encode())) == []


def test_an_empty_shell_says_why() -> None:
    """A page whose text is made by JavaScript says so instead of being called empty."""
    with pytest.raises(Unreadable, match="JavaScript"):
        read(Page(source="x", data=SHELL.format(title="", text="").encode()))
    other = Unreadable("not-an-article", "This is a PDF document.")
    assert said_better(Page(source="x", data=b"%PDF"), other) is other
