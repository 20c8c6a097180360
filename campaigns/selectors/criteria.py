"""Contents and criteria as the tree that the plan prints."""

from dataclasses import dataclass

from ..enums import CriterionRole


@dataclass(frozen=True)
class CriterionNode:
    criterion: object
    number: str
    children: list


def criteria_tree(campaign, role=CriterionRole.CRITERION):
    """Groups with their criteria, numbered through as plans number them (1 … n across groups)."""
    rows = [row for row in campaign.criteria.all() if row.role == role]
    children = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row)
    running = 0
    tree = []
    for row in children.get(None, []):
        leaves = []
        for leaf in children.get(row.pk, []):
            running += 1
            leaves.append(CriterionNode(leaf, str(running), []))
        if not leaves:
            running += 1
        tree.append(CriterionNode(row, "" if leaves else str(running), leaves))
    return tree
