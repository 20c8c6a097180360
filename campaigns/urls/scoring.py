"""Score sheets, the grid, the ranking."""

from django.urls import path

from ..views import score_books as books
from ..views import score_grid as grid
from ..views import score_ranking as ranking
from ..views import score_sheet as sheet
from ..views import score_verify as verify
from ..views import scoring

urlpatterns = [
    path("cham-diem/", scoring.score_list, name="score_list"),
    path("phieu/<int:sheet_id>/", sheet.score_sheet, name="score_sheet"),
    path("phieu/<int:sheet_id>/buoc/<slug:event>/", sheet.score_step, name="score_step"),
    path("phieu/<int:sheet_id>/tham-dinh/", verify.score_verify, name="score_verify"),
    path("phieu/<int:sheet_id>/lay-diem/", verify.score_accept, name="score_accept"),
    path("phieu/<int:sheet_id>/o/<int:criterion_id>/", grid.score_cell, name="score_cell"),
    path("phieu/<int:sheet_id>/minh-chung/<int:criterion_id>/", sheet.score_evidence, name="score_evidence"),
    path(
        "phieu/<int:sheet_id>/minh-chung/<int:criterion_id>/tep/", sheet.score_evidence_file, name="score_evidence_file"
    ),
    path("<int:campaign_id>/cham-diem/", scoring.campaign_scores, name="campaign_scores"),
    path("<int:campaign_id>/cham-diem/mo/", scoring.scoring_open, name="scoring_open"),
    path("<int:campaign_id>/cham-diem/quy-dinh/", scoring.scoring_rule, name="scoring_rule"),
    path("<int:campaign_id>/cham-diem/tham-dinh-xong/", scoring.scoring_verify, name="scoring_verify"),
    path("<int:campaign_id>/cham-diem/bang/", grid.score_grid, name="score_grid"),
    path("<int:campaign_id>/cham-diem/bang/khoi/", grid.score_block, name="score_block"),
    path("<int:campaign_id>/cham-diem/excel/", books.score_excel, name="score_excel"),
    path("<int:campaign_id>/cham-diem/nhap/", books.score_import, name="score_import"),
    path("<int:campaign_id>/xep-hang/", ranking.score_ranking, name="score_ranking"),
    path("<int:campaign_id>/xep-hang/excel/", books.ranking_excel, name="ranking_excel"),
    path("<int:campaign_id>/xep-hang/dong-hang/", ranking.score_tie, name="score_tie"),
    path("<int:campaign_id>/xep-hang/dong-hang/bo/", ranking.score_tie_drop, name="score_tie_drop"),
    path("<int:campaign_id>/xep-hang/cong-bo/", ranking.score_publish, name="score_publish"),
    path("<int:campaign_id>/xep-hang/thu-hoi/", ranking.score_unpublish, name="score_unpublish"),
]
