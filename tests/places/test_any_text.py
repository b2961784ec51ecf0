"""What holds for every text: spans in range, the same answer twice, and places either resolved or open."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from isnad.places import find_places
from isnad.text import Reading, View

_WORDS = [
    "في", "بـ", "مدينة", "قرية", "ريف", "محافظة", "شمال", "،", ".", "\n", "(", ")", "«", "»", "#", "_", "و", "الباب",
    "دمشق", "وحلب", "طرابلس", "الليبية", "بدير", "الزور", "تل", "أبيض", "قال", "محمد", "صور", "عمان", "زبرج",
]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join) | st.text(max_size=200))
def test_mentions_are_sound(text: str) -> None:
    found = find_places(Reading(View(text)))
    assert found == find_places(Reading(View(text)))
    for number, mention in enumerate(found):
        assert 0 <= mention.whole.start <= mention.span.start < mention.span.end <= len(text)
        assert mention.whole.end == mention.span.end
        assert mention.why
        assert (mention.id is None) == (mention.name_en is None)
        assert mention.id is None or not mention.candidates
        assert mention.within is None or number < mention.within < len(found)
    spans = [mention.span for mention in found]
    assert spans == sorted(spans)
    assert all(not a.overlaps(b) for a, b in itertools.pairwise(spans))
