"""Blame, denial and loaded words in a document."""

from __future__ import annotations

from tests.merge.stories import told


def test_an_accusation_and_the_denial() -> None:
    text = (
        "تبادل الاتهامات بعد الانفجار\n\n"
        "اتهم وزير الداخلية سالم الحداد حركة حماس بتدبير الانفجار.\n"
        "ونفت حركة حماس أن تكون لها صلة بالانفجار.\n"
    )
    found = {(b.stance, b.by == b.blamed) for b in told("a", text).blame}
    assert ("denies", True) in found


def test_a_condemned_deed_is_nobody_who_is_blamed() -> None:
    text = "إدانة\n\nدان وزير الداخلية سالم الحداد الهجوم على السوق.\n"
    assert not [b for b in told("a", text).blame if b.stance == "asserts"]


def test_terms_of_the_outlet_and_of_a_quotation_are_told_apart() -> None:
    text = 'قتلى في الوادي\n\nسقط ثلاثة قتلى في الوادي. وقال سالم الحداد: "لن ننسى الشهداء".\n'
    found = {(t.term, t.quoted) for t in told("a", text).terms if t.slot == "victims"}
    assert ("شهيد", True) in found
    assert ("قتيل", False) in found


def test_a_credited_agency_is_known_from_the_source_line() -> None:
    text = "انفجار في الوادي\n\nهز انفجار كبير سوق الوادي صباح الثلاثاء وسقط فيه جرحى كثيرون.\nالمصدر: رويترز\n"
    assert [c.outlet for c in told("a", text).credits if c.whole] == ["reuters"]
