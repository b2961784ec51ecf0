"""A speaker phrase as a value: its parts, each one speaker with its offices and its name."""

from __future__ import annotations

from typing import NamedTuple

from isnad.records import Kind


class Part(NamedTuple):
    """One speaker of a phrase. Positions are token indices, half-open; `offset` code points of the first token
    are proclitics outside the phrase. `name` is the range of the proper name of a person; `titles` are the folded
    words of its offices without the article; `head` is the lemma of its head noun, "" for a bare name; `speaks` says
    that its head is known to be somebody who can speak: a person, a body, a state, a medium, a document."""

    first: int
    end: int
    offset: int
    kind: Kind
    name: tuple[int, int] | None
    head: str
    titles: frozenset[str]
    country: str | None
    number: str
    gender: str
    definite: bool
    speaks: bool


class Phrase(NamedTuple):
    """A speaker phrase: all its tokens, and the speakers that it joins with و."""

    first: int
    end: int
    offset: int
    parts: tuple[Part, ...]


def one_person(parts: list[Part]) -> tuple[Part, ...]:
    """«وزير الخارجية ونائب الرئيس سالم الحداد» is one man with two offices."""
    result = [parts[0]]
    for part in parts[1:]:
        last = result[-1]
        if last.name is None and last.definite and last.kind in ("person", "office") and part.head and part.name:
            result[-1] = part._replace(
                first=last.first, offset=last.offset, titles=last.titles | part.titles,
                country=last.country or part.country,
            )  # fmt: skip
        elif last.name is not None and last.end > last.name[1] and part.name is None and part.kind == "office":
            result[-1] = last._replace(end=part.end, titles=last.titles | part.titles)
        else:
            result.append(part)
    return tuple(result)
