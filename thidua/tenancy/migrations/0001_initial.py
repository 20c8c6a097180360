import django.core.validators
from django.contrib.postgres.operations import BtreeGistExtension
from django.core.management import call_command
from django.db import migrations, models


def create_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        # Periods that must not overlap (versions of an agency, posts, memberships) are exclusion constraints.
        BtreeGistExtension(),
        migrations.RunPython(create_cache_table, migrations.RunPython.noop),
        # Lower case, without Vietnamese marks, one spelling of uỷ/ủy and sỹ/sĩ: what search compares.
        migrations.RunSQL(
            r"""
            CREATE FUNCTION vn_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
              SELECT regexp_replace(
                       translate(regexp_replace(normalize(lower(value), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'),
                       '\m([hklmnrst])y\M', '\1i', 'g')
            $$;
            """,
            "DROP FUNCTION vn_fold(text)",
        ),
        migrations.CreateModel(
            name="Tenant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]+(-[a-z0-9]+)*$")],
                        verbose_name="Mã đường dẫn",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Tên hệ thống")),
                ("short_name", models.CharField(max_length=60, verbose_name="Tên ngắn")),
                (
                    "support_office",
                    models.CharField(default="Văn phòng Sở", max_length=200, verbose_name="Bộ phận hỗ trợ"),
                ),
                ("support_phone", models.CharField(blank=True, max_length=40, verbose_name="Điện thoại hỗ trợ")),
                ("is_active", models.BooleanField(default=True, verbose_name="Đang hoạt động")),
            ],
            options={"verbose_name": "hệ thống cơ quan", "ordering": ["slug"]},
        ),
    ]
