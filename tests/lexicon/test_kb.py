"""The knowledge base: offices, who held them on a day, and the rules of its tables."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.lexicon import lint_kb
from isnad.lexicon.kb.base import base, build, holder, holders, offices_named, persons_named, terms_of
from isnad.lexicon.kb.entries import OfficeEntry, PersonEntry, Role, Tables, TermEntry, packaged
from isnad.lexicon.kb.when import Period
from isnad.text import fold

MINISTER = Role(id="foreign-minister", name_en="Foreign Minister", sector="GOV", titles=("وزير الخارجية",))
SALIM = PersonEntry(id="salim-haddad", name="سالم الحداد", name_en="Salim Haddad", country="OMN")
NADIA = PersonEntry(id="nadia-saqr", name="نادية الصقر", name_en="Nadia Saqr", country="OMN", aliases=("ناديا الصقر",))
OFFICE = "omn-foreign-minister"


def term(person: str, start: str | None, end: str | None, day: str, *, acting: bool = False) -> TermEntry:
    """A term of an invented minister, attested by one article of that day."""
    return TermEntry(person=person, office=OFFICE, start=start, end=end, acting=acting, attested={"news/1": day})


def tables(*terms: TermEntry) -> Tables:
    """Tables of one role, two people and these terms."""
    return Tables(roles=(MINISTER,), persons=(SALIM, NADIA), terms=terms)


def named(phrase: str, state: str | None = None) -> list[str]:
    """The ids of the offices that the phrase names."""
    return [office.id for found in offices_named(fold(phrase).split(), state) for office in found.offices]


def test_the_packaged_tables_keep_the_rules() -> None:
    assert lint_kb.problems() == []


def test_there_are_enough_terms_and_each_stands_on_an_article() -> None:
    terms = packaged().terms
    assert len(terms) >= 400
    assert all(entry.attested for entry in terms)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("وزير الخارجية الروسي", ["rus-foreign-minister"]),
        ("وزيرة الخارجية الأميركية", ["usa-secretary-of-state"]),
        ("رئيس وزراء حكومة صنعاء", ["yem-sanaa-prime-minister"]),
        ("الأمين العام للأمم المتحدة", ["un-sg"]),
        ("المتحدث باسم الكرملين", ["rus-kremlin-spokesperson"]),
        ("الزعيم الكوري الشمالي", ["prk-leader"]),
        ("الرئيس الكوري الجنوبي", ["kor-president"]),
        ("وزير الدفاع عن البيئة", []),
    ],
)
def test_an_office_is_named_by_its_words(phrase: str, expected: list[str]) -> None:
    assert named(phrase) == expected


def test_a_title_without_a_state_needs_the_state_of_the_story() -> None:
    assert named("وزير الخارجية") == []
    assert named("وزير الخارجية", "TUR") == ["tur-foreign-minister"]


@pytest.mark.parametrize(
    ("office", "day", "expected"),
    [
        ("usa-secretary-of-state", date(2015, 8, 1), "john-kerry"),
        ("usa-secretary-of-state", date(2018, 7, 1), "mike-pompeo"),
        ("usa-secretary-of-state", date(2024, 2, 1), "antony-blinken"),
        ("irn-president", date(2018, 5, 1), "hassan-rouhani"),
        ("irn-president", date(2023, 5, 1), "ebrahim-raisi"),
    ],
)
def test_the_holder_of_an_office_depends_on_the_day(office: str, day: date, expected: str) -> None:
    found = holder(office, day)
    assert found is not None
    assert found.person.id == expected


def test_nobody_holds_an_office_before_the_first_known_term() -> None:
    assert holder("usa-secretary-of-state", date(1950, 1, 1)) is None
    assert holders("no-such-office", date(2020, 1, 1)) == ()


def test_an_office_with_several_holders_names_nobody_by_itself() -> None:
    assert holder("rus-deputy-foreign-minister", date(2018, 5, 1)) is None
    assert len(holders("rus-deputy-foreign-minister", date(2018, 5, 1))) > 1


def test_a_person_is_found_under_every_spelling() -> None:
    for name in ("سيرغي لافروف", "سيرجي لافروف"):
        assert [person.id for person, _ in persons_named(fold(name).split())] == ["sergey-lavrov"]
    assert persons_named(fold("سالم الحداد").split()) == ()


def test_a_person_has_the_terms_of_all_offices() -> None:
    offices = {found.office for found in terms_of("adel-al-jubeir")}
    assert {"sau-foreign-minister", "sau-foreign-affairs-state-minister"} >= offices >= {"sau-foreign-minister"}


def test_a_role_with_a_state_is_an_office_without_an_entry() -> None:
    known = build(tables(term("salim-haddad", "2015", None, "2016-01-01")))
    assert known.offices[OFFICE].country == "OMN"
    assert known.of_role["foreign-minister"]["OMN"] == (OFFICE,)


def test_an_unknown_end_reaches_as_far_as_somebody_saw() -> None:
    period = Period("2015-01-01", None, (date(2016, 1, 1), date(2017, 1, 1)))
    assert period.holds(date(2016, 6, 1)) == "surely"
    assert period.holds(date(2019, 1, 1)) == "perhaps"


@pytest.mark.parametrize(
    ("terms", "fault"),
    [
        ((term("salim-haddad", "2015", "2018", "2019-01-01"),), "outside the term"),
        ((term("salim-haddad", "2018", "2015", "2016-01-01"),), "ends before it starts"),
        ((term("salim-haddad", "soon", "2015", "2015-01-01"),), "a date must be"),
        ((term("layla-najjar", "2015", "2018", "2016-01-01"),), "no such person"),
        (
            (term("salim-haddad", "2015", "2018", "2016-01-01"), term("nadia-saqr", "2017", "2020", "2019-01-01")),
            "at the same time",
        ),
    ],
)
def test_the_lint_refuses_a_term(terms: tuple[TermEntry, ...], fault: str) -> None:
    assert any(fault in problem for problem in lint_kb.problems_of(tables(*terms)))


def test_who_acts_for_the_holder_may_overlap_and_a_hand_over_has_a_common_day() -> None:
    first = term("salim-haddad", "2015-01-01", "2018-03-01", "2016-01-01")
    acting = term("nadia-saqr", "2016-01-01", "2016-02-01", "2016-01-10", acting=True)
    following = term("nadia-saqr", "2018-03-01", "2020-01-01", "2019-01-01")
    assert list(lint_kb.problems_of(tables(first, acting, following))) == []


def test_the_lint_refuses_unknown_names_and_double_ids() -> None:
    office = OfficeEntry(id="Nowhere", role="no-role", country="ZZZ")
    broken = Tables(roles=(MINISTER, MINISTER), offices=(office,), persons=(SALIM,))
    text = "\n".join(lint_kb.problems_of(broken))
    for fault in ("stands 2 times", "unknown country ZZZ", "unknown role no-role"):
        assert fault in text


def test_every_term_leads_to_an_office_and_a_person() -> None:
    known = base()
    assert all(found.office in known.offices and found.person in known.persons for found in known.terms)
