"""The one door into a tenant: for requests, tasks, commands and the shell alike."""

from contextlib import contextmanager

from django.db import connection, transaction
from django_scopes import scope

SETTING = "app.tenant_id"


def _open(value, read_only):
    """Set the tenant for this transaction and return what was set before."""
    # is_local: the setting dies with the transaction, so a pooled connection never carries it to somebody else.
    sql = "SELECT current_setting(%s, true), set_config(%s, %s, true)"
    if read_only:
        sql += ", set_config('transaction_read_only', 'on', true)"
    with connection.cursor() as cursor:
        cursor.execute(sql, [SETTING, SETTING, value])
        return cursor.fetchone()[0] or ""


@contextmanager
def tenant_scope(tenant, *, read_only=False):
    """Open `tenant` for the block: one transaction, the scope of the managers and of row-level security.

    Nested scopes return to the outer tenant. With `read_only` the database refuses every write in the block.
    Raises nothing of its own; outside of any scope queries on tenant-owned models raise
    `django_scopes.exceptions.ScopeError`, and raw SQL sees no rows.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic(), scope(tenant=tenant):
        before = _open(str(tenant.pk), read_only)
        yield tenant
        # At the end of a transaction the setting dies by itself; one to be rolled back takes no more queries.
        if not outermost and not connection.needs_rollback:
            _open(before, read_only=False)


@contextmanager
def own_memberships(user):
    """Open, for one user only, the rows that say to which tenants this user belongs."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.user_id', %s, true)", [str(user.pk)])
        yield
        cursor.execute("SELECT set_config('app.user_id', '', true)")
