"""Score sheets, the grid, the ranking."""

from django.urls import path

from ..views import score_grid as grid
from ..views import score_ranking as ranking
from ..views import scoring

urlpatterns = [
    path("cham-diem/", scoring.score_list, name="score_list"),
    path("phieu/<int:sheet_id>/", scoring.score_sheet, name="score_sheet"),
    path("phieu/<int:sheet_id>/buoc/<slug:event>/", scoring.score_step, name="score_step"),
    path("phieu/<int:sheet_id>/tham-dinh/", grid.score_verify, name="score_verify"),
    path("phieu/<int:sheet_id>/lay-diem/", grid.score_accept, name="score_accept"),
    path("phieu/<int:sheet_id>/dong-hang/", ranking.score_tie, name="score_tie"),
    path("phieu/<int:sheet_id>/o/<int:criterion_id>/", grid.score_cell, name="score_cell"),
    path("phieu/<int:sheet_id>/minh-chung/<int:criterion_id>/", grid.score_evidence, name="score_evidence"),
    path(
        "phieu/<int:sheet_id>/minh-chung/<int:criterion_id>/tep/", grid.score_evidence_file, name="score_evidence_file"
    ),
    path("<int:campaign_id>/cham-diem/", scoring.campaign_scores, name="campaign_scores"),
    path("<int:campaign_id>/cham-diem/mo/", scoring.scoring_open, name="scoring_open"),
    path("<int:campaign_id>/cham-diem/quy-dinh/", scoring.scoring_rule, name="scoring_rule"),
    path("<int:campaign_id>/cham-diem/bang/", grid.score_grid, name="score_grid"),
    path("<int:campaign_id>/cham-diem/excel/", ranking.score_excel, name="score_excel"),
    path("<int:campaign_id>/cham-diem/nhap/", ranking.score_import, name="score_import"),
    path("<int:campaign_id>/xep-hang/", ranking.score_ranking, name="score_ranking"),
    path("<int:campaign_id>/xep-hang/excel/", ranking.ranking_excel, name="ranking_excel"),
    path("<int:campaign_id>/xep-hang/cong-bo/", ranking.score_publish, name="score_publish"),
    path("<int:campaign_id>/xep-hang/thu-hoi/", ranking.score_unpublish, name="score_unpublish"),
]
