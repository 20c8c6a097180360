from django.urls import path

from ..views import calendar, overview, registrations, writing

urlpatterns = [
    path("", overview.campaign_list, name="campaign_list"),
    path("lich/", overview.year_calendar, name="campaign_year"),
    path("tao/", writing.campaign_create, name="campaign_create"),
    path("dang-ky/", registrations.registration_list, name="registration_list"),
    path("dang-ky/<int:registration_id>/rut/", registrations.registration_withdraw, name="registration_withdraw"),
    path("moc/<int:milestone_id>/an-dinh/", calendar.milestone_announce, name="milestone_announce"),
    path("don-vi/<int:participant_id>/gia-han/", calendar.participant_extend, name="participant_extend"),
    path("<int:campaign_id>/", overview.campaign_overview, name="campaign_overview"),
    path("<int:campaign_id>/cac-don-vi/", overview.campaign_units, name="campaign_units"),
    path("<int:campaign_id>/ke-hoach/", overview.campaign_plan_page, name="campaign_plan"),
    path("<int:campaign_id>/lich-su/", overview.campaign_history, name="campaign_history"),
    path("<int:campaign_id>/soan/<slug:section>/", writing.campaign_section, name="campaign_section"),
    path("<int:campaign_id>/sao-chep/", writing.campaign_copy, name="campaign_copy"),
    path("<int:campaign_id>/phat-dong/", writing.campaign_launch, name="campaign_launch"),
    path("<int:campaign_id>/buoc/<slug:event>/", writing.campaign_step, name="campaign_step"),
    path("<int:campaign_id>/dang-ky/", registrations.campaign_registrations, name="campaign_registrations"),
    path("<int:campaign_id>/don-doc/", calendar.campaign_nudge, name="campaign_nudge"),
]
