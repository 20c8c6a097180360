from django.urls import path

from .views import directory, members, trail

urlpatterns = [
    path("don-vi/", directory.agency_list, name="agency_list"),
    path("don-vi/<int:agency_id>/", directory.agency_page, name="agency_page"),
    path("can-bo/", directory.person_list, name="person_list"),
    path("can-bo/<int:person_id>/", directory.person_page, name="person_page"),
    path("nguoi-dung/", members.member_list, name="member_list"),
    path("nguoi-dung/them/", members.member_create, name="member_create"),
    path("nguoi-dung/<int:membership_id>/", members.member_edit, name="member_edit"),
    path("vai-tro/", members.role_list, name="role_list"),
    path("dong-vai/<int:membership_id>/", members.act_as, name="act_as"),
    path("tro-giup/", members.help_page, name="help"),
    path("nhat-ky/", trail.audit_list, name="audit_list"),
]
