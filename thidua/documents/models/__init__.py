from .generated import GeneratedDocument
from .series import NumberSeries, take_number
from .stored import StoredFile

__all__ = ["GeneratedDocument", "NumberSeries", "StoredFile", "take_number"]
