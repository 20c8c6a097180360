import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import thidua.tenancy.models
from thidua.tenancy.walls import TenantWalls

# The tables have their walls, and the walls hold for their owner too: they are opened for the length of the move.
OPEN = "".join(
    f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY;'
    for table in (
        "agencies_agency", "agencies_agencyversion", "campaigns_awardoffer", "campaigns_cluster",
        "campaigns_clustermember", "campaigns_clusteryear", "campaigns_participant", "campaigns_scoresheet",
    )
)  # fmt: skip
CLOSE = OPEN.replace("NO FORCE", "FORCE")
KINDS = {
    "department": "Sở, cơ quan chủ trì", "internal_unit": "Đơn vị thuộc Sở", "subordinate_unit": "Đơn vị trực thuộc Sở",
    "district_office": "Phòng Nội vụ cấp huyện", "centre": "Trung tâm", "office": "Văn phòng",
}  # fmt: skip
TITLE = " ".join(f"WHEN '{kind}' THEN '{label}'" for kind, label in KINDS.items())

# What was published keeps its ranks; orders among equals keep their group; what the new rules refuse is put right.
MOVE = f"""
{OPEN}
UPDATE campaigns_awardoffer SET selection = 'dossier' WHERE selection = 'ranking' AND nominee_kind <> 'collective';
UPDATE campaigns_clustermember AS twice SET agency_id = NULL
  FROM campaigns_clustermember AS first
 WHERE twice.cluster_id = first.cluster_id AND twice.agency_id = first.agency_id AND twice.id > first.id;
INSERT INTO campaigns_publishedplace
       (tenant_id, sheet_id, "group", title, is_cluster, rank, is_tied, band, total, plain, bonus, minus)
SELECT sheet.tenant_id, sheet.id, version.kind, CASE version.kind {TITLE} ELSE 'Khác' END, false,
       sheet.rank, sheet.is_tied, sheet.band, sheet.total, sheet.total, 0, 0
  FROM campaigns_scoresheet AS sheet
  JOIN campaigns_participant AS participant ON participant.id = sheet.participant_id
  JOIN agencies_agency AS agency ON agency.id = participant.agency_id
  JOIN agencies_agencyversion AS version ON version.id = agency.current_id
 WHERE sheet.state = 'published'
 ORDER BY sheet.campaign_id, version.kind, sheet.rank, sheet.id;
INSERT INTO campaigns_publishedplace
       (tenant_id, sheet_id, "group", title, is_cluster, rank, is_tied, band, total, plain, bonus, minus)
SELECT sheet.tenant_id, sheet.id, 'cluster-' || cluster.id, cluster.name, true,
       rank() OVER (PARTITION BY sheet.campaign_id, cluster.id ORDER BY sheet.total DESC),
       count(*) OVER (PARTITION BY sheet.campaign_id, cluster.id, sheet.total) > 1,
       sheet.band, sheet.total, sheet.total, 0, 0
  FROM campaigns_scoresheet AS sheet
  LEFT JOIN campaigns_participant AS participant ON participant.id = sheet.participant_id
  JOIN campaigns_clustermember AS member ON member.id = sheet.member_id OR member.agency_id = participant.agency_id
  JOIN campaigns_cluster AS cluster ON cluster.id = member.cluster_id
 WHERE sheet.state = 'published'
   AND EXISTS (SELECT FROM campaigns_clusteryear AS year
                WHERE year.cluster_id = cluster.id AND year.campaign_id = sheet.campaign_id)
 ORDER BY sheet.campaign_id, cluster.id, sheet.total DESC, sheet.id;
INSERT INTO campaigns_tieorder (tenant_id, campaign_id, "group", total, sheets, reason)
SELECT sheet.tenant_id, sheet.campaign_id, version.kind, sheet.total, array_agg(sheet.id ORDER BY sheet.tie_order),
       max(sheet.tie_reason)
  FROM campaigns_scoresheet AS sheet
  JOIN campaigns_participant AS participant ON participant.id = sheet.participant_id
  JOIN agencies_agency AS agency ON agency.id = participant.agency_id
  JOIN agencies_agencyversion AS version ON version.id = agency.current_id
 WHERE sheet.tie_order IS NOT NULL
 GROUP BY sheet.tenant_id, sheet.campaign_id, version.kind, sheet.total
HAVING count(*) > 1;
SET CONSTRAINTS ALL IMMEDIATE;
{CLOSE}
"""

# A sheet belongs to a unit of its own campaign, a lead to its own cluster, a score to a criterion of its own campaign
# and never above what the criterion gives. A maximum that is lowered later leaves points standing until they change.
GUARD = """
ALTER TABLE campaigns_participant ADD CONSTRAINT participant_of_campaign UNIQUE (campaign_id, id);
ALTER TABLE campaigns_scoresheet ADD CONSTRAINT sheet_participant_of_campaign
  FOREIGN KEY (campaign_id, participant_id) REFERENCES campaigns_participant (campaign_id, id);
ALTER TABLE campaigns_clustermember ADD CONSTRAINT member_of_cluster UNIQUE (cluster_id, id);
ALTER TABLE campaigns_clusteryear ADD CONSTRAINT cluster_lead_is_member
  FOREIGN KEY (cluster_id, lead_id) REFERENCES campaigns_clustermember (cluster_id, id);
ALTER TABLE campaigns_clusteryear ADD CONSTRAINT cluster_deputy_is_member
  FOREIGN KEY (cluster_id, deputy_id) REFERENCES campaigns_clustermember (cluster_id, id);

CREATE FUNCTION score_fits_criterion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE most numeric; its_campaign bigint;
BEGIN
  SELECT max_points, campaign_id INTO most, its_campaign FROM campaigns_criterion WHERE id = NEW.criterion_id;
  IF its_campaign <> (SELECT campaign_id FROM campaigns_scoresheet WHERE id = NEW.sheet_id) THEN
    RAISE EXCEPTION 'A score belongs to a criterion of its own campaign (score_of_own_campaign)'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.points > most AND NEW.points IS DISTINCT FROM OLD.points)
     OR (NEW.self_points > most AND NEW.self_points IS DISTINCT FROM OLD.self_points) THEN
    RAISE EXCEPTION 'Points are above what the criterion gives (score_within_maximum)'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_fits_criterion BEFORE INSERT OR UPDATE ON campaigns_score
  FOR EACH ROW EXECUTE FUNCTION score_fits_criterion();
"""
UNGUARD = """
DROP TRIGGER score_fits_criterion ON campaigns_score;
DROP FUNCTION score_fits_criterion();
ALTER TABLE campaigns_clusteryear DROP CONSTRAINT cluster_deputy_is_member;
ALTER TABLE campaigns_clusteryear DROP CONSTRAINT cluster_lead_is_member;
ALTER TABLE campaigns_clustermember DROP CONSTRAINT member_of_cluster;
ALTER TABLE campaigns_scoresheet DROP CONSTRAINT sheet_participant_of_campaign;
ALTER TABLE campaigns_participant DROP CONSTRAINT participant_of_campaign;
"""


class Migration(migrations.Migration):
    """A published ranking is kept as it was; equals get their order as a set; the database guards scores."""

    dependencies = [
        ("agencies", "0002_walls"),
        ("awards", "0004_rating_walls"),
        ("campaigns", "0008_component_note"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("group", models.CharField(max_length=60, verbose_name="Nhóm")),
                ("title", models.CharField(max_length=250, verbose_name="Tên nhóm")),
                ("is_cluster", models.BooleanField(default=False, verbose_name="Là cụm, khối")),
                ("rank", models.PositiveIntegerField(verbose_name="Hạng")),
                ("is_tied", models.BooleanField(default=False, verbose_name="Đồng hạng")),
                ("band", models.CharField(blank=True, max_length=100, verbose_name="Xếp loại")),
                ("total", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="Tổng điểm")),
                ("plain", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="Điểm chuẩn")),
                ("bonus", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="Điểm thưởng")),
                ("minus", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="Điểm trừ")),
            ],
            options={
                "verbose_name": "hạng đã công bố",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="TieOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("group", models.CharField(max_length=60, verbose_name="Nhóm")),
                ("total", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="Điểm")),
                (
                    "sheets",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None, verbose_name="Phiếu, đứng trước ghi trước"
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="Lý do xếp thứ tự")),
            ],
            options={
                "verbose_name": "thứ tự khi đồng hạng",
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="publishedplace",
            name="sheet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="places", to="campaigns.scoresheet"
            ),
        ),
        migrations.AddField(
            model_name="publishedplace",
            name="tenant",
            field=models.ForeignKey(
                db_index=False,
                default=thidua.tenancy.models.current_tenant_id,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.tenant",
                verbose_name="hệ thống",
            ),
        ),
        migrations.AddField(
            model_name="tieorder",
            name="campaign",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="tie_orders", to="campaigns.campaign"
            ),
        ),
        migrations.AddField(
            model_name="tieorder",
            name="tenant",
            field=models.ForeignKey(
                db_index=False,
                default=thidua.tenancy.models.current_tenant_id,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.tenant",
                verbose_name="hệ thống",
            ),
        ),
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name="scoresheet",
            name="sheet_tie_order_has_reason",
        ),
        migrations.RemoveField(
            model_name="scoresheet",
            name="tie_order",
        ),
        migrations.RemoveField(
            model_name="scoresheet",
            name="tie_reason",
        ),
        migrations.AddConstraint(
            model_name="awardoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("selection", "ranking"), _negated=True), ("nominee_kind", "collective"), _connector="OR"
                ),
                name="offer_ranking_is_of_units",
                violation_error_message="Xếp hạng là của đơn vị: «Theo kết quả chấm điểm, xếp hạng» chỉ dùng cho tập thể; cá nhân, hộ gia đình xét theo hồ sơ.",
            ),
        ),
        migrations.AddConstraint(
            model_name="clustermember",
            constraint=models.UniqueConstraint(
                models.F("tenant"),
                models.F("cluster"),
                models.F("agency"),
                name="cluster_member_agency_once",
                violation_error_message="Đơn vị này đã là thành viên của cụm, dưới một tên khác.",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoresheet",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["scoring", "submitted", "verified", "published"])),
                name="sheet_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedplace",
            constraint=models.UniqueConstraint(
                models.F("tenant"), models.F("sheet"), models.F("group"), name="published_place_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedplace",
            constraint=models.CheckConstraint(condition=models.Q(("rank__gte", 1)), name="published_place_from_one"),
        ),
        migrations.AddConstraint(
            model_name="tieorder",
            constraint=models.UniqueConstraint(
                models.F("tenant"), models.F("campaign"), models.F("group"), models.F("sheets"), name="tie_order_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="tieorder",
            constraint=models.CheckConstraint(condition=models.Q(("sheets__len__gte", 2)), name="tie_order_of_equals"),
        ),
        migrations.AddConstraint(
            model_name="tieorder",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="tie_order_has_reason",
                violation_error_message="Ghi lý do khi tự xếp thứ tự các đơn vị đồng hạng.",
            ),
        ),
        TenantWalls("PublishedPlace", "TieOrder"),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
