"""Counts of victims: how many, of whom, what has happened to them, by whose word."""

from isnad.figures.read import read_figures

__all__ = ["read_figures"]
