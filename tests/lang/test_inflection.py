"""Case forms of names and their near misses; all pairs are our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lang.inflection import (
    inflects_to,
    left_over_inflection,
    lemma_keys,
)

SAME = {
    "ru": """
Путин/Путина Путина/Путиным Путин/Путине Путиных/Путину Москва/Москве Москвы/Москвой
Россия/России Россией/Россию Зеленский/Зеленского Зеленским/Зеленскому Зеленская/Зеленской
Бельгия/Бельгией Львов/Львова Львовом/Львове Киев/Киева Киеву/Киевом Павел/Павла Лев/Льва
Львом/Льву Пётр/Петром Петра/Пётр Сумы/Сум Сумах/Сумам Мосты/Мостов Шанхай/Шанхае
Санкт-Петербург/Санкт-Петербурга Толстой/Толстого Грозный/Грозном Горький/Горького
Иванов/Иванова Иванова/Ивановой Игорь/Игоря Рязань/Рязани Казанью/Казань Прага/Праге Рига/Риги
Косово/Косове Елец/Ельца Донец/Донца Мария/Марией Соловей/Соловья Минай/Миная Бабич/Бабичем
Дмитрий/Дмитрия Приморье/Приморьем Винница/Виннице Аляска/Аляски Лукашенко/Лукашенко
ПУТИН/Путина
""",
    "uk": """
Київ/Києва Київ/Києві Києву/Києвом Зеленський/Зеленського Зеленським/Зеленському
Зеленська/Зеленської Бельгія/Бельгії Бельгією/Бельгію Львів/Львова Львові/Львовом Харків/Харкові
Чернігів/Чернігова Прага/Празі Праги/Прагою Америка/Америці Шевченко/Шевченка Шевченком/Шевченку
Запоріжжя/Запоріжжі Поділлям/Поділля Черкаси/Черкас Суми/Сумах Бровари/Броварів
Чернівці/Чернівцях Сергій/Сергієм Сергія/Сергію Ігор/Ігоря Тернопіль/Тернополі
Бориспіль/Борисполя Ірпінь/Ірпеня Путін/Путіна Путіним/Путіну Білорусь/Білорусі
Білоруссю/Білорусь Канів/Канева Рівне/Рівного Петрова/Петрової Федір/Федора Миколаїв/Миколаєва
Петербург/Петербурзі Буча/Бучі Бучею/Бучу Вінниця/Вінниці Одеса/Одесі Дніпро/Дніпра
Павло/Павлові Лев/Льва Керч/Керчі Грозний/Грозного Донець/Донця
Івано-Франківськ/Івано-Франківська
""",
    "pl": """
Warszawa/Warszawie Warszawy/Warszawą Kraków/Krakowa Krakowem/Krakowie Tusk/Tuskiem Tuska/Tuskowi
Duda/Dudzie Dudy/Dudę Kowalski/Kowalskiego Kowalskim/Kowalskiemu Morawiecki/Morawieckiego
Kowalska/Kowalskiej Rosja/Rosji Rosją/Rosję Niemcy/Niemczech Niemiec/Niemcom Katowice/Katowicach
Katowic/Katowice Paweł/Pawła Pawle/Pawłem Marek/Marka Białoruś/Białorusi Łódź/Łodzi
Putin/Putinem Putina/Putinowi Poznań/Poznaniu Toruń/Torunia Praga/Pradze Ameryka/Ameryce
Piotr/Piotrze Wisła/Wiśle Chiny/Chinach Chin/Chinom Włochy/Włoszech Węgry/Węgier Anglia/Anglii
Gdynia/Gdyni Kennedy/Kennedy'ego Budapeszt/Budapeszcie Zakopane/Zakopanego Opole/Opolu
Wrocław/Wrocławiu Berlin/Berlinie Tybet/Tybecie Gniezno/Gnieźnie Ziobro/Ziobry
Kościuszko/Kościuszki
""",
    "cs": """
Praha/Praze Prahy/Prahou Brno/Brně Brna/Brnem Babiš/Babiše Babišem/Babišovi Fiala/Fialy
Fialou/Fialu Zelenskyj/Zelenského Zelenským/Zelenskému Novotná/Novotné Novotnou/Novotná
Pavel/Pavla Pavlem/Pavlovi Plzeň/Plzni Plzně/Plzeň Německo/Německu Německa/Německem Rusko/Ruskem
Británie/Británii Francií/Francie Amerika/Americe Čechy/Čechách Zdeněk/Zdeňka Liberec/Liberce
Paříž/Paříži Putin/Putinovi Putinem/Putina Merkelová/Merkelové Budějovice/Budějovic
Pardubice/Pardubicích Kyjev/Kyjevě Petr/Petra Petře/Petrovi Karel/Karla Ostrava/Ostravě
Moskva/Moskvy Vary/Varech Zeman/Zemana Novák/Nováka Nový/Nového Jiří/Jiřího Riga/Rize
Londýn/Londýně Sahara/Sahaře Mácha/Máchy Ústí-Brno/Ústí-Brna Troy/Troyi McKay/McKaye
Goldstone/Goldstona Blake/Blakem Mike/Mikea Lee/Leeho Yahya/Yahyi Goya/Goyu
Kennedy/Kennedymu Havlova/Havlových
""",
    "de": """
Merkel/Merkels Deutschland/Deutschlands Scholz/Scholz' Scholz’/Scholz Marx/Marx' Paris/Paris’
Vereinigte/Vereinigten Niederlande/Niederlanden Emirate/Emiraten Deutsche/Deutschen
Deutscher/Deutschen Schwarzes/Schwarzen Prinz/Prinzen Graf/Grafen Berlin/Berlins Kiew/Kiews
Putin/Putins Polen/Polens Bayern/Bayerns Hans/Hansens Franz/Franzens Anna/Annas Köln/Kölns
Russland/Russlands Österreich/Österreichs Rhein/Rheins Donau/Donaus Müller/Müllers Weber/Webers
Baden-Baden/Baden-Badens Nord-Korea/Nord-Koreas Trump/Trumps Macron/Macrons Selenskyj/Selenskyjs
Frankreich/Frankreichs Wien/Wiens Bern/Berns Rom/Roms Max/Max' Fritz/Fritzens Roter/Roten
Weißes/Weißen Polnische/Polnischen Präsident/Präsidenten
""",
}

DIFFERENT = {
    "ru": """
Украина/Украинец Роман/Романов Марк/Марков Иван/Иванов Петров/Петренко Австрия/Австралия
Иран/Ирак Минск/Минин Россия/Россиянин Киев/Киевский Марк/Марек Владимир/Владислав
Пушкин/Пушкино Иванов/Ивановой Путин/Путинский Москва/Москвич Павел/Павлов Пётр/Петров
Сергей/Сергеев Мария/Марина Словакия/Словения Ким/Кимов Хасан/Хасанов Лев/Левин
Александр/Александров Толстой/Толстов Грозный/Грозненский Казань/Казанский Анна/Анатолий
Нигер/Нигерия Дания/Данила Минск/Пинск Орёл/Орлов Томск/Омск Зеленский/Зелинский Курск/Курский
Волков/Волкова-Ли Ли/Лин Дон/Донецк Индия/Индонезия Олег/Ольга
""",
    "uk": """
Роман/Романів Марк/Марко Україна/Українець Іван/Іванов Київ/Київський Австрія/Австралія
Львів/Львівський Петро/Петренко Шевченко/Шевчук Іран/Ірак Одеса/Одесит Павло/Павленко
Харків/Харківський Сергій/Сергієнко Словаччина/Словенія Марія/Марина Буча/Бучач Суми/Сумський
Дніпро/Дніпровський Володимир/Владислав Нігер/Нігерія Ковальчук/Коваль Кравченко/Кравчук
Прага/Празький Чернігів/Чернівці Лев/Левко Бойко/Бойчук Мельник/Мельниченко Олег/Ольга
Луцьк/Луцький Індія/Індонезія Донецьк/Донець Зеленський/Залужний Рівне/Рівненський
Полтава/Полтавський Ігор/Ігорів Бровари/Броварський Канів/Канада Тернопіль/Тернопільський
Данія/Данило Ізюм/Ізмаїл
""",
    "pl": """
Jan/Janów Polska/Polak Austria/Australia Kraków/Krakowski Kowal/Kowalski Marek/Mark Krak/Kraków
Warszawa/Warszawski Rosja/Rosjanin Niemcy/Niemiecki Tusk/Tuskowski Piotr/Piotrków
Paweł/Pawłowski Iran/Irak Nowak/Nowacki Praga/Prażanin Łódź/Łódzki Słowacja/Słowenia
Maria/Marina Niger/Nigeria Gdańsk/Gdynia Wrocław/Włocławek Poznań/Poznański Litwa/Litwin
Duda/Dudek Michał/Michalski Katowice/Katowicki Lublin/Lubin Wisła/Wiślica Chiny/Chińczyk
Putin/Putinowski Anna/Anatol Włochy/Włoch-Nowak Opole/Opoczno Toruń/Toruński Adam/Adamski
Zieliński/Zieleński Kielce/Kalisz Berlin/Berliński Indie/Indonezja Biden/Bielan
""",
    "cs": """
Merkel/Merkelová Novák/Nováková Rakousko/Rakušan Praha/Pražan Karel/Karlov Jan/Janov Brno/Brňan
Polsko/Polák Petr/Petrov Írán/Irák Rusko/Rusnok Německo/Němec Slovensko/Slovinsko Pavel/Pavlov
Austrálie/Austria Babiš/Babický Plzeň/Plzeňský Ostrava/Ostravský Liberec/Liberecký
Zeman/Zemanová Praha/Pražský Marie/Marina Niger/Nigérie Fiala/Fialka Kyjev/Kyjevský
Moskva/Moskvan Putin/Putinův Havel/Havlík Novotný/Novotná Černý/Černík Svoboda/Svobodová
Dvořák/Dvořáková Indie/Indonésie Litva/Lotyšsko Paříž/Pařížan Hradec/Hradčany Tomáš/Tomášek
Jiří/Jirka Adam/Adamec Biden/Bilden Olomouc/Olomoucký Lee/Leema Troy/Troya Blake/Blakeho
""",
    "de": """
Berlin/Berliner Müller/Müllen Pole/Polen Österreich/Österreicher Schwede/Schweden Weber/Weberin
Iran/Irak Merkel/Merkl Scholz/Schulz Wien/Wiener Köln/Kölner Bayern/Bayer Hesse/Hessen
Sachse/Sachsen Ungar/Ungarn Kiew/Kiewer Niger/Nigeria Russland/Russe Deutschland/Deutsch
Frank/Franken Rom/Römer Slowakei/Slowenien Anna/Anne Schmidt/Schmied Hamburg/Homburg
Türke/Türkei Däne/Dänemark Bern/Bernd Essen/Esse Gera/Gerhard Austria/Australia Meier/Maier
Wagner/Wegner Bonn/Bonner Lange/Langer Hof/Hofer Ulm/Ulmer Koch/Köcher Paris/Pariser Peter/Petra
Marx/Marxen
""",
}


def pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (lang, a, b)
        for lang, text in table.items()
        for a, _, b in (pair.partition("/") for pair in text.split())
    ]


@pytest.mark.parametrize(("lang", "a", "b"), pairs(SAME))
def test_cases_of_one_name(lang: str, a: str, b: str) -> None:
    assert inflects_to(a, b, lang)
    assert inflects_to(b, a, lang)
    assert lemma_keys(a, lang) & lemma_keys(b, lang)


@pytest.mark.parametrize(("lang", "a", "b"), pairs(DIFFERENT))
def test_other_names_and_derived_words(lang: str, a: str, b: str) -> None:
    assert not inflects_to(a, b, lang)
    assert not inflects_to(b, a, lang)


@pytest.mark.parametrize("lang", SAME)
def test_forty_pairs_of_each_kind(lang: str) -> None:
    assert len(SAME[lang].split()) >= 40
    assert len(DIFFERENT[lang].split()) >= 40


def test_unknown_language_knows_only_equal_forms() -> None:
    assert inflects_to("Kim", "KIM", "xx")
    assert not inflects_to("Kim", "Kima", "xx")
    assert lemma_keys("Kim", "xx") == {"kim"}


def test_english_genitive() -> None:
    assert inflects_to("Reed", "Reed’s", "en")
    assert inflects_to("Jones", "Jones'", "en-GB")
    assert not inflects_to("Reed", "Reeds", "en")


NAMES = st.text(alphabet="абвгдеийкловнсьяʼ'-ыіїєц", max_size=9)


@given(NAMES, NAMES, st.sampled_from(["ru", "uk"]))
def test_symmetric_reflexive_and_blocked_together(a: str, b: str, lang: str) -> None:
    assert inflects_to(a, a, lang)
    assert inflects_to(a, b, lang) == inflects_to(b, a, lang)
    if inflects_to(a, b, lang):
        assert lemma_keys(a, lang) & lemma_keys(b, lang)


LEFT_OVER = """
Soloveya/Solovey Zelenskogo/Zelensky Zelenskoho/Zelenskyy Abutalimova/Abutalimov Buche/Bucha
Buchi/Bucha Minaya/Minay Gromala/Gromal Kyieva/Kyiv Kharkova/Kharkiv Zelenskim/Zelenskiy
Putinym/Putin Lukashenka/Lukashenko Moskve/Moskva Donetska/Donetsk Pavla/Pavel Igorya/Igor
Ryazani/Ryazan Vinnytsi/Vinnytsia Marii/Mariya Tolstogo/Tolstoy Zelenskoy/Zelenskaya Odesi/Odesa
Mykolaieva/Mykolaiv Sumakh/Sumy Avdiivtsi/Avdiivka Sankt-Peterburga/Sankt-Peterburg
"""

NOT_LEFT_OVER = """
Iran/Iraq Romanov/Roman Austria/Australia Zelensky/Zelenskogo Ivanov/Ivan Hasan/Khasan Maria/Marina
Petrenko/Petrov Putin/Putin Solovey/Soloveya Kiev/Kyiv Lvov/Lviv Kievsky/Kiev Ivanovich/Ivanov
Zelensky/Zelenskyy Kim/Kim Paris/Pari Trump/Tramp Minsk/Pinsk Omsk/Tomsk
"""


@pytest.mark.parametrize("pair", LEFT_OVER.split())
def test_left_over_case_endings(pair: str) -> None:
    assert left_over_inflection(*pair.split("/"))


@pytest.mark.parametrize("pair", NOT_LEFT_OVER.split())
def test_no_left_over_ending(pair: str) -> None:
    assert not left_over_inflection(*pair.split("/"))
