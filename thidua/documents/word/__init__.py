"""Editable Word files in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from .document import WordDocument

__all__ = ["WordDocument"]
