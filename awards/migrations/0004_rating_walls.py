from django.db import migrations

from thidua.tenancy.walls import TenantWalls


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0003_quality_ratings"),
        ("agencies", "0002_walls"),
    ]

    operations = [TenantWalls("QualityRating")]
