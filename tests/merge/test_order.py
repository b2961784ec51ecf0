"""The same documents give the same threads in any order, all at once or one by one."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.stories import bare, toll

from isnad.merge import KEPT, Link, Profile, Thread, compare, components, threads
from isnad.merge.records import Incident

_WORDS = [f"كلمة{n}" for n in range(14)]


@st.composite
def _profiles(draw: st.DrawFn) -> list[Profile]:
    """Small reports of two weeks that share words, days and tolls."""
    found = []
    for number in range(draw(st.integers(2, 9))):
        words = draw(st.lists(st.sampled_from(_WORDS), min_size=2, max_size=6, unique=True))
        day = f"2018-05-{draw(st.integers(1, 14)):02}"
        said = draw(st.sampled_from([day, "2018-05-04", None]))
        incident = Incident(
            type="ASSAULT", day=said, place=None, name_en=None, country=None, lat=None, lon=None, weight=1.0
        )
        share = round(len(words) ** -0.5, 4)
        found.append(
            bare(
                f"d{number}", toll(draw(st.integers(1, 30)), day=said), time=f"{day}T10:00+00:00",
                outlet=draw(st.sampled_from("ab")), words=tuple((w, share) for w in sorted(words)),
                incidents=(incident,),
            )
        )  # fmt: skip
    return found


def _batch(profiles: list[Profile]) -> list[Thread]:
    return threads(profiles, compare(profiles))


@settings(max_examples=60, deadline=None)
@given(_profiles(), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(profiles: list[Profile], random: Random) -> None:
    shuffled = list(profiles)
    random.shuffle(shuffled)
    assert _batch(shuffled) == _batch(profiles)


@settings(max_examples=60, deadline=None)
@given(_profiles())
def test_one_by_one_equals_all_at_once(profiles: list[Profile]) -> None:
    links: list[Link] = []
    for number, profile in enumerate(profiles):
        links.extend(compare([profile], profiles[:number]))
    by_id = {profile.id: profile for profile in profiles}
    found: list[Thread] = []
    for part in components(by_id, ((x.a, x.b) for x in links if x.score >= KEPT)):
        inner = [x for x in links if x.a in part]
        found.extend(threads([by_id[id] for id in part], inner))
    assert sorted(found, key=lambda t: t.id) == _batch(profiles)


@settings(max_examples=60, deadline=None)
@given(_profiles())
def test_a_document_tells_of_one_event_and_one_pair_has_one_relation(profiles: list[Profile]) -> None:
    found = _batch(profiles)
    about = [d.id for thread in found for d in thread.documents if d.role == "about"]
    assert sorted(about) == sorted(p.id for p in profiles)
    for thread in found:
        pairs = [frozenset((r.a, r.b)) for r in thread.relations]
        assert len(pairs) == len(set(pairs))
