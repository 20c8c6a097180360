"""The tenant-owned tables, and raw SQL against them."""

from contextlib import contextmanager

import psycopg2
from django.apps import apps
from django.db import connection, transaction

from thidua.tenancy.models import TenantOwned

OWNED = sorted(
    (model for model in apps.get_models(include_auto_created=True) if issubclass(model, TenantOwned)),
    key=lambda model: model._meta.db_table,
)
TABLES = [model._meta.db_table for model in OWNED]
REFERENCES = [
    (model, field)
    for model in OWNED
    for field in model._meta.local_fields
    if field.is_relation and isinstance(field.related_model, type) and issubclass(field.related_model, TenantOwned)
]


def rows(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def execute(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def value(sql, *parameters):
    return rows(sql, *parameters)[0][0]


def insert_copy(model, row_id, **changed):
    """INSERT a copy of one row with some columns changed."""
    columns = [
        field.column for field in model._meta.local_concrete_fields if not field.primary_key and not field.generated
    ]
    taken = ", ".join("%s" if column in changed else f'"{column}"' for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    parameters = [changed[column] for column in columns if column in changed]
    table = model._meta.db_table
    execute(f'INSERT INTO "{table}" ({names}) SELECT {taken} FROM "{table}" WHERE id = %s', *parameters, row_id)


def complaint(action):
    """What PostgreSQL says against `action()`: (error class, constraint or first words); None if nothing."""
    try:
        with transaction.atomic():
            execute("SET CONSTRAINTS ALL IMMEDIATE")
            action()
    except Exception as error:
        cause = error.__cause__
        if not isinstance(cause, psycopg2.Error):
            raise
        return type(cause).__name__, cause.diag.constraint_name or cause.diag.message_primary
    finally:
        execute("SET CONSTRAINTS ALL DEFERRED")
    return None


@contextmanager
def raw_tenant(tenant):
    """The database wall alone: the setting without the scope of the managers."""
    with transaction.atomic():
        execute("SELECT set_config('app.tenant_id', %s, true)", str(tenant.pk))
        yield
        execute("SELECT set_config('app.tenant_id', '', true)")
