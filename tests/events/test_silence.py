"""Sport, business, culture and ordinary crime say nothing of force; nor do the words of force in other senses."""

from __future__ import annotations

import pytest
from tests.events.happening import happened

_FORCE = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"}


@pytest.mark.parametrize(
    "body",
    [
        "فاز المنتخب على ضيفه بعد هجوم قوي على المرمى.",
        "سجل اللاعب هدف الفوز من ضربة جزاء في الدقيقة الأخيرة من المباراة.",
        "طرد الحكم لاعب الفريق في الشوط الثاني من المباراة.",
        "أغلق المؤشر مرتفعا وسط انفجار الأسعار في السوق.",
        "احتل الفريق المركز الأول في الدوري.",
        "خطف الفنان الأضواء في المهرجان.",
        "لقي سائق مصرعه في حادث سير على الطريق.",
        "قصف إعلامي متبادل بين الناديين قبل المباراة.",
        "تستهدف الخطة زيادة الإنتاج في الشركة.",
        "سيطر رجال الإطفاء على الحريق.",
        "مقتل عشرين شخصا في البرازيل في حريق نشب في سوق كبير.",
        "أغلق المدرب أبواب الملعب أمام الجمهور قبل المباراة.",
        "افتتحت تظاهرة سينمائية في المدينة أمس.",
        "أدى الاصطدام إلى انقلاب سيارتهما على الطريق.",
        "يقع المكتب في شارع كمال عدوان، وهو قريب من السوق.",
    ],
)
def test_ordinary_text_stays_silent(body: str) -> None:
    assert not [event for event in happened(body) if event.type in _FORCE and not event.background]


def test_every_refused_word_says_why() -> None:
    from tests.events.happening import read

    from isnad.events import refused

    reasons = refused(read("فاز المنتخب على ضيفه بعد هجوم قوي على المرمى."))
    assert any("beside it" in reason for _, reason in reasons)
