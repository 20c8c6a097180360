"""The test database is made by its owner and used by the unprivileged role: as the owner, the walls would be invisible."""

from contextlib import contextmanager

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase


def begin_as_app_role():
    """From now on every session of this process starts as the unprivileged role, threads of tests too."""
    options = connection.settings_dict.setdefault("OPTIONS", {})
    options["options"] = f"-c role={settings.APP_ROLE}"
    connection.close()


def begin_as_owner():
    connection.settings_dict["OPTIONS"].pop("options", None)
    connection.close()


@contextmanager
def as_owner():
    """The login itself. (RESET ROLE would lead back to the role of the start-up option.)"""
    _set_role("NONE")
    try:
        yield
    finally:
        _set_role(settings.APP_ROLE)


def _set_role(name):
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {name}")


_flush = TransactionTestCase._fixture_teardown


def flush_as_owner(test_case):
    """Only the owner may TRUNCATE. The flush sends post_migrate, which loads the national law again."""
    with as_owner():
        _flush(test_case)
        cache.clear()
