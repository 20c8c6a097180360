"""Reads the text of a plan: who issues it, for whom, until when, what can be won and how one applies.

Rules only, no guessing: what the text does not say is null. Nothing here knows of Django.
"""

from campaigns.reading.errors import NotAPlan, Unreadable
from campaigns.reading.plan import read_text

__all__ = ["NotAPlan", "Unreadable", "read_text"]
