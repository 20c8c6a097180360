from django.db import migrations

from thidua.tenancy.walls import TenantWalls


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_initial"),
        ("agencies", "0002_walls"),
    ]

    operations = [
        TenantWalls(
            "Membership",
        ),
    ]
