"""Row-level security and composite foreign keys, asked of PostgreSQL itself as the unprivileged role."""

import pytest
from django.conf import settings

from tests.support.walls import OWNED, REFERENCES, TABLES, complaint, execute, insert_copy, raw_tenant, rows, value
from thidua.tenancy.scope import tenant_scope
from thidua.tenancy.walls import reference_name

pytestmark = pytest.mark.django_db
OPEN = "(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint AS \"nullif\"))"
APPEND_ONLY = [
    "audit_auditevent",
    "campaigns_amendment",
    "campaigns_campaigntransition",
    "campaigns_sheettransition",
    "dossiers_decisiontransition",
    "dossiers_dossiertransition",
    "dossiers_itemcheck",
]
# What ties a row to its own campaign or cluster speaks at once, before the wall between tenants does.
REFUSED_EVEN_BEFORE = {
    "campaigns_clustermember_cluster_id_wall": ("ForeignKeyViolation", "cluster_lead_is_member"),
    "campaigns_participant_campaign_id_wall": ("ForeignKeyViolation", "sheet_participant_of_campaign"),
    "campaigns_review_milestone_id_wall": (
        "IntegrityConstraintViolation",
        "A review keeps a milestone of its own campaign (review_milestone_own)",
    ),
}
NATIONAL = [
    "awards_national_award",
    "awards_national_base_salary",
    "awards_national_bonus_rate",
    "awards_national_regime",
    "awards_national_report_form",
    "awards_national_vote_rule",
]


def test_the_role_can_neither_bypass_the_wall_nor_own_a_table():
    assert rows(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
    ) == [(False, False, False, False)]
    assert rows("SELECT tablename FROM pg_tables WHERE tableowner = current_user") == []


def test_each_table_of_a_tenant_has_the_wall_on_and_forced():
    found = rows(
        """SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity FROM pg_class c
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
           WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname COLLATE "C" """
    )
    assert found == [(table, True, True) for table in TABLES]


def test_each_table_has_the_one_policy():
    policies = rows(
        """SELECT tablename, policyname, cmd, permissive, qual, with_check FROM pg_policies
           WHERE schemaname = 'public' AND policyname <> 'own_memberships' ORDER BY tablename COLLATE "C" """
    )
    assert policies == [(table, "tenant_wall", "ALL", "PERMISSIVE", OPEN, OPEN) for table in TABLES]


def test_one_table_lets_users_read_to_which_tenants_they_belong():
    assert rows("SELECT tablename, cmd FROM pg_policies WHERE policyname = 'own_memberships'") == [
        ("accounts_membership", "SELECT")
    ]


def test_each_reference_between_tenant_tables_carries_the_tenant():
    found = rows(
        """SELECT c.conname, c.conrelid::regclass::text, array_agg(a.attname::text ORDER BY k.n),
                  c.confrelid::regclass::text, array_agg(f.attname::text ORDER BY k.n)
           FROM pg_constraint c
           CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k(mine, theirs, n)
           JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.mine
           JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.theirs
           WHERE c.contype = 'f' AND cardinality(c.conkey) = 2 GROUP BY 1, 2, 4"""
    )
    expected = [
        (
            reference_name(model, field),
            model._meta.db_table,
            ["tenant_id", field.column],
            field.related_model._meta.db_table,
            ["tenant_id", "id"],
        )
        for model, field in REFERENCES
    ]
    walls = [row for row in found if row[2][0] == "tenant_id"]  # others tie a row to its own campaign or cluster
    assert sorted(walls) == sorted(expected)


def test_with_no_tenant_open_every_table_is_empty(own_house):
    with raw_tenant(own_house.tenant):
        inside = {table: value(f'SELECT count(*) FROM "{table}"') for table in TABLES}
    outside = {table: value(f'SELECT count(*) FROM "{table}"') for table in TABLES}
    assert [table for table, count in inside.items() if count == 0] == []  # otherwise this test would prove nothing
    assert outside == dict.fromkeys(TABLES, 0)


def test_with_one_tenant_open_the_rows_of_another_are_not_there(own_house, other_tenant):
    with raw_tenant(own_house.tenant):
        foreign = {
            table: value(f'SELECT count(*) FROM "{table}" WHERE tenant_id <> %s', own_house.tenant.pk)
            for table in TABLES
        }
    assert foreign == dict.fromkeys(TABLES, 0)


def test_a_row_for_another_tenant_is_refused(own_house, other_tenant):
    with raw_tenant(own_house.tenant):
        answers = {
            model._meta.db_table: complaint(lambda: insert_copy(model, _any(model), tenant_id=other_tenant.tenant.pk))  # noqa: B023
            for model in OWNED
        }
    assert answers == {
        table: ("InsufficientPrivilege", f'new row violates row-level security policy for table "{table}"')
        for table in TABLES
    }


def test_a_row_with_no_tenant_open_is_refused(own_house):
    def insert():
        execute("INSERT INTO agencies_agency (tenant_id, code, position) VALUES (%s, 'la', 1)", own_house.tenant.pk)

    assert complaint(insert) == (
        "InsufficientPrivilege",
        'new row violates row-level security policy for table "agencies_agency"',
    )


def test_a_reference_into_another_tenant_is_refused(own_house, other_tenant):
    """As the application role, with our own tenant open, for each reference there is."""
    answers = {}
    for model, field in REFERENCES:
        with tenant_scope(other_tenant.tenant):
            target = _free_target(model, field)
        with tenant_scope(own_house.tenant):
            answers[reference_name(model, field)] = complaint(lambda: _refer(model, field, target))  # noqa: B023
    walls = {
        reference_name(model, field): ("ForeignKeyViolation", reference_name(model, field))
        for model, field in REFERENCES
    }
    assert answers == walls | REFUSED_EVEN_BEFORE


def _any(model):
    return value(f'SELECT min(id) FROM "{model._meta.db_table}"')


def _free_target(model, field):
    """A row over there; for one-to-one fields the one that stands in the way is removed first."""
    target = field.related_model.objects.order_by("id").first().pk
    if field.unique:
        model.objects.filter(**{field.attname: target}).delete()
    return target


def _refer(model, field, target):
    table, row = model._meta.db_table, _fitting(model, field)
    # This wall is asked first; another one over the same column may have something to say, too.
    execute("SET CONSTRAINTS ALL DEFERRED")
    execute(f'SET CONSTRAINTS "{reference_name(model, field)}" IMMEDIATE')
    if table in APPEND_ONLY:
        insert_copy(model, row, **{field.column: target})
        return
    # Two versions of one agency must not overlap in time: that would be refused first.
    aside = ", valid_from = '1990-01-01', valid_to = '1990-01-02'" if table == "agencies_agencyversion" else ""
    execute(f'UPDATE "{table}" SET "{field.column}" = %s{aside} WHERE id = %s', target, row)


def _fitting(model, field):
    filled = model.objects.filter(**{f"{field.attname}__isnull": False}).order_by("id")
    return (filled.first() or model.objects.order_by("id").first()).pk


# --- what nobody may change ---


def test_the_lists_below_are_whole():
    granted = rows(
        """SELECT table_name, string_agg(privilege_type, ',' ORDER BY privilege_type)
           FROM information_schema.role_table_grants WHERE grantee = %s AND table_schema = 'public'
           GROUP BY table_name ORDER BY table_name COLLATE "C" """,
        settings.APP_ROLE,
    )
    rights = dict(granted)
    assert [t for t, r in rights.items() if r == "INSERT,SELECT"] == APPEND_ONLY
    assert [t for t, r in rights.items() if r == "SELECT"] == [*NATIONAL, "django_migrations"]
    assert set(rights.values()) == {"DELETE,INSERT,SELECT,UPDATE", "INSERT,SELECT", "SELECT"}


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_is_written_down_stays(own_house, table):
    denied = ("InsufficientPrivilege", f"permission denied for table {table}")
    with raw_tenant(own_house.tenant):
        assert complaint(lambda: execute(f'UPDATE "{table}" SET tenant_id = tenant_id')) == denied
        assert complaint(lambda: execute(f'DELETE FROM "{table}"')) == denied


@pytest.mark.parametrize("table", [*NATIONAL, "django_migrations"])
def test_the_law_is_read_only(table):
    denied = ("InsufficientPrivilege", f"permission denied for table {table}")
    assert value(f'SELECT count(*) > 0 FROM "{table}"') is True
    assert complaint(lambda: execute(f'INSERT INTO "{table}" DEFAULT VALUES')) == denied
    assert complaint(lambda: execute(f'UPDATE "{table}" SET id = id')) == denied
    assert complaint(lambda: execute(f'DELETE FROM "{table}"')) == denied


@pytest.mark.parametrize(
    ("statement", "answer"),
    [
        ("ALTER TABLE agencies_agency DISABLE ROW LEVEL SECURITY", "must be owner of table agencies_agency"),
        ("DROP POLICY tenant_wall ON agencies_agency", "must be owner of relation agencies_agency"),
        ("TRUNCATE audit_auditevent", "permission denied for table audit_auditevent"),
        ("CREATE TABLE public.hole (id int)", "permission denied for schema public"),
    ],
)
def test_the_role_cannot_take_the_wall_down(statement, answer):
    assert complaint(lambda: execute(statement)) == ("InsufficientPrivilege", answer)
