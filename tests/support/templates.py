"""A variable that a template of ours names but nobody gave fails the test."""

import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.template.base import Node


class Undefined(str):
    """For string_if_invalid: Django asks it for `"%s" in x` and then for `x % name`."""

    def __contains__(self, text):
        return text == "%s"

    def __mod__(self, name):
        place = _template()
        if place is None or not _is_ours(place):
            return ""
        pytest.fail(f"Undefined template variable «{name}» in {place}.", pytrace=False)

    def __bool__(self):
        return True


def _is_ours(place):
    return Path(place).is_relative_to(settings.BASE_DIR / "templates")


def _template():
    """The template whose node is being rendered: the nearest one up the stack."""
    frame = sys._getframe(2)
    while frame is not None:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None) is not None:
            return node.origin.name
        frame = frame.f_back
    return None
