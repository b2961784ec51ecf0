"""Who says what: cues, speakers, contents, and the chain of tellers."""

from isnad.claims.build import Claims, read_claims

__all__ = ["Claims", "read_claims"]
