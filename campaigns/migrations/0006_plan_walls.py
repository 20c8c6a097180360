from django.db import migrations

from thidua.tenancy.walls import ReferenceWall, TenantWalls


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0005_drop_copied_texts"),
        ("agencies", "0002_walls"),
        ("documents", "0002_walls"),
    ]

    operations = [
        TenantWalls(
            "LegalDocument",
            "Celebration",
            "MilestoneUnit",
            "ParticipantGroup",
            "Responsibility",
            "Standard",
            "ComponentOffer",
            "Target",
            "TargetReading",
            "ProgrammeTask",
            "TaskUnit",
            "Cluster",
            "ClusterMember",
            "ClusterYear",
            "Pledge",
            "ScoringRule",
            "GradeBand",
            "ScoreSheet",
            "Score",
            "SheetTransition",
            "Review",
            "UnitReport",
            "PlanReading",
        ),
        ReferenceWall("Campaign", "copied_from"),
        ReferenceWall("LegalBasis", "document"),
        ReferenceWall("ParentMovement", "document"),
        ReferenceWall("Milestone", "movement", "anchor", "rule"),
    ]
