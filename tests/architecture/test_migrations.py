"""Migrations: none missing, each named, each reversible."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests.support.urls import OURS

OURS_LABELS = {config.label for config in apps.get_app_configs() if config.name.split(".")[0] in OURS}


def own_migrations():
    loader = MigrationLoader(None)
    return {key: migration for key, migration in loader.disk_migrations.items() if key[0] in OURS_LABELS}


@pytest.mark.django_db
def test_none_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_each_is_named_by_a_person():
    assert [key for key in own_migrations() if "_auto_" in key[1] or "_alter_" in key[1]] == []


def test_each_can_be_undone():
    stuck = [
        (*key, type(operation).__name__)
        for key, migration in own_migrations().items()
        for operation in migration.operations
        if not operation.reversible
    ]
    assert stuck == []


def test_each_app_has_one_last_migration():
    loader = MigrationLoader(None)
    leaves = [key for key in loader.graph.leaf_nodes() if key[0] in OURS_LABELS]
    assert sorted(app for app, _ in leaves) == sorted({app for app, _ in own_migrations()})


@pytest.mark.django_db
def test_the_database_has_them_all():
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
