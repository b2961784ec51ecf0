"""Which words of a text name a place. All sentences are invented."""

from __future__ import annotations

import pytest

from isnad.places import PlaceMention, find_places
from isnad.text import Reading, View


def mentions(text: str, home: str | None = None) -> list[PlaceMention]:
    return find_places(Reading(View(text)), home=home)


def named(text: str, home: str | None = None) -> list[str]:
    """The words of the text that name places."""
    return [mention.span.of(text) for mention in mentions(text, home)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقع الانفجار في سراقب شرق إدلب", ["سراقب", "إدلب"]),
        ("وصلت القافلة إلى البوكمال، سوريا", ["البوكمال", "سوريا"]),
        ("انسحبت القوة من بلدة سرمين بريف إدلب", ["سرمين", "إدلب"]),
        ("قصف بحمص ودرعا والقنيطرة", ["حمص", "درعا", "القنيطرة"]),
        ("في خانيونس وفي خان يونس", ["خانيونس", "خان يونس"]),
        ("أغلقت السلطات مطار دمشق الدولي", ["مطار دمشق الدولي"]),
        ("حصار مخيم جباليا وحي الشجاعية", ["مخيم جباليا", "حي الشجاعية"]),
        ("عبر السفينة مضيق هرمز", ["مضيق هرمز"]),
        ("أعمال عنف في #غزة", ["غزة"]),
    ],
)
def test_place_is_found(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "أغلق الحارس الباب ثم فتح الباب",
        "في الباب ورقة صغيرة",
        "فقد عين الماء وعلى عين الطريق",
        "حقق الفريق نصر اليوم",
        "قال محمد الحلبي إن الأمر بسيط",
        "تحدث عبد الله البغدادي في كلمة قصيرة",
        "نشرت الصحيفة في صور الحادث ما جرى",
        "في مدينة جديدة بعيدة",
        "كان صبياً حين رحل",
        "ولد في مسقط رأسه وعاش فيه",
        "قالت فاطمة إن العدد كبير",
        "في العديد من المناطق",
        "خسر مانشستر يونايتد المباراة",
        "وصل جده إلى البيت",
    ],
)
def test_other_word_is_no_place(text: str) -> None:
    assert named(text) == []


def test_common_word_is_a_place_after_its_head_noun() -> None:
    assert named("اشتباكات في مدينة الباب بريف حلب") == ["الباب", "حلب"]


def test_common_word_is_a_place_before_the_larger_place() -> None:
    assert named("وقتل اثنان في الباب شرق حلب") == ["الباب", "حلب"]


def test_common_word_is_a_place_in_a_list_of_places() -> None:
    assert named("غارات على الخيام وكفركلا في لبنان") == ["الخيام", "كفركلا", "لبنان"]
    assert named("قرى كفركلا والعديسة والخيام في لبنان")[:3] == ["كفركلا", "العديسة", "الخيام"]


def test_common_word_is_a_place_where_the_document_has_it_with_its_head_noun() -> None:
    text = "سيطر الفصيل السوري على مدينة الباب.\nوساد الهدوء في الباب أمس."
    assert named(text) == ["الباب", "الباب"]


def test_paper_in_quotation_marks_is_no_place() -> None:
    assert named("وقال سالم الحداد لـ«الشرق الأوسط» إن الأمر بسيط") == []
    assert named("قال خبير في صحيفة الرياض") == []


def test_name_that_no_table_has_is_a_place_after_its_head_noun() -> None:
    (village, governorate) = mentions("وقع الحادث في قرية الزبرجة بريف حلب")
    assert (village.id, village.candidates, village.within) == (None, (), 1)
    assert governorate.name_en == "Aleppo Governorate"


def test_unknown_word_after_another_word_is_no_place() -> None:
    assert named("وقع الحادث في الزبرجة") == []


def test_span_leaves_out_clitics_and_head_noun() -> None:
    text = "وبمحافظة دير الزور"
    (mention,) = mentions(text)
    assert (mention.span.of(text), mention.whole.of(text)) == ("دير الزور", "وبمحافظة دير الزور")


@pytest.mark.parametrize(
    ("text", "locative"),
    [("انفجار في دمشق", True), ("شمال دمشق", True), ("رفضت دمشق الاقتراح", False), ("أدان موقف دمشق", False)],
)
def test_what_happens_there_is_told_from_who_acts(text: str, locative: bool) -> None:
    (mention,) = mentions(text)
    assert mention.locative is locative


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وصل الوفد إلى القنصلية السعودية في إسطنبول", ["إسطنبول"]),
        ("أعلنت السعودية فتح سفارة السعودية في دمشق", ["السعودية", "السعودية", "دمشق"]),
        ("قتل المسلحون جنديا روسيا في حلب", ["حلب"]),
        ("زار وفد من روسيا مدينة حلب", ["روسيا", "حلب"]),
        ("انسحبت القوات من شمال البلاد", []),
    ],
)
def test_adjective_of_a_state_is_no_place(text: str, names: list[str]) -> None:
    assert named(text) == names
