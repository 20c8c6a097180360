"""Start-up checks: without these the walls would be standing open, silently."""

import importlib.util

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connections


@register(Tags.compatibility)
def psycopg2_is_used(app_configs, **kwargs):
    if importlib.util.find_spec("psycopg"):
        return [
            Error(
                "psycopg 3 có trong môi trường nên Django sẽ dùng nó thay cho psycopg2.",
                hint="Gỡ gói psycopg; thidua được kiểm thử với psycopg2.",
                id="tenancy.E001",
            )
        ]
    return []


@register(Tags.database)
def role_is_unprivileged(app_configs, databases=None, **kwargs):
    """A superuser, a role with BYPASSRLS or an owner would see through row-level security."""
    if settings.AS_OWNER or not databases:
        return []
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls, current_user FROM pg_roles WHERE rolname = current_user")
        privileged, role = cursor.fetchone()
    if not privileged:
        return []
    return [
        Error(
            f"Ứng dụng đang kết nối cơ sở dữ liệu bằng vai trò đặc quyền «{role}».",
            hint="Đặt DATABASE_URL với vai trò thidua_app (xem .env.example), hoặc DATABASE_APP_ROLE=thidua_app.",
            id="tenancy.E002",
        )
    ]
