import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import thidua.tenancy.models
from thidua.tenancy.walls import TenantWalls


class Migration(migrations.Migration):
    """Awards, votes, rates and quality ratings as they stood after four steps."""

    initial = True

    replaces = [
        ("awards", "0001_initial"),
        ("awards", "0002_walls"),
        ("awards", "0003_quality_ratings"),
        ("awards", "0004_rating_walls"),
    ]

    dependencies = [
        ("agencies", "0002_walls"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Award",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="Mã")),
                ("name", models.CharField(max_length=120, verbose_name="Tên")),
                ("short_name", models.CharField(max_length=40, verbose_name="Tên ngắn")),
                (
                    "group",
                    models.CharField(
                        choices=[("title", "Danh hiệu thi đua"), ("form", "Hình thức khen thưởng")],
                        max_length=10,
                        verbose_name="Nhóm",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("state", "Nhà nước"), ("ministry", "Bộ, ban, ngành, tỉnh"), ("base", "Cơ sở")],
                        max_length=10,
                        verbose_name="Cấp",
                    ),
                ),
                (
                    "subjects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("collective", "Tập thể"),
                                ("individual", "Cá nhân"),
                                ("household", "Hộ gia đình"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="Đối tượng",
                    ),
                ),
                ("article", models.CharField(max_length=120, verbose_name="Điều luật")),
                ("position", models.PositiveIntegerField(verbose_name="Thứ tự")),
            ],
            options={
                "verbose_name": "danh hiệu, hình thức khen thưởng",
                "db_table": "awards_national_award",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="BaseSalary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(unique=True, verbose_name="Từ ngày")),
                ("amount", models.PositiveBigIntegerField(verbose_name="Mức (đồng)")),
                ("source", models.CharField(max_length=120, verbose_name="Căn cứ")),
            ],
            options={
                "db_table": "awards_national_base_salary",
                "ordering": ["valid_from"],
            },
        ),
        migrations.CreateModel(
            name="LegalRegime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=10, unique=True, verbose_name="Mã")),
                ("name", models.CharField(max_length=200, verbose_name="Tên")),
                ("law", models.CharField(max_length=200, verbose_name="Luật")),
                ("decree", models.CharField(max_length=200, verbose_name="Nghị định")),
                ("valid_from", models.DateField(verbose_name="Từ ngày")),
                ("valid_to", models.DateField(null=True, verbose_name="Đến hết ngày")),
                ("note", models.TextField(blank=True, verbose_name="Ghi chú")),
            ],
            options={
                "verbose_name": "chế độ pháp lý",
                "db_table": "awards_national_regime",
                "ordering": ["valid_from"],
            },
        ),
        migrations.CreateModel(
            name="BonusRate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject_kind",
                    models.CharField(
                        choices=[("collective", "Tập thể"), ("individual", "Cá nhân"), ("household", "Hộ gia đình")],
                        max_length=12,
                        verbose_name="Đối tượng",
                    ),
                ),
                ("coefficient", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="Hệ số")),
                (
                    "award",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="awards.award"),
                ),
                (
                    "regime",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="awards.legalregime"
                    ),
                ),
            ],
            options={
                "db_table": "awards_national_bonus_rate",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("regime"), models.F("award"), models.F("subject_kind"), name="bonus_rate_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnVoteRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("numerator", models.PositiveSmallIntegerField(verbose_name="Tử số")),
                ("denominator", models.PositiveSmallIntegerField(verbose_name="Mẫu số")),
                ("is_secret", models.BooleanField(default=True, verbose_name="Bỏ phiếu kín")),
                ("source", models.CharField(max_length=200, verbose_name="Căn cứ")),
                ("valid_from", models.DateField(verbose_name="Từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="Đến hết ngày")),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="awards.award",
                        verbose_name="danh hiệu, hình thức",
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
                "verbose_name": "tỷ lệ phiếu theo quy chế",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("tenant"), models.F("award"), models.F("valid_from"), name="own_vote_rule_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("denominator__gte", models.F("numerator")), ("numerator__gt", 0)),
                        name="own_vote_rule_is_share",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QualityRating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="Năm")),
                (
                    "period",
                    models.CharField(
                        choices=[
                            ("year", "Cả năm"),
                            ("first_half", "6 tháng đầu năm"),
                            ("seven_months", "7 tháng đầu năm"),
                            ("nine_months", "9 tháng đầu năm"),
                        ],
                        default="year",
                        max_length=12,
                        verbose_name="Kỳ",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("excellent", "Hoàn thành xuất sắc nhiệm vụ"),
                            ("good", "Hoàn thành tốt nhiệm vụ"),
                            ("completed", "Hoàn thành nhiệm vụ"),
                            ("failed", "Không hoàn thành nhiệm vụ"),
                        ],
                        max_length=12,
                        verbose_name="Mức xếp loại",
                    ),
                ),
                (
                    "decision_number",
                    models.CharField(blank=True, max_length=60, verbose_name="Số quyết định, thông báo"),
                ),
                ("decision_date", models.DateField(blank=True, null=True, verbose_name="Ngày quyết định")),
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="agencies.person",
                        verbose_name="Cá nhân",
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
                "verbose_name": "kết quả xếp loại",
                "ordering": [
                    "-year",
                    "agency__position",
                    models.OrderBy(models.F("person__sort_key"), nulls_first=True),
                    "id",
                ],
                "indexes": [models.Index(fields=["tenant", "year", "grade"], name="rating_year_grade")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "agency", "person", "year", "period"),
                        name="rating_once",
                        nulls_distinct=False,
                        violation_error_message="Đối tượng này đã có kết quả xếp loại của kỳ đó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__range", (1990, 2100))),
                        name="rating_year_sensible",
                        violation_error_message="Năm xếp loại không hợp lý.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision_date__isnull", True),
                            models.Q(("decision_number", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="rating_dated_has_number",
                        violation_error_message="Có ngày thì phải có số quyết định.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        max_length=12,
                        verbose_name="Loại hình",
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="Mẫu số")),
                ("decree", models.CharField(max_length=200, verbose_name="Ban hành kèm theo")),
                ("sections", models.JSONField(verbose_name="Các phần")),
                (
                    "regime",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="forms", to="awards.legalregime"
                    ),
                ),
            ],
            options={
                "db_table": "awards_national_report_form",
                "constraints": [
                    models.UniqueConstraint(models.F("regime"), models.F("merit_kind"), name="report_form_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="VoteRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("numerator", models.PositiveSmallIntegerField(verbose_name="Tử số")),
                ("denominator", models.PositiveSmallIntegerField(verbose_name="Mẫu số")),
                ("is_secret", models.BooleanField(default=True, verbose_name="Bỏ phiếu kín")),
                ("source", models.CharField(max_length=200, verbose_name="Căn cứ")),
                (
                    "award",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="awards.award",
                        verbose_name="danh hiệu, hình thức",
                    ),
                ),
                (
                    "regime",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="awards.legalregime",
                        verbose_name="chế độ pháp lý",
                    ),
                ),
            ],
            options={
                "db_table": "awards_national_vote_rule",
                "constraints": [
                    models.UniqueConstraint(models.F("regime"), models.F("award"), name="vote_rule_once"),
                    models.CheckConstraint(
                        condition=models.Q(("denominator__gte", models.F("numerator")), ("numerator__gt", 0)),
                        name="vote_rule_is_share",
                    ),
                ],
            },
        ),
        TenantWalls(
            "OwnVoteRule",
            "QualityRating",
        ),
    ]
