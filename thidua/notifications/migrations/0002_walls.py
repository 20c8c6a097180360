from django.db import migrations

from thidua.tenancy.walls import TenantWalls


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0001_initial"),
    ]

    operations = [
        TenantWalls(
            "InboxItem",
            "OutgoingEmail",
        ),
    ]
