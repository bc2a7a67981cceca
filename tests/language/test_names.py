"""Titles of names, products and loans that the body does not repeat, and titles that are in another language."""

import pytest

from ingest.language import ArticleText, LanguageOptions, assess

FOURTEEN = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "pl", "pt", "ru", "vi", "zh")
LATIN = ("de", "en", "es", "fr", "it", "pl", "pt", "vi")
OPTIONS = {"configured": LanguageOptions(FOURTEEN), "every language": LanguageOptions()}
NAMES = (
    "Samsung Galaxy S24 Ultra", "Tesla Model Y", "Model Y", "Google Pixel 9 Pro", "iPhone 15 Pro Max", "Raspberry Pi 5",
    "Xiaomi 14 Ultra", "Nintendo Switch 2", "PlayStation 5", "Steam Deck", "Sony WH-1000XM5", "Mercedes-Benz EQS",
    "Renault Megane", "Ferrari F40", "Dell XPS 13", "Coca-Cola", "Angela Merkel", "Elon Musk", "Taylor Swift",
    "Lionel Messi", "Jensen Huang", "Emmanuel Macron", "Friedrich Merz", "Ursula von der Leyen", "Viktor Orbán",
    "Pedro Sánchez", "Frida Kahlo", "Will Smith", "Los Angeles", "San Francisco", "Las Vegas", "New York",
    "Buenos Aires", "Rio de Janeiro", "Costa Rica", "Sri Lanka", "Mont Blanc", "Real Madrid", "Champions League",
    "Le Monde", "La Liga", "El Clásico", "Der Spiegel", "Les Misérables", "The Verge", "Harry Potter", "Star Wars",
    "Game of Thrones", "Baldur's Gate 3", "Elden Ring", "Meta Llama 3", "Claude 3 Opus", "Mistral Large 2",
    "Stable Diffusion XL", "Gemini 1.5 Pro", "Microsoft Copilot", "Hugging Face", "Spring Boot", "Ruby on Rails",
    "Vue 3 Composition API", "Nginx Proxy Manager", "Kubernetes Pod", "Docker Compose", "Apache Kafka",
    "Visual Studio Code", "Red Hat Enterprise Linux", "Ubuntu 24.04 LTS", "Amazon Web Services",
    "Google Cloud Platform", "Model Context Protocol", "Jupyter Notebook", "Tailwind CSS", "Draft x", "print()",
    "Open Source", "Machine Learning", "Deep Learning", "Cloud Computing", "Big Data", "Data Science", "Smart Home",
    "Home Office", "Content Management", "Marketing Automation", "Black Friday", "Prompt Engineering", "Feng Shui",
    "Kansas", "Panama", "Aberdeen", "Lamborghini", "Klaus", "Hydro",
)  # fmt: skip
LOANS = (
    "Neovim plugins", "Data center", "Linux kernel", "Frontend developer", "Terraform modules", "Open source",
    "Machine learning", "Street art",
)  # fmt: skip


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS.keys())
@pytest.mark.parametrize("title", NAMES)
def test_names_are_in_every_language(bodies: dict[str, tuple[str, ...]], title: str, options: LanguageOptions) -> None:
    found = {body: assess(ArticleText(title, passages), options) for body, passages in bodies.items()}
    assert {body: languages.title_mismatch for body, languages in found.items() if languages.title_mismatch} == {}
    assert {languages.title.language for body, languages in found.items()} <= {"und", *FOURTEEN}


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS.keys())
@pytest.mark.parametrize("title", LOANS)
@pytest.mark.parametrize("language", LATIN)
def test_a_loan_is_in_every_language_of_its_script(
    bodies: dict[str, tuple[str, ...]], title: str, language: str, options: LanguageOptions
) -> None:
    assert assess(ArticleText(title, bodies[language]), options).title_mismatch is None


# A title in another language than each of the bodies, all languages allowed.
FOREIGN = {
    "Installing the new firmware": ("en", "de es fr it pl pt vi zh ja ru"),
    "Contribute to the handbook": ("en", "de es fr it pl pt vi zh ko ar"),
    "What we learned from a year of outages": ("en", "de es fr it pl pt vi zh hi"),
    "The State of the Union": ("en", "de es fr it pl pt vi zh ja"),
    "Unknown Image Format Error.": ("en", "zh ja ko ru ar hi"),
    "Meta y Google firman un acuerdo": ("es", "de en fr it pl pt vi zh"),
    "Los gatos duermen en el tejado": ("es", "de en fr it pl pt vi ja"),
    "Le vélo de mon voisin": ("fr", "de en es it pl pt vi zh"),
    "Premiers pas avec la caméra": ("fr", "de en es it pl pt vi ru"),
    "Erste Schritte": ("de", "en es fr it pl pt vi"),
    "Wie man ein Fahrrad repariert": ("de", "en es fr it pl pt vi zh"),
    "Come preparare il caffè": ("it", "de en es fr pl pt vi zh"),
    "La gestione degli errori": ("it", "de en es fr pl pt vi ko"),
    "Não esqueça de salvar o arquivo": ("pt", "de en fr it pl vi zh"),
    "Współpraca z wydawcą": ("pl", "de en es fr it pt vi zh"),
    "Wprowadzenie": ("pl", "de en es fr it pt vi"),
    "Cách cài đặt máy in": ("vi", "de en es fr it pl pt zh"),
}


@pytest.mark.parametrize("title", FOREIGN)
def test_a_sentence_is_reported_over_every_other_language(bodies: dict[str, tuple[str, ...]], title: str) -> None:
    language, others = FOREIGN[title]
    found = {}
    for other in others.split():
        mismatch = assess(ArticleText(title, bodies[other])).title_mismatch
        found[other] = mismatch.found if mismatch else None
    assert found == dict.fromkeys(others.split(), language)


def test_odds_are_told_where_they_tell_something(bodies: dict[str, tuple[str, ...]]) -> None:
    evidence = []
    for title in FOREIGN:
        for language in LATIN:
            mismatch = assess(ArticleText(title, bodies[language], declared="nl")).title_mismatch
            evidence += mismatch.evidence if mismatch else ()
    assert any("over 1000 times likelier" in words for words in evidence)
    assert not any(" 1 times" in words or " 0 times" in words for words in evidence)
