"""Who says what: cues, speakers, contents, and the chain of tellers."""

from isnad.claims.build import Claims, read_claims
from isnad.claims.contents import Contents

__all__ = ["Claims", "Contents", "read_claims"]
