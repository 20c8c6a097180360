from django.db import migrations


class Migration(migrations.Migration):
    """A signed decision is never edited (NĐ 30/2020 đ.18): it is amended or revoked by another one."""

    dependencies = [("dossiers", "0002_walls")]

    operations = [
        migrations.RunSQL(
            """
            CREATE FUNCTION decision_is_signed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION 'A signed decision cannot be changed' USING ERRCODE = 'integrity_constraint_violation';
            END $$;
            CREATE TRIGGER signed_decision_stays BEFORE UPDATE OR DELETE ON dossiers_decision
              FOR EACH ROW WHEN (OLD.state = 'signed') EXECUTE FUNCTION decision_is_signed_stays();

            CREATE FUNCTION decision_line_of_signed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF EXISTS (SELECT 1 FROM dossiers_decision d
                         WHERE d.id = coalesce(NEW.decision_id, OLD.decision_id) AND d.state = 'signed') THEN
                RAISE EXCEPTION 'Lines of a signed decision cannot be changed'
                  USING ERRCODE = 'integrity_constraint_violation';
              END IF;
              RETURN coalesce(NEW, OLD);
            END $$;
            CREATE TRIGGER signed_lines_stay BEFORE INSERT OR UPDATE OR DELETE ON dossiers_decisionline
              FOR EACH ROW EXECUTE FUNCTION decision_line_of_signed_stays();
            """,
            """
            DROP TRIGGER signed_lines_stay ON dossiers_decisionline;
            DROP TRIGGER signed_decision_stays ON dossiers_decision;
            DROP FUNCTION decision_line_of_signed_stays();
            DROP FUNCTION decision_is_signed_stays();
            """,
        )
    ]
