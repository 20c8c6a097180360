"""The base rule of every permission: a role of the actor allows it. Apps narrow it to the object in their rules.py."""

import rules

from .permissions import Permission


def holds(permission):
    """Predicate: one of the actor's roles allows `permission`."""

    @rules.predicate(f"holds:{permission}")
    def held(actor, obj=None):
        return actor is not None and permission in actor.permissions

    return held


def narrow(permission, predicate):
    """From now on `permission` also asks `predicate(actor, obj)` whenever an object is given."""

    @rules.predicate(f"narrowed:{permission}")
    def narrowed(actor, obj):
        return obj is None or predicate(actor, obj)

    rules.set_perm(permission, holds(permission) & narrowed)


for permission in Permission:
    rules.set_perm(permission, holds(permission))
