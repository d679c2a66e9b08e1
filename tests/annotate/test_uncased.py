"""Names in scripts without capitals: what proves one, where it ends, and what proves nothing."""

import pytest

from audit.model.names import Kind
from tests.annotate.names_in import names, the


class TestJapanese:
    def test_a_tied_name_is_one(self) -> None:
        assert names("作家のマリナ・ソロベイはキエフに住む。", "ja") == ["マリナ・ソロベイ"]

    def test_its_parts_are_names_where_they_stand_alone(self) -> None:
        text = "マリナ・ソロベイが来た。ソロベイは座った。"
        assert names(text, "ja") == ["マリナ・ソロベイ", "ソロベイ"]

    def test_a_longer_run_does_not_hold_a_shorter_name(self) -> None:
        text = "マリナ・ソロが来た。ソロは座った。ソロモンは黙った。"
        assert names(text, "ja") == ["マリナ・ソロ", "ソロ"]

    @pytest.mark.parametrize("text", ["コンピュータは速い。", "ホテルでビールを飲んだ。"])
    def test_a_loanword_is_none(self, text: str) -> None:
        assert names(text, "ja") == []

    def test_many_runs_with_dots_are_a_list(self) -> None:
        assert names("ビール・ワイン・ジュース・コーヒー・ミルクがある。", "ja") == []

    def test_an_honorific_makes_a_person(self) -> None:
        assert the("ソロベイ", "昨日、ソロベイ氏が来た。", "ja").kind is Kind.PERSON

    def test_an_office_may_be_a_country_s(self) -> None:
        assert the("ポルダビア", "ポルダビア首相が来た。", "ja").kind is Kind.NAME

    def test_the_word_for_a_place_makes_one(self) -> None:
        assert the("ポルダビア", "雨のポルダビア州で会った。", "ja").kind is Kind.PLACE
        assert names("マンション市場が揺れる。", "ja") == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("昨日、岸田文雄首相が来た。", ["岸田文雄"]),
            ("昨日、岸田文雄元首相が来た。", ["岸田文雄"]),
            ("田中さんは座った。", ["田中"]),
            ("金正恩氏は北京を訪問した。", ["金正恩"]),
            ("昨日、副大統領が来た。", []),
            ("日本人選手が勝った。", []),
        ],
    )
    def test_a_family_name_before_a_title(self, text: str, expected: list[str]) -> None:
        assert names(text, "ja") == expected


class TestChinese:
    def test_a_tied_name_is_one_up_to_where_its_sounds_end(self) -> None:
        text = "美国总统乔治·索洛维说，他不来。"
        assert names(text, "zh") == ["乔治·索洛维"]

    def test_the_end_of_a_title_begins_no_name(self) -> None:
        assert names("总理克里亚科斯·索洛维来了。", "zh") == ["克里亚科斯·索洛维"]

    def test_its_last_part_is_a_name_alone(self) -> None:
        text = "乔治·洛索维来了。后来洛索维走了。"
        assert names(text, "zh") == ["乔治·洛索维", "洛索维"]

    def test_a_gloss_proves_a_name_and_is_none_itself(self) -> None:
        text = "议员阿尔托瓦（Anna Altova）来了。对阿尔托瓦来说很好。"
        assert names(text, "zh") == ["阿尔托瓦", "阿尔托瓦"]

    def test_a_name_that_may_have_swallowed_a_word_is_left_alone(self) -> None:
        assert names("总统索洛维加强防御。", "zh") in ([], ["索洛维"])

    def test_a_chinese_person_behind_a_title(self) -> None:
        text = "国家主席习近平来了。习近平表示欢迎。"
        assert names(text, "zh") == ["习近平", "习近平"]

    def test_a_name_of_two_characters(self) -> None:
        assert names("外长王毅，昨天来了。", "zh") == ["王毅"]

    @pytest.mark.parametrize(
        "text",
        ["由总统任命的人。", "会议在北京举行。", "他说马上来。", "总统府很大。", "经济明显恢复。"],
    )
    def test_common_words_are_none(self, text: str) -> None:
        assert names(text, "zh") == []


class TestKorean:
    def test_three_syllables_before_a_title(self) -> None:
        text = "어제 김보라 장관이 왔다. 김보라는 앉았다."
        assert names(text, "ko") == ["김보라", "김보라"]

    def test_other_words_before_a_title_are_none(self) -> None:
        assert names("어제 외교부 장관이 왔다.", "ko") == []


class TestArabic:
    def test_what_stands_twice_behind_a_title(self) -> None:
        text = "وصل الرئيس الأمريكي جون سولوفي إلى باريس. وقال جون سولوفي كلمة."
        assert names(text, "ar") == ["جون سولوفي", "جون سولوفي"]

    def test_what_stands_once_is_left_alone(self) -> None:
        assert names("وصل الرئيس جون سولوفي أمس.", "ar") == []


class TestLatinAmidOthers:
    @pytest.mark.parametrize("lang", ["zh", "ja"])
    def test_two_capitalised_words_are_a_name(self, lang: str) -> None:
        assert names("昨日、Kim Jong Unも来た。とても静かだった。", lang) == ["Kim Jong Un"]

    @pytest.mark.parametrize("text", ["新しいSNSだ。", "EU WHO は言う。", "iPhone を買った。"])
    def test_an_abbreviation_or_brand_is_none(self, text: str) -> None:
        assert names(text, "ja") == []

    def test_a_title_is_no_part_of_it(self) -> None:
        assert names("昨日、Mr Marco Haleが来て、静かに座った。", "ja") == ["Marco Hale"]
