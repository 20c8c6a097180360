"""The database wall and the reference wall, as one migration operation."""

from django.db import models
from django.db.migrations.operations.base import Operation

POLICY = "tenant_wall"
# As an InitPlan (a scalar subselect) the setting is read once per query, not once per row.
TENANT_IS_OPEN = "tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::bigint)"


class TenantWalls(Operation):
    """Lay the walls around tables of tenant-owned models.

    For each model: row-level security enabled and FORCED (owners too) with one policy that fails closed when no
    tenant is open; UNIQUE (tenant_id, id); and for every foreign key to another tenant-owned model a composite
    foreign key (tenant_id, x_id) → (tenant_id, id), so that a reference into another tenant is refused.

    `models`: names of models in this app. `refer_to` tables must have their walls already (or be in the same list).
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, *models):
        self.model_names = models

    def deconstruct(self):
        return (self.__class__.__name__, self.model_names, {})

    def state_forwards(self, app_label, state):
        pass

    def describe(self):
        return "Lay tenant walls around " + ", ".join(self.model_names)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        tables = [to_state.apps.get_model(app_label, name) for name in self.model_names]
        for model in tables:
            for statement in table_statements(model):
                schema_editor.execute(statement)
        for model in tables:
            for statement in reference_statements(model):
                schema_editor.execute(statement)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        tables = [from_state.apps.get_model(app_label, name) for name in self.model_names]
        for model in tables:
            for field in tenant_references(model):
                schema_editor.execute(
                    f'ALTER TABLE "{model._meta.db_table}" DROP CONSTRAINT "{reference_name(model, field)}"'
                )
        for model in tables:
            table = model._meta.db_table
            schema_editor.execute(f'DROP POLICY {POLICY} ON "{table}"')
            schema_editor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')
            schema_editor.execute(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')
            schema_editor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{unique_name(model)}"')


class ReferenceWall(Operation):
    """The composite foreign keys of columns that were added to a table which has its walls already.

    `model`: name of the model; `fields`: names of its new foreign keys to tenant-owned models.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, model, *fields):
        self.model_name, self.field_names = model, fields

    def deconstruct(self):
        return (self.__class__.__name__, [self.model_name, *self.field_names], {})

    def state_forwards(self, app_label, state):
        pass

    def describe(self):
        return f"Lay reference walls for {', '.join(self.field_names)} of {self.model_name}"

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)
        for statement in reference_statements(model, self.field_names):
            schema_editor.execute(statement)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        model = from_state.apps.get_model(app_label, self.model_name)
        for name in self.field_names:
            schema_editor.execute(
                f'ALTER TABLE "{model._meta.db_table}" '
                f'DROP CONSTRAINT "{reference_name(model, model._meta.get_field(name))}"'
            )


def table_statements(model):
    table = model._meta.db_table
    yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    yield f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY'
    yield f'CREATE POLICY {POLICY} ON "{table}" USING ({TENANT_IS_OPEN}) WITH CHECK ({TENANT_IS_OPEN})'
    yield f'ALTER TABLE "{table}" ADD CONSTRAINT "{unique_name(model)}" UNIQUE (tenant_id, id)'


def reference_statements(model, names=None):
    """SQL for every reference of the model, or for those of `names` only."""
    for field in tenant_references(model):
        if names is not None and field.name not in names:
            continue
        yield (
            f'ALTER TABLE "{model._meta.db_table}" ADD CONSTRAINT "{reference_name(model, field)}" '
            f'FOREIGN KEY (tenant_id, "{field.column}") '
            f'REFERENCES "{field.related_model._meta.db_table}" (tenant_id, id) DEFERRABLE INITIALLY DEFERRED'
        )


def tenant_references(model):
    """Foreign keys of `model` that point to a tenant-owned model."""
    return [
        field
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and field.name != "tenant" and is_tenant_owned(field.related_model)
    ]


def is_tenant_owned(model):
    return any(field.name == "tenant" and field.is_relation for field in model._meta.local_fields)


def unique_name(model):
    return f"{model._meta.db_table}_tenant_uniq"[-63:]


def reference_name(model, field):
    return f"{model._meta.db_table}_{field.column}_wall"[-63:]
