"""Exports: what a project holds in the formats of several fields, each with its data dictionary and row counts.

Rows are made from analyses by pure functions (`tidy`, `coding`, a module a format); `run` sees to it that an export
is there whole or not at all. Every row leads to its document, the hash of its text and a span.
"""

from isnad.export.run import FORMATS, Request, export
from isnad.export.written import Exported

__all__ = ["FORMATS", "Exported", "Request", "export"]
