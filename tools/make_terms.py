"""Writes persons.yaml and terms.yaml of the knowledge base from the reviewed table of holders and the corpus.

    python tools/make_terms.py APPOSITIONS.jsonl ... [--check]

`data/kb/holders.tsv` is written by hand: who held which office from when to when. A row becomes a term only where the
corpus attests it: an article dated inside the term that names office and person side by side. Each line of
APPOSITIONS is one article: {"id": ..., "d": ISO date or null, "r": [[phrase, first, end, country, name], ...]} with
the folded words of a phrase, the place of the name among them, and the name as written. Rows that nothing attests are
printed. With --check nothing is written; the exit status is 1 where the files differ.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from isnad.lexicon import load
from isnad.lexicon.kb.base import Base, Office, build, person_key
from isnad.lexicon.kb.entries import GOVERNMENTS, OFFICES, ROLES, Government, OfficeEntry, Role, Tables, TermEntry
from isnad.lexicon.kb.titles import OfficeWords, read_offices
from isnad.lexicon.kb.when import Period
from isnad.text import fold

_WEAK = re.compile("[اويهءىةئؤ]")
_SOUNDS = str.maketrans("غجقخسصزثذظدضطف", "كككك" + "س" * 6 + "تتت" + "ب")
_LETTERS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_MOST = 3  # articles a term


class Seen(NamedTuple):
    """An office and a name side by side in an article."""

    words: OfficeWords
    sounds: tuple[str, ...]
    name: str
    day: date
    article: str


@lru_cache(maxsize=None)
def sounds(name: str) -> tuple[str, ...]:
    """The words of a name by the consonants that all its spellings share: «غالانت» and «جالنت» are one."""
    words = (_WEAK.sub("", re.sub("^ال(?=..)", "", w)).translate(_SOUNDS) for w in fold(name).split())
    return tuple(re.sub(r"(.)\1+", r"\1", w) for w in words if w and w not in ("بن", "ابن"))


def appositions(paths: list[str], known: Base) -> Iterator[Seen]:
    """All offices beside a name of two words or more; former and elected holders are left out."""
    read = lru_cache(maxsize=None)(lambda words: read_offices(words, known.titles))
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            article = json.loads(line)
            if article["d"] is None:
                continue
            for phrase, first, end, _, name in article["r"]:
                words = tuple(phrase.split())
                beside = (words[:first], words[end:])
                for office in (o for part in beside if part and end - first > 1 for o in read(part)):
                    if not (office.former or office.elect):
                        clean = " ".join(name.replace("#", " ").split())
                        yield Seen(office, sounds(clean), clean, date.fromisoformat(article["d"]), article["id"])


def means(words: OfficeWords, office: Office, rivals: set[str]) -> bool:
    """Whether the words may name the office: its title, and no other state or government."""
    if not any(m.id == (office.role if m.role else office.id) for m in words.meanings):
        return False
    if office.government in rivals or words.government in rivals:
        return words.government == office.government
    return words.state in (None, office.country)


def same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of the names is the other, or its beginning, or its first and last word."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return "".join(one) == "".join(other)
    return "".join(one) == "".join(other) or long[: len(short)] == short or (long[0], long[-1]) == short


def chosen(found: list[Seen]) -> dict[str, str]:
    """The first, the last and a middle article, those that name the state preferred."""
    rows = sorted({(s.day.isoformat(), s.article) for s in found if s.words.state}) or sorted(
        {(s.day.isoformat(), s.article) for s in found}
    )
    picks = [rows[0], rows[len(rows) // 2], rows[-1]][:_MOST]
    return {article: day for day, article in sorted(set(picks))}


class Row(NamedTuple):
    """A line of holders.tsv; `names` are the Arabic name and its other spellings."""

    office: str
    person: str
    names: tuple[str, ...]
    name_en: str
    country: str | None
    start: str | None
    end: str | None
    acting: bool


def rows(text: str) -> list[Row]:
    """The lines of the table; who was named before may go without names."""
    result: list[Row] = []
    known: dict[str, Row] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        office, person, names, name_en, country, start, end, note = (line + "\t" * 7).split("\t")[:8]
        told = known.get(person)
        row = Row(
            office,
            person,
            tuple(n.strip() for n in names.split("|")) if names else told.names if told else (),
            name_en or (told.name_en if told else ""),
            country or (told.country if told else None),
            start or None,
            end or None,
            note == "acting",
        )
        if not row.names or not row.name_en:
            raise SystemExit(f"holders.tsv: {person} ({office}): a name is missing")
        known.setdefault(person, row)
        result.append(row)
    return result


def main() -> int:
    """Reads the table and the appositions and writes the two files."""
    check = "--check" in sys.argv
    folder = load.DATA / "kb"
    table = rows((folder / "holders.tsv").read_text("utf-8"))
    tables = Tables(
        load.entries(ROLES, Role),
        load.entries(GOVERNMENTS, Government),
        load.entries(OFFICES, OfficeEntry),
        terms=tuple(TermEntry(person=r.person, office=r.office) for r in table),
    )
    known = build(tables)
    rivals = {g.id for g in tables.governments if g.rival}
    by_meaning: dict[str, list[Seen]] = {}
    for seen in appositions([a for a in sys.argv[1:] if a != "--check"], known):
        for meaning in {m.id for m in seen.words.meanings}:
            by_meaning.setdefault(meaning, []).append(seen)
    people: dict[str, Row] = {}
    spelt: dict[str, Counter[str]] = {}
    terms: list[str] = []
    for row in table:
        office = known.offices[row.office]
        period = Period(row.start, row.end)
        sets = {sounds(name) for name in row.names}
        found = [
            s
            for s in {*by_meaning.get(office.id, ()), *by_meaning.get(office.role or "", ())}
            if period.holds(s.day) != "no"
            and any(same(s.sounds, one) for one in sets)
            and means(s.words, office, rivals)
        ]
        if not found:
            print(f"not attested: {row.office} {row.person}")
            continue
        people.setdefault(row.person, row)
        spelt.setdefault(row.person, Counter()).update(s.name for s in found if s.sounds in sets or is_part(s, sets))
        terms.append(term_line(row, chosen(found)))
    texts = {
        "persons.yaml": "".join(person_line(row, spelt[row.person]) for row in people.values()),
        "terms.yaml": "".join(terms),
    }
    print(f"{len(terms)} terms of {len(people)} people")
    differ = [name for name, text in texts.items() if (folder / name).read_text("utf-8") != text]
    for name in () if check else differ:
        (folder / name).write_text(texts[name], "utf-8")
    return int(check and bool(differ))


def is_part(seen: Seen, sets: set[tuple[str, ...]]) -> bool:
    """Whether the name is one of the known ones with a word of it left out, never with one added."""
    return any(len(seen.sounds) < len(one) and same(seen.sounds, one) for one in sets)


def person_line(row: Row, spelt: Counter[str]) -> str:
    """The YAML line of a person: the spellings given by hand, and those that were seen twice."""
    keys = {person_key(fold(row.names[0]).split())}
    aliases: list[str] = []
    for name in (*row.names[1:], *(n for n, times in sorted(spelt.items()) if times > 1 and _LETTERS.fullmatch(n))):
        key = person_key(fold(name).split())
        if key not in keys:
            keys.add(key)
            aliases.append(name)
    more = f", aliases: [{', '.join(aliases)}]" if aliases else ""
    country = f", country: {row.country}" if row.country else ""
    return f"- {{id: {row.person}, name: {row.names[0]}, name_en: {json.dumps(row.name_en)}{country}{more}}}\n"


def term_line(row: Row, attested: dict[str, str]) -> str:
    """The YAML line of a term."""
    dates = "".join(f', {key}: "{day}"' for key, day in (("start", row.start), ("end", row.end)) if day)
    acting = ", acting: true" if row.acting else ""
    return f"- {{person: {row.person}, office: {row.office}{dates}{acting}, attested: {json.dumps(attested)}}}\n"


if __name__ == "__main__":
    raise SystemExit(main())
