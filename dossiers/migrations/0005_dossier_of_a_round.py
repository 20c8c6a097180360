import django.db.models.deletion
from django.db import migrations, models

from thidua.tenancy.walls import ReferenceWall

# The tables have their walls, and the walls hold for their owner too: they are opened for the length of the move.
OPEN = "".join(
    f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY;'
    for table in ("dossiers_dossier", "campaigns_campaign", "campaigns_milestone")
)
CLOSE = OPEN.replace("NO FORCE", "FORCE")

# A list made from a ranking stands under the organiser and belongs to no round.
FORWARDS = f"""
{OPEN}
UPDATE dossiers_dossier AS dossier SET round_id = (
       SELECT id FROM campaigns_milestone AS deadline
        WHERE deadline.campaign_id = dossier.campaign_id AND kind = 'dossier_deadline' AND certainty <> 'yearly'
        ORDER BY coalesce(deadline.phase_id = dossier.phase_id, false) DESC,
                 (due_on >= dossier.created_at::date - 30) DESC NULLS LAST,
                 abs(due_on - dossier.created_at::date), id
        LIMIT 1)
  FROM campaigns_campaign AS campaign
 WHERE campaign.id = dossier.campaign_id AND campaign.organiser_id <> dossier.agency_id;
SET CONSTRAINTS ALL IMMEDIATE;
{CLOSE}
"""
BACKWARDS = f"""
{OPEN}
UPDATE dossiers_dossier AS dossier SET phase_id = deadline.phase_id
  FROM campaigns_milestone AS deadline WHERE deadline.id = dossier.round_id;
SET CONSTRAINTS ALL IMMEDIATE;
{CLOSE}
"""
DROP_WALL = 'ALTER TABLE "dossiers_dossier" DROP CONSTRAINT "dossiers_dossier_phase_id_wall"'
LAY_WALL = (
    'ALTER TABLE "dossiers_dossier" ADD CONSTRAINT "dossiers_dossier_phase_id_wall" FOREIGN KEY (tenant_id, phase_id) '
    'REFERENCES "campaigns_phase" (tenant_id, id) DEFERRABLE INITIALLY DEFERRED'
)
OPEN_STATES = models.Q(("state__in", ["withdrawn", "rejected"]), _negated=True)


def once(*fields):
    return models.UniqueConstraint(
        condition=OPEN_STATES,
        fields=fields,
        name="dossier_open_once",
        nulls_distinct=False,
        violation_error_message="Đơn vị đã có hồ sơ cho phong trào (đợt) này.",
    )


class Migration(migrations.Migration):
    """A dossier belongs to the deadline by which it is handed in."""

    dependencies = [
        ("campaigns", "0011_extension_of_a_round"),
        ("dossiers", "0004_verdicts_are_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="dossier",
            name="round",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="campaigns.milestone",
                verbose_name="đợt nộp hồ sơ",
            ),
        ),
        ReferenceWall("Dossier", "round"),
        migrations.RunSQL(FORWARDS, BACKWARDS),
        migrations.RemoveConstraint(model_name="dossier", name="dossier_open_once"),
        migrations.AddConstraint(model_name="dossier", constraint=once("tenant", "campaign", "round", "agency")),
        migrations.RunSQL(DROP_WALL, LAY_WALL),
        migrations.RemoveField(model_name="dossier", name="phase"),
    ]
