import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

import thidua.tenancy.models
from thidua.tenancy.walls import TenantWalls

# A signed decision is never edited (NĐ 30/2020 đ.18): it is amended or revoked by another one.
SIGNED_STAYS = """
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
"""
NO_SIGNED_STAYS = """
DROP TRIGGER signed_lines_stay ON dossiers_decisionline;
DROP TRIGGER signed_decision_stays ON dossiers_decision;
DROP FUNCTION decision_line_of_signed_stays();
DROP FUNCTION decision_is_signed_stays();
"""


class Migration(migrations.Migration):
    """From a dossier to the signed decision, as it stood after five steps."""

    initial = True

    replaces = [
        ("dossiers", "0001_initial"),
        ("dossiers", "0002_walls"),
        ("dossiers", "0003_signed_decisions_stay"),
        ("dossiers", "0004_verdicts_are_kept"),
        ("dossiers", "0005_dossier_of_a_round"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0002_walls"),
        ("awards", "0001_squashed_0004"),
        ("campaigns", "0001_squashed_0012"),
        ("documents", "0002_walls"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CouncilSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("council", models.CharField(max_length=200, verbose_name="Hội đồng")),
                ("held_on", models.DateField(verbose_name="Ngày họp")),
                ("members", models.PositiveSmallIntegerField(verbose_name="Tổng số thành viên")),
                ("present", models.PositiveSmallIntegerField(verbose_name="Số thành viên dự họp")),
                ("chair", models.CharField(max_length=120, verbose_name="Chủ tọa")),
                ("secretary", models.CharField(max_length=120, verbose_name="Thư ký")),
                ("minutes_number", models.CharField(blank=True, max_length=40, verbose_name="Số biên bản")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="council_sessions",
                        to="campaigns.campaign",
                    ),
                ),
                (
                    "created_by",
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
                "verbose_name": "cuộc họp Hội đồng",
                "ordering": ["-held_on", "-id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("members__gt", 0)), name="session_has_members"),
                    models.CheckConstraint(
                        condition=models.Q(("present__lte", models.F("members"))),
                        name="session_present_at_most_all",
                        violation_error_message="Số dự họp không thể nhiều hơn tổng số thành viên.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("prepared", "Chờ ký"), ("returned", "Trả lại để sửa"), ("signed", "Đã ký")],
                        default="prepared",
                        max_length=10,
                        verbose_name="Trạng thái",
                    ),
                ),
                ("authority", models.CharField(max_length=200, verbose_name="Thẩm quyền")),
                ("title", models.CharField(max_length=400, verbose_name="Trích yếu")),
                ("bases", models.JSONField(default=list, verbose_name="Căn cứ")),
                ("proposal", models.CharField(max_length=400, verbose_name="Theo đề nghị của")),
                ("executors", models.CharField(max_length=400, verbose_name="Người thi hành")),
                ("recipients", models.JSONField(default=list, verbose_name="Nơi nhận")),
                ("number", models.PositiveIntegerField(editable=False, null=True, verbose_name="Số")),
                ("symbol", models.CharField(max_length=30, verbose_name="Ký hiệu")),
                ("issued_on", models.DateField(editable=False, null=True, verbose_name="Ngày ban hành")),
                ("signer_title", models.CharField(max_length=120, verbose_name="Chức vụ người ký")),
                ("signer_name", models.CharField(blank=True, max_length=120, verbose_name="Người ký")),
                ("prepared_at", models.DateTimeField(auto_now_add=True)),
                ("signed_at", models.DateTimeField(editable=False, null=True, verbose_name="Ký lúc")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="campaigns.campaign",
                        verbose_name="phong trào",
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="cơ quan ban hành",
                    ),
                ),
                (
                    "issuer_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agencyversion"
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        editable=False,
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
                "verbose_name": "quyết định khen thưởng",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "signed"), _negated=True),
                            models.Q(
                                ("issued_on__isnull", False),
                                ("number__isnull", False),
                                ("signed_at__isnull", False),
                                ("signed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="decision_signed_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionTransition",
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
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="transitions", to="dossiers.decision"
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
                "verbose_name": "bước của quyết định",
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Nháp"),
                            ("submitted", "Đã nộp, chờ kiểm tra"),
                            ("returned", "Yêu cầu bổ sung"),
                            ("accepted", "Đủ điều kiện"),
                            ("council", "Đang trình Hội đồng"),
                            ("approval", "Chờ phê duyệt"),
                            ("decided", "Đã có kết quả"),
                            ("rejected", "Không đủ điều kiện"),
                            ("withdrawn", "Đã rút"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="Trạng thái",
                    ),
                ),
                ("letter_number", models.CharField(blank=True, max_length=40, verbose_name="Số tờ trình")),
                ("letter_date", models.DateField(blank=True, null=True, verbose_name="Ngày tờ trình")),
                ("letter_text", models.TextField(blank=True, verbose_name="Nội dung trình")),
                (
                    "signer_title",
                    models.CharField(blank=True, max_length=120, verbose_name="Chức vụ người ký tờ trình"),
                ),
                ("signer_name", models.CharField(blank=True, max_length=120, verbose_name="Người ký tờ trình")),
                (
                    "receipt_number",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="Số phiếu tiếp nhận"),
                ),
                ("receipt_year", models.PositiveSmallIntegerField(editable=False, null=True)),
                ("is_late", models.BooleanField(default=False, verbose_name="Nộp sau hạn")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="Lập lúc")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="Nộp lúc")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="Xác nhận đủ điều kiện lúc")),
                ("paper_received_on", models.DateField(blank=True, null=True, verbose_name="Đã nhận bản giấy ngày")),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "agency_version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agencyversion",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="campaigns.campaign",
                        verbose_name="phong trào",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "regime",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.legalregime",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaigns.milestone",
                        verbose_name="đợt nộp hồ sơ",
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
                "verbose_name": "hồ sơ đề nghị khen thưởng",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["tenant", "state", "-id"], name="dossier_queue"),
                    models.Index(fields=["tenant", "agency", "-id"], name="dossier_agency"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["withdrawn", "rejected"]), _negated=True),
                        fields=("tenant", "campaign", "round", "agency"),
                        name="dossier_open_once",
                        nulls_distinct=False,
                        violation_error_message="Đơn vị đã có hồ sơ cho phong trào (đợt) này.",
                    ),
                    models.UniqueConstraint(
                        models.F("tenant"),
                        models.F("receipt_year"),
                        models.F("receipt_number"),
                        name="dossier_receipt_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "withdrawn"]),
                            models.Q(
                                ("receipt_number__isnull", False),
                                ("submitted_at__isnull", False),
                                ("submitted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="dossier_submitted_has_receipt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["accepted", "council", "approval", "decided"]), _negated=True),
                            models.Q(("accepted_at__isnull", False), ("regime__isnull", False)),
                            _connector="OR",
                        ),
                        name="dossier_accepted_has_regime",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DossierItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verdict",
                    models.CharField(
                        choices=[("open", "Chưa kiểm tra"), ("ok", "Đạt"), ("returned", "Trả lại")],
                        default="open",
                        max_length=10,
                        verbose_name="Kiểm tra",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="Lý do trả lại")),
                ("returned_content", models.JSONField(editable=False, null=True)),
                (
                    "component",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="campaigns.dossiercomponent"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="dossiers.dossier"
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
                "verbose_name": "thành phần của hồ sơ",
                "ordering": ["component__position", models.OrderBy(models.F("nominee_id"), nulls_first=True)],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verdict", "returned"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="item_returned_says_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DossierTransition",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="transitions", to="dossiers.dossier"
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
                "verbose_name": "bước của hồ sơ",
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ItemCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verdict",
                    models.CharField(
                        choices=[("open", "Chưa kiểm tra"), ("ok", "Đạt"), ("returned", "Trả lại")], max_length=10
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("by_label", models.CharField(max_length=250)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="checks", to="dossiers.dossieritem"
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
                "verbose_name": "lượt kiểm tra",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ItemFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="dossiers.dossieritem"
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
                "verbose_name": "tệp của hồ sơ",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Nominee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject_kind",
                    models.CharField(
                        choices=[("collective", "Tập thể"), ("individual", "Cá nhân"), ("household", "Hộ gia đình")],
                        editable=False,
                        max_length=12,
                        verbose_name="Đối tượng",
                    ),
                ),
                ("name", models.CharField(max_length=250, verbose_name="Tên")),
                ("post", models.CharField(blank=True, max_length=300, verbose_name="Chức vụ, đơn vị")),
                ("achievement_from", models.DateField(verbose_name="Thành tích từ ngày")),
                ("achievement_to", models.DateField(verbose_name="đến ngày")),
                ("summary", models.TextField(blank=True, verbose_name="Tóm tắt thành tích")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("pending", "Chờ phê duyệt"),
                            ("approved", "Đã phê duyệt"),
                            ("returned", "Trả lại"),
                            ("not_awarded", "Không khen"),
                            ("awarded", "Được khen thưởng"),
                            ("proposed", "Đã trình cấp trên"),
                        ],
                        default="pending",
                        max_length=12,
                        verbose_name="Kết quả",
                    ),
                ),
                ("outcome_reason", models.TextField(blank=True, verbose_name="Lý do")),
                ("awarded_at", models.DateTimeField(editable=False, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="tập thể",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="nominees", to="dossiers.dossier"
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominees",
                        to="campaigns.awardoffer",
                        verbose_name="hình thức đề nghị",
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
                "verbose_name": "đối tượng đề nghị",
                "ordering": [
                    "offer_id",
                    "subject_kind",
                    models.OrderBy(models.F("person__sort_key"), nulls_first=True),
                    "id",
                ],
                "indexes": [
                    models.Index(fields=["tenant", "offer", "outcome"], name="nominee_offer"),
                    models.Index(fields=["tenant", "dossier"], name="nominee_dossier"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "dossier", "offer", "agency", "person"),
                        name="nominee_once",
                        nulls_distinct=False,
                        violation_error_message="Đối tượng này đã có trong hồ sơ cho hình thức khen thưởng đó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", False), ("subject_kind", "individual")),
                            models.Q(("person__isnull", True), ("subject_kind__in", ["collective", "household"])),
                            _connector="OR",
                        ),
                        name="nominee_is_one_subject",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("achievement_to__gte", models.F("achievement_from"))),
                        name="nominee_period",
                        violation_error_message="Thời gian lập thành tích phải kết thúc từ ngày bắt đầu trở đi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "awarded"), _negated=True),
                            ("awarded_at__isnull", False),
                            _connector="OR",
                        ),
                        name="nominee_awarded_when",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="dossieritem",
            name="nominee",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="items", to="dossiers.nominee"
            ),
        ),
        migrations.CreateModel(
            name="DecisionLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("award_title", models.CharField(max_length=300)),
                ("name", models.CharField(max_length=250)),
                ("post", models.CharField(blank=True, max_length=300)),
                ("bonus", models.PositiveBigIntegerField(null=True, verbose_name="Tiền thưởng (đồng)")),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="dossiers.decision"
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
                    "nominee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decision_line", to="dossiers.nominee"
                    ),
                ),
            ],
            options={
                "verbose_name": "người được khen trong quyết định",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("decision"), models.F("position"), name="decision_line_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CouncilResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("members", models.PositiveSmallIntegerField(verbose_name="Tổng số thành viên")),
                ("agree", models.PositiveSmallIntegerField(verbose_name="Đồng ý")),
                ("disagree", models.PositiveSmallIntegerField(default=0, verbose_name="Không đồng ý")),
                ("invalid", models.PositiveSmallIntegerField(default=0, verbose_name="Không hợp lệ")),
                ("numerator", models.PositiveSmallIntegerField()),
                ("denominator", models.PositiveSmallIntegerField()),
                ("source", models.CharField(max_length=200, verbose_name="Căn cứ tỷ lệ")),
                ("passed", models.BooleanField(verbose_name="Đạt")),
                ("note", models.TextField(blank=True, verbose_name="Ý kiến")),
                ("recorded_at", models.DateTimeField(auto_now=True)),
                (
                    "recorded_by",
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
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="dossiers.councilsession",
                    ),
                ),
                (
                    "nominee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="council_result",
                        to="dossiers.nominee",
                    ),
                ),
            ],
            options={
                "verbose_name": "kết quả xét của Hội đồng",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "members__gte",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("agree"), "+", models.F("disagree")
                                    ),
                                    "+",
                                    models.F("invalid"),
                                ),
                            )
                        ),
                        name="council_votes_within_members",
                        violation_error_message="Tổng số phiếu không thể nhiều hơn tổng số thành viên Hội đồng.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "agree__gte",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("numerator"), "*", models.F("members")
                                        ),
                                        "/",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("denominator"), "*", models.Value(1.0)
                                        ),
                                    ),
                                ),
                                ("passed", True),
                            ),
                            models.Q(
                                (
                                    "agree__lt",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("numerator"), "*", models.F("members")
                                        ),
                                        "/",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("denominator"), "*", models.Value(1.0)
                                        ),
                                    ),
                                ),
                                ("passed", False),
                            ),
                            _connector="OR",
                        ),
                        name="council_passed_by_votes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slot", models.PositiveSmallIntegerField(null=True)),
                ("quota", models.PositiveSmallIntegerField(null=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to="campaigns.awardoffer"
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
                    "nominee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="approval", to="dossiers.nominee"
                    ),
                ),
            ],
            options={
                "verbose_name": "phê duyệt",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("offer"), models.F("slot"), name="approval_slot_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("quota__isnull", True), ("slot__isnull", True)),
                            models.Q(("slot__gte", 1), ("slot__lte", models.F("quota"))),
                            _connector="OR",
                        ),
                        name="approval_within_quota",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AchievementReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answers", models.JSONField(default=dict, verbose_name="Nội dung")),
                ("revision", models.PositiveIntegerField(default=1)),
                ("saved_at", models.DateTimeField(null=True, verbose_name="Lưu lúc")),
                (
                    "form",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="awards.reportform",
                        verbose_name="mẫu báo cáo",
                    ),
                ),
                (
                    "saved_by",
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
                    "nominee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="report", to="dossiers.nominee"
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo thành tích",
            },
        ),
        migrations.AddConstraint(
            model_name="dossieritem",
            constraint=models.UniqueConstraint(
                fields=("tenant", "dossier", "component", "nominee"), name="item_once", nulls_distinct=False
            ),
        ),
        TenantWalls(
            "Dossier",
            "DossierTransition",
            "Nominee",
            "AchievementReport",
            "DossierItem",
            "ItemFile",
            "ItemCheck",
            "CouncilSession",
            "CouncilResult",
            "Approval",
            "Decision",
            "DecisionLine",
            "DecisionTransition",
        ),
        migrations.RunSQL(SIGNED_STAYS, NO_SIGNED_STAYS),
    ]
