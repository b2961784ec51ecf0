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


def test_object_behind_a_comma() -> None:
    (event,) = happened("شنت إسرائيل غارات داخل الأراضي السورية، على مواقع لقوات إيرانية.")
    assert event.recipient == "مواقع لقوات إيرانية"


def test_another_clause_behind_a_comma_gives_no_object() -> None:
    (event, *_) = happened("شنت إسرائيل غارات أمس، وعاد الهدوء على جانبي الحدود السورية.")
    assert event.recipient == ""


def test_plural_that_keeps_its_nun_ends_before_the_object() -> None:
    (event,) = happened("هاجم مسلحون قرى إلى الشمال من حلب.")
    assert (event.actor, event.recipient) == ("مسلحون", "قرى")


def test_verb_in_the_dual_has_its_subject_behind_it() -> None:
    (event,) = happened("نفذت القوات اليمنية عمليتين، اثنتان منها استهدفتا مدمرتين أمريكيتين.")
    assert (event.actor_country, event.recipient_country) == ("YEM", "USA")


def test_adjective_of_the_plane_is_not_the_doer() -> None:
    (event,) = happened("تمكن الجيش اليمني من إسقاط طائرة أمريكية.")
    assert event.recipient_country == "USA"
    assert event.actor_country != "USA"


def test_letter_comes_from_its_sender() -> None:
    (event,) = happened("تلقى الملك الأردني رسالة من الرئيس الصيني.")
    assert (event.actor_country, event.recipient_country) == ("CHN", "JOR")


def test_subject_between_verb_and_the_object_that_it_needs() -> None:
    (event,) = happened("رفعت واشنطن العقوبات عن السودان.")
    assert (event.type, event.actor_country, event.recipient_country) == ("RETREAT", "USA", "SDN")
    assert event.mentions == ("رفعت", "العقوبات")


def test_who_condemns_a_deed_does_not_do_it() -> None:
    deeds = [e for e in happened("ندد الوزير المصري بقصف المدنيين في غزة.") if e.type == "ASSAULT"]
    assert [(e.actor, e.recipient) for e in deeds] == [("", "المدنيين")]


def test_who_is_accused_of_a_deed_does_it() -> None:
    deeds = [e for e in happened("اتهمت واشنطن إيران بقصف السفينة.") if e.type == "ASSAULT"]
    assert [e.actor_country for e in deeds] == ["IRN"]
