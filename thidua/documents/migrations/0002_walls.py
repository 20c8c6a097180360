from django.db import migrations

from thidua.tenancy.walls import TenantWalls


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
        ("agencies", "0002_walls"),
    ]

    operations = [
        TenantWalls(
            "StoredFile",
            "GeneratedDocument",
            "NumberSeries",
        ),
    ]
