"""The project: captures of immutable texts, their analyses by engine version, and people's decisions."""

from isnad.store.project import Project, Told, open_project
from isnad.store.read import Capture

__all__ = ["Capture", "Project", "Told", "open_project"]
