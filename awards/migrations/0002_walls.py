from django.db import migrations

from thidua.tenancy.walls import TenantWalls


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0001_initial"),
    ]

    operations = [
        TenantWalls(
            "OwnVoteRule",
        ),
    ]
