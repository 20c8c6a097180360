from django.db import migrations

from thidua.tenancy.walls import TenantWalls


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0001_initial"),
        ("campaigns", "0002_walls"),
        ("documents", "0002_walls"),
        ("agencies", "0002_walls"),
    ]

    operations = [
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
    ]
