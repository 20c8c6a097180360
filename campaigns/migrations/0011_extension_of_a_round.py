import django.db.models.deletion
from django.db import migrations, models

import thidua.tenancy.models
from thidua.tenancy.walls import TenantWalls

# The tables have their walls, and the walls hold for their owner too: they are opened for the length of the move.
OPEN = "".join(
    f'ALTER TABLE "campaigns_{table}" NO FORCE ROW LEVEL SECURITY;'
    for table in ("participant", "milestone", "extension")
)
CLOSE = OPEN.replace("NO FORCE", "FORCE")

FORWARDS = f"""
{OPEN}
INSERT INTO campaigns_extension (tenant_id, participant_id, round_id, until, reason)
SELECT unit.tenant_id, unit.id, deadline.id, unit.extended_to, unit.extension_reason
  FROM campaigns_participant AS unit
 CROSS JOIN LATERAL (
       SELECT id FROM campaigns_milestone
        WHERE campaign_id = unit.campaign_id AND kind = 'dossier_deadline' AND certainty <> 'yearly'
        ORDER BY due_on <= unit.extended_to DESC NULLS LAST, due_on DESC, id LIMIT 1) AS deadline
 WHERE unit.extended_to IS NOT NULL;
SET CONSTRAINTS ALL IMMEDIATE;
{CLOSE}
"""

BACKWARDS = f"""
{OPEN}
UPDATE campaigns_participant AS unit SET extended_to = more.until, extension_reason = more.reason
  FROM campaigns_extension AS more
 WHERE more.participant_id = unit.id
   AND more.until = (SELECT max(until) FROM campaigns_extension WHERE participant_id = unit.id);
DELETE FROM campaigns_extension;
SET CONSTRAINTS ALL IMMEDIATE;
{CLOSE}
"""


class Migration(migrations.Migration):
    """An extension belongs to one round of handing in dossiers; a task knows how often it was updated."""

    dependencies = [
        ("campaigns", "0010_plan_kept_right"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField(verbose_name="Gia hạn đến hết ngày")),
                ("reason", models.CharField(max_length=300, verbose_name="Lý do")),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extensions",
                        to="campaigns.participant",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extensions",
                        to="campaigns.milestone",
                        verbose_name="Đợt nộp hồ sơ",
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        db_index=False,
                        default=thidua.tenancy.models.current_tenant_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.tenant",
                        verbose_name="hệ thống",
                    ),
                ),
            ],
            options={"verbose_name": "gia hạn nộp hồ sơ"},
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.UniqueConstraint(
                models.F("tenant"), models.F("participant"), models.F("round"), name="extension_once"
            ),
        ),
        TenantWalls("Extension"),
        migrations.RunSQL(FORWARDS, BACKWARDS),
        migrations.AddField(
            model_name="programmetask",
            name="revision",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.RemoveField(model_name="participant", name="extended_to"),
        migrations.RemoveField(model_name="participant", name="extension_reason"),
    ]
