"""Titles of a word or two that no name is made of, over bodies in other languages, and those that prove nothing."""

import pytest

from ingest.language import ArticleText, LanguageOptions, assess

FOURTEEN = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "pl", "pt", "ru", "vi", "zh")
OPTIONS = {"configured": LanguageOptions(FOURTEEN), "every language": LanguageOptions()}
# A title in another language than each of the bodies.
FOREIGN = {
    "Passwort": ("de", "en es it pt vi ja"),
    "Ordner": ("de", "en es fr it pt ru"),
    "Überblick Grafana": ("de", "en fr it pl ko"),
    "Katalogisierung": ("de", "en es fr it pt hi"),
    "Facturación": ("es", "en de fr it pl pt zh"),
    "Contraseñas": ("es", "en de fr it pl pt ar"),
    "Consejos": ("es", "en de fr it pl pt ja"),
    "Recettes": ("fr", "en de es it pl pt zh"),
    "Dépannage Nextcloud": ("fr", "en de es it pl ko"),
    "Astuces": ("fr", "en de es it pl pt ru"),
    "Ricette": ("it", "en de es fr pl pt ja"),
    "Spedizioni": ("it", "en de es fr pl pt hi"),
    "Strumenti": ("it", "en de es fr pl pt ar"),
    "Hasła": ("pl", "en de es fr it pt vi"),
    "Porady": ("pl", "en de es fr it pt zh"),
    "Księgowanie": ("pl", "en de es fr it pt ko"),
    "Senhas": ("pt", "en de es fr it pl ja"),
    "Ligações": ("pt", "en de es fr it pl ru"),
    "Dicas": ("pt", "en de es fr it pl zh"),
}


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS.keys())
@pytest.mark.parametrize("title", FOREIGN)
def test_a_heading_word_shows_its_language(
    bodies: dict[str, tuple[str, ...]], title: str, options: LanguageOptions
) -> None:
    language, others = FOREIGN[title]
    found = {}
    for other in others.split():
        mismatch = assess(ArticleText(title, bodies[other]), options).title_mismatch
        found[other] = mismatch.found if mismatch else None
    assert found == dict.fromkeys(others.split(), language)


# A title over a body of each of these languages.
SILENT = {
    "a word of both": ("Componentes", "es pt"),
    "another": ("Instalar Nextcloud", "es pt"),
    "a word of three": ("Problema", "es it pt"),
    "a word of the language": ("Einstellungen", "de"),
    "an ending of the language": ("Katalogisierung", "de"),
    "another ending": ("Ligações", "pt"),
    "English and French": ("Configuration", "de en es fr it pl pt vi zh ja ko ru ar hi"),
    "the same in capitals": ("Installation Guide", "de en es fr it pl pt vi zh ja ko ru ar hi"),
    "a place that ends so": ("Sacramento", "de en es fr it pl pt vi zh ja ko ru ar hi"),
    "a firm that ends so": ("Samsung", "de en es fr it pl pt vi zh ja ko ru ar hi"),
    "a word that stands in a sentence": ("The Ordner format", "en"),
    "the same in Spanish": ("El formato Ordner", "es"),
    "words of two languages": ("Ordner Ricette", "en fr"),
}


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS.keys())
@pytest.mark.parametrize(("title", "languages"), SILENT.values(), ids=SILENT.keys())
def test_a_heading_that_proves_nothing(
    bodies: dict[str, tuple[str, ...]], title: str, languages: str, options: LanguageOptions
) -> None:
    reported = [
        language
        for language in languages.split()
        if assess(ArticleText(title, bodies[language]), options).title_mismatch
    ]
    assert reported == []


@pytest.mark.parametrize(("title", "language"), [("Dicas", "en"), ("Ricette", "de"), ("Consejos", "ja")])
def test_a_heading_word_that_the_body_uses_is_a_name_there(
    bodies: dict[str, tuple[str, ...]], title: str, language: str
) -> None:
    passages = (*bodies[language], f"{title} 2024 (www).")
    assert assess(ArticleText(title, passages), OPTIONS["configured"]).title_mismatch is None
    assert assess(ArticleText(title, bodies[language], code="x"), OPTIONS["configured"]).title_mismatch is not None


@pytest.mark.parametrize(("title", "language"), [("Dicas", "ja"), ("Porady", "zh"), ("Recettes", "ru")])
def test_a_heading_word_that_stands_in_the_code_is_code(
    bodies: dict[str, tuple[str, ...]], title: str, language: str
) -> None:
    text = ArticleText(title, bodies[language], code=f"print('{title.upper()}')")
    assert assess(text, OPTIONS["configured"]).title_mismatch is None


def test_a_language_that_is_no_candidate_is_not_found(bodies: dict[str, tuple[str, ...]]) -> None:
    for title, language in (("Ordner", "en"), ("Porady", "zh"), ("Consejos", "ja")):
        text = ArticleText(title, bodies[language])
        assert assess(text, LanguageOptions(("en", "ja", "zh"))).title_mismatch is None


# Czech and Slovak, Swedish, Dutch and Romanian share such words with their neighbours.
NEIGHBOURS = {
    "cs": ("Komponenty", "Městská knihovna je otevřena každý den a půjčuje knihy lidem, kteří bydlí blízko náměstí."),
    "sk": ("Integrácie dokumentácia", "Mestská knižnica je otvorená každý deň a požičiava knihy ľuďom z okolia."),
    "sv": ("Projektstruktur", "Stadens bibliotek är öppet varje dag och lånar ut böcker till dem som bor vid torget."),
    "nl": ("Ordner", "De bibliotheek van de stad is elke dag open en leent boeken uit aan wie in de buurt woont."),
    "ca": ("Exemple requisits", "La biblioteca de la ciutat obre cada dia i deixa llibres als veïns de la plaça."),
}


@pytest.mark.parametrize(("language", "title", "body"), [(key, *value) for key, value in NEIGHBOURS.items()])
def test_a_body_whose_words_were_not_compared_gets_no_verdict_by_heading_words(
    language: str, title: str, body: str
) -> None:
    options = LanguageOptions((language, *FOURTEEN))
    languages = assess(ArticleText(title, (body,)), options)
    assert languages.body.language == language
    assert languages.title_mismatch is None


def test_the_evidence_names_the_words_and_every_language_that_has_them(bodies: dict[str, tuple[str, ...]]) -> None:
    mismatch = assess(ArticleText("Componentes", bodies["it"]), OPTIONS["configured"]).title_mismatch
    assert mismatch is not None
    assert mismatch.evidence == ("'componentes': Spanish or Portuguese, not Italian",)
    assert mismatch.found in {"es", "pt", "und-Latn"}
