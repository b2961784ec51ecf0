"""Inflected spellings against the paradigms of the grammar books."""

from __future__ import annotations

import pytest

from isnad.errors import LexiconError
from isnad.lexicon.morphology import Inflection, Tense, Verb, citation, inflect, noun, spell

SAY = Verb(root="قول", form="I", masdar=("قول",))
POINT = Verb(root="شور", form="IV")
CALL = Verb(root="دعو", form="I", masdar=("دعوة", "دعاء"))
DENY = Verb(root="نفي", form="I", present="i", masdar=("نفي",))
SEE = Verb(root="رءي", form="I", present="a", masdar=("رأي",))
SHOW = Verb(root="بدو", form="IV")
RETURN = Verb(root="ردد", form="I", masdar=("رد",))
DESCRIBE = Verb(root="وصف", form="I", present="i", masdar=("وصف",))
CONFIRM = Verb(root="ءكد", form="II")
WONDER = Verb(root="سءل", form="VI")
ASK = Verb(root="سءل", form="I", present="a", masdar=("سؤال",))
CONGRATULATE = Verb(root="هنء", form="II")
FEAR = Verb(root="خشي", form="I", past="i", present="a", masdar=("خشية",))


def spelled(verb: Verb, tense: Tense, voice: str = "active", *, short: bool = False) -> set[str]:
    return {i.spelling for i in inflect(verb) if (i.tense, i.voice, i.short) == (tense, voice, short)}


def one(verb: Verb, tense: Tense, person: int, number: str, gender: str, voice: str = "active") -> str:
    wanted = (tense, person, number, gender, voice, False)
    return next(
        i.spelling for i in inflect(verb) if (i.tense, i.person, i.number, i.gender, i.voice, i.short) == wanted
    )


@pytest.mark.parametrize(
    ("verb", "lemma"),
    [
        (SAY, "قال"), (POINT, "أشار"), (CALL, "دعا"), (DENY, "نفى"), (SEE, "رأى"), (SHOW, "أبدى"),
        (RETURN, "رد"), (DESCRIBE, "وصف"), (CONFIRM, "أكد"), (WONDER, "تساءل"), (CONGRATULATE, "هنأ"),
        (Verb(root="طلب", form="III"), "طالب"), (Verb(root="حدث", form="V"), "تحدث"),
        (Verb(root="بني", form="V"), "تبنى"), (Verb(root="وهم", form="VIII"), "اتهم"),
        (Verb(root="دعو", form="VIII"), "ادعى"), (Verb(root="طلع", form="VIII"), "اطلع"),
        (Verb(root="ءخذ", form="VIII"), "اتخذ"), (Verb(root="نكر", form="X"), "استنكر"),
        (Verb(root="عود", form="X"), "استعاد"), (Verb(root="جوب", form="X", sound=True), "استجوب"),
        (Verb(root="طمءن", form="QI"), "طمأن"), (Verb(root="طمءن", form="QIV"), "اطمأن"),
        (Verb(root="صرر", form="IV"), "أصر"), (Verb(root="حيي", form="II"), "حيا"), (FEAR, "خشي"),
        (Verb(root="جيء", form="I", present="i"), "جاء"), (Verb(root="صدم", form="VIII"), "اصطدم"),
        (Verb(root="زيد", form="VIII"), "ازداد"), (Verb(root="سحب", form="VII"), "انسحب"),
    ],
)  # fmt: skip
def test_root_and_form_give_the_lemma(verb: Verb, lemma: str) -> None:
    assert citation(verb) == lemma


def test_hollow_verb_shortens_before_a_consonant() -> None:
    assert one(SAY, "perfect", 3, "p", "m") == "قالوا"
    assert one(SAY, "perfect", 1, "s", "") == "قلت"
    assert one(POINT, "perfect", 1, "p", "") == "أشرنا"
    assert one(POINT, "perfect", 3, "d", "f") == "أشارتا"


def test_imperfect_has_indicative_and_subjunctive_spellings() -> None:
    forms = spelled(SAY, "imperfect")
    assert {"يقول", "تقول", "أقول", "نقول", "يقولان", "يقولا", "يقولون", "يقولوا", "يقلن", "تقولين"} <= forms
    assert "يقل" not in forms


def test_jussive_of_a_weak_verb_is_marked_short() -> None:
    assert {"يقل", "تقل"} <= spelled(SAY, "imperfect", short=True)
    assert {"ينف", "تنف"} <= spelled(DENY, "imperfect", short=True)
    assert spelled(CONFIRM, "imperfect", short=True) == set()


def test_defective_verbs() -> None:
    assert one(CALL, "perfect", 3, "d", "m") == "دعوا"
    assert one(CALL, "perfect", 3, "s", "f") == "دعت"
    assert one(DENY, "perfect", 3, "s", "f") == "نفت"
    assert one(DENY, "perfect", 1, "s", "") == "نفيت"
    assert one(CALL, "imperfect", 3, "p", "m") == "يدعون"
    assert one(SHOW, "imperfect", 3, "s", "f") == "تبدي"
    assert one(FEAR, "imperfect", 3, "s", "m") == "يخشى"
    assert one(FEAR, "perfect", 3, "p", "m") == "خشوا"


def test_see_loses_its_hamza_in_the_imperfect() -> None:
    assert one(SEE, "imperfect", 3, "s", "m") == "يرى"
    assert one(SEE, "imperfect", 3, "p", "m") == "يرون"
    assert "يرأى" not in spelled(SEE, "imperfect")


def test_doubled_verb_opens_before_a_consonant() -> None:
    assert one(RETURN, "perfect", 3, "s", "f") == "ردت"
    assert one(RETURN, "perfect", 1, "s", "") == "رددت"


def test_assimilated_verb_drops_its_first_letter_in_the_active_imperfect() -> None:
    assert one(DESCRIBE, "imperfect", 3, "s", "m") == "يصف"
    assert one(DESCRIBE, "imperfect", 3, "s", "m", "passive") == "يوصف"


@pytest.mark.parametrize(
    ("verb", "form"),
    [(SAY, "قيل"), (CALL, "دعي"), (ASK, "سئل"), (POINT, "أشير")],
)
def test_passive_of_the_perfect(verb: Verb, form: str) -> None:
    assert form in spelled(verb, "perfect", "passive")


def test_hamza_takes_the_seat_that_its_vowels_ask_for() -> None:
    assert one(CONFIRM, "imperfect", 3, "s", "m") == "يؤكد"
    assert one(WONDER, "imperfect", 3, "p", "m") == "يتساءلون"
    assert "تساؤل" in spelled(WONDER, "masdar")
    assert one(CONGRATULATE, "imperfect", 3, "s", "m") == "يهنئ"
    assert {"هنؤوا", "هنأوا", "هنئوا"} <= spelled(CONGRATULATE, "perfect")
    assert "متسائلا" in spelled(WONDER, "participle")


def test_participle_has_gender_number_and_case() -> None:
    cases = {i.spelling: (i.number, i.gender, i.case) for i in inflect(CONFIRM) if i.tense == "participle"}
    assert cases["مؤكدا"] == ("s", "m", "a")
    assert cases["مؤكدة"] == ("s", "f", "")
    assert cases["مؤكدون"] == ("p", "m", "")
    assert cases["مؤكدات"] == ("p", "f", "")
    assert {"مؤكدين", "مؤكدان", "مؤكدتين"} <= cases.keys()


def test_participles_of_weak_verbs() -> None:
    assert {"داع", "داعي", "داعيا", "داعية", "داعين"} <= spelled(CALL, "participle")
    assert {"قائلا", "قائلة", "قائلين"} <= spelled(SAY, "participle")
    assert {"نافيا", "نافية"} <= spelled(DENY, "participle")


def test_verbal_nouns_of_derived_forms() -> None:
    assert {"إشارة", "إشارات"} <= spelled(POINT, "masdar")
    assert "إبداء" in spelled(SHOW, "masdar")
    assert "تأكيدا" in spelled(CONFIRM, "masdar")
    assert "مطالبة" in spelled(Verb(root="طلب", form="III"), "masdar")
    assert "إيضاح" in spelled(Verb(root="وضح", form="IV"), "masdar")
    assert "تهنئة" in spelled(CONGRATULATE, "masdar")


def test_form_one_has_no_verbal_noun_that_is_not_given() -> None:
    assert spelled(Verb(root="كتب", form="I"), "masdar") == set()


def test_short_noun_gets_no_plural() -> None:
    assert [i.spelling for i in noun("قول")] == ["قول", "قولا"]


def test_form_before_a_pronoun() -> None:
    def joined(verb: Verb, spelling: str) -> tuple[str, ...]:
        return next(i.joined for i in inflect(verb) if i.spelling == spelling)

    assert joined(DENY, "نفى") == ("نفا",)
    assert joined(SAY, "قالوا") == ("قالو",)
    assert joined(POINT, "إشارة") == ("إشارت",)
    assert joined(SEE, "رأى") == ("رآ",)
    assert next(noun("ادعاء")).joined == ("ادعاء", "ادعاؤ", "ادعائ")


@pytest.mark.parametrize(("form", "word"), [("'Aman", "آمن"), ("'u'amin", "أؤمن"), ("ru'Us", "رؤوس"), ("ra's", "رأس")])
def test_spelling_rules(form: str, word: str) -> None:
    assert spell(form) == word


def test_all_persons_numbers_and_genders_are_there() -> None:
    def persons(tense: Tense) -> set[tuple[int, str]]:
        return {(i.person, i.number) for i in inflect(CONFIRM) if i.tense == tense}

    everyone = {(3, "s"), (3, "d"), (3, "p"), (2, "s"), (2, "d"), (2, "p"), (1, "s"), (1, "p")}
    assert persons("perfect") == persons("imperfect") == everyone
    assert persons("imperative") == {(2, "s"), (2, "d"), (2, "p")}


def test_no_form_carries_a_sign_of_the_notation() -> None:
    def latin(i: Inflection) -> bool:
        return any(c.isascii() for word in (i.spelling, *i.joined) for c in word)

    for verb in (
        SAY,
        POINT,
        CALL,
        DENY,
        SEE,
        SHOW,
        RETURN,
        DESCRIBE,
        CONFIRM,
        WONDER,
        ASK,
        CONGRATULATE,
        FEAR,
    ):
        assert not any(latin(i) for i in inflect(verb))


@pytest.mark.parametrize("verb", [Verb(root="قا", form="I"), Verb(root="طلب", form="QI"), Verb(root="abc", form="I")])
def test_wrong_root_is_refused(verb: Verb) -> None:
    with pytest.raises(LexiconError, match="consonants"):
        inflect(verb)
