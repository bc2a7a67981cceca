"""The small words of a language: they show which language a sentence is in, and no name is made of them.

Articles, pronouns, prepositions, conjunctions and auxiliaries: some thirty a
language, in lower case, only words that stand between spaces or apostrophes.
"""

_WORDS = {
    "af": (
        "die en van in op aan met vir uit by na deur oor is was word het nie geen ek jy u hy sy ons hul dat dit "
        "hierdie as om te daar maar ook nog wat hoe"
    ),
    "bg": "и в във не на с със че как а то по това за от до към но или ако при под без е са се ще да",
    "ca": (
        "el la els les un una de del dels i o a al en amb per sense és són ser ha no es que com més però si aquest "
        "aquesta"
    ),
    "cs": (
        "a i v ve z ze na do od o u po za pro pod nad při ne je jsou byl být se si jak co že ale nebo ten ta to "
        "tento který která které jeho její"
    ),
    "cy": "y yr a ac i o yn ar am gan mae ei eu fod sut neu",
    "da": (
        "og i på af for til med fra som en et den det de at er var har havde ikke om men eller ved hvordan hvad "
        "når du din dit vi han hun sig"
    ),
    "de": (
        "der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei mit nach von "
        "vom zu zum zur für über unter durch ist sind war wird werden wurde hat haben nicht kein keine es er sie "
        "wir ihr du dein deine deinen ihre sich als wie was wenn dass auch noch nur man"
    ),
    "en": (
        "the a an and or of to in on at for with from by as is are was were be been it its this that these those "
        "he she his her their our your my we you they not can will would has have had do does did how what why "
        "when where who which if but than then into about over after before more most no all any"
    ),
    "es": (
        "el la los las un una unos unas de del y e o u a al en con por para sin sobre entre desde hasta es son "
        "está están ser fue ha han no se lo le les su sus tu tus mi que qué como cómo cuando donde más pero si "
        "este esta estos estas ese esa"
    ),
    "et": "ja on ei et see ka kui oma või aga mis kes",
    "fi": "ja tai on ei se että kun jos niin kuin mutta myös hän ne joka jotka mitä miten oli ovat olla tämä",
    "fr": (
        "le la les l un une des du de d et ou à au aux en dans sur pour par avec sans est sont être a ont il elle "
        "ils elles on nous vous ce cet cette ces son sa ses leur leurs votre vos notre qui que qu quoi dont où ne "
        "n pas plus plusieurs comme mais si se s y n'est"
    ),
    "hr": "i u na se je da za od s sa su ne to kao o do ili ali koji koja koje po iz",
    "hu": "a az egy és vagy hogy nem is van volt ez de meg már csak mint ha el ki be fel le",
    "id": "dan yang di ke dari untuk dengan pada adalah ini itu tidak atau dalam akan oleh juga anda cara",
    "it": (
        "il lo la i gli le l un uno una di del dello della dei degli delle d e ed o a al allo alla ai agli alle in "
        "nel nella nei nelle con su sul sulla per da dal dalla tra fra è sono essere ha hanno non si ci che chi "
        "come quando dove più ma se dell nell dall sull questo questa tuo tua tuoi"
    ),
    "lt": "ir yra su iš į kad kaip bet ar ne už tai",
    "lv": "un ir ar no par uz ka kas vai bet nav kā",
    "mk": "и во не на со што како а то по ова за од до кон но или ако при под без е се ќе да",
    "nl": (
        "de het een en of van in op aan met voor uit bij naar door over is zijn was wordt worden heeft hebben niet "
        "geen ik je jij u hij zij wij we hun dat die dit deze als om te er maar ook nog wat hoe wie"
    ),
    "no": (
        "og i på av for til med fra som en ei et den det de at å er var har hadde ikke om men eller ved hvordan "
        "hva når du din ditt vi han hun seg"
    ),
    "pl": (
        "i w we z ze na do od o u po za przez dla pod nad przy nie to jest są był być się jak co czy że ale a oraz "
        "lub albo ten ta te tego tej tych który która które twój swój swoją jego jej ich"
    ),
    "pt": (
        "o a os as um uma uns umas de do da dos das e ou em no na nos nas ao à aos às com por pelo pela para sem "
        "sobre entre é são está estão ser foi há não se seu sua seus suas que como quando onde mais mas este esta "
        "isso você"
    ),
    "ro": (
        "și sau un o de la în din cu pe pentru prin este sunt a au nu se să ca care ce cum mai dar al ale lui cel cea"
    ),
    "ru": (
        "и в во не на я с со что как а то по это за из к у о от для но же бы вы мы он она они его ее их или если "
        "при до под без ваш свой своего"
    ),
    "sk": (
        "a i v vo z zo na do od o u po za pre pod nad pri nie je sú bol byť sa si ako čo že ale alebo ten tá to "
        "tento ktorý ktorá ktoré jeho jej"
    ),
    "sl": "in v na se je da za od s z so ne to kot o do ali pa ki po iz",
    "so": "iyo oo ee ka ku u waa in uu ay la si",
    "sq": "dhe e i të në me për nga një është që si nuk ose më por u",
    "sv": (
        "och i på av för till med från som en ett den det de att är var har hade inte om men eller vid hur vad när "
        "du din ditt vi ni han hon sig"
    ),
    "sw": "na ya wa kwa ni katika za la au hii hiyo kama cha",
    "tl": "ang ng mga sa na ay at o para kung hindi ito siya ka ko mo nang may",
    "tr": "ve veya bir bu şu o da de için ile gibi ne mi mı en çok daha olarak olan değil nasıl",
    "uk": (
        "і в у не на я з зі що як а то по це за із до о від для але ж би ви ми він вона вони його її їх або якщо "
        "при під без ваш свій та є"
    ),
    "vi": "và của là các có cho với trong những được một để không người này đã từ khi về ở như cũng bạn cách",
}

FUNCTION_WORDS: dict[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _WORDS.items()}
ANY_FUNCTION_WORD: frozenset[str] = frozenset().union(*FUNCTION_WORDS.values())
NAME_PARTICLES = frozenset(
    ("af", "al", "av", "bin", "da", "de", "del", "della", "den", "der", "di", "du", "ibn", "van", "von", "zu"),
)
"""Function words that stand in names (`Leonardo da Vinci`): alone they are no evidence."""
