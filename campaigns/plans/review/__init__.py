"""What the officer says of each fact that was read: accepted, corrected, dropped; and what the reader has missed."""

from .applying import lacking, reviewed
from .facts import sections_of, undecided
from .posting import read_verdicts

__all__ = ["lacking", "read_verdicts", "reviewed", "sections_of", "undecided"]
