import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import thidua.agencies.models.person
import thidua.tenancy.models
from thidua.tenancy.walls import TenantWalls

# A sheet belongs to a unit of its own campaign, a lead to its own cluster, a score to a criterion of its own campaign
# and never above what the criterion gives. A maximum that is lowered later leaves points standing until they change.
SCORES_FIT = """
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
NO_SCORES_FIT = """
DROP TRIGGER score_fits_criterion ON campaigns_score;
DROP FUNCTION score_fits_criterion();
ALTER TABLE campaigns_clusteryear DROP CONSTRAINT cluster_deputy_is_member;
ALTER TABLE campaigns_clusteryear DROP CONSTRAINT cluster_lead_is_member;
ALTER TABLE campaigns_clustermember DROP CONSTRAINT member_of_cluster;
ALTER TABLE campaigns_scoresheet DROP CONSTRAINT sheet_participant_of_campaign;
ALTER TABLE campaigns_participant DROP CONSTRAINT participant_of_campaign;
"""

# Deferred as all walls are: one form may change the role of a group and of its lines.
PLAN_HANGS_TOGETHER = """
ALTER TABLE campaigns_milestone ADD CONSTRAINT milestone_anchor_of_campaign
FOREIGN KEY (tenant_id, campaign_id, anchor_id) REFERENCES campaigns_milestone (tenant_id, campaign_id, id)
DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE campaigns_criterion ADD CONSTRAINT criterion_group_of_role
FOREIGN KEY (tenant_id, campaign_id, role, parent_id) REFERENCES campaigns_criterion (tenant_id, campaign_id, role, id)
DEFERRABLE INITIALLY DEFERRED;
"""
NO_PLAN_HANGS_TOGETHER = """
ALTER TABLE campaigns_criterion DROP CONSTRAINT criterion_group_of_role;
ALTER TABLE campaigns_milestone DROP CONSTRAINT milestone_anchor_of_campaign;
"""

# Only a unit that takes part sends a report, and a review keeps a milestone of its own campaign.
REVIEWS_ARE_OWN = """
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
NO_REVIEWS_ARE_OWN = """
DROP TRIGGER review_milestone_own ON campaigns_review;
DROP FUNCTION review_milestone_is_own();
DROP TRIGGER unit_report_of_participant ON campaigns_unitreport;
DROP FUNCTION unit_report_is_of_participant();
"""


class Migration(migrations.Migration):
    """The plan as data and everything that happens in a campaign, as it stood after twelve steps."""

    initial = True

    replaces = [
        ("campaigns", "0001_initial"),
        ("campaigns", "0002_walls"),
        ("campaigns", "0003_plan_as_data"),
        ("campaigns", "0004_file_cited_documents"),
        ("campaigns", "0005_drop_copied_texts"),
        ("campaigns", "0006_plan_walls"),
        ("campaigns", "0007_who_sent_and_published"),
        ("campaigns", "0008_component_note"),
        ("campaigns", "0009_ranking_frozen"),
        ("campaigns", "0010_plan_kept_right"),
        ("campaigns", "0011_extension_of_a_round"),
        ("campaigns", "0012_reviews_keep_what_they_closed_with"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0002_walls"),
        ("awards", "0001_squashed_0004"),
        ("documents", "0002_walls"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300, verbose_name="Tên phong trào")),
                ("theme", models.CharField(blank=True, max_length=300, verbose_name="Chủ đề")),
                ("slogan", models.CharField(blank=True, max_length=300, verbose_name="Khẩu hiệu")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("regular", "Thường xuyên"),
                            ("phased", "Theo đợt"),
                            ("thematic", "Chuyên đề"),
                            ("special", "Đặc biệt"),
                            ("programme", "Chương trình công tác năm"),
                        ],
                        max_length=12,
                        verbose_name="Loại phong trào",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="Năm thi đua")),
                ("plan_number", models.CharField(blank=True, max_length=40, verbose_name="Số, ký hiệu kế hoạch")),
                ("plan_date", models.DateField(blank=True, null=True, verbose_name="Ngày ban hành kế hoạch")),
                ("starts_on", models.DateField(verbose_name="Bắt đầu")),
                ("ends_on", models.DateField(verbose_name="Kết thúc")),
                ("purpose", models.TextField(blank=True, verbose_name="Mục đích")),
                ("requirements", models.TextField(blank=True, verbose_name="Yêu cầu")),
                ("funding", models.TextField(blank=True, verbose_name="Kinh phí khen thưởng")),
                ("dossier_copies", models.PositiveSmallIntegerField(default=1, verbose_name="Số bộ hồ sơ")),
                (
                    "recipients",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="Nơi nhận",
                    ),
                ),
                ("signer_title", models.CharField(blank=True, max_length=120, verbose_name="Chức vụ người ký")),
                ("signer_name", models.CharField(blank=True, max_length=120, verbose_name="Người ký")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("launched", "Đang phát động"),
                            ("reviewing", "Đang xét khen thưởng"),
                            ("closed", "Đã kết thúc"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="Trạng thái",
                    ),
                ),
                (
                    "launched_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="Phát động lúc"),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "folded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=thidua.agencies.models.person.Fold(models.F("title")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="copies",
                        to="campaigns.campaign",
                        verbose_name="Sao chép từ",
                    ),
                ),
                (
                    "launched_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organiser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="Cơ quan phát động",
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
            options={
                "verbose_name": "phong trào thi đua",
                "ordering": ["-year", "-id"],
                "indexes": [models.Index(fields=["tenant", "-year", "-id"], name="campaign_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="campaign_period",
                        violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draft"),
                            models.Q(("launched_at__isnull", False), ("launched_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="campaign_launched_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AwardOffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "authority",
                    models.CharField(
                        help_text="Ví dụ: Giám đốc Sở Nội vụ", max_length=200, verbose_name="Thẩm quyền quyết định"
                    ),
                ),
                (
                    "decided_here",
                    models.BooleanField(
                        default=True,
                        help_text="Bỏ chọn nếu phải trình cấp trên.",
                        verbose_name="Quyết định tại cơ quan này",
                    ),
                ),
                (
                    "nominee_kind",
                    models.CharField(
                        choices=[("collective", "Tập thể"), ("individual", "Cá nhân"), ("household", "Hộ gia đình")],
                        max_length=12,
                        verbose_name="Đối tượng",
                    ),
                ),
                (
                    "merit_kind",
                    models.CharField(
                        choices=[
                            ("cong_trang", "Công trạng"),
                            ("dot_xuat", "Đột xuất"),
                            ("phong_trao", "Phong trào thi đua"),
                            ("cong_hien", "Quá trình cống hiến"),
                            ("nien_han", "Niên hạn"),
                            ("doi_ngoai", "Đối ngoại"),
                        ],
                        default="phong_trao",
                        max_length=12,
                        verbose_name="Loại hình",
                    ),
                ),
                (
                    "agency_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("department", "Sở, cơ quan chủ trì"),
                                ("internal_unit", "Đơn vị thuộc Sở"),
                                ("subordinate_unit", "Đơn vị trực thuộc Sở"),
                                ("district_office", "Phòng Nội vụ cấp huyện"),
                                ("centre", "Trung tâm"),
                                ("office", "Văn phòng"),
                                ("other", "Khác"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="Thuộc các loại đơn vị",
                    ),
                ),
                (
                    "selection",
                    models.CharField(
                        choices=[
                            ("dossier", "Xét theo hồ sơ đề nghị"),
                            ("ranking", "Theo kết quả chấm điểm, xếp hạng"),
                        ],
                        default="dossier",
                        max_length=10,
                        verbose_name="Cách chọn",
                    ),
                ),
                (
                    "quota_kind",
                    models.CharField(
                        choices=[
                            ("fixed", "Số lượng ấn định"),
                            ("percent", "Theo tỷ lệ phần trăm"),
                            ("unlimited", "Không ấn định số lượng"),
                            ("by_reference", "Theo văn bản hướng dẫn"),
                        ],
                        default="fixed",
                        max_length=14,
                        verbose_name="Số lượng",
                    ),
                ),
                ("quota", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Số suất")),
                (
                    "quota_percent",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="Tỷ lệ (%)"
                    ),
                ),
                (
                    "quota_population",
                    models.CharField(
                        blank=True,
                        help_text="Ví dụ: số công chức, viên chức của đơn vị",
                        max_length=200,
                        verbose_name="Tính trên",
                    ),
                ),
                ("reference", models.CharField(blank=True, max_length=300, verbose_name="Văn bản hướng dẫn số lượng")),
                ("standards", models.TextField(blank=True, verbose_name="Tiêu chuẩn")),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.award",
                        verbose_name="Danh hiệu, hình thức",
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
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="offers", to="campaigns.campaign"
                    ),
                ),
            ],
            options={
                "verbose_name": "hình thức, số lượng khen thưởng",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("quota__gt", 0), ("quota__isnull", False), ("quota_kind", "fixed")),
                            models.Q(("quota__isnull", True), ("quota_kind", "unlimited")),
                            models.Q(
                                ("quota__isnull", True),
                                ("quota_kind", "percent"),
                                ("quota_percent__gt", 0),
                                ("quota_percent__lte", 100),
                                models.Q(("quota_population", ""), _negated=True),
                            ),
                            models.Q(
                                ("quota__isnull", True),
                                ("quota_kind", "by_reference"),
                                models.Q(("reference", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="offer_quota_stated",
                        violation_error_message="Ghi số suất nếu «Số lượng ấn định»; ghi tỷ lệ và số nền nếu «Theo tỷ lệ phần trăm»; ghi văn bản hướng dẫn nếu «Theo văn bản hướng dẫn»; còn lại để trống số suất.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quota_kind", "percent"), ("quota_percent__isnull", True), _connector="OR"),
                        name="offer_percent_only_when_asked",
                        violation_error_message="Tỷ lệ phần trăm chỉ ghi khi số lượng «Theo tỷ lệ phần trăm».",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("selection", "ranking"), _negated=True),
                            ("nominee_kind", "collective"),
                            _connector="OR",
                        ),
                        name="offer_ranking_is_of_units",
                        violation_error_message="Xếp hạng là của đơn vị: «Theo kết quả chấm điểm, xếp hạng» chỉ dùng cho tập thể; cá nhân, hộ gia đình xét theo hồ sơ.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("section", models.CharField(max_length=100, verbose_name="Phần")),
                ("changes", models.JSONField(verbose_name="Thay đổi")),
                ("document", models.CharField(blank=True, max_length=300, verbose_name="Văn bản sửa đổi")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="Lý do")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="Thời điểm")),
                ("made_by_label", models.CharField(max_length=250)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="amendments", to="campaigns.campaign"
                    ),
                ),
            ],
            options={
                "verbose_name": "sửa đổi, bổ sung",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="CampaignTransition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event", models.CharField(max_length=40, verbose_name="Bước")),
                ("source", models.CharField(max_length=20, verbose_name="Từ trạng thái")),
                ("target", models.CharField(max_length=20, verbose_name="Sang trạng thái")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="Thời điểm")),
                ("by_label", models.CharField(max_length=250, verbose_name="Người thực hiện")),
                ("reason", models.TextField(blank=True, verbose_name="Lý do, ghi chú")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thực hiện",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="transitions", to="campaigns.campaign"
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
            options={
                "verbose_name": "bước của phong trào",
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Cluster",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=250, verbose_name="Tên cụm, khối")),
                ("valid_from", models.PositiveSmallIntegerField(verbose_name="Từ năm")),
                ("valid_to", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Đến năm")),
                ("rules", models.TextField(blank=True, verbose_name="Quy chế hoạt động")),
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
            options={
                "verbose_name": "cụm, khối thi đua",
                "ordering": ["name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("name"),
                        name="cluster_once",
                        violation_error_message="Đã có cụm, khối mang tên này.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="cluster_period",
                        violation_error_message="Năm kết thúc phải từ năm bắt đầu trở đi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClusterMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                ("name", models.CharField(max_length=250, verbose_name="Đơn vị")),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="Đơn vị trong danh mục",
                    ),
                ),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="campaigns.cluster"
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
            options={
                "verbose_name": "đơn vị thành viên",
                "ordering": ["position", "id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("cluster"),
                        models.F("name"),
                        name="cluster_member_once",
                        violation_error_message="Đơn vị này đã là thành viên của cụm.",
                    ),
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("cluster"),
                        models.F("agency"),
                        name="cluster_member_agency_once",
                        violation_error_message="Đơn vị này đã là thành viên của cụm, dưới một tên khác.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClusterYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="Năm")),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cluster_years",
                        to="campaigns.campaign",
                        verbose_name="Chấm điểm theo phong trào",
                    ),
                ),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="years", to="campaigns.cluster"
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaigns.clustermember",
                        verbose_name="Cụm phó, khối phó",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaigns.clustermember",
                        verbose_name="Cụm trưởng, khối trưởng",
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
            options={
                "verbose_name": "năm của cụm",
                "ordering": ["-year"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("cluster"),
                        models.F("year"),
                        name="cluster_year_once",
                        violation_error_message="Năm này đã có cụm trưởng.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deputy__isnull", True),
                            models.Q(("deputy", models.F("lead")), _negated=True),
                            _connector="OR",
                        ),
                        name="cluster_lead_not_deputy",
                        violation_error_message="Cụm trưởng và cụm phó phải là hai đơn vị.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("content", "Nội dung thi đua"),
                            ("criterion", "Tiêu chí"),
                            ("solution", "Nhiệm vụ, giải pháp"),
                        ],
                        default="criterion",
                        max_length=10,
                        verbose_name="Là",
                    ),
                ),
                ("text", models.TextField(verbose_name="Nội dung")),
                (
                    "max_points",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="Điểm tối đa"
                    ),
                ),
                (
                    "points_kind",
                    models.CharField(
                        choices=[("plain", "Điểm chuẩn"), ("bonus", "Điểm thưởng"), ("minus", "Điểm trừ")],
                        default="plain",
                        max_length=6,
                        verbose_name="Cách tính",
                    ),
                ),
                ("evidence_required", models.BooleanField(default=False, verbose_name="Phải có minh chứng")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="criteria", to="campaigns.campaign"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="campaigns.criterion",
                        verbose_name="Nhóm",
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
            options={
                "verbose_name": "tiêu chí",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("max_points__isnull", True), ("max_points__gt", 0), _connector="OR"),
                        name="criterion_points_positive",
                        violation_error_message="Điểm tối đa phải lớn hơn 0; tiêu chí không chấm điểm thì để trống.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent__isnull", True),
                            models.Q(("parent", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="criterion_not_its_own_group",
                    ),
                    models.UniqueConstraint(fields=("tenant", "campaign", "role", "id"), name="criterion_of_role"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DossierComponent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("submission_letter", "Tờ trình kèm danh sách"),
                            ("minutes", "Biên bản họp"),
                            ("achievement_report", "Báo cáo thành tích"),
                            ("evidence", "Minh chứng"),
                            ("other", "Giấy tờ khác"),
                        ],
                        max_length=20,
                        verbose_name="Loại",
                    ),
                ),
                ("name", models.CharField(max_length=250, verbose_name="Tên thành phần")),
                (
                    "form",
                    models.CharField(
                        blank=True, help_text="Ví dụ: Mẫu số 08 Phụ lục I", max_length=250, verbose_name="Mẫu biểu"
                    ),
                ),
                (
                    "decree",
                    models.CharField(
                        blank=True, help_text="Ví dụ: 98/2023/NĐ-CP", max_length=60, verbose_name="Văn bản ban hành mẫu"
                    ),
                ),
                ("originals", models.PositiveSmallIntegerField(default=1, verbose_name="Số bản chính")),
                ("per_nominee", models.BooleanField(default=False, verbose_name="Mỗi người, mỗi tập thể một bản")),
                ("required", models.BooleanField(default=True, verbose_name="Bắt buộc")),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Thành phần này phải nêu gì, ví dụ: kết quả xếp loại năm 2024 (số, ngày quyết định).",
                        verbose_name="Lưu ý",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="components", to="campaigns.campaign"
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
            options={
                "verbose_name": "thành phần hồ sơ",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="ComponentOffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="own_components",
                        to="campaigns.awardoffer",
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
                (
                    "component",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="only_for",
                        to="campaigns.dossiercomponent",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("component"), models.F("offer"), name="component_offer_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GradeBand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="Xếp loại")),
                ("min_points", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="Từ điểm")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bands", to="campaigns.campaign"
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
            options={
                "verbose_name": "mức xếp loại",
                "ordering": ["-min_points"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("campaign"),
                        models.F("min_points"),
                        name="band_once",
                        violation_error_message="Hai mức trùng điểm sàn.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("law", "Luật"),
                            ("decree", "Nghị định"),
                            ("circular", "Thông tư"),
                            ("directive", "Chỉ thị"),
                            ("decision", "Quyết định"),
                            ("plan", "Kế hoạch"),
                            ("letter", "Công văn"),
                            ("resolution", "Nghị quyết"),
                            ("conclusion", "Kết luận"),
                            ("guidance", "Hướng dẫn"),
                            ("programme", "Chương trình"),
                            ("notice", "Thông báo"),
                            ("report", "Báo cáo"),
                            ("other", "Văn bản"),
                        ],
                        max_length=12,
                        verbose_name="Loại văn bản",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="Số, ký hiệu")),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="Ngày ban hành")),
                ("issuer", models.CharField(blank=True, max_length=200, verbose_name="Cơ quan ban hành")),
                ("subject", models.CharField(blank=True, max_length=500, verbose_name="Trích yếu")),
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
            options={
                "verbose_name": "văn bản",
                "ordering": ["-issued_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        fields=("tenant", "kind", "number", "issued_on"),
                        name="legal_document_once",
                        nulls_distinct=False,
                        violation_error_message="Văn bản này đã có trong danh mục văn bản của cơ quan.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("number", "")),
                        fields=("tenant", "kind", "issued_on", "subject"),
                        name="legal_document_unnumbered_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalBasis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="legal_bases", to="campaigns.campaign"
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
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cited_in",
                        to="campaigns.legaldocument",
                        verbose_name="Văn bản",
                    ),
                ),
            ],
            options={
                "verbose_name": "căn cứ",
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("campaign"), models.F("document"), name="legal_basis_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("registration", "Đăng ký thi đua"),
                            ("interim_review", "Sơ kết"),
                            ("dossier_deadline", "Hạn nộp hồ sơ"),
                            ("council", "Họp Hội đồng"),
                            ("final_review", "Tổng kết"),
                            ("ceremony", "Lễ trao thưởng"),
                            ("report", "Báo cáo"),
                            ("other", "Mốc khác"),
                        ],
                        max_length=20,
                        verbose_name="Loại mốc",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="Tên mốc")),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("fixed", "Đã ấn định"),
                            ("relative", "Tính từ mốc khác"),
                            ("yearly", "Hằng năm"),
                            ("awaited", "Chờ văn bản hướng dẫn"),
                        ],
                        default="fixed",
                        max_length=10,
                        verbose_name="Thời hạn",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="Ngày")),
                (
                    "offset_days",
                    models.SmallIntegerField(
                        blank=True, help_text="Số âm: trước mốc.", null=True, verbose_name="Cách mốc đó (ngày)"
                    ),
                ),
                ("yearly_day", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Ngày trong năm")),
                (
                    "yearly_month",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Tháng trong năm"),
                ),
                ("first_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Từ năm")),
                ("last_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Đến năm")),
                (
                    "awaits",
                    models.CharField(
                        blank=True,
                        help_text="Văn bản nào, của ai, khi mốc chưa có ngày.",
                        max_length=300,
                        verbose_name="Văn bản sẽ ấn định ngày",
                    ),
                ),
                ("set_by", models.CharField(blank=True, max_length=300, verbose_name="Văn bản đã ấn định ngày")),
                (
                    "of_year",
                    models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="Của năm"),
                ),
                (
                    "anchor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="followers",
                        to="campaigns.milestone",
                        verbose_name="Tính từ mốc",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="milestones", to="campaigns.campaign"
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="years",
                        to="campaigns.milestone",
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
            options={
                "verbose_name": "mốc",
                "ordering": [models.OrderBy(models.F("due_on"), nulls_last=True), "id"],
                "indexes": [models.Index(fields=["tenant", "due_on"], name="milestone_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("certainty", "fixed"), ("due_on__isnull", False)),
                            models.Q(
                                ("anchor__isnull", False), ("certainty", "relative"), ("offset_days__isnull", False)
                            ),
                            models.Q(
                                ("certainty", "yearly"),
                                ("due_on__isnull", True),
                                ("first_year__isnull", False),
                                ("last_year__gte", models.F("first_year")),
                                ("yearly_day__range", (1, 31)),
                                ("yearly_month__range", (1, 12)),
                            ),
                            models.Q(
                                ("certainty", "awaited"),
                                ("due_on__isnull", True),
                                models.Q(("awaits", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="milestone_dated_or_awaited",
                        violation_error_message="Mốc phải có ngày. «Tính từ mốc khác» cần mốc và số ngày; «Hằng năm» cần ngày, tháng, từ năm, đến năm; nếu chưa có ngày, chọn «Chờ văn bản hướng dẫn» và ghi văn bản sẽ ấn định ngày.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("anchor", models.F("id")), _negated=True),
                        name="milestone_not_its_own_anchor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("yearly_day__lte", 29),
                            models.Q(("yearly_day", 30), models.Q(("yearly_month", 2), _negated=True)),
                            models.Q(
                                ("yearly_day", 31), models.Q(("yearly_month__in", (2, 4, 6, 9, 11)), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="milestone_yearly_day_exists",
                        violation_error_message="Ngày này không có trong tháng đã chọn.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("of_year__isnull", True), ("rule__isnull", True)),
                            models.Q(("of_year__isnull", False), ("rule__isnull", False)),
                            _connector="OR",
                        ),
                        name="milestone_year_of_rule",
                    ),
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("rule"), models.F("of_year"), name="milestone_year_once"
                    ),
                    models.UniqueConstraint(fields=("tenant", "campaign", "id"), name="milestone_of_campaign"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MilestoneUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                ("name", models.CharField(max_length=250, verbose_name="Đơn vị")),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="Đơn vị trong danh mục",
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="units", to="campaigns.milestone"
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
            options={
                "verbose_name": "đơn vị chịu trách nhiệm mốc",
                "ordering": ["position", "id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("milestone"), models.F("name"), name="milestone_unit_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ParentMovement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300, verbose_name="Tên phong trào")),
                ("launcher", models.CharField(max_length=200, verbose_name="Người, cơ quan phát động")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="Bắt đầu")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="Kết thúc")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="movements", to="campaigns.campaign"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaigns.legaldocument",
                        verbose_name="Văn bản phát động",
                    ),
                ),
                (
                    "platform_campaign",
                    models.ForeignKey(
                        blank=True,
                        help_text="Khi phong trào cấp trên cũng được quản lý trên hệ thống này.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="answered_by",
                        to="campaigns.campaign",
                        verbose_name="Phong trào trên hệ thống",
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
            options={
                "verbose_name": "phong trào cấp trên",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="movement_period",
                        violation_error_message="Phong trào cấp trên phải kết thúc từ ngày bắt đầu trở đi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("platform_campaign__isnull", True),
                            models.Q(("platform_campaign", models.F("campaign")), _negated=True),
                            _connector="OR",
                        ),
                        name="movement_is_another_campaign",
                        violation_error_message="Phong trào cấp trên là một phong trào khác, không phải chính phong trào này.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="milestone",
            name="movement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="milestones",
                to="campaigns.parentmovement",
                verbose_name="Thuộc phong trào",
            ),
        ),
        migrations.AddField(
            model_name="awardoffer",
            name="movement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="campaigns.parentmovement",
                verbose_name="Thuộc phong trào",
            ),
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="đơn vị",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="campaigns.campaign",
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
            options={
                "verbose_name": "đơn vị tham gia",
                "ordering": ["agency__position", "agency_id"],
                "indexes": [models.Index(fields=["tenant", "agency"], name="participant_agency")],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("campaign"), models.F("agency"), name="participant_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField(verbose_name="Gia hạn đến hết ngày")),
                ("reason", models.CharField(max_length=300, verbose_name="Lý do")),
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
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extensions",
                        to="campaigns.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "gia hạn nộp hồ sơ",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("participant"), models.F("round"), name="extension_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ParticipantGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                (
                    "nominee_kind",
                    models.CharField(
                        choices=[("collective", "Tập thể"), ("individual", "Cá nhân"), ("household", "Hộ gia đình")],
                        default="collective",
                        max_length=12,
                        verbose_name="Là",
                    ),
                ),
                ("text", models.TextField(verbose_name="Đối tượng")),
                (
                    "agency_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("department", "Sở, cơ quan chủ trì"),
                                ("internal_unit", "Đơn vị thuộc Sở"),
                                ("subordinate_unit", "Đơn vị trực thuộc Sở"),
                                ("district_office", "Phòng Nội vụ cấp huyện"),
                                ("centre", "Trung tâm"),
                                ("office", "Văn phòng"),
                                ("other", "Khác"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="Loại đơn vị",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="groups", to="campaigns.campaign"
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
                (
                    "under",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="Mọi đơn vị thuộc",
                    ),
                ),
            ],
            options={
                "verbose_name": "đối tượng thi đua",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Phase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="Tên giai đoạn, đợt")),
                ("starts_on", models.DateField(verbose_name="Bắt đầu")),
                ("ends_on", models.DateField(verbose_name="Kết thúc")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="phases", to="campaigns.campaign"
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
            options={
                "verbose_name": "giai đoạn",
                "ordering": ["starts_on", "id"],
                "indexes": [models.Index(fields=["tenant", "campaign"], name="phase_campaign")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="phase_period",
                        violation_error_message="Giai đoạn phải kết thúc từ ngày bắt đầu trở đi.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="milestone",
            name="phase",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="milestones",
                to="campaigns.phase",
                verbose_name="Giai đoạn",
            ),
        ),
        migrations.CreateModel(
            name="Celebration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=250, verbose_name="Ngày kỷ niệm")),
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="Ngày gốc")),
                ("celebrated_on", models.DateField(blank=True, null=True, verbose_name="Ngày chào mừng")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="celebrations",
                        to="campaigns.campaign",
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
                (
                    "phase",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="celebrations",
                        to="campaigns.phase",
                        verbose_name="Giai đoạn, đợt",
                    ),
                ),
            ],
            options={
                "verbose_name": "ngày kỷ niệm",
                "ordering": [models.OrderBy(models.F("celebrated_on"), nulls_last=True), "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("celebrated_on__gte", models.F("founded_on"))),
                        name="celebration_after_founding",
                        violation_error_message="Ngày chào mừng phải từ ngày gốc trở đi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "Đang chờ"),
                            ("running", "Đang thực hiện"),
                            ("done", "Xong"),
                            ("failed", "Không thực hiện được"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="Trạng thái",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="Số lần thử")),
                ("available_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="Thực hiện từ")),
                ("lease_until", models.DateTimeField(blank=True, null=True, verbose_name="Giữ đến")),
                ("requested_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="Yêu cầu lúc")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="Xong lúc")),
                ("error", models.TextField(blank=True, verbose_name="Lỗi")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Đang rà soát"), ("used", "Đã lập phong trào"), ("dropped", "Đã bỏ")],
                        default="open",
                        max_length=8,
                        verbose_name="Rà soát",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="Nội dung")),
                ("facts", models.JSONField(default=dict, verbose_name="Dữ kiện đọc được")),
                ("verdicts", models.JSONField(default=dict, verbose_name="Ý kiến rà soát")),
                ("refusal", models.TextField(blank=True, verbose_name="Lý do không đọc được")),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "campaign",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="readings",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="Tệp kế hoạch",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
            options={
                "verbose_name": "bản đọc kế hoạch",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "used"), _negated=True), ("status", "done"), _connector="OR"
                        ),
                        name="reading_used_when_read",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Pledge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="Năm")),
                ("content", models.TextField(verbose_name="Nội dung giao ước")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="Ngày ký")),
                ("signer_title", models.CharField(blank=True, max_length=120, verbose_name="Chức vụ người ký")),
                ("signer_name", models.CharField(blank=True, max_length=120, verbose_name="Người ký")),
                ("entered_at", models.DateTimeField(auto_now_add=True)),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="Bản ký",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pledges",
                        to="campaigns.clustermember",
                        verbose_name="Đơn vị",
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
            options={
                "verbose_name": "giao ước thi đua",
                "ordering": ["-year", "member__position"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("member"),
                        models.F("year"),
                        name="pledge_once",
                        violation_error_message="Đơn vị đã có giao ước thi đua của năm này.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_on__isnull", True), models.Q(("signer_name", ""), _negated=True), _connector="OR"
                        ),
                        name="pledge_signed_by_somebody",
                        violation_error_message="Ghi họ tên người ký giao ước.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeTask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "quarter",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "Quý I"), (2, "Quý II"), (3, "Quý III"), (4, "Quý IV")],
                        null=True,
                        verbose_name="Quý",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="TT")),
                ("task", models.TextField(verbose_name="Nội dung")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="Hoàn thành trước")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("todo", "Chưa thực hiện"),
                            ("doing", "Đang thực hiện"),
                            ("done", "Đã hoàn thành"),
                            ("dropped", "Không thực hiện"),
                        ],
                        default="todo",
                        max_length=8,
                        verbose_name="Tình trạng",
                    ),
                ),
                ("result", models.TextField(blank=True, verbose_name="Kết quả")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="Hoàn thành ngày")),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="campaigns.campaign"
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
            options={
                "verbose_name": "nhiệm vụ",
                "ordering": [models.OrderBy(models.F("quarter"), nulls_last=True), "position", "id"],
                "indexes": [models.Index(fields=["tenant", "campaign"], name="task_campaign")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("quarter__isnull", True), ("quarter__range", (1, 4)), _connector="OR"),
                        name="task_quarter_exists",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True), ("done_on__isnull", False), _connector="OR"
                        ),
                        name="task_done_when",
                        violation_error_message="Ghi ngày hoàn thành.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Registration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("target", models.CharField(blank=True, max_length=300, verbose_name="Chỉ tiêu, nội dung phấn đấu")),
                (
                    "state",
                    models.CharField(
                        choices=[("registered", "Đã đăng ký"), ("withdrawn", "Đã rút")],
                        default="registered",
                        max_length=12,
                        verbose_name="Trạng thái",
                    ),
                ),
                ("is_late", models.BooleanField(default=False, verbose_name="Đăng ký sau hạn")),
                ("registered_at", models.DateTimeField(auto_now_add=True, verbose_name="Đăng ký lúc")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="Rút lúc")),
                ("withdrawal_reason", models.CharField(blank=True, max_length=300, verbose_name="Lý do rút")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="đơn vị",
                    ),
                ),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.award",
                        verbose_name="danh hiệu, hình thức",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="registrations",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.person",
                        verbose_name="cá nhân",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
            options={
                "verbose_name": "đăng ký thi đua",
                "ordering": ["agency__position", models.OrderBy(models.F("person__sort_key"), nulls_first=True), "id"],
                "indexes": [models.Index(fields=["tenant", "campaign", "agency"], name="registration_agency")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "registered")),
                        fields=("tenant", "campaign", "agency", "award", "person"),
                        name="registration_once",
                        nulls_distinct=False,
                        violation_error_message="Đối tượng này đã đăng ký danh hiệu đó rồi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "registered"), ("withdrawn_at__isnull", False), _connector="OR"),
                        name="registration_withdrawn_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Responsibility",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                ("name", models.CharField(max_length=250, verbose_name="Đơn vị")),
                ("text", models.TextField(verbose_name="Trách nhiệm")),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="Đơn vị trong danh mục",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="responsibilities",
                        to="campaigns.campaign",
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
            options={
                "verbose_name": "trách nhiệm",
                "ordering": ["position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("interim", "Sơ kết"), ("final", "Tổng kết")], max_length=8, verbose_name="Loại"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Tên")),
                ("covers_from", models.DateField(verbose_name="Số liệu từ ngày")),
                ("covers_to", models.DateField(verbose_name="đến ngày")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="Đơn vị gửi báo cáo trước ngày")),
                ("opened_at", models.DateTimeField(auto_now_add=True, verbose_name="Mở lúc")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="Chốt lúc")),
                ("kept", models.JSONField(editable=False, null=True, verbose_name="Số liệu khi chốt")),
                ("assessment", models.TextField(blank=True, verbose_name="Đánh giá chung")),
                ("shortcomings", models.TextField(blank=True, verbose_name="Tồn tại, hạn chế và nguyên nhân")),
                ("directions", models.TextField(blank=True, verbose_name="Phương hướng, nhiệm vụ")),
                ("proposals", models.TextField(blank=True, verbose_name="Kiến nghị, đề xuất")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="campaigns.campaign"
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reviews",
                        to="campaigns.milestone",
                        verbose_name="Theo mốc của kế hoạch",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
            options={
                "verbose_name": "đợt sơ kết, tổng kết",
                "ordering": ["-covers_to", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("campaign"),
                        models.F("name"),
                        name="review_once",
                        violation_error_message="Đã có đợt mang tên này.",
                    ),
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("milestone"),
                        name="review_milestone_once",
                        violation_error_message="Đã mở đợt của mốc này.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", True), ("kept__isnull", True)),
                            models.Q(("closed_at__isnull", False), ("kept__isnull", False)),
                            _connector="OR",
                        ),
                        name="review_closed_keeps_figures",
                        violation_error_message="Đợt đã chốt phải giữ số liệu lúc chốt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("covers_to__gte", models.F("covers_from"))),
                        name="review_period",
                        violation_error_message="Kỳ số liệu phải kết thúc từ ngày bắt đầu trở đi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScoreSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("scoring", "Đơn vị đang tự chấm"),
                            ("submitted", "Đã gửi, chờ thẩm định"),
                            ("verified", "Đã thẩm định"),
                            ("published", "Đã công bố"),
                        ],
                        default="scoring",
                        max_length=10,
                        verbose_name="Trạng thái",
                    ),
                ),
                ("self_total", models.DecimalField(decimal_places=2, default=0, max_digits=8, verbose_name="Tự chấm")),
                ("total", models.DecimalField(decimal_places=2, default=0, max_digits=8, verbose_name="Thẩm định")),
                ("rank", models.PositiveIntegerField(null=True, verbose_name="Hạng")),
                ("is_tied", models.BooleanField(default=False, verbose_name="Đồng hạng")),
                ("band", models.CharField(blank=True, max_length=100, verbose_name="Xếp loại")),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="Gửi lúc")),
                ("verified_at", models.DateTimeField(null=True, verbose_name="Thẩm định lúc")),
                ("published_at", models.DateTimeField(null=True, verbose_name="Công bố lúc")),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sheets", to="campaigns.campaign"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="campaigns.clustermember",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="campaigns.participant",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "verified_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "phiếu chấm điểm",
                "ordering": ["id"],
                "indexes": [models.Index(fields=["tenant", "campaign", "state"], name="sheet_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("member__isnull", True), ("participant__isnull", False)),
                            models.Q(("member__isnull", False), ("participant__isnull", True)),
                            _connector="OR",
                        ),
                        name="sheet_of_one_unit",
                    ),
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("campaign"), models.F("participant"), name="sheet_once_participant"
                    ),
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("campaign"), models.F("member"), name="sheet_once_member"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            models.Q(("published_at__isnull", False), ("rank__isnull", False)),
                            _connector="OR",
                        ),
                        name="sheet_published_has_rank",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["scoring", "submitted", "verified", "published"])),
                        name="sheet_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "self_points",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="Tự chấm"),
                ),
                ("evidence", models.CharField(blank=True, max_length=500, verbose_name="Minh chứng")),
                (
                    "points",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="Thẩm định"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="Lý do")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scores", to="campaigns.criterion"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
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
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="campaigns.scoresheet"
                    ),
                ),
            ],
            options={
                "verbose_name": "điểm",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("sheet"), models.F("criterion"), name="score_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("self_points__isnull", True), ("self_points__gte", 0), _connector="OR"),
                            models.Q(("points__isnull", True), ("points__gte", 0), _connector="OR"),
                        ),
                        name="score_not_negative",
                        violation_error_message="Điểm không được âm; điểm trừ cũng ghi số dương.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("points__isnull", True),
                            ("self_points__isnull", True),
                            ("points", models.F("self_points")),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="score_changed_has_reason",
                        violation_error_message="Điểm thẩm định khác điểm tự chấm thì phải ghi lý do.",
                    ),
                ],
            },
        ),
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
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="places", to="campaigns.scoresheet"
                    ),
                ),
            ],
            options={
                "verbose_name": "hạng đã công bố",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("sheet"), models.F("group"), name="published_place_once"
                    ),
                    models.CheckConstraint(condition=models.Q(("rank__gte", 1)), name="published_place_from_one"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScoringRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "self_score_until",
                    models.DateField(blank=True, null=True, verbose_name="Đơn vị tự chấm đến hết ngày"),
                ),
                (
                    "minus_cap",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="Trừ tối đa"
                    ),
                ),
                (
                    "bonus_cap",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="Thưởng tối đa"
                    ),
                ),
                (
                    "tie_rules",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("fewer_minus", "Ít điểm trừ hơn"),
                                ("more_plain", "Điểm chuẩn (chưa tính thưởng) cao hơn"),
                                ("more_bonus", "Điểm thưởng nhiều hơn"),
                                ("first_criteria", "Điểm cao hơn ở tiêu chí đứng trước"),
                            ],
                            max_length=14,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="Khi bằng điểm, xét lần lượt",
                    ),
                ),
                (
                    "campaign",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scoring_rule",
                        to="campaigns.campaign",
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
            options={
                "verbose_name": "quy định chấm điểm",
            },
        ),
        migrations.CreateModel(
            name="SheetTransition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event", models.CharField(max_length=40, verbose_name="Bước")),
                ("source", models.CharField(max_length=20, verbose_name="Từ trạng thái")),
                ("target", models.CharField(max_length=20, verbose_name="Sang trạng thái")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="Thời điểm")),
                ("by_label", models.CharField(max_length=250, verbose_name="Người thực hiện")),
                ("reason", models.TextField(blank=True, verbose_name="Lý do, ghi chú")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thực hiện",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transitions",
                        to="campaigns.scoresheet",
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
            options={
                "verbose_name": "bước của phiếu chấm điểm",
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Standard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                (
                    "nominee_kind",
                    models.CharField(
                        blank=True,
                        choices=[("collective", "Tập thể"), ("individual", "Cá nhân"), ("household", "Hộ gia đình")],
                        help_text="Để trống: mọi đối tượng.",
                        max_length=12,
                        verbose_name="Đối với",
                    ),
                ),
                ("text", models.TextField(verbose_name="Tiêu chuẩn")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="standards", to="campaigns.campaign"
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
            options={
                "verbose_name": "tiêu chuẩn",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                ("text", models.TextField(verbose_name="Chỉ tiêu")),
                (
                    "comparator",
                    models.CharField(
                        choices=[(">=", "Ít nhất"), ("<=", "Không quá"), ("=", "Đúng bằng")],
                        default=">=",
                        max_length=2,
                        verbose_name="So sánh",
                    ),
                ),
                ("value", models.DecimalField(decimal_places=2, max_digits=9, verbose_name="Giá trị")),
                (
                    "unit",
                    models.CharField(
                        choices=[("count", "Số lượng"), ("percent", "Tỷ lệ %")],
                        default="count",
                        max_length=8,
                        verbose_name="Đơn vị tính",
                    ),
                ),
                (
                    "population",
                    models.CharField(
                        choices=[("agencies", "Đơn vị"), ("people", "Cá nhân")],
                        default="agencies",
                        max_length=10,
                        verbose_name="Tính trên",
                    ),
                ),
                (
                    "agency_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("department", "Sở, cơ quan chủ trì"),
                                ("internal_unit", "Đơn vị thuộc Sở"),
                                ("subordinate_unit", "Đơn vị trực thuộc Sở"),
                                ("district_office", "Phòng Nội vụ cấp huyện"),
                                ("centre", "Trung tâm"),
                                ("office", "Văn phòng"),
                                ("other", "Khác"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        help_text="Không chọn: mọi đơn vị tham gia.",
                        size=None,
                        verbose_name="Chỉ các loại đơn vị",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("rating", "Kết quả xếp loại chất lượng"),
                            ("registration", "Đăng ký thi đua"),
                            ("manual", "Văn phòng nhập"),
                        ],
                        default="rating",
                        max_length=12,
                        verbose_name="Lấy số liệu từ",
                    ),
                ),
                (
                    "grades",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("excellent", "Hoàn thành xuất sắc nhiệm vụ"),
                                ("good", "Hoàn thành tốt nhiệm vụ"),
                                ("completed", "Hoàn thành nhiệm vụ"),
                                ("failed", "Không hoàn thành nhiệm vụ"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="Các mức xếp loại được tính",
                    ),
                ),
                (
                    "award",
                    models.ForeignKey(
                        blank=True,
                        help_text="Không chọn: mọi danh hiệu.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.award",
                        verbose_name="Danh hiệu đăng ký",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="targets", to="campaigns.campaign"
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
            options={
                "verbose_name": "chỉ tiêu",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value__gte", 0), models.Q(("unit", "count"), ("value__lte", 100), _connector="OR")
                        ),
                        name="target_value_sensible",
                        violation_error_message="Giá trị từ 0 trở lên; tỷ lệ không quá 100%.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measure", "rating"), _negated=True),
                            models.Q(("grades", []), _negated=True),
                            _connector="OR",
                        ),
                        name="target_rating_names_grades",
                        violation_error_message="Chọn ít nhất một mức xếp loại được tính.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TargetReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="Năm")),
                ("reached", models.PositiveIntegerField(verbose_name="Số đạt")),
                ("total", models.PositiveIntegerField(verbose_name="Trên tổng số")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="Nguồn số liệu")),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="readings", to="campaigns.target"
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
            options={
                "verbose_name": "số liệu chỉ tiêu",
                "ordering": ["year"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("target"), models.F("year"), name="target_reading_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reached__lte", models.F("total"))),
                        name="target_reading_within_total",
                        violation_error_message="Số đạt không được lớn hơn tổng số.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="Thứ tự")),
                ("name", models.CharField(max_length=250, verbose_name="Đơn vị")),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="Đơn vị trong danh mục",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="units", to="campaigns.programmetask"
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
            options={
                "verbose_name": "đơn vị thực hiện",
                "ordering": ["position", "id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("task"), models.F("name"), name="task_unit_once"
                    )
                ],
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
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tie_orders", to="campaigns.campaign"
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
            options={
                "verbose_name": "thứ tự khi đồng hạng",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("campaign"),
                        models.F("group"),
                        models.F("sheets"),
                        name="tie_order_once",
                    ),
                    models.CheckConstraint(condition=models.Q(("sheets__len__gte", 2)), name="tie_order_of_equals"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="tie_order_has_reason",
                        violation_error_message="Ghi lý do khi tự xếp thứ tự các đơn vị đồng hạng.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("results", models.TextField(blank=True, verbose_name="Kết quả nổi bật")),
                ("shortcomings", models.TextField(blank=True, verbose_name="Tồn tại, hạn chế")),
                ("proposals", models.TextField(blank=True, verbose_name="Kiến nghị, đề xuất")),
                ("figures", models.JSONField(default=dict, verbose_name="Số liệu")),
                ("headings", models.JSONField(default=list, verbose_name="Tên các số liệu")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="Gửi lúc")),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="Đơn vị",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="campaigns.review"
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            options={
                "verbose_name": "báo cáo của đơn vị",
                "ordering": ["agency__position", "agency_id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("review"), models.F("agency"), name="unit_report_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("submitted_at__isnull", True),
                            models.Q(
                                ("submitted_by__isnull", False),
                                models.Q(("results", ""), _negated=True),
                                models.Q(("figures", {}), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="unit_report_submitted_whole",
                        violation_error_message="Báo cáo gửi đi phải có kết quả, số liệu và người gửi.",
                    ),
                ],
            },
        ),
        TenantWalls(
            "Campaign",
            "CampaignTransition",
            "Phase",
            "ParentMovement",
            "LegalBasis",
            "Milestone",
            "Criterion",
            "AwardOffer",
            "DossierComponent",
            "Participant",
            "Registration",
            "Amendment",
            "LegalDocument",
            "Celebration",
            "MilestoneUnit",
            "ParticipantGroup",
            "Responsibility",
            "Standard",
            "ComponentOffer",
            "Target",
            "TargetReading",
            "ProgrammeTask",
            "TaskUnit",
            "Cluster",
            "ClusterMember",
            "ClusterYear",
            "Pledge",
            "ScoringRule",
            "GradeBand",
            "ScoreSheet",
            "Score",
            "SheetTransition",
            "Review",
            "UnitReport",
            "PlanReading",
            "PublishedPlace",
            "TieOrder",
            "Extension",
        ),
        migrations.RunSQL(SCORES_FIT, NO_SCORES_FIT),
        migrations.RunSQL(PLAN_HANGS_TOGETHER, NO_PLAN_HANGS_TOGETHER),
        migrations.RunSQL(REVIEWS_ARE_OWN, NO_REVIEWS_ARE_OWN),
    ]
