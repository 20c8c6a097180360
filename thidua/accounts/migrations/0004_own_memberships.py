from django.db import migrations


class Migration(migrations.Migration):
    """Before a tenant is open, a signed-in user may read the rows that say to which tenants they belong."""

    dependencies = [("accounts", "0003_walls")]

    operations = [
        migrations.RunSQL(
            """
            CREATE POLICY own_memberships ON accounts_membership FOR SELECT
              USING (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::bigint))
            """,
            "DROP POLICY own_memberships ON accounts_membership",
        )
    ]
