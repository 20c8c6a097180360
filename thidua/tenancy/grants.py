"""What the unprivileged role may do: use the rows, never own the tables."""

from django.db import connections

APP_ROLE = "thidua_app"
# Tables that only migrations write: the law and the catalogue are the same for everyone.
READ_ONLY_PREFIXES = ("awards_national",)
# Rows that nobody may change or remove once they are written.
APPEND_ONLY = set()


def append_only(model):
    """Class decorator: the application may add rows of this model and read them, nothing else."""
    APPEND_ONLY.add(model._meta.db_table)
    return model


def grant(sender, using, verbosity=0, **kwargs):
    """After each migrate: give the unprivileged role its rights on whatever tables there are now."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user, current_user, (SELECT 1 FROM pg_roles WHERE rolname = %s)", [APP_ROLE])
        _, current, exists = cursor.fetchone()
        if not exists or current == APP_ROLE:
            return
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP_ROLE}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}")
        for table in connection.introspection.table_names(cursor):
            if table.startswith(READ_ONLY_PREFIXES) or table == "django_migrations":
                cursor.execute(f'REVOKE INSERT, UPDATE, DELETE ON "{table}" FROM {APP_ROLE}')
            elif table in APPEND_ONLY:
                cursor.execute(f'REVOKE UPDATE, DELETE ON "{table}" FROM {APP_ROLE}')
