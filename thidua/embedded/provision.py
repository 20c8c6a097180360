"""A database that was given from outside: make sure that the web can work in it as the unprivileged role."""

import contextlib

import psycopg2
from psycopg2 import errors

from .binaries import OLDEST
from .postgres import APP


def provision(environment) -> dict[str, str]:
    """The three database variables. Two logins are taken as they are given; one login serves as owner and,
    by `SET ROLE`, as the application."""
    url = environment["DATABASE_URL"]
    owner = environment.get("DATABASE_OWNER_URL")
    prepare(owner or url)
    if owner:
        return {name: environment[name] for name in VARIABLES if environment.get(name)}
    return {"DATABASE_URL": url, "DATABASE_OWNER_URL": url, "DATABASE_APP_ROLE": APP}


VARIABLES = ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_APP_ROLE")


def prepare(url):
    try:
        connection = psycopg2.connect(url)
    except psycopg2.Error as error:
        raise SystemExit(f"Không kết nối được cơ sở dữ liệu trong DATABASE_URL: {str(error).strip()}") from None
    if connection.server_version < OLDEST * 10000:
        raise SystemExit(f"Cần PostgreSQL {OLDEST} trở lên; DATABASE_URL trỏ tới {connection.server_version // 10000}.")
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        try:
            ensure_role(cursor)
        except errors.InsufficientPrivilege:
            raise SystemExit(
                f"Tài khoản trong DATABASE_URL không được phép tạo hay nhận vai trò {APP}: "
                f'hãy nhờ quản trị chạy "CREATE ROLE {APP}; GRANT {APP} TO …".'
            ) from None


def ensure_role(cursor):
    cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s", [APP])
    role = cursor.fetchone()
    if role is None:
        cursor.execute(f"CREATE ROLE {APP} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE")
    elif role[0]:
        raise SystemExit(f"Vai trò {APP} có quyền vượt tường dữ liệu (SUPERUSER hoặc BYPASSRLS): hãy thu hồi.")
    try:
        cursor.execute(f"SET ROLE {APP}")
    except errors.InsufficientPrivilege:
        cursor.execute(f"GRANT {APP} TO CURRENT_USER")
    cursor.execute("RESET ROLE")
