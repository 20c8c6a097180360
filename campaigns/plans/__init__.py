"""A whole plan as plain data (dict of str, date, list): what the demo loads, the reader drafts and a copy takes along.

Rows refer to one another by their place in their own list (`phase`, `movement`, `anchor`, `offers`), agencies by
their code, awards by theirs.
"""

from .shifting import a_year_on
from .taking import plan_data
from .writing import write_plan

__all__ = ["a_year_on", "plan_data", "write_plan"]
