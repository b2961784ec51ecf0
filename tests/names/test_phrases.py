"""Speaker phrases: where they end, who they name, and what kind of speaker that is."""

from __future__ import annotations

import pytest

from isnad.names.parts import Part, Phrase
from isnad.names.phrases import read_phrase
from isnad.text import Reading, View


def phrase(text: str, *, bounded: bool = False, lead: str = "", strict: bool = False) -> tuple[Reading, Phrase | None]:
    r = Reading(View(text))
    return r, read_phrase(r, 0, len(r), bounded=bounded, lead=lead, strict=strict)


def words(text: str, *, bounded: bool = False, lead: str = "", strict: bool = False) -> str | None:
    """The raw words of the phrase at the start of `text`."""
    r, found = phrase(text, bounded=bounded, lead=lead, strict=strict)
    if found is None:
        return None
    return r.text(found.first, found.end)[found.offset :]


def parts(text: str, *, bounded: bool = False) -> list[tuple[str | None, str]]:
    """The proper name (None for none) and the kind of each speaker of the phrase."""
    r, found = phrase(text, bounded=bounded)
    assert found is not None
    return [(r.text(*part.name) if part.name is not None else None, part.kind) for part in found.parts]


def part(text: str, *, bounded: bool = False) -> Part:
    _, found = phrase(text, bounded=bounded)
    assert found is not None
    assert len(found.parts) == 1
    return found.parts[0]


# `|` marks where the phrase must end.
@pytest.mark.parametrize(
    "text",
    [
        "وزير النقل سالم الحداد| إن الطريق مفتوح",
        "سالم الحداد| أن الطريق مفتوح",
        pytest.param(
            "الناقد باسل عمران| أن الرواية طويلة",
            marks=pytest.mark.xfail(strict=True, reason="a surname that is also something else ends the phrase"),
        ),
        "سالم الحداد، وزير النقل|، إن الطريق مفتوح",
        "وزير النقل، سالم الحداد|، إن الطريق مفتوح",
        "المتحدث باسم وزارة النقل سالم الحداد| إن الطريق مفتوح",
        "العميد الركن سالم الحداد| خلال مؤتمر صحفي",
        "الدكتورة ليلى الصباغ| في حديث طويل",
        "رئيسة اتحاد الناقلين ليلى الصباغ| بإعفاء الشاحنات",
        pytest.param(
            "رئيسة اتحاد الناقلين منى العطار| بإعفاء الشاحنات",
            marks=pytest.mark.xfail(strict=True, reason="a given name that is also a place ends the phrase"),
        ),
        "الوزير اللبناني| الطريق المغلق",
        "وزارة النقل| القرار الجديد",
        "مصدر أمني| أن الطريق مفتوح",
        "مصدر في الشرطة| أن الطريق مفتوح",
        "7 مصابين| إن النار بدأت ليلا",
        "سبعة مصابين| إن النار بدأت ليلا",
        "أهالي التلاميذ| بإغلاق المدرسة",
        "صحيفة «الضفة»| أن الطريق مفتوح",
        "الحكومة| القرار الجديد",
    ],
)
def test_phrase_ends_where_the_sentence_goes_on(text: str) -> None:
    wanted, _, rest = text.partition("|")
    assert words(wanted + rest) == wanted


@pytest.mark.parametrize(
    "text", ["إن الطريق مفتوح", "في الميناء", "الثلاثاء الماضي", "، قال", "3.5 بالمئة", "الذي قال"]
)
def test_what_is_no_noun_phrase_gives_none(text: str) -> None:
    assert words(text) is None


def test_bounded_phrase_takes_doubtful_words_up_to_its_end() -> None:
    assert words("مدير مركز الأبحاث والتدريب سالم الحداد", bounded=True) == "مدير مركز الأبحاث والتدريب سالم الحداد"
    assert words("زينو كلاوس فريتاغ", bounded=True) == "زينو كلاوس فريتاغ"


def test_verb_after_a_name_is_no_part_of_it() -> None:
    assert words("سالم الحداد أعلن أن الطريق مفتوح") == "سالم الحداد"


def test_object_after_a_strict_phrase_is_no_part_of_it() -> None:
    assert words("سالم الحداد المدير بالإهمال", strict=True) == "سالم الحداد"


def test_lead_is_left_out_of_the_phrase() -> None:
    r, found = phrase("للوزير سالم الحداد إن", lead="لل")
    assert found is not None
    assert found.offset == 2
    assert r.text(found.first, found.end) == "للوزير سالم الحداد"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("وزير النقل سالم الحداد", "سالم الحداد", "person"),
        ("سالم الحداد", "سالم الحداد", "person"),
        ("عبد الله الحداد", "عبد الله الحداد", "person"),
        ("الشيخ سالم بن فؤاد الحداد", "سالم بن فؤاد الحداد", "person"),
        ("وزير النقل", None, "office"),
        ("المتحدث باسم الشرطة", None, "office"),
        ("وزارة النقل", None, "organisation"),
        ("نقابة المعلمين", None, "organisation"),
        ("صحيفة الضفة", None, "media"),
        ("وكالة الأنباء الوطنية", None, "media"),
        pytest.param(
            "وكالة السهل للأنباء",
            None,
            "media",
            marks=pytest.mark.xfail(strict=True, reason="an agency that says so only at its end"),
        ),
        ("بيان النقابة", None, "document"),
        ("مصدر أمني", None, "anonymous"),
        ("شهود عيان", None, "group"),
        ("شاهد عيان", None, "anonymous"),
        ("مسؤولون محليون", None, "anonymous"),
        ("دبلوماسيون", None, "anonymous"),
        ("مسؤول كبير في الوزارة", None, "anonymous"),
        ("المسؤول المحلي", None, "office"),
        ("مراسل القناة في الميناء", None, "media"),
        ("المراسل سالم الحداد", "سالم الحداد", "person"),
        ("كبير المهندسين", None, "office"),
        ("كبار المهندسين", None, "group"),
        ("أحد المهندسين", None, "anonymous"),
        ("الولايات المتحدة", None, "government"),
        ("الولاية الجنوبية", None, "organisation"),
        ("فريق الإنقاذ", None, "organisation"),
        ("الفريق سالم الحداد", "سالم الحداد", "person"),
        ("#وزير_النقل", None, "office"),
        ("جماعات حقوقية", None, "group"),
        ("جماعة حقوقية", None, "organisation"),
        ("عائلة الضحية", None, "group"),
        ("وكالة «السهل»", None, "media"),
        ("وكالة الطاقة", None, "organisation"),
        ("تنظيم داعش", None, "organisation"),
        ("محللون", None, "group"),
        ("لبنان", None, "government"),
    ],
)
def test_kind_and_proper_name(text: str, name: str | None, kind: str) -> None:
    assert parts(text) == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "سالم الحداد، المتحدث باسم وزارة النقل| إن الطريق مفتوح",
        "سالم الحداد، الناطق الرسمي لحراس الميناء| إن الطريق مفتوح",
        "سالم الحداد مدير النقل في لبنان| إن الطريق مفتوح",
        "ليلى الصباغ وزيرة النقل| إن الطريق مفتوح",
        "سالم الحداد وزير النقل في مؤتمر صحفي| إن الطريق مفتوح",
    ],
)
def test_title_behind_a_name_takes_its_complement(text: str) -> None:
    wanted, _, _ = text.partition("|")
    speaker = wanted.removesuffix(" في مؤتمر صحفي")
    assert words(wanted, bounded=True) == speaker


def test_object_with_a_pronoun_behind_a_name_is_no_title() -> None:
    assert words("سالم الحداد وزيره إلى الاستقالة") == "سالم الحداد"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("شندروفسكي", "شندروفسكي"),
        ("ميرفان الخربوطلي", "ميرفان الخربوطلي"),
        ("المتحدث باسم النقابة، فيرنوري شندروفسكي", "فيرنوري شندروفسكي"),
        ("رئيس النقابة فالكونر بيرلانت", "فالكونر بيرلانت"),
        ("رئيس النقابة ماركو بولو دل بيرلانتي", "ماركو بولو دل بيرلانتي"),
        ('المؤلف المشهور "فيرنو شندروفسكي"', "فيرنو شندروفسكي"),
        ("سالم فؤاد الخربوطلي", "سالم فؤاد الخربوطلي"),
    ],
)
def test_name_of_no_list_before_a_clause(text: str, name: str) -> None:
    assert parts(text, bounded=True) == [(name, "person")]


@pytest.mark.parametrize("text", ["هؤلاء", "حراك الريف", 'رئيس بلدية "كفر الوادي"'])
def test_words_of_no_list_that_are_nobody(text: str) -> None:
    assert [name for name, _ in parts(text, bounded=True)] == [None]


@pytest.mark.parametrize(
    ("text", "bounded"),
    [
        ("الوزير الذي يزور المدينة", True),
        ("سالم الحداد الذي يرأس اللجنة منذ عام", True),
        ("الشيخ سالم الحداد وهو أحد الوجهاء", True),
        ("المسؤول، الذي لم يرغب في ذكر اسمه", True),
        ("مصدر أمني، طلب عدم ذكر اسمه", True),
        ("مصدر مطلع على الملف", False),
        ("مصدر من داخل المحافظة", True),
        ("بيان صادر عن وزارة النقل", False),
        ("مديرية النقل بمنطقة الوادي", False),
        ("اتحاد البلاد لكرة السلة", False),
        ("مصدر أمني آخر", False),
        ("مصدر أمني مسؤول", False),
        ("بيان أصدرته وزارة النقل بشأن الطريق", True),
        ("أعضاء ينتمون إلى النقابة", True),
        ("الحكومة المعترف بها دوليا", True),
        ('حركة "الضفة" في لبنان', False),
    ],
)
def test_what_says_more_of_a_speaker_belongs_to_him(text: str, bounded: bool) -> None:
    assert words(text + "، إن الطريق مفتوح", bounded=bounded) == text


@pytest.mark.parametrize(
    "text",
    [
        "الوزير| الذي يزور المدينة القرار الجديد",
        "مصادر مطلعة| عن انشقاق في الحزب",
        "المجلس| لوقف إطلاق النار",
        "بيان| تلقت الصحيفة نسخة منه",
        "الوزير| بها",
        "الوزير، | فضل عدم الرد",
        "وزير النقل سالم الحداد|، الأحد، أن الطريق مفتوح",
        "هيئة النقل| الأسبوع الماضي أن الطريق مفتوح",
    ],
)
def test_what_begins_something_else_is_no_part_of_the_speaker(text: str) -> None:
    wanted, _, rest = text.partition("|")
    assert words(wanted + rest) == wanted.rstrip("، ")


def test_things_do_not_speak() -> None:
    assert part("وزارة النقل").speaks
    assert part("وزير النقل").speaks
    found = phrase("الطريق الساحلي")[1]
    assert found is None or not found.parts[0].speaks


def test_titles_are_words_without_the_article() -> None:
    assert part("وزير النقل اللبناني سالم الحداد").titles >= {"وزير", "نقل"}
    assert "سالم" not in part("وزير النقل سالم الحداد").titles


def test_country_is_that_of_the_title_and_not_of_the_name() -> None:
    assert part("وزير النقل اللبناني سالم الحداد").country == "LBN"
    assert part("وزير النقل سالم الحداد").country is None


@pytest.mark.parametrize(
    ("text", "number", "gender"),
    [
        ("الوزير", "s", "m"),
        ("الوزيرة", "s", "f"),
        ("الوزيران", "d", "m"),
        ("الوزراء", "p", "m"),
        ("شهود عيان", "p", "m"),
    ],
)
def test_number_and_gender(text: str, number: str, gender: str) -> None:
    found = part(text)
    assert found.number == number
    assert found.gender in (gender, "")


def test_definite_is_what_has_article_or_name() -> None:
    assert part("الوزير").definite
    assert part("وزير النقل").definite
    assert not part("مصدر أمني").definite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("النائب سالم الحداد والمدير جاد مراد", ["سالم الحداد", "جاد مراد"]),
        ("وزير النقل سالم الحداد ووزير المالية جاد مراد", ["سالم الحداد", "جاد مراد"]),
        pytest.param(
            "الوزير سالم الحداد ونظيره جاد مراد",
            ["سالم الحداد", "جاد مراد"],
            marks=pytest.mark.xfail(strict=True, reason="a noun with a pronoun joins nobody"),
        ),
    ],
)
def test_joined_people_are_two(text: str, expected: list[str]) -> None:
    assert [name for name, _ in parts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "وزير النقل ونائب رئيس الحكومة سالم الحداد",
        "وزير النقل والأشغال سالم الحداد",
        "المدير العام والمتحدث باسم الشركة سالم الحداد",
    ],
)
def test_joined_offices_of_one_name_are_one(text: str) -> None:
    assert parts(text) == [("سالم الحداد", "person")]


def test_name_that_begins_with_waw_is_no_conjunction() -> None:
    assert parts("الوزير وليد السالم") == [("وليد السالم", "person")]
    assert parts("سالم وهبي") == [("سالم وهبي", "person")]


def test_known_word_of_the_document_is_a_name() -> None:
    r = Reading(View("زردوك إن الطريق مفتوح"))
    assert read_phrase(r, 0, len(r)) is None
    found = read_phrase(r, 0, len(r), known=frozenset({"زردوك"}))
    assert found is not None
    assert r.text(found.first, found.end) == "زردوك"


def test_very_long_run_of_titles_ends() -> None:
    r = Reading(View("رئيس " * 5000))
    found = read_phrase(r, 0, len(r), bounded=True)
    assert found is None or found.end <= 48
