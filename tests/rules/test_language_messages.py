"""What LG001 says where the title's language has no single name."""

import pytest

import ingest

GERMAN = (
    "Die Stadt hat im Herbst beschlossen, die alte Brücke über den Fluss nicht abzureißen, sondern für Fußgänger zu "
    "öffnen. Viele haben sich darüber gefreut, weil der Weg zum Markt damit kürzer wird.\n"
)
GEORGIAN = "გამარჯობა მსოფლიო"


@pytest.mark.parametrize(
    ("title", "beginning"),
    [
        ("Componentes", "The title is not German, but the body is ('componentes': Spanish or Portuguese"),
        (GEORGIAN, "The title is an unknown language in Georgian script but the body is German"),
        ("Warum die Brücke bleibt", ""),
    ],
)
def test_a_title_without_a_single_language(title: str, beginning: str) -> None:
    article = ingest.parse_article(f"---\ntitle: {title}\n---\n\n{GERMAN}".encode())
    messages = [finding.message for finding in article.findings if finding.code == "LG001"]
    assert [message[: len(beginning)] for message in messages] == [beginning] * bool(beginning)
