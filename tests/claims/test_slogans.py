"""Slogans, headlines printed again, what a matter does, and cues whose clause stands a little off."""

from __future__ import annotations

from tests.telling import told


def _read(body: str) -> list[tuple[str, str]]:
    return [(claim.cue, claim.content) for claim in told(body)]


def test_slogan_opens_its_words() -> None:
    assert _read('وخرجت المسيرة تحت شعار "الماء حق للجميع".') == [("شعار", '"الماء حق للجميع"')]


def test_chants_open_their_words() -> None:
    assert _read('وسار المئات إلى الساحة وسط هتافات "لا لا للغلاء".') == [("هتافات", '"لا لا للغلاء"')]


def test_slogan_without_words_is_no_claim() -> None:
    assert _read("وصممت البلدية شعار المهرجان الجديد.") == []


def test_slogan_of_one_word_is_a_name() -> None:
    assert _read('وصممت البلدية شعار "النخلة" الجديد.') == []


def test_place_of_words_stands_between_a_verbal_noun_and_its_clause() -> None:
    body = "ونقلت وكالة رويترز عن سالم الحداد قوله في بيان إن المعبر مفتوح."
    assert _read(body)[1:] == [("قوله", "إن المعبر مفتوح")]


def test_place_alone_is_no_content_of_a_verbal_noun() -> None:
    assert "قوله" not in [cue for cue, _ in _read("ودان قوله في المجلس.")]


def test_participle_without_a_comma_goes_on_before_its_preposition() -> None:
    body = "وقالت الوزيرة سلوى الحداد إن الخطة تشمل إدارة سالم مشيرة إلى أن العمل يبدأ غدا."
    assert _read(body) == [("قالت", "إن الخطة تشمل إدارة سالم"), ("مشيرة", "أن العمل يبدأ غدا")]


def test_adjective_before_a_preposition_without_a_clause_is_no_cue() -> None:
    assert [cue for cue, _ in _read("وقالت الوزيرة إن لوحة مشيرة إلى السوق سقطت.")] == ["قالت"]


def test_headline_is_printed_again_behind_its_label() -> None:
    body = "فتح السوق أمس.\nرابط الخبر بصحيفة الضفة: سالم الحداد: السوق مفتوح للجميع"
    assert _read(body) == [("", "السوق مفتوح للجميع")]


def test_label_before_a_headline_is_no_speaker() -> None:
    assert _read("فتح السوق أمس.\nرابط الخبر بصحيفة الضفة: السوق مفتوح للجميع") == []


def test_matter_threatens_nobody() -> None:
    assert _read("وتوقف الوقود، الأمر الذي يهدد بتوقف العمل في المدينة.") == []


def test_somebody_judges_the_matter() -> None:
    body = 'وانتقل السكان، الأمر الذي رأى فيه الوزير "خطأ كبيرا في هذه المرحلة".'
    assert _read(body) == [("رأى", '"خطأ كبيرا في هذه المرحلة"')]


def test_knowing_is_no_saying() -> None:
    assert _read("وكان الجميع يعلم أن السوق مغلق.") == []


def test_informing_is_saying() -> None:
    assert _read("وأعلمت البلدية السكان بأن السوق مغلق.") == [("أعلمت", "بأن السوق مغلق")]


def test_going_on_and_saying_are_one_cue() -> None:
    assert _read("وتابع الوزير قائلا، إن السوق مفتوح.") == [("تابع", "إن السوق مفتوح")]


def test_replying_and_saying_have_the_participle_as_cue() -> None:
    assert _read("ورد الوزير قائلا إن السوق مفتوح.") == [("قائلا", "إن السوق مفتوح")]


def test_age_is_not_told() -> None:
    assert _read("ويسمح القانون للأشخاص الذين يبلغون 18 عاما بدخول السوق.") == []
