"""Signs of Arabic and Latin print by what they part: each is a token of its own in a `Reading`."""

from __future__ import annotations

COMMA, SEMICOLON, QUESTION = "\u060c", "\u061b", "\u061f"  # the Arabic ones
COMMAS = frozenset((COMMA, ","))
COLONS = frozenset((":", SEMICOLON))
DASHES = frozenset("-\u2013\u2014")
QUOTES = frozenset('«»"“”')
ASIDES = COMMAS | DASHES  # those that may stand on both sides of words put in
SENTENCE_STOPS = frozenset((".", "!", QUESTION))
CLAUSE_STOPS = SENTENCE_STOPS | COLONS | {"\n"}
BRACKETS = frozenset("()")
CLAUSE_SIGNS = ASIDES | COLONS | QUOTES | BRACKETS | {"\n"}  # whatever may stand before a clause inside a sentence
