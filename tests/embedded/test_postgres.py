import os
import signal
import subprocess
import sys

import dj_database_url
import psycopg2
import pytest

from thidua.embedded import ROOT, binaries
from thidua.embedded.postgres import Server, command_line

pytestmark = pytest.mark.integration


def ask(url, sql):
    connection = psycopg2.connect(url)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone() if cursor.description else None
    finally:
        connection.close()


def test_a_second_start_keeps_the_data(folder):
    with Server(folder / "pg", throwaway=True) as server:
        ask(server.environment()["DATABASE_OWNER_URL"], "CREATE TABLE kept AS SELECT 42 AS answer")
    with Server(folder / "pg", throwaway=True) as server:
        assert ask(server.environment()["DATABASE_OWNER_URL"], "SELECT answer FROM kept") == (42,)


def test_owner_and_application_have_the_rights_they_need_and_no_more(folder):
    rights = "SELECT rolname::text, rolsuper, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname = current_user"
    with Server(folder / "pg", throwaway=True) as server:
        variables = server.environment()
        assert ask(variables["DATABASE_URL"], rights) == ("thidua_app", False, False, False)
        assert ask(variables["DATABASE_OWNER_URL"], rights) == ("thidua_owner", False, False, True)
        ask(variables["DATABASE_OWNER_URL"], "CREATE EXTENSION btree_gist")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(variables["DATABASE_URL"], "CREATE TABLE theirs (id int)")


def test_nothing_is_left_after_stop(folder):
    server = Server(folder / "pg", throwaway=True).start()
    pid = server.process.pid
    assert str(server.data) in command_line(pid)
    server.stop()
    assert command_line(pid) == ""
    assert not (server.data / "postmaster.pid").exists()


def test_it_is_reachable_only_through_a_private_folder(folder):
    with Server(folder / "pg", throwaway=True) as server:
        assert server.socket.stat().st_mode & 0o777 == 0o700
        assert ask(server.url("postgres"), "SHOW listen_addresses") == ("",)
        assert dj_database_url.parse(server.environment()["DATABASE_URL"])["HOST"] == str(server.socket)


def test_a_long_path_still_gets_a_short_socket(folder):
    with Server(folder / ("x" * 90), throwaway=True) as server:
        assert len(str(server.socket)) < 60
        assert ask(server.environment()["DATABASE_URL"], "SELECT 1") == (1,)
    assert not server.socket.exists()


def test_a_failed_initdb_leaves_nothing(folder, monkeypatch):
    server = Server(folder / "pg", throwaway=True)
    broken = folder / "programs"
    broken.mkdir(mode=0o755)
    (broken / "initdb").write_text('#!/bin/sh\nmkdir -p "$2"; echo half > "$2/PG_VERSION"; echo hỏng >&2; exit 1\n')
    (broken / "initdb").chmod(0o755)
    (broken / "postgres").symlink_to(server.bin / "postgres")
    monkeypatch.setattr(server, "bin", broken)
    with pytest.raises(SystemExit, match="Không tạo được cơ sở dữ liệu .* hỏng"):
        server.start()
    assert [path.name for path in server.base.iterdir()] == []


def test_half_a_cluster_from_a_killed_initdb_is_made_anew(folder):
    server = Server(folder / "pg", throwaway=True)
    (server.base / "data.new").mkdir()
    (server.base / "data.new" / "PG_VERSION").write_text("18")
    with server:
        assert ask(server.environment()["DATABASE_URL"], "SELECT 1") == (1,)
    assert not (server.base / "data.new").exists()


def test_data_of_another_version_are_refused_with_a_sentence(folder):
    server = Server(folder / "pg", throwaway=True)
    server.data.mkdir()
    (server.data / "PG_VERSION").write_text("9\n")
    with pytest.raises(SystemExit, match="là của PostgreSQL 9"):
        server.start()


SUPERVISOR = """
import sys, time
from thidua.embedded.postgres import Server
server = Server(sys.argv[1], throwaway=True).start()
print(server.process.pid, flush=True)
time.sleep(60)
"""


def test_a_killed_supervisor_takes_its_server_along_and_the_next_start_works(folder):
    supervisor = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, folder / "pg"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    pid = int(supervisor.stdout.readline())
    supervisor.kill()
    supervisor.communicate()
    with Server(folder / "pg", throwaway=True) as server:
        assert ask(server.environment()["DATABASE_URL"], "SELECT 1") == (1,)
        assert command_line(pid) == ""


def test_an_orphan_is_stopped_first_and_a_stranger_with_its_number_is_left_alone(folder):
    stranger = subprocess.Popen(["sleep", "60"])
    server = Server(folder / "pg", throwaway=True)
    server.data.mkdir()
    (server.data / "postmaster.pid").write_text(f"{stranger.pid}\n{server.data}\n")
    server._end_orphan()
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()

    script = "import time; print(flush=True); time.sleep(60)"
    orphan = subprocess.Popen([sys.executable, "-c", script, server.data], stdout=subprocess.PIPE)
    orphan.stdout.readline()  # a signal that comes while Python still starts ends it in another way
    (server.data / "postmaster.pid").write_text(f"{orphan.pid}\n{server.data}\n")
    server._end_orphan()
    assert orphan.wait(5) == -signal.SIGINT


def test_without_any_postgresql_a_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setattr(binaries, "candidates", list)
    with pytest.raises(SystemExit, match="Không tìm thấy PostgreSQL 15"):
        binaries.find()


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root has to hand the server to someone else.")
def test_for_root_a_folder_that_nobody_else_may_enter_is_replaced_by_one_outside(folder):
    folder.chmod(0o700)
    server = Server(folder / "pg", throwaway=True)
    try:
        assert (folder / "pg.location").read_text() == str(server.base)
        assert Server(folder / "pg", throwaway=True).base == server.base
    finally:
        server.base.rmdir()
