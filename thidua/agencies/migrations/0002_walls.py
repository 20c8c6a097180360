from django.db import migrations

from thidua.tenancy.walls import TenantWalls


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_initial"),
    ]

    operations = [
        TenantWalls(
            "Agency",
            "AgencyVersion",
            "AgencyEvent",
            "Person",
            "Position",
        ),
    ]
