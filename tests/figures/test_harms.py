"""What has happened to counted people, in the constructions of news; each rule with a case in which it is silent."""

from __future__ import annotations

import pytest
from tests.figures.counted import Counted, counted, facts, only, unread


@pytest.mark.parametrize(
    ("body", "measure", "value"),
    [
        ("قتل خمسة جنود في الوادي.", "killed", 5),
        ("قتلت القوات أمس خمسة عمال.", "killed", 5),
        ("أسفر الحادث عن مصرع 12 شخصا.", "killed", 12),
        ("خمسة عمال لقوا حتفهم في المنجم.", "killed", 5),
        ("لقي خمسة عمال مصرعهم في المنجم.", "killed", 5),
        ("فقد ثلاثون شخصا حياتهم في الفيضان.", "killed", 30),
        ("أودى الزلزال بحياة مئة شخص.", "killed", 100),
        ("راح ضحيته سبعة ركاب.", "killed", 7),
        ("العثور على 5 جثث في النهر.", "killed", 5),
        ("ضم الوفد 25 عسكريا، أصيبوا في الحادث.", "injured", 25),
        ("غرق 27 مهاجرا قبالة الساحل.", "killed", 27),
        ("قضى الجيش على 9 مسلحين.", "killed", 9),
        ("أصيب سبعة بجروح.", "injured", 7),
        ("إصابة ثمانية.", "injured", 8),
        ("نقل 6 عمال إلى المستشفى بعد إصابتهم بحروق.", "injured", 6),
        ("فقدان أربعة بحارة في العاصفة.", "missing", 4),
        ("ألقت الشرطة القبض على عشرة أشخاص.", "detained", 10),
        ("الشرطة تعتقل 10 لصلتهم بالسرقة.", "detained", 10),
        ("10 شبان جرى اعتقالهم فجرا.", "detained", 10),
        ("أفرجت السلطات عن 120 معتقلا.", "released", 120),
        ("إطلاق سراح ثلاث رهائن.", "released", 3),
        ("نزح نحو 40 ألفا من سكان الوادي.", "displaced", 40_000),
        ("أجبرت الحرب مليون شخص على النزوح.", "displaced", 1_000_000),
        ("خطف مسلحون أربعة عمال.", "kidnapped", 4),
        ("سقط 20 شخصا بين قتيل وجريح.", "casualties", 20),
        ("مقتل وإصابة أربعة أشخاص.", "casualties", 4),
        ("خلفت الحرب ألف قتيل وجريح.", "casualties", 1000),
    ],
)
def test_word_of_harm_gives_the_measure(body: str, measure: str, value: int) -> None:
    assert facts(body) == [(measure, value)]


@pytest.mark.parametrize(
    "body",
    [
        "شارك خمسون شخصا في المسيرة.",
        "فاز الفريق 3-1 في المباراة.",
        "أصيب ثلاثة لاعبين قبل المباراة.",
        "سجلت الوزارة 500 إصابة بفيروس كورونا.",
        "قتل الرجل في عام 1994.",
        "توفي سالم الحداد عن 80 عاما.",
        "أصيب 70% من المباني.",
        "إصابة 5 منازل بالقذائف.",
        "ضبط 5 كيلوغرامات من المواد.",
        "قتل في 5 يناير.",
        "مقتل سالم الحداد (35) في الحادث.",
        "تحرير خمس قرى في الشمال.",
        "قضت المحكمة بإعدام خمسة متهمين.",
        "صوت 70 نائبا ضد القرار.",
        "قتل على يد 3 مسلحين.",
        "لم يقتل 5 جنود في الهجوم.",
        "وغرق المركب وعلى متنه عشرات الركاب.",
    ],
)
def test_other_counts_are_no_figures(body: str) -> None:
    assert counted(body) == []


def test_count_under_a_negation_with_an_exception_is_a_figure() -> None:
    assert facts("لم يقتل سوى خمسة جنود.") == [("killed", 5)]


def test_state_gives_way_to_what_is_done_to_them() -> None:
    assert facts("مقتل ثلاثة أسرى.") == [("killed", 3)]
    assert facts("في السجن ثلاثة أسرى.") == [("detained", 3)]


@pytest.mark.parametrize(
    ("body", "value", "words"),
    [
        ("مقتل شرطيين في انفجار.", 2, "شرطيين"),
        ("قتل جنديان أمس.", 2, "جنديان"),
        ("سقط قتيلان في الاشتباك.", 2, "قتيلان"),
        ("مقتل امرأتين في الحريق.", 2, "امرأتين"),
        ("توقيف مشتبه بهما في المدينة.", 2, "مشتبه بهما"),
        ("مقتل جندي في انفجار.", 1, "جندي"),
        ("سقوط قتيل في الاشتباك.", 1, "قتيل"),
        ("مقتل شخص واحد.", 1, "شخص واحد"),
    ],
)
def test_dual_and_single_victim_are_counts(body: str, value: int, words: str) -> None:
    figure = only(body)
    assert (figure.value, figure.words) == (value, words)


@pytest.mark.parametrize(
    "body",
    [
        "مقتل مدنيين في القصف.",
        "مقتل قائد الشرطة.",
        "قتل شرطي فتى.",
        "قتل الجندي سالم الحداد.",
        "كادت أن تقتلها حركة طالبان.",
    ],
)
def test_plural_known_person_and_doer_are_no_counts(body: str) -> None:
    assert counted(body) == []


def test_single_victim_beside_a_number_is_no_figure_of_its_own() -> None:
    assert facts("مقتل ضابطين ورقيب.") == [("killed", 2)]


def test_doer_behind_the_victim_is_no_victim() -> None:
    assert facts("قتل جندي في هجوم شنه ثلاثة مسلحين.") == [("killed", 1)]


def test_list_goes_on_with_the_same_harm() -> None:
    assert facts("مقتل 12 مسلحا و5 مدنيين وإصابة 3 آخرين.") == [("killed", 12), ("killed", 5), ("injured", 3)]
    assert facts("استشهاد عشرة جنود إضافة إلى ثلاثة من العاملين.") == [("killed", 10), ("killed", 3)]


def test_verb_behind_a_list_is_of_all() -> None:
    assert facts("قال شاهد إن 12 مسلحا و5 مدنيين قتلوا.") == [("killed", 12), ("killed", 5)]


def test_other_side_of_a_comparison_has_the_same_harm() -> None:
    assert facts("قتل 79 جنديا مقابل 68 من مسلحي التنظيم.") == [("killed", 79), ("killed", 68)]


def test_parts_know_their_whole() -> None:
    assert counted("بلغت الحصيلة 89 شهيدا، بينهم 31 امرأة و5 أطفال، وإصابة 60 شخصا.") == [
        Counted("89 شهيدا", "killed", 89, "exact", "all", ""),
        Counted("31 امرأة", "killed", 31, "exact", "women", "89 شهيدا"),
        Counted("5 أطفال", "killed", 5, "exact", "children", "89 شهيدا"),
        Counted("60 شخصا", "injured", 60, "exact", "all", ""),
    ]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("ارتفع عدد القتلى إلى 89.", 89),
        ("ارتفاع حصيلة ضحايا الزلزال إلى 89.", 89),
        ("بلغ عدد القتلى نحو 1950.", 1950),
        ("عدد القتلى 89.", 89),
        ("ارتفع عدد القتلى من 3 إلى 5.", 5),
        ("يرتفع إلى 96 عدد الجنود الذين قتلوا.", 96),
    ],
)
def test_number_of_a_toll(body: str, value: int) -> None:
    assert facts(body) == [("killed", value)]


def test_number_of_another_thing_is_no_toll() -> None:
    assert counted("ارتفع عدد المباني المتضررة إلى 89 بعد سقوط قتلى.") == []


def test_definite_noun_with_its_number_behind_it() -> None:
    assert only("دفن القتلى الثلاثة أمس.").words == "القتلى الثلاثة"
    assert only("اعتقلت الشرطة المشتبه بهم العشرة.").value == 10


def test_number_in_brackets_and_words_is_one_count() -> None:
    assert facts("استشهاد (15) خمسة عشر مصليا وإصابة (33).") == [("killed", 15), ("injured", 33)]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("مقتل 12 من قوات النظام.", "soldiers"),
        ("مقتل 12 عنصرا من ميليشيات الوادي.", "militants"),
        ("مقتل 12 مدنيا.", "civilians"),
        ("مقتل 12 صحفيا.", "journalists"),
        ("مقتل 12 شخصا.", "all"),
    ],
)
def test_who_is_counted(body: str, who: str) -> None:
    assert only(body).who == who


def test_fighters_who_flee_are_not_displaced() -> None:
    assert counted("فر مئات المسلحين من المدينة.") == []


def test_count_beside_a_word_of_harm_that_does_not_govern_it_is_listed() -> None:
    assert unread("أنقذت الفرق 12 شخصا من الغرق.") == ["12 شخصا"]
    assert unread("وصل 12 شخصا إلى المدينة.") == []
