"""Writes persons.yaml and terms.yaml of the knowledge base from the reviewed table of holders and a corpus.

    python tools/make_terms.py CORPUS.jsonl.xz ... [--check]

`data/kb/holders.tsv` is written by hand: who held which office from when to when. A row becomes a term only where the
corpus attests it: an article dated inside the term in which the words of the office stand right before or behind the
name. Rows that nothing attests are printed. With --check nothing is written; the exit status is 1 where files differ.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from isnad.layout import read_layout
from isnad.lexicon import grammar, load
from isnad.lexicon.affixes import AND, ARTICLE
from isnad.lexicon.kb.base import Base, Office, build, person_key
from isnad.lexicon.kb.entries import GOVERNMENTS, OFFICES, ROLES, Government, OfficeEntry, Role, Tables, TermEntry
from isnad.lexicon.kb.titles import OfficeWords, only_namers, read_offices
from isnad.lexicon.kb.when import Period
from isnad.records import Document
from isnad.text import View, fold
from isnad.text.signs import COMMAS

_WEAK = re.compile("[\u0627\u0648\u064a\u0647\u0621\u0649\u0629\u0626\u0624]")
_SOUNDS = str.maketrans(
    "\u063a\u062c\u0642\u062e\u0633\u0635\u0632\u062b\u0630\u0638\u062f\u0636\u0637\u0641",
    "\u0643" * 4 + "\u0633" * 6 + "\u062a" * 3 + "\u0628",
)
_TOKEN = re.compile("[\\w\u064b-\u0652]+|[^\\w\\s]")
_LETTERS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_WINDOW = 11  # words of an office
_LONGEST = 6  # words of a name


class Seen(NamedTuple):
    """An office and a name side by side in an article."""

    words: OfficeWords
    name: str
    article: str
    day: date


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
        if not (told or (names and name_en)):
            raise SystemExit(f"holders.tsv: {person} ({office}): a name is missing")
        spelt = tuple(n.strip() for n in names.split("|")) if names else ()
        row = Row(office, person, spelt, name_en, country or None, start or None, end or None, note == "acting")
        if told:
            row = row._replace(names=told.names, name_en=told.name_en, country=told.country)
        known.setdefault(person, row)
        result.append(row)
    return result


@cache
def folded(token: str) -> str:
    """The folded token, empty where nothing of it is left."""
    return fold(token).strip()


@cache
def sound(token: str) -> str:
    """What all spellings of a word share: «غالانت» and «جالنت» sound alike. Empty for «بن» and for signs."""
    word = folded(token)
    if word in grammar.words("name-link") or not word[:1].isalnum():
        return ""
    bare = word.removeprefix(ARTICLE) if len(word) > 4 else word
    return re.sub(r"(.)\1+", r"\1", _WEAK.sub("", bare).translate(_SOUNDS))


def sounds(name: str) -> str:
    """The sounds of a whole name, joined: «عبد الله» and «عبدالله» are one."""
    return "".join(sound(token) for token in name.split())


def opening(token: str) -> str:
    """What a name's first word must share with the written one: «الأعلى» does not begin the name «علي»."""
    word = folded(token)
    lead = next((lead for lead in (ARTICLE, AND) if word.startswith(lead)), "")
    return lead + sound(token)[:3]


def names_at(tokens: list[str], i: int, wanted: dict[str, dict[str, set[str]]]) -> Iterator[tuple[int, set[str]]]:
    """The ends of the names that begin at token `i`, the longest first, with the people so called."""
    by_all = wanted.get(opening(tokens[i]))
    if not by_all or not tokens[i][0].isalnum():
        return
    found, joined = [], ""
    for end in range(i + 1, min(len(tokens), i + _LONGEST) + 1):
        if folded(tokens[end - 1]) and not folded(tokens[end - 1])[0].isalnum() and tokens[end - 1] not in "-#_":
            break
        joined += sound(tokens[end - 1])
        whole = "".join(map(folded, tokens[i:end]))  # two short words: the last word has no sounds of its own
        if end > i + 1 and joined in by_all and (sound(tokens[end - 1]) or whole in by_all):
            found.append((end, by_all[joined]))
    yield from reversed(found)


def beside(tokens: list[str], first: int, end: int, known: Base) -> list[OfficeWords]:
    """The offices right before and right behind the name; former and elected holders are left out."""
    before = tuple(w for t in tokens[max(0, first - _WINDOW) : first] if (w := folded(t)))
    behind = tuple(w for t in tokens[end : end + _WINDOW] if (w := folded(t)))
    result: list[OfficeWords] = []
    for start in range(len(before)):
        offices = read_offices(before[start:], known.titles)
        if offices and offices[0].first == 0 and only_namers(before[start + offices[-1].end :]):
            result.extend(offices)
            break
    if behind and behind[0] in (*COMMAS, "("):
        behind = behind[1:]
    offices = read_offices(behind, known.titles)
    result.extend(offices[:1] if offices and offices[0].first == 0 else ())
    return [office for office in result if not (office.former or office.elect)]


def articles(paths: list[str]) -> Iterator[dict[str, str]]:
    """The articles of the corpus, each text once."""
    texts: set[int] = set()
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                if hash(article["text"]) not in texts:
                    texts.add(hash(article["text"]))
                    yield article


def dated(article: dict[str, str]) -> date | None:
    """The day of an article."""
    known = {key: article.get(key) for key in ("url", "outlet", "crawled")}
    document = Document(id=article["id"], text=article["text"], **known)
    view = View(article["text"])
    anchor = read_layout(document, view).anchor
    return date.fromisoformat(anchor.value[:10]) if anchor else None


def attestations(paths: list[str], table: list[Row], known: Base) -> dict[str, list[Seen]]:
    """Everywhere that a person of the table stands beside an office, by person."""
    wanted: dict[str, dict[str, set[str]]] = {}
    for row in table:
        for name in row.names:
            by_all = wanted.setdefault(opening(name.split()[0]), {})
            by_all.setdefault(sounds(name), set()).add(row.person)
            by_all.setdefault("".join(map(folded, name.split())), set()).add(row.person)
    result: dict[str, list[Seen]] = defaultdict(list)
    for article in articles(paths):
        tokens = _TOKEN.findall(article["text"])
        found: list[tuple[str, OfficeWords, str]] = []
        for i in range(len(tokens)):
            for end, people in names_at(tokens, i, wanted):
                for office in beside(tokens, i, end, known):
                    name = " ".join(t for t in tokens[i:end] if t.isalpha() or folded(t)[:1].isalnum())
                    found.extend((person, office, name) for person in people)
        day = dated(article) if found else None
        for person, office, name in found if day else ():
            assert day is not None
            result[person].append(Seen(office, name, article["id"], day))
    return result


def means(words: OfficeWords, office: Office, rivals: set[str]) -> bool:
    """Whether the words may name the office: its title, and no other state or government."""
    if any(m.id == office.id and not m.role for m in words.meanings):
        return office.country is None or words.state in (None, office.country)
    if not any(m.role and m.id == office.role for m in words.meanings):
        return False
    if office.government in rivals or words.government in rivals:
        return words.government == office.government
    return words.state in (None, office.country)


def chosen(found: list[Seen]) -> dict[str, str]:
    """The first, the last and a middle article, those that name the state preferred."""
    days = sorted({(s.day.isoformat(), s.article) for s in found if s.words.state})
    days = days or sorted({(s.day.isoformat(), s.article) for s in found})
    return {article: day for day, article in sorted({days[0], days[len(days) // 2], days[-1]})}


def main() -> int:
    """Reads the table and the corpus and writes the two files."""
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
    attested = attestations([a for a in sys.argv[1:] if a != "--check"], table, known)
    people: dict[str, Row] = {}
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    terms: list[str] = []
    for row in table:
        office, period = known.offices[row.office], Period(row.start, row.end)
        found = [s for s in attested[row.person] if period.holds(s.day) != "no" and means(s.words, office, rivals)]
        if not found:
            sys.stdout.write(f"not attested: {row.office} {row.person}\n")
            continue
        people.setdefault(row.person, row)
        spelt[row.person].update(seen.name for seen in found)
        terms.append(term_line(row, chosen(found)))
    texts = {
        "persons.yaml": "".join(person_line(row, spelt[row.person]) for row in people.values()),
        "terms.yaml": "".join(terms),
    }
    sys.stdout.write(f"{len(terms)} terms of {len(people)} people\n")
    differ = [name for name, text in texts.items() if (folder / name).read_text("utf-8") != text]
    for name in () if check else differ:
        (folder / name).write_text(texts[name], "utf-8")
    return int(check and bool(differ))


def person_line(row: Row, spelt: Counter[str]) -> str:
    """The YAML line of a person: the spellings given by hand, and those that were seen twice."""
    keys = {person_key(fold(row.names[0]).split())}
    aliases: list[str] = []
    seen = (name for name, times in sorted(spelt.items()) if times > 1 and _LETTERS.fullmatch(name))
    for name in (*(name.replace("-", " ") for name in row.names[1:]), *seen):
        key = person_key(fold(name).split())
        if key not in keys and (name in row.names or not any(known.startswith(key) for known in keys)):
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
