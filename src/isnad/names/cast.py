"""The document's cast: who is who, from full names to «الوزير» and «المصدر ذاته».

All names are read before any claim is attributed, since a headline may name somebody whom only the last
paragraph names in full. Nothing is merged by similarity: two names are one person if the words of the shorter are
words of the longer and both end alike; «محمد باقري» and «محمد باقر قاليباف» are two.
"""

from __future__ import annotations

from isnad.lexicon import actors, grammar, nouns
from isnad.lexicon.affixes import without_article
from isnad.names.members import Member
from isnad.names.offices import contains, head_words, office_fits, same_office, short_for, stands_for
from isnad.names.parts import Part
from isnad.names.people import ANNOUNCED, People, name_of, plain
from isnad.names.words import word
from isnad.records import Kind
from isnad.text import Reading, fold

_QUOTES = '«»"“” '
_LEAD = 6  # sentences (line breaks count) in which somebody may be announced without a name
_MOST_RECENT = 120  # members of the cast that a short form may refer back to
_TITLE = 3  # the same for offices that fit anybody
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

    def member(self, part: Part) -> Member:
        """The member that `part` refers to; a new one where nobody fits."""
        found = self._find(part)
        found.last = part.first
        found.titles |= part.titles
        found.aliases |= self._aliases(part)
        found.country = found.country or part.country
        found.gender = found.gender or part.gender
        return found

    def _aliases(self, part: Part) -> set[tuple[str, ...]]:
        """Short names in brackets or quotation marks inside the phrase: «وكالة الأنباء الرسمية (سانا)»."""
        words = self.r.words
        result = set()
        for i in range(part.first, part.end):
            if words[i] == "(" or i in self.r.quote_close:
                end = next((j for j in range(i + 1, part.end) if words[j] in ')»”"'), part.end)
                result.add(tuple(w for w in words[i + 1 : end] if w[0].isalnum()))
        return result - {()}

    def _find(self, part: Part) -> Member:
        if part.name is not None and part.kind == "person":
            return self._named(part)
        if part.kind in ("office", "person"):
            return self._office(part)
        if part.kind == "anonymous":
            return self._source(part)
        return self._body(part)

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
            member = next((m for m in self.members[-_MOST_RECENT:] if words in m.aliases and m.kind == "person"), None)
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
        return self._new("office", self.text(part), self.words(part), part)

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
        if fold(part.head) in grammar.words("generic-person"):
            foretold = self._foretold(part)
            if foretold is not None:
                return foretold
        words = self.words(part)
        for member in sorted(self.members[-_MOST_RECENT:], key=lambda m: -m.last):
            if member.kind == "person" and part.definite and part.number == "s" and stands_for(part, member):
                return member
            if member.kind != "anonymous":
                continue
            if member.words[: len(words)] == words or words[: len(member.words)] == member.words:
                return member
            same_head = member.head == part.head or member.words[:1] == (without_article(words[0]),)
            if member.words == words or (part.definite and same_head and member.number == part.number):
                return member
        if part.definite and len(words) == 1:
            for other in reversed(self.people.bodies):
                same_head = other.head == part.head and other.number == part.number
                if other.kind == "anonymous" and other.first < part.first and same_head:
                    return self._known_body(other)
        return self._new("anonymous", self.text(part), words, part)

    def _body(self, part: Part) -> Member:
        state = self._state(part)
        words = tuple(fold(state).split()) if state else self.words(part)
        bare = tuple(without_article(w) for w in words)
        head_only = (len(bare) == 1 and bool(part.head)) or bool(set(words[1:]) & grammar.words("same"))
        if set(words) & grammar.words("same"):
            for member in reversed(self.members[-_MOST_RECENT:]):
                if member.head == part.head:
                    return member
        for member in reversed(self.members[-_MOST_RECENT:]):
            other = member.bare
            if other == bare or (words in member.aliases and part.kind == member.kind):
                return member
        announced = self._announced(part)
        if announced is not None:
            return announced
        if part.definite:
            for member in reversed(self.members[-_MOST_RECENT:]):
                if member.kind in ("person", "office", "anonymous"):
                    continue
                other = member.bare
                if head_only and member.head == part.head and member.kind in ANNOUNCED:
                    return member
                whole = len(bare) >= 2 and contains(other, bare) and not self._complete(part)
                if whole and member.kind == part.kind:
                    return member
            for body in self.people.bodies:
                if body.kind == part.kind and words in self._aliases(body):
                    return self._known_body(body)
                full = tuple(without_article(w) for w in self.words(body))
                if len(full) <= len(bare) or (body.kind != part.kind and not head_only) or body.kind == "anonymous":
                    continue
                if body.head and full[1:] == bare and body.definite:
                    return self._known_body(body)  # the same name behind its head noun
                same_head = head_only and body.definite and body.head == part.head
                opens = full[: len(bare)] == bare
                if same_head or opens or (len(bare) >= 2 and contains(full, bare) and not self._complete(part)):
                    return self._known_body(body)
        return self._new(part.kind, state or self.text(part), words, part)

    def _state(self, part: Part) -> str:
        """The name of the state whose adjective is the whole part («مزاعم أميركية»); "" for other parts."""
        place = word(self.r.words[part.first]).place("") if part.end - part.first == 1 else None
        return place.country.name if place is not None and place.what == "nisba" and place.iso3 else ""

    def _complete(self, part: Part) -> bool:
        """Whether the phrase is a name of the lexicon as it stands, so that no longer name is meant."""
        return any(len(e.tokens) == part.end - part.first for e in actors.at(self.r.words, part.first))

    def _announced(self, part: Part) -> Member | None:
        """«صحيفة أميركية» at the head of a story is the paper that the story names next."""
        if part.definite or part.kind != "media" or self.r.sentence_of[part.first] > _LEAD:
            return None
        for other in self.people.bodies:
            named = any(i in self.r.quote_close for i in range(other.first, other.end)) or self._complete(other)
            if other.first > part.first and other.kind == "media" and other.head == part.head and named:
                return self._known_body(other)
        return None

    def _known_body(self, part: Part) -> Member:
        words = self.words(part)
        for member in self.members[-_MOST_RECENT:]:
            if member.words == words:
                return member
        return self._new(part.kind, self.text(part), words, part)

    def words(self, part: Part) -> tuple[str, ...]:
        """The folded words of a part, its proclitics left out, up to an apposition."""
        return tuple(self._core(part)[0])

    def text(self, part: Part) -> str:
        """The raw words that name a part: an outlet's own name where it is in quotation marks, else the whole."""
        words, first, end = self._core(part)
        if not words:
            return self.r.text(part.first, part.end)
        start, stop = self.r.span(first, end)
        if first == part.first:
            start = self.r.view.span(self.r.starts[first] + part.offset, self.r.ends[first]).start
        raw = plain(self.r.view.raw[start:stop])
        bare = raw.strip(_QUOTES)
        return raw if any(sign in bare for sign in _QUOTES.strip()) else bare

    def _core(self, part: Part) -> tuple[list[str], int, int]:
        r = self.r
        end = part.end
        for i in range(part.first + 1, part.end):
            if r.words[i] == "(" and part.kind == "media" and i + 2 < part.end and r.words[i + 2] == ")":
                end = i + 3
                break
            if r.words[i] in "(،," or r.words[i] in ("-", "–"):
                end = i
                break
            belongs = r.words[i] in grammar.words("affiliation") or r.words[i] in grammar.words("branch")
            if belongs and part.kind != "anonymous":
                end = i
                break
        first = part.first
        if part.kind == "media":
            for i in range(part.first, min(end, part.first + 3)):
                close = r.quote_close.get(i)
                if close is not None and close <= end:
                    return [w for w in r.words[i + 1 : close] if w[0].isalnum()], i + 1, close
            if part.head and end - part.first >= 2:
                for entry in actors.at(r.words, part.first + 1):
                    stop = part.first + 1 + len(entry.tokens)
                    if entry.kind == "media" and stop <= end:
                        return list(r.words[part.first + 1 : stop]), part.first + 1, stop
        words = [w for w in r.words[first:end] if w[0].isalnum()]
        if words and first == part.first and part.offset:
            words[0] = words[0][part.offset :]
        return words, first, end
