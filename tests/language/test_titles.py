import pytest

from ingest.language import ArticleText, LanguageOptions, assess

FOURTEEN = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "pl", "pt", "ru", "vi", "zh")
CONFIGURED = LanguageOptions(FOURTEEN)
EVERY_LANGUAGE = LanguageOptions()


@pytest.mark.parametrize("options", [CONFIGURED, EVERY_LANGUAGE], ids=["configured", "every language"])
def test_no_natural_title_is_reported(samples: list[ArticleText], options: LanguageOptions) -> None:
    reported = [
        sample.title
        for sample in samples
        if assess(ArticleText(title=sample.title, passages=sample.passages), options).title_mismatch
    ]
    assert reported == []


@pytest.mark.parametrize("options", [CONFIGURED, EVERY_LANGUAGE], ids=["configured", "every language"])
def test_every_sentence_in_another_language_is_reported_with_its_language(
    samples: list[ArticleText], bodies: dict[str, tuple[str, ...]], options: LanguageOptions
) -> None:
    wrong = []
    for sample in samples:
        for language, passages in bodies.items():
            if language == sample.declared:
                continue
            mismatch = assess(ArticleText(title=sample.title, passages=passages), options).title_mismatch
            if mismatch is None or mismatch.found.partition("-")[0] != sample.declared:
                wrong.append((sample.title, language, mismatch))
    assert wrong == []


def test_no_short_natural_title_is_reported(headings: list[ArticleText]) -> None:
    reported = [
        heading.title
        for heading in headings
        for options in (CONFIGURED, EVERY_LANGUAGE)
        if assess(ArticleText(title=heading.title, passages=heading.passages), options).title_mismatch
    ]
    assert reported == []


def test_nearly_every_short_title_in_another_language_is_reported(
    headings: list[ArticleText], bodies: dict[str, tuple[str, ...]]
) -> None:
    pairs = [(heading, language) for heading in headings for language in bodies if language != heading.declared]
    found = [
        assess(ArticleText(title=heading.title, passages=bodies[language]), CONFIGURED).title_mismatch is not None
        for heading, language in pairs
    ]
    assert sum(found) >= 0.93 * len(pairs)


@pytest.mark.parametrize("language", FOURTEEN)
def test_the_language_of_a_body(bodies: dict[str, tuple[str, ...]], language: str) -> None:
    for options in (CONFIGURED, EVERY_LANGUAGE):
        body = assess(ArticleText(passages=bodies[language]), options).body
        assert body.language.partition("-")[0] == language
        assert body.confidence > 0.9


# A title over a body of that language: nothing is to be said.
SILENT = {
    "a name": ("Beethoven", "zh"),
    "product": ("TiDB Operator", "zh"),
    "product with a word of Czech": ("iPhone 15 Pro", "zh"),
    "the same over German": ("iPhone 15 Pro", "de"),
    "identifier": ("AUTO_INCREMENT", "zh"),
    "camel case": ("getStaticPaths() useState", "ru"),
    "package": ("@astrojs/react", "ko"),
    "path and version": ("next/image v13.4", "ar"),
    "code span": ("`the last word of all`", "hi"),
    "one word": ("Middleware", "ja"),
    "a word of the language": ("Queries", "en"),
    "another": ("Prerequisites", "en"),
    "a word of German": ("Ressourcen", "de"),
    "a word of French": ("Recette", "fr"),
    "a word of Portuguese": ("Requisitos", "pt"),
    "English about a Chinese word": ("The meaning of 道 in early texts", "en"),
    "a word that may be a loan": ("Meeting", "es"),
    "a loan in French": ("Marketing", "fr"),
    "emoji": ("🎉🎉", "en"),
    "emoji over Chinese": ("🚀 🚀", "zh"),
    "numbers": ("2024", "zh"),
    "numbers and signs": ("3.14 – 42 %", "de"),
    "punctuation": ("???", "ru"),
    "Chinese with a name": ("iOS 18，定了！", "zh"),
    "Chinese with many names": ("Fortis收购MerchantE的NetSuite部门", "zh"),
    "Japanese with Han only": ("自転車交換方法", "ja"),
    "Japanese with one kana": ("図書館の開館時間延長", "ja"),
    "Japanese with a name": ("Astroをインストール", "ja"),
    "Korean with a name": ("Astro 아일랜드", "ko"),
    "Chinese ornament": ("优の良品", "zh"),
    "Russian with a name": ("Обновление до Astro v5", "ru"),
    "English in a Polish title": ("Dashboard w piekarni", "pl"),
    "full-width": ("ＡＩ　２０２４", "zh"),
}


@pytest.mark.parametrize(("title", "language"), SILENT.values(), ids=SILENT.keys())
@pytest.mark.parametrize("options", [CONFIGURED, EVERY_LANGUAGE], ids=["configured", "every language"])
def test_a_title_that_proves_nothing(
    bodies: dict[str, tuple[str, ...]], title: str, language: str, options: LanguageOptions
) -> None:
    assert assess(ArticleText(title=title, passages=bodies[language]), options).title_mismatch is None


# A title over a body of that language, and the language that the title is found to be in.
REPORTED = {
    "English over Chinese": ("Meta steps up its AI battle with OpenAI", "zh", "en"),
    "short English over Korean": ("Image not found.", "ko", "en"),
    "title case over Russian": ("The Future of Work", "ru", "en"),
    "Chinese over English": ("独特之物正在灭绝", "en", "zh-Hans"),
    "Chinese with names over English": ("King Street收购Colovore多数股权", "en", "zh-Hans"),
    "mostly names over English": ("Critical Start将推出OT的Critical Start MDR服务", "en", "zh-Hans"),
    "Traditional with a name over Japanese": ("安裝 Astro", "ja", "zh-Hant"),
    "Chinese particle over Japanese": ("Prisma 与 Astro", "ja", "zh"),
    "Traditional over German": ("編輯器設定與專案結構", "de", "zh-Hant"),
    "Chinese over Japanese": ("编写你的第一个浏览器脚本", "ja", "zh-Hans"),
    "Japanese over Chinese": ("最初のページを作成する", "zh", "ja"),
    "Japanese with Han only over Chinese": ("自転車交換方法", "zh", "ja"),
    "Korean over Japanese": ("태그 페이지 생성", "ja", "ko"),
    "Arabic over English": ("المساهمة في المشروع", "en", "ar"),
    "Hindi over Polish": ("परियोजना संरचना", "pl", "hi"),
    "Russian over Arabic": ("Начало работы", "ar", "ru"),
    "German over English": ("Daten abrufen und Seiten erstellen", "en", "de"),
    "English over German": ("Send your first script to the browser", "de", "en"),
    "French over Spanish": ("Envoyer votre premier script au navigateur", "es", "fr"),
    "Portuguese over Spanish": ("Ilhas no servidor não podem ser usadas sem um adaptador", "es", "pt"),
    "Italian over French": ("Crea e passa dati a un layout personalizzato", "fr", "it"),
    "Polish over Portuguese": ("Dodaj kanał wiadomości do swojej strony", "pt", "pl"),
    "Vietnamese over English": ("Thêm nguồn cấp dữ liệu vào trang của bạn", "en", "vi"),
}


@pytest.mark.parametrize(("title", "language", "found"), REPORTED.values(), ids=REPORTED.keys())
def test_a_title_in_another_language(bodies: dict[str, tuple[str, ...]], title: str, language: str, found: str) -> None:
    languages = assess(ArticleText(title=title, passages=bodies[language]), CONFIGURED)
    mismatch = languages.title_mismatch
    assert mismatch is not None
    assert mismatch.found == languages.title.language == found
    assert mismatch.expected.partition("-")[0] == language
    assert mismatch.evidence
    assert 0 < mismatch.confidence <= 1


# Titles whose small words are all the body's, beside loans and names that are spelt as in another language.
OWN_SMALL_WORDS = {
    "Crea un account su Mastodon": "it",
    "Un podcast su Marte": "it",
    "A panino in Torino": "en",
    "Data in motion": "en",
    "Dashboard do testów": "pl",
    "Marketing para bares": "es",
}


@pytest.mark.parametrize(("title", "language"), OWN_SMALL_WORDS.items())
@pytest.mark.parametrize("options", [CONFIGURED, EVERY_LANGUAGE], ids=["configured", "every language"])
def test_small_words_of_the_body_speak_for_no_other_language(
    bodies: dict[str, tuple[str, ...]], title: str, language: str, options: LanguageOptions
) -> None:
    assert assess(ArticleText(title=title, passages=bodies[language]), options).title_mismatch is None


TWINS = {
    "Portuguese and Spanish": ("Componentes", "pt", "es"),
    "Norwegian and Danish": ("Hvordan vi bor i byen", "no", "da"),
    "Czech and Slovak": ("Na meste je nový park", "cs", "sk"),
}
TWIN_BODIES = {
    "es": "La biblioteca de la ciudad abre todos los días y presta libros a los vecinos que viven cerca de la plaza.",
    "da": "Byens bibliotek er åbent hver dag og låner bøger ud til dem, der bor i nærheden af torvet og havnen.",
    "sk": "Mestská knižnica je otvorená každý deň a požičiava knihy ľuďom, ktorí bývajú blízko námestia a rieky.",
}


@pytest.mark.parametrize(("title", "one", "other"), TWINS.values(), ids=TWINS.keys())
def test_what_two_languages_share_is_no_mismatch(title: str, one: str, other: str) -> None:
    options = LanguageOptions((one, other, "en"))
    assert assess(ArticleText(title=title, passages=(TWIN_BODIES[other],)), options).title_mismatch is None


def test_words_that_stand_in_the_body_are_names_there() -> None:
    title = "Die neue Zauberflöte"
    alone = ("今晚的歌剧院演出了一部著名的作品，观众非常喜欢。",)
    named = ("今晚的歌剧院演出了 Die neue Zauberflöte，观众非常喜欢。",)
    options = LanguageOptions(("de", "zh"))
    assert assess(ArticleText(title=title, passages=alone), options).title_mismatch is not None
    assert assess(ArticleText(title="Zauberflöte", passages=named), options).title_mismatch is None


@pytest.mark.parametrize(
    "title",
    ["Leonardo da Vinci", "Ludwig van Beethoven", "Grafana & Prometheus", "The New York Times", "Mont Saint-Michel"],
)
@pytest.mark.parametrize("language", ["zh", "ja", "ko", "ru", "ar", "hi", "en", "de"])
def test_a_title_of_names_that_the_body_uses(bodies: dict[str, tuple[str, ...]], title: str, language: str) -> None:
    passages = (*bodies[language], f"{title}, 2024.")
    assert assess(ArticleText(title=title, passages=passages), EVERY_LANGUAGE).title_mismatch is None


def test_words_that_the_body_uses_do_not_outweigh_the_rest(bodies: dict[str, tuple[str, ...]]) -> None:
    passages = (*bodies["en"], "They sang arias from Zauberflöte, Fledermaus and Götterdämmerung for the visitors.")
    title = "Zauberflöte, Fledermaus, Götterdämmerung sung again tonight"
    assert assess(ArticleText(title=title, passages=passages), CONFIGURED).title_mismatch is None


def test_a_particle_between_names_is_no_sentence() -> None:
    passages = ("画家 Leonardo 出生在小镇 Vinci 附近的一个村庄里，后来去了佛罗伦萨。",)
    assert assess(ArticleText(title="Leonardo da Vinci", passages=passages), CONFIGURED).title_mismatch is None


def test_native_letters_that_the_body_writes_too_are_a_quotation(bodies: dict[str, tuple[str, ...]]) -> None:
    text = ArticleText(title="红楼梦", passages=bodies["en"])
    assert assess(text, CONFIGURED).title_mismatch is not None
    quoted = ArticleText(
        title=text.title, passages=(*bodies["en"], "Its title, 红楼梦, has been translated in many ways.")
    )
    assert assess(quoted, CONFIGURED).title_mismatch is None


def test_the_title_repeated_as_first_heading_is_no_proof_that_the_body_uses_its_words(
    bodies: dict[str, tuple[str, ...]],
) -> None:
    title = "独特之物正在灭绝"
    languages = assess(ArticleText(title=title, passages=(title, *bodies["en"])), CONFIGURED)
    assert languages.title_mismatch is not None


def test_a_title_that_stands_in_the_code_is_code(bodies: dict[str, tuple[str, ...]]) -> None:
    text = ArticleText(title="select the first row from orders", passages=bodies["zh"])
    quoted = ArticleText(title=text.title, passages=text.passages, code="-- Select the first row FROM orders\nx")
    assert assess(text, CONFIGURED).title_mismatch is not None
    assert assess(quoted, CONFIGURED).title_mismatch is None


def test_evidence_is_words_that_a_person_understands() -> None:
    body = ("King Street has bought most of Colovore, a company that runs data centres in California.",)
    text = ArticleText(title="King Street收购Colovore多数股权", passages=body)
    mismatch = assess(text, LanguageOptions(("en", "zh"))).title_mismatch
    assert mismatch is not None
    assert mismatch.evidence[0] == "6 Han characters"
    assert "'King', 'Street', 'Colovore' also stand in the body" in mismatch.evidence


@pytest.mark.parametrize(
    ("title", "language"),
    [("Grafana", "und"), ("图书馆周末延长开放时间", "zh-Hans"), ("圖書館週末延長開放時間", "zh-Hant"), ("人口", "zh")],
)
def test_the_language_of_a_title_is_said_only_where_something_speaks_for_it(
    bodies: dict[str, tuple[str, ...]], title: str, language: str
) -> None:
    assert assess(ArticleText(title=title, passages=bodies["zh"]), CONFIGURED).title.language == language


def test_description_and_tags_are_held_against_the_body(bodies: dict[str, tuple[str, ...]]) -> None:
    text = ArticleText(
        title="",
        passages=bodies["en"],
        description="清晨四点，老街上的面包店已经亮起了灯。",
        tags=("面包", "早晨", "AI"),
    )
    languages = assess(text, CONFIGURED)
    assert languages.description_mismatch is not None
    assert languages.tags_mismatch is not None
    assert languages.title_mismatch is None


def test_a_few_tags_in_other_letters_are_names(bodies: dict[str, tuple[str, ...]]) -> None:
    assert assess(ArticleText(passages=bodies["en"], tags=("面包", "bread", "toast")), CONFIGURED).tags_mismatch is None


def test_latin_tags_are_keys_in_every_language(bodies: dict[str, tuple[str, ...]]) -> None:
    text = ArticleText(passages=bodies["zh"], tags=("linux", "machine learning", "docker"), description="面包店的早晨")
    languages = assess(text, CONFIGURED)
    assert languages.tags_mismatch is None
    assert languages.description_mismatch is None


@pytest.mark.parametrize(
    ("title", "language", "found"),
    [("Marketing", "fr", "und"), ("Instagram", "de", "und"), ("Warum die Bäckerei so früh öffnet", "de", "de")],
)
def test_a_loan_does_not_show_the_language_of_a_title(
    bodies: dict[str, tuple[str, ...]], title: str, language: str, found: str
) -> None:
    assert assess(ArticleText(title=title, passages=bodies[language]), CONFIGURED).title.language == found
