import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import thidua.tenancy.walls

# Closed reviews of before kept the figures of the units only: they are opened again, so that closing keeps the whole.
# The walls hold for the owner of the tables too: they are opened for the length of the change.
OPEN_AGAIN = """
ALTER TABLE campaigns_review NO FORCE ROW LEVEL SECURITY;
UPDATE campaigns_review SET closed_at = NULL WHERE closed_at IS NOT NULL;
ALTER TABLE campaigns_review FORCE ROW LEVEL SECURITY;
"""

GUARDS = """
CREATE FUNCTION unit_report_is_of_participant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.submitted_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM campaigns_participant p JOIN campaigns_review r ON r.campaign_id = p.campaign_id
                  WHERE r.id = NEW.review_id AND p.agency_id = NEW.agency_id) THEN
    RAISE EXCEPTION 'A unit that does not take part sends no report (unit_report_of_participant)'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unit_report_of_participant BEFORE INSERT OR UPDATE ON campaigns_unitreport
  FOR EACH ROW WHEN (NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION unit_report_is_of_participant();

CREATE FUNCTION review_milestone_is_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM campaigns_milestone m
                  WHERE m.id = NEW.milestone_id AND m.campaign_id = NEW.campaign_id) THEN
    RAISE EXCEPTION 'A review keeps a milestone of its own campaign (review_milestone_own)'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_milestone_own BEFORE INSERT OR UPDATE OF milestone_id, campaign_id ON campaigns_review
  FOR EACH ROW WHEN (NEW.milestone_id IS NOT NULL) EXECUTE FUNCTION review_milestone_is_own();
"""

NO_GUARDS = """
DROP TRIGGER review_milestone_own ON campaigns_review;
DROP FUNCTION review_milestone_is_own();
DROP TRIGGER unit_report_of_participant ON campaigns_unitreport;
DROP FUNCTION unit_report_is_of_participant();
"""


class Migration(migrations.Migration):
    """A review knows its milestone and keeps everything it was closed with; a sent report its headings."""

    dependencies = [("campaigns", "0011_extension_of_a_round")]

    operations = [
        migrations.AddField(
            model_name="review",
            name="milestone",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="reviews",
                to="campaigns.milestone",
                verbose_name="Theo mốc của kế hoạch",
            ),
        ),
        thidua.tenancy.walls.ReferenceWall("review", "milestone"),
        migrations.AddField(
            model_name="review",
            name="kept",
            field=models.JSONField(
                editable=False,
                null=True,
                verbose_name="Số liệu khi chốt",
            ),
        ),
        migrations.AddField(
            model_name="unitreport",
            name="headings",
            field=models.JSONField(default=list, verbose_name="Tên các số liệu"),
        ),
        migrations.RunSQL(OPEN_AGAIN, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                models.F("tenant"),
                models.F("milestone"),
                name="review_milestone_once",
                violation_error_message="Đã mở đợt của mốc này.",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=Q(closed_at__isnull=True, kept__isnull=True) | Q(closed_at__isnull=False, kept__isnull=False),
                name="review_closed_keeps_figures",
                violation_error_message="Đợt đã chốt phải giữ số liệu lúc chốt.",
            ),
        ),
        migrations.RemoveConstraint(model_name="unitreport", name="unit_report_submitted_whole"),
        migrations.AddConstraint(
            model_name="unitreport",
            constraint=models.CheckConstraint(
                condition=Q(submitted_at__isnull=True)
                | (Q(submitted_by__isnull=False) & ~Q(results="") & ~Q(figures={})),
                name="unit_report_submitted_whole",
                violation_error_message="Báo cáo gửi đi phải có kết quả, số liệu và người gửi.",
            ),
        ),
        migrations.RunSQL(GUARDS, NO_GUARDS),
    ]
