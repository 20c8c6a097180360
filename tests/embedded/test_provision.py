import psycopg2
import pytest

from thidua.embedded.postgres import Server
from thidua.embedded.provision import provision

pytestmark = pytest.mark.integration


@pytest.fixture
def server(folder):
    with Server(folder / "pg", throwaway=True) as server:
        yield server


def run(url, *statements):
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    connection.close()


def test_one_login_serves_as_owner_and_by_role_as_the_application(server):
    run(server.url("postgres"), "CREATE ROLE lone LOGIN CREATEROLE", "REVOKE thidua_app FROM thidua_owner")
    run(server.url("postgres"), "DROP ROLE thidua_app")
    url = server.url("lone")
    expected = {"DATABASE_URL": url, "DATABASE_OWNER_URL": url, "DATABASE_APP_ROLE": "thidua_app"}
    assert provision({"DATABASE_URL": url}) == expected
    assert provision({"DATABASE_URL": url}) == expected  # a second time changes nothing
    run(url, "SET ROLE thidua_app")


def test_two_logins_stay_as_they_are(server):
    assert provision(server.environment()) == server.environment()


def test_a_login_that_may_not_is_told_so(server):
    run(server.url("postgres"), "CREATE ROLE weak LOGIN")
    with pytest.raises(SystemExit, match="không được phép tạo hay nhận vai trò thidua_app"):
        provision({"DATABASE_URL": server.url("weak")})


def test_a_role_that_jumps_the_wall_is_refused(server):
    run(server.url("postgres"), "ALTER ROLE thidua_app BYPASSRLS")
    with pytest.raises(SystemExit, match="vượt tường dữ liệu"):
        provision({"DATABASE_URL": server.url("thidua_owner")})


def test_a_database_that_does_not_answer_is_named():
    with pytest.raises(SystemExit, match="Không kết nối được cơ sở dữ liệu trong DATABASE_URL"):
        provision({"DATABASE_URL": "postgresql://nobody@%2Fnowhere/none"})
