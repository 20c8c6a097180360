"""The five plans of the demo: the facts of real plans, in our own wording."""

import tomllib
from pathlib import Path

from campaigns.plans import write_plan

FOLDER = Path(__file__).parent


def plan_facts(name):
    """The data of one plan, e.g. «soc_trang_2024», as campaigns.plans.write_plan takes it."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def load_plan(name, **changes):
    """A draft campaign from a plan; `changes` replace parts of its data."""
    return write_plan(plan_facts(name) | changes)
