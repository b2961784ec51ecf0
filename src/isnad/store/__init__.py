"""The project: captures of immutable texts, their analyses by engine version, and people's decisions."""

from isnad.store.project import Project, open_project
from isnad.store.read import Capture
from isnad.store.tellings import Tellings, Told

__all__ = ["Capture", "Project", "Tellings", "Told", "open_project"]
