"""How far two documents tell of the same real event, with the sentence that says why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from isnad.merge.days import iso, ordinal
from isnad.merge.records import Judgement, Link, Profile
from isnad.merge.scene import FAR, NEAR, Scene, common_day, nearest, scene
from isnad.merge.wording import alike

WINDOW = 6  # days between the publication of two documents that may be linked
SAME = 0.6  # the score from which two documents are held to tell of one event
UNSURE = 0.4  # from which it is worth asking
_SHOWN = 4  # words in the reason
_TELLING = 5  # victims from which a shared toll is hardly chance
# A logistic score of what two documents share, fitted by hand on labelled pairs.
_BIAS, _WORDING, _TITLE = -4.2, 17.0, 2.2
_DAY, _OTHER_DAY, _GAP = 0.9, 1.0, 0.18
_PLACE, _OTHER_PLACE, _TOLL = 0.5, 0.8, 0.6


class Told(NamedTuple):
    """A profile with what is counted from it once for all comparisons."""

    profile: Profile
    words: Mapping[str, float]
    title: frozenset[str]
    scene: Scene
    figures: frozenset[tuple[str, int]]
    published: int | None


def told(profile: Profile) -> Told:
    """The profile, ready to be compared."""
    return Told(
        profile=profile,
        words=dict(profile.words),
        title=frozenset(profile.title),
        scene=scene(profile),
        figures=frozenset((t.measure, t.value) for t in profile.tolls if t.value is not None and t.value >= _TELLING),
        published=ordinal(profile.day) if profile.day is not None else None,
    )


def link(a: Told, b: Told) -> Link | None:
    """The link of two documents, None where nothing speaks for one event."""
    if a.profile.id > b.profile.id:
        a, b = b, a
    gap = abs(a.published - b.published) if a.published is not None and b.published is not None else 0
    if gap > WINDOW:
        return None
    wording = alike(a.words, b.words)
    if wording < 0.08:
        return None
    titles = len(a.title & b.title) / (min(len(a.title), len(b.title)) or 1)
    score = _BIAS + _WORDING * wording + _TITLE * titles * wording * 3 - _GAP * gap
    shared, day = common_day(a.scene.days, b.scene.days)
    score += _DAY * shared if day is not None else -_OTHER_DAY
    kilometres = nearest(a.scene, b.scene)
    if kilometres is not None:
        score += _PLACE if kilometres <= NEAR else -_OTHER_PLACE if kilometres > FAR else 0.0
    figures = a.figures & b.figures
    score += _TOLL * min(len(figures), 2)
    chance = 1 / (1 + 2.718281828**-score)
    if chance < UNSURE:
        return None
    return Link(
        a=a.profile.id,
        b=b.profile.id,
        score=round(chance, 3),
        judgement=_judged(chance),
        why=_why(a, b, wording, day, kilometres, figures),
    )


def _judged(chance: float) -> Judgement:
    return "same" if chance >= SAME else "unsure"


def _why(
    a: Told, b: Told, wording: float, day: int | None, kilometres: float | None, figures: frozenset[tuple[str, int]]
) -> str:
    """The reason of a link as a sentence."""
    shared = sorted(a.words.keys() & b.words.keys(), key=lambda w: (-a.words[w] * b.words[w], w))[:_SHOWN]
    reasons = [f"wording {wording:.2f} ({', '.join(shared)})"]
    reasons.append(f"both speak of {iso(day)}" if day is not None else "no day in common")
    if kilometres is not None:
        reasons.append(f"places {kilometres:.0f} km apart")
    reasons.extend(f"both give {value} {measure}" for measure, value in sorted(figures)[:2])
    return "; ".join(reasons)
