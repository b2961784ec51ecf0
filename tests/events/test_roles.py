"""Who did it to whom, by construction."""

from __future__ import annotations

from tests.events.happening import happened


def test_verb_before_subject_and_object() -> None:
    (event,) = happened("قصف الجيش السوري مواقع المسلحين في حلب.")
    assert (event.type, event.actor, event.recipient) == ("ASSAULT", "الجيش السوري", "مواقع المسلحين")
    assert event.actor_country == "SYR"


def test_subject_before_its_verb() -> None:
    (event,) = happened("الجيش العراقي قصف مواقع المسلحين في الرمادي.")
    assert (event.actor, event.actor_country) == ("الجيش العراقي", "IRQ")


def test_passive_names_its_doer_behind_a_marker() -> None:
    (event,) = happened("قُتل عشرة ناشطين أتراك على يد قوات إسرائيلية.")
    assert (event.actor_country, event.recipient_country) == ("ISR", "TUR")


def test_one_noun_phrase_after_a_verb_of_killing_is_the_killed() -> None:
    (event,) = happened("قتل ثلاثة جنود أتراك قرب عفرين.")
    assert (event.actor, event.recipient_country) == ("", "TUR")


def test_state_adjective_on_the_noun_is_the_doer() -> None:
    (event,) = happened("غارة إسرائيلية على مخيم للاجئين في لبنان.")
    assert (event.type, event.mode, event.actor_country) == ("ASSAULT", "aerial", "ISR")


def test_light_verb_gives_its_subject_to_the_noun() -> None:
    (event,) = happened("شن الجيش المصري هجوما على مسلحين في سيناء.")
    assert (event.mentions, event.actor) == (("هجوما",), "الجيش المصري")


def test_light_verb_of_suffering_gives_the_recipient() -> None:
    (event,) = happened("تعرض موكب الوزير العراقي لهجوم مسلح قرب بعقوبة.")
    assert (event.actor, event.recipient) == ("", "موكب الوزير العراقي")


def test_both_sides_after_between() -> None:
    (event,) = happened("اندلعت اشتباكات عنيفة بين الجيش اللبناني ومسلحين قرب الحدود.")
    assert (event.actor, event.recipient) == ("الجيش اللبناني", "مسلحين")


def test_counterpart_is_the_other_side() -> None:
    (event,) = happened("التقى الوزير العراقي سالم الحداد نظيره التركي كريم النجار في أنقرة.")
    assert (event.type, event.actor_country, event.recipient_country) == ("CONSULT", "IRQ", "TUR")


def test_relative_clause_tells_the_noun_before_it() -> None:
    (event,) = happened("مقتل خمسين شخصا في انفجار استهدف تجمعا دينيا في باكستان.")
    assert set(event.mentions) == {"مقتل", "انفجار", "استهدف"}
    assert (event.actor, event.recipient) == ("", "تجمعا دينيا")


def test_event_without_a_doer_is_kept() -> None:
    (event,) = happened("هز انفجار وسط بغداد مساء الأحد.")
    assert (event.type, event.actor, event.date) == ("ASSAULT", "", "2018-09-30")


def test_body_of_many_states_has_no_country() -> None:
    (event,) = happened("قصفت طائرات التحالف مواقع المسلحين في تعز.")
    assert event.actor_country is None
    assert event.recipient_country == "YEM"
