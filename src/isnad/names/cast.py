"""The document's cast: who is who, from full names to «الوزير» and «المصدر ذاته».

All names are read before any claim is attributed, since a headline may name somebody whom only the last
paragraph names in full. Nothing is merged by similarity: two names are one person if the words of the shorter are
words of the longer and both end alike; «محمد باقري» and «محمد باقر قاليباف» are two.
"""

from __future__ import annotations

from isnad.lexicon import grammar, nouns
from isnad.lexicon.affixes import ARTICLE, FOR_THE, PLURAL_UN, without_article
from isnad.names.bodies import all_bodies, announced, named, spoken
from isnad.names.documents import holds_figures, is_statement, with_issuer
from isnad.names.members import Member
from isnad.names.naming import Called, aliases, called, written
from isnad.names.offices import head_words, office_fits, same_office, short_for, stands_for
from isnad.names.parts import Part
from isnad.names.people import People, name_of, unlisted_person
from isnad.records import Kind
from isnad.text import Reading, fold

_CITED = frozenset({"person", "office", "organisation", "government"})
_MANY = frozenset({"group", "anonymous"})
_LEAD = 6  # sentences (line breaks count) in which somebody may be announced without a name
_MOST_RECENT = 120  # members of the cast that a short form may refer back to
_TITLE = 1  # the same for offices that fit anybody
_NEXT = 90  # tokens within which the name then follows


class Cast:
    """The cast of one document, filled while its claims are attributed in text order."""

    def __init__(self, r: Reading, known: People) -> None:
        self.r = r
        self.people = known
        self.members: list[Member] = []
        self._person: dict[tuple[str, ...], Member] = {}
        self._with: dict[str, list[tuple[str, ...]]] = {}  # full names by each of their words, without the article
        for full in known.names:
            for w in dict.fromkeys(without_article(w) for w in full):
                self._with.setdefault(w, []).append(full)
        self._calls: dict[tuple[int, int, str], Called] = {}
        self._bodies = all_bodies(known.bodies, self.call)

    def member(self, part: Part) -> Member:
        """The member that `part` refers to; a new one where nobody fits."""
        part = unlisted_person(self.r, part)
        found = self._find(part)
        found.last = part.first
        mine = self.call(part) if found.kind in _MANY else None
        if mine is not None and mine.bare == found.bare and mine.words[0].endswith(PLURAL_UN):
            found.rename(self.text(part), mine.words)  # the nominative of a plural rather than its other case
        found.titles |= part.titles
        found.aliases |= aliases(self.r, part) - {()}
        if found.kind == part.kind:
            found.head = found.head or part.head  # a name in quotation marks is the newspaper of that name
        found.country = found.country or part.country
        found.gender = found.gender or part.gender
        return found

    def _find(self, part: Part) -> Member:
        if part.name is not None and part.kind == "person":
            return self._named(part)
        if part.kind in ("office", "person"):
            return self._office(part)
        if part.kind == "document" or holds_figures(self.r, part):
            return self._document(part)
        return self._source(part) if part.kind == "anonymous" else self._body(part)

    def _new(self, kind: Kind, name: str, words: tuple[str, ...], part: Part) -> Member:
        member = Member(len(self.members), kind, name, words, part)
        self.members.append(member)
        return member

    def _named(self, part: Part) -> Member:
        assert part.name is not None
        words, raw = name_of(self.r, part.name)
        if not words:
            return self._office(part)
        full = self._fullest(words, part)
        member = self._person.get(full)
        if member is None:
            member = next((m for m in self.members[-_MOST_RECENT:] if m.kind == "person" and words in m.aliases), None)
        if member is None:
            known = self.people.names.get(full)
            member = self._new("person", known[0] if known else raw, full, part)
            self._person[full] = member
            if known:
                member.titles |= known[1]
                member.country = part.country or known[2]
        return member

    def _fullest(self, words: tuple[str, ...], part: Part) -> tuple[str, ...]:
        """The longest name of the document that these words may stand for."""
        best, best_rank = words, (0, 0)
        ends = dict.fromkeys(without_article(w) for w in (words[-1], words[0]))
        for full in dict.fromkeys(full for w in ends for full in self._with.get(w, ())):
            _, titles, country, at = self.people.names[full]
            if full == words or len(full) < len(words) or not short_for(words, full):
                continue
            if part.country and country and part.country != country and len(words) == 1:
                continue
            rank = (len(full), -abs(at - part.first))
            if len(words) == 1:
                rank = (int(full[-1] == words[-1]) * 2 + bool(part.titles & titles), -abs(at - part.first))
            if rank > best_rank or best == words:
                best, best_rank = full, rank
        if best != words:
            return self._fullest(best, part) if len(best) > len(words) else best
        return best

    def _office(self, part: Part) -> Member:
        """An office without a name: the person of the document who holds it, as far as its words tell."""
        if self._unnamed(part):
            return self._source(part)
        best: Member | None = None
        best_rank = (0, -(1 << 30))
        for known_words, (raw, titles, country, at) in self.people.names.items():
            score = office_fits(part, titles, country)
            if score <= 0:
                continue
            member = self._person.get(known_words)
            last = member.last if member else at
            rank = (score + (2 if member and last < part.first else 0), last if last < part.first else -last)
            if rank > best_rank:
                best_rank = rank
                if member is None:
                    full = self._fullest(known_words, part)
                    member = self._person.get(full)
                    if member is None:
                        named = self.people.names.get(full, (raw, titles, country, at))
                        member = self._new("person", named[0], full, part)
                        member.titles |= named[1]
                        member.country = named[2]
                        self._person[full] = member
                best = member
        if best is None:
            best = self._by_word(part)
        if best is not None:
            return best
        foretold = self._foretold(part)
        if foretold is not None:
            return foretold
        spoken = sorted(self.members[-_MOST_RECENT:], key=lambda m: -m.last)
        honorific = part.head and all(n.noun.is_a("honorific") for n in nouns.find(fold(part.head)))
        for member in spoken:
            if honorific and member.kind == "person":
                return member
            if member.kind in ("office", "person", "anonymous") and same_office(part, member):
                return member
            if member.kind == "person" and part.definite and stands_for(part, member):
                return member
        return self._new("office" if part.definite else "anonymous", self.text(part), self.call(part).words, part)

    def _by_word(self, part: Part) -> Member | None:
        """Who has spoken under a name with this form of address in it: «الإمام» for «سالم الإمام محمود»."""
        word = self.r.words[part.first][part.offset :]
        full = next((full for full in self._with.get(without_article(word), ()) if word in full), None)
        return self._person.get(full) if full is not None and part.end - part.first == 1 else None

    def _unnamed(self, part: Part) -> bool:
        """Whether it is somebody who stays without a name: «مسؤول كبير في الوزارة» is not the minister."""
        first = self.r.words[part.first]
        definite = first[part.offset :].startswith(ARTICLE) or first.startswith(FOR_THE)
        return fold(part.head) in grammar.words("generic-person") and part.number == "s" and not definite

    def _foretold(self, part: Part) -> Member | None:
        """«متحدث باسم الجيش» at the head of a story is the spokesman whom the story names next."""
        if (
            (part.definite and not part.titles & grammar.words("spokesman"))
            or part.number != "s"
            or self.r.sentence_of[part.first] > _LEAD
        ):
            return None
        heads = head_words(part) or {fold(part.head)}
        generic = self.r.sentence_of[part.first] <= _TITLE  # who fits anybody is foretold by a headline only
        for words, (raw, titles, country, at) in sorted(self.people.names.items(), key=lambda item: item[1][3]):
            if at < part.first or (part.country and country and country != part.country):
                continue
            if heads & titles or (generic and heads & grammar.words("generic-person") and at - part.first < _NEXT):
                full = self._fullest(words, part)
                member = self._person.get(full)
                if member is None:
                    named = self.people.names.get(full, (raw, titles, country, at))
                    member = self._new("person", named[0], full, part)
                    member.country = named[2]
                    self._person[full] = member
                return member
        return None

    def _source(self, part: Part) -> Member:
        """«المصدر» is the source met last; «مصدر أمني» is a new one, unless it was met in these very words."""
        mine = self.call(part)
        if fold(part.head) in grammar.words("generic-person"):
            # The first paragraph calls him as the headline did.
            again = (m for m in self.members[-_MOST_RECENT:] if m.kind == "person" and mine.words in m.aliases)
            foretold = self._foretold(part) or next(again, None)
            if foretold is not None:
                foretold.aliases.add(mine.words)
                return foretold
        member = self._source_met(part, mine)
        if member is None and part.definite and mine.head_only and part.kind == "anonymous":
            for other in reversed(self.people.bodies):
                same_head = other.head == part.head and other.number == part.number
                if other.kind == "anonymous" and other.first < part.first and same_head:
                    return self._known_body(other, part)
            if fold(part.head) in grammar.words("source-noun") and part.number == "s":
                # An article without unnamed sources calls whomever it cited last so.
                member = max((m for m in self.members if m.kind in _CITED), key=lambda m: m.last, default=None)
        return member or self._new("anonymous", self.text(part), mine.words, part)

    def _source_met(self, part: Part, mine: Called) -> Member | None:
        """The source that the phrase takes up: in the same words, else, where it is definite, the last of its head
        whom its adjectives fit («المصدر الطبي»), else the last of its head."""
        recent = sorted(self.members[-_MOST_RECENT:], key=lambda m: -m.last)
        sources = [m for m in recent if m.kind == "anonymous"]
        member = next((m for m in sources if m.bare == mine.bare), None)
        if member is None and self.r.sentence_of[part.first] <= _LEAD and len(mine.bare) > 1:
            # The first lines say it again in more or fewer words.
            member = next((m for m in sources if _opens(m.bare, mine.bare) or _opens(mine.bare, m.bare)), None)
        if member is not None or not part.definite or self._unnamed(part):
            return member
        alike = [m for m in sources if m.head == part.head and m.number == part.number]
        fitting = next((m for m in alike if set(mine.bare[1:]) <= set(m.bare)), None)
        if fitting is None and part.number == "s":
            fitting = next((m for m in recent if m.kind == "person" and stands_for(part, m)), None)
        return fitting or next(iter(alike), None)

    def _document(self, part: Part) -> Member:
        """A document: whoever speaks in it where it is an outlet's, or a body's figures, or said by a short form of
        its issuer («بيان للنقابة»); else the document by its description."""
        part, issuer = with_issuer(self.r, part)
        if issuer is not None:
            short = is_statement(part) and self.call(issuer).head_only
            if issuer.kind == "media" or holds_figures(self.r, part) or (short and self._met(issuer) is not None):
                return self.member(issuer)
        return self._source(part) if part.kind == "anonymous" else self._body(part)

    def _body(self, part: Part) -> Member:
        met, mine = self._met(part), self.call(part)
        if met is None and part.kind == "document" and self.r.sentence_of[part.first] <= _LEAD:
            # The headline's «study» is the first paragraph's «new study».
            met = next((m for m in self.members if m.kind == part.kind and m.bare == mine.bare[:1]), None)
            if met is not None:
                met.rename(self.text(part), mine.words)
        if met is None:
            return self._new_body(part)
        if isinstance(met, Part):
            return self._known_body(met, part)
        if mine.entry and mine.entry == met.entry and len(mine.bare) > len(met.bare):
            met.rename(self.text(part), mine.words)  # the fullest of its names
        return met

    def _met(self, part: Part) -> Member | Part | None:
        """The member of the cast, or else the body of the document, that the phrase takes up."""
        mine = self.call(part)
        member = spoken(part, mine, self.members[-_MOST_RECENT:], whole=mine.entry != "")
        if member is not None:
            return member
        if part.kind == "media" and not part.definite and self.r.sentence_of[part.first] <= _LEAD:
            outlet = announced(self.r, part, self.people.bodies)
            if outlet is not None:
                return outlet
        return named(part, mine, self._bodies, self.call)

    def _known_body(self, body: Part, part: Part) -> Member:
        """The member that a body of the document is, met as `part`."""
        mine = self.call(body)
        member = None if mine.head_only else spoken(body, mine, self.members[-_MOST_RECENT:], whole=True)
        member = member or self._new_body(body)
        if not part.definite:
            member.aliases.add(self.call(part).words)
        return member

    def _new_body(self, part: Part) -> Member:
        mine = self.call(part)
        member = self._new(part.kind, self.text(part), mine.words, part)
        member.aliases |= mine.aliases
        member.entry = mine.entry
        return member

    def call(self, part: Part) -> Called:
        """What the phrase calls whom it names."""
        key = part.first, part.end, part.kind
        if key not in self._calls:
            self._calls[key] = called(self.r, part)
        return self._calls[key]

    def text(self, part: Part) -> str:
        """The raw words that name a part."""
        return written(self.r, part)


def _opens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return len(short) > 1 and full[: len(short)] == short
