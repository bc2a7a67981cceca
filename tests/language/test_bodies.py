import pytest

from ingest.language import ArticleText, LanguageOptions, assess
from ingest.language.profiles import score
from ingest.language.scripts import count_scripts

BILINGUAL = LanguageOptions(("en", "zh"))
FRENCH = (
    "À quatre heures du matin, la lumière est déjà allumée dans la petite boulangerie du coin, et le boulanger "
    "partage la pâte qui a levé pendant la nuit. Des étudiants et des chauffeurs s'y croisent en rentrant chez eux."
)


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("", "und", "Zyyy"),
        ("🎉 2024 — !!!", "und", "Zyyy"),
        ("Привет, мир! Как дела у вас сегодня?", "und-Cyrl", "Cyrl"),
        ("สวัสดีชาวโลก วันนี้อากาศดีมาก", "und-Thai", "Thai"),
        ("გამარჯობა მსოფლიო", "und-Geor", "Geor"),
        ("안녕하세요, 오늘은 날씨가 좋습니다.", "ko", "Kore"),
        ("今日はとても天気がいいですね。", "ja", "Jpan"),
        ("今天天气很好，我们去图书馆看书。", "zh-Hans", "Hans"),
        ("今天天氣很好，我們去圖書館看書。", "zh-Hant", "Hant"),
        (FRENCH, "und-Latn", "Latn"),
    ],
)
def test_candidates_are_a_prior_and_force_no_answer(text: str, language: str, script: str) -> None:
    body = assess(ArticleText(passages=(text,)), BILINGUAL).body
    assert (body.language, body.script) == (language, script)


def test_chinese_prose_full_of_names_is_chinese() -> None:
    text = (
        "使用 Kubernetes 和 Docker Compose 部署 Grafana Loki 与 Prometheus 的监控服务，并接入 OpenTelemetry Collector"
    )
    assert assess(ArticleText(passages=(text,)), BILINGUAL).body.language == "zh-Hans"


def test_a_chinese_summary_makes_no_english_article_chinese(bodies: dict[str, tuple[str, ...]]) -> None:
    passages = ("清晨四点，老街上的面包店已经亮起了灯，师傅把昨夜发好的面团分成小块，放进烤炉。" * 6, *bodies["en"])
    assert assess(ArticleText(passages=passages), BILINGUAL).body.language == "en"


def test_quotations_are_read_only_where_there_is_hardly_any_prose(bodies: dict[str, tuple[str, ...]]) -> None:
    quoted = ArticleText(passages=("参见：",), quotes=bodies["en"])
    assert assess(quoted, BILINGUAL).body.language == "en"
    both = ArticleText(passages=bodies["zh"], quotes=bodies["en"])
    assert assess(both, BILINGUAL).body.language == "zh-Hans"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Hello, don't panic in 2024", (4, 0, 0, 0, ())),
        ("King Street收购Colovore多数股权", (3, 6, 0, 0, ())),
        ("はじめに・テスト", (0, 0, 7, 0, ())),
        ("ｶﾀｶﾅ", (0, 0, 4, 0, ())),
        ("コーヒー", (0, 0, 4, 0, ())),
        ("3～5 天，约 8 小时", (0, 4, 0, 0, ())),
        ("한국어", (0, 0, 0, 3, ())),
        ("Привет мир", (0, 0, 0, 0, (("Cyrl", 2),))),
        ("Καλημέρα κόσμε", (0, 0, 0, 0, (("Grek", 2),))),
        ("परियोजना संरचना", (0, 0, 0, 0, (("Deva", 2),))),
        ("القائمة الرئيسية", (0, 0, 0, 0, (("Arab", 2),))),
        ("Xin chào Việt Nam", (4, 0, 0, 0, ())),
        ("𠀀𠀁 🎉", (0, 2, 0, 0, ())),
        ("ꀀꀁ", (0, 0, 0, 0, (("Yiii", 1),))),
        ("\ud800", (0, 0, 0, 0, ())),
    ],
)
def test_counts_of_scripts(text: str, counts: tuple[object, ...]) -> None:
    assert tuple(count_scripts(text)) == counts


def test_a_body_in_one_language_has_one_share(bodies: dict[str, tuple[str, ...]]) -> None:
    for language, passages in bodies.items():
        shares = assess(ArticleText(passages=passages), LanguageOptions()).shares
        assert [(share.language.partition("-")[0], share.share) for share in shares] == [(language, 1.0)]


@pytest.mark.parametrize(
    ("own", "foreign"),
    [("zh", "en"), ("en", "zh"), ("fr", "en"), ("pl", "de"), ("ja", "en"), ("es", "ru"), ("ru", "ar")],
)
def test_a_foreign_stretch_is_found_with_its_passages(
    bodies: dict[str, tuple[str, ...]], own: str, foreign: str
) -> None:
    passages = (*bodies[own], *bodies[foreign][:2], "", bodies[own][0])
    first = len(bodies[own])
    languages = assess(ArticleText(title="", passages=passages), LanguageOptions())
    assert languages.mixed
    stretches = [(s.language.partition("-")[0], s.first_passage, s.last_passage) for s in languages.stretches]
    assert stretches == [(foreign, first, first + 2)]
    assert languages.stretches[0].words >= 25
    assert sum(share.share for share in languages.shares) == pytest.approx(1, abs=0.002)
    assert languages.shares[0].share > languages.shares[1].share >= 0.15


def test_a_short_foreign_passage_is_not_reported(bodies: dict[str, tuple[str, ...]]) -> None:
    passages = (*bodies["zh"] * 4, "This sentence stands in the middle of it all, and nobody minds.")
    languages = assess(ArticleText(passages=passages), BILINGUAL)
    assert (languages.stretches, languages.mixed) == ((), False)


@pytest.mark.parametrize("language", ["zh", "fr", "en", "ru"])
def test_a_list_of_names_is_no_foreign_stretch(bodies: dict[str, tuple[str, ...]], language: str) -> None:
    names = (
        "Ludwig van Beethoven, Johann Sebastian Bach, Clara Schumann, Franz Schubert, Fanny Hensel, Max Bruch",
    ) * 5
    assert assess(ArticleText(passages=(*bodies[language], *names))).stretches == ()


def test_a_title_in_a_language_that_is_at_home_in_the_body_is_no_mismatch(bodies: dict[str, tuple[str, ...]]) -> None:
    passages = (*bodies["zh"][:4], *bodies["en"])
    languages = assess(ArticleText(title="图书馆周末延长开放时间", passages=passages), BILINGUAL)
    assert languages.mixed
    assert languages.title_mismatch is None


def test_vietnamese_letters_count_as_those_of_the_profile() -> None:
    scores = score(("mỹ",), ("en", "vi"))
    assert scores["vi"] - scores["en"] > 1


JAPANESE_NAMES = "任天堂的《ゼルダの伝説 ティアーズ オブ ザ キングダム》和《スーパーマリオブラザーズ》都已经发售了。"


@pytest.mark.parametrize("options", [BILINGUAL, LanguageOptions()], ids=["configured", "every language"])
def test_a_japanese_paragraph_makes_no_chinese_article_japanese(
    bodies: dict[str, tuple[str, ...]], options: LanguageOptions
) -> None:
    text = ArticleText("图书馆周末延长开放时间", (bodies["zh"][0], bodies["zh"][1], bodies["ja"][0]))
    languages = assess(text, options)
    assert languages.body.language == "zh-Hans"
    assert languages.title_mismatch is None
    assert languages.chinese_mismatch is None
    assert [(one.language, one.first_passage, one.last_passage) for one in languages.stretches] == [("ja", 2, 3)]
    assert [share.language for share in languages.shares] == ["zh-Hans", "ja"]


def test_a_chinese_paragraph_makes_no_japanese_article_chinese(bodies: dict[str, tuple[str, ...]]) -> None:
    text = ArticleText("図書館の開館時間延長", (*bodies["ja"][:3], bodies["zh"][0], bodies["ja"][3]))
    languages = assess(text)
    assert languages.body.language == "ja"
    assert languages.title_mismatch is None
    assert [(one.language, one.first_passage) for one in languages.stretches] == [("zh", 3)]


def test_a_chinese_article_may_name_japanese_products(bodies: dict[str, tuple[str, ...]]) -> None:
    languages = assess(ArticleText("本周新游戏", (bodies["zh"][0], JAPANESE_NAMES, bodies["zh"][2])))
    assert languages.body.language == "zh-Hans"
    assert languages.stretches == ()
    assert assess(ArticleText("本周新游戏", (JAPANESE_NAMES,))).body.language == "zh-Hans"


def test_a_japanese_title_is_no_traditional_chinese(bodies: dict[str, tuple[str, ...]]) -> None:
    text = ArticleText("東京駅前図書館", bodies["zh"], description="東京駅前の図書館が開館")
    languages = assess(text)
    assert languages.title_mismatch is not None
    assert languages.title_mismatch.found == "ja"
    assert languages.chinese_mismatch is None


REFERENCES = (
    'J. Smith and A. Jones, "On the use of libraries in the evening hours", Journal of Public Reading, 2019.',
    'M. Brown, "How the readers of a small town changed the opening hours of their library", 2020.',
    "The report of the city council about the opening hours of the libraries in the north, 2021.",
)


@pytest.mark.parametrize(
    ("heading", "announces"),
    [
        ("参考文献", True),
        ("七、参考资料", True),
        ("7. References:", True),
        ("延伸阅读", True),
        ("图书馆", False),
        ("Literatur", True),
    ],
)
def test_references_are_no_foreign_stretch(
    bodies: dict[str, tuple[str, ...]], heading: str, *, announces: bool
) -> None:
    passages = ("开放时间", *bodies["zh"], heading, *REFERENCES, "Websites", *REFERENCES)
    own = len(bodies["zh"]) + 1
    text = ArticleText(passages=passages, headings=((0, 2), (own, 2), (own + 4, 3)))
    assert (assess(text, BILINGUAL).stretches == ()) == announces
    assert (assess(text, BILINGUAL).body.language == "zh-Hans") or not announces


def test_what_follows_the_references_is_read_again(bodies: dict[str, tuple[str, ...]]) -> None:
    passages = (*bodies["zh"] * 2, "参考文献", *REFERENCES, "附录", *bodies["en"][:2])
    own = 2 * len(bodies["zh"])
    languages = assess(ArticleText(passages=passages, headings=((own, 2), (own + 4, 2))), BILINGUAL)
    assert [(one.language, one.first_passage) for one in languages.stretches] == [("en", own + 5)]


def test_an_article_of_references_only_has_their_language() -> None:
    text = ArticleText(passages=("Links", "References", *REFERENCES), headings=((1, 2),))
    assert assess(text).body.language == "en"
