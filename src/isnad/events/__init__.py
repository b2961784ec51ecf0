"""Who did what to whom, where and when, and by whose word: PLOVER events, each once a document."""

from isnad.events.build import Events, read_events
from isnad.events.refused import refused

__all__ = ["Events", "read_events", "refused"]
