"""Merging: which documents carry one text, which tell of one event, and what they count there.

Everything is a pure function of profiles, and a profile of one document's analysis. Adding documents needs no more
than `compare` of the new ones with those of nearby days, and the components that the new links touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from isnad.merge.blocks import Blocks
from isnad.merge.cut import NO_RULINGS, Rulings, components, judged
from isnad.merge.ledger import POLICIES, Policy
from isnad.merge.links import UNSURE as KEPT
from isnad.merge.links import WINDOW, Told, link, told
from isnad.merge.origins import copies
from isnad.merge.profile import profile
from isnad.merge.records import Link, Profile, Reuse, Thread
from isnad.merge.shingles import prints
from isnad.merge.threads import Grouping, groupings, renamed, thread, threads
from isnad.records import Block
from isnad.text import View

__all__ = [
    "KEPT", "NO_RULINGS", "POLICIES", "WINDOW", "Grouping", "Link", "Policy", "Profile", "Reuse", "Rulings", "Thread",
    "Told", "captured", "compare", "components", "copies", "decode", "encode", "groupings", "judged", "printed",
    "profile", "renamed", "thread", "threads", "told",
]  # fmt: skip

_DECODER = msgspec.json.Decoder(Profile)
_ENCODER = msgspec.json.Encoder()


def encode(value: Profile | Thread) -> bytes:
    """A thread as JSON, or a profile without what its capture and text give again: names and hashes."""
    if isinstance(value, Profile):
        value = replace(value, id="", sha256="", url=None, shingles=(), lead=(), bands=())
    return _ENCODER.encode(value)


def decode(body: bytes, *, id: str, sha256: str, url: str | None) -> Profile:
    """The profile that `encode` wrote, under its names; for origins `printed` must fill in its hashes."""
    return replace(_DECODER.decode(body), id=id, sha256=sha256, url=url)


def printed(profile: Profile, text: str, blocks: Sequence[Block]) -> Profile:
    """The profile with the hashes of its text, by which words in common are found."""
    return replace(profile, **prints(View(text), blocks)._asdict())


def captured(profile: Profile, *, id: str, url: str | None = None, time: str | None = None) -> Profile:
    """The profile for one capture of its text: under the capture's id, and published when the text says, else then."""
    known = profile.time if profile.time is not None and len(profile.time) > len("2018-01-01") else None
    when = known or time or profile.time
    return replace(profile, id=id, url=url, time=when, day=when[:10] if when is not None else profile.day)


def compare(new: Iterable[Profile], old: Iterable[Profile] = ()) -> list[Link]:
    """The links of all pairs with at least one new document, in the order of their ids; `old` are those that the
    project holds of the days up to `WINDOW` away from a new one."""
    blocks = Blocks()
    for one in old:
        blocks.add(told(one))
    found: list[Link] = []
    for one in new:
        document = told(one)
        found.extend(made for other in blocks.near(document) if (made := link(document, other)) is not None)
        blocks.add(document)
    return sorted(found, key=lambda made: (made.a, made.b))
