from django.db import migrations

from thidua.tenancy.walls import TenantWalls


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0001_initial"),
        ("agencies", "0002_walls"),
    ]

    operations = [
        TenantWalls(
            "Campaign",
            "CampaignTransition",
            "Phase",
            "ParentMovement",
            "LegalBasis",
            "Milestone",
            "Criterion",
            "AwardOffer",
            "DossierComponent",
            "Participant",
            "Registration",
            "Amendment",
        ),
    ]
