"""Every address. What belongs to a tenant begins with its slug; the middleware opens its door."""

from allauth.account.views import login, logout
from django.urls import include, path

from dossiers.views.entrance import home
from thidua.accounts.pages import public
from thidua.jobs.health import healthz, readyz

handler400 = "thidua.web.errors.bad_request"
handler403 = "thidua.web.errors.forbidden"
handler404 = "thidua.web.errors.not_found"
handler500 = "thidua.web.errors.server_error"

tenant_pages = [
    path("", include("dossiers.urls")),
    path("", include("thidua.accounts.urls")),
    path("phong-trao/", include("campaigns.urls")),
    path("danh-hieu/", include("awards.urls")),
    path("xep-loai/", include("awards.urls.ratings")),
    path("thong-bao/", include("thidua.notifications.urls")),
    path("van-ban/", include("thidua.documents.urls")),
]

urlpatterns = [
    path("", public(home), name="home"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("tai-khoan/", include("allauth.urls")),
    path("dang-nhap/", login, name="account_login"),
    path("dang-xuat/", logout, name="account_logout"),
    path("<slug:tenant>/", include(tenant_pages)),
]
