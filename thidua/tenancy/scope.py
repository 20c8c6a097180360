"""The one door into a tenant: for requests, tasks, commands and the shell alike."""

from contextlib import contextmanager

from django.db import connection, transaction
from django_scopes import scope

SETTING = "app.tenant_id"


def _set(value):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [SETTING])
        before = cursor.fetchone()[0] or ""
        # is_local: the setting dies with the transaction, so a pooled connection never carries it to somebody else.
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, value])
    return before


@contextmanager
def tenant_scope(tenant):
    """Open `tenant` for the block: one transaction, the scope of the managers and of row-level security.

    Nested scopes return to the outer tenant. Raises nothing of its own; outside of any scope queries on
    tenant-owned models raise `django_scopes.exceptions.ScopeError`, and raw SQL sees no rows.
    """
    with transaction.atomic(), scope(tenant=tenant):
        before = _set(str(tenant.pk))
        yield tenant
        _set(before)


@contextmanager
def own_memberships(user):
    """Open, for one user only, the rows that say to which tenants this user belongs."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.user_id', %s, true)", [str(user.pk)])
        yield
        cursor.execute("SELECT set_config('app.user_id', '', true)")
