"""A PostgreSQL of our own: a child process, reachable only through a socket in a private folder."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import psycopg2

from . import ROOT, binaries
from .processes import die_with_parent, stop_process

PORT = 54329  # only names the socket file; nothing listens on the network
OWNER, APP, DATABASE = "thidua_owner", "thidua_app", "thidua"
LONGEST_SOCKET_FOLDER = 80
LASTING = {"listen_addresses": "", "unix_socket_permissions": "0700"}
FLEETING = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "200"}


def account():
    """PostgreSQL refuses root: the owner of the project, else `postgres`, else `nobody` runs it then."""
    if os.geteuid():
        return {}
    users = {user.pw_name: user for user in pwd.getpwall()}
    owners = [user for user in users.values() if user.pw_uid == ROOT.stat().st_uid != 0]
    user = (*owners, users.get("postgres"), users.get("nobody"))
    user = next(one for one in user if one)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


class Server:
    def __init__(self, base, *, throwaway=False, log=None):
        self.account = account()
        self.throwaway = throwaway
        self.base = self._home(Path(base).absolute())
        self.data = self.base / "data"
        self.log = Path(log) if log else self.base / "postgres.log"
        self.bin = binaries.find()
        if not binaries.version(self.bin, **self.account):
            self.bin = binaries.copy(self.bin, self.base / "programs")
        self.socket = self.base
        self.process = None

    # --- folders ---

    def _home(self, base):
        base.mkdir(parents=True, exist_ok=True)
        self._own(base)
        if not self.account or self._run("test", "-w", base).returncode == 0:
            return base
        # The account cannot walk to this folder (say, below /root): the data live elsewhere, a note says where.
        note = base.with_name(f"{base.name}.location")
        if not note.exists():
            outside = Path(tempfile.mkdtemp(prefix="thidua-pg-", dir="/var/tmp"))
            self._own(outside)
            note.write_text(str(outside))
        return Path(note.read_text())

    def _own(self, folder):
        folder.chmod(0o700)
        if self.account:
            os.chown(folder, self.account["user"], self.account["group"])

    def _run(self, *command):
        command = [str(part) for part in command]
        return subprocess.run(command, capture_output=True, text=True, cwd="/", **self.account, check=False)

    # --- life ---

    def start(self):
        self._end_orphan()
        if not (self.data / "PG_VERSION").exists():
            self._create()
        self._check_version()
        if len(str(self.base)) > LONGEST_SOCKET_FOLDER:
            self.socket = Path(tempfile.mkdtemp(prefix="thidua-", dir="/tmp"))
            self._own(self.socket)
        settings = {**LASTING, **(FLEETING if self.throwaway else {}), "port": PORT}
        settings["unix_socket_directories"] = self.socket
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.bin / "postgres", "-D", self.data, *(f"--{name}={value}" for name, value in settings.items())],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
                preexec_fn=lambda: die_with_parent(signal.SIGINT),
                **self.account,
            )
        try:
            self._wait()
            self._prepare()
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self):
        """Fast shutdown: sessions end, everything is on disk."""
        if self.process:
            stop_process(self.process, signal.SIGINT, patience=30)
            self.process = None
        if self.socket != self.base:
            shutil.rmtree(self.socket, ignore_errors=True)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def _create(self):
        new = self.base / "data.new"  # renamed when complete: a kill never leaves half a cluster
        shutil.rmtree(new, ignore_errors=True)
        locale = ["--locale=C.UTF-8"]
        if binaries.version(self.bin, **self.account) >= 17:
            locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        sync = ["--no-sync"] if self.throwaway else []
        made = self._run(self.bin / "initdb", "-D", new, "-U", "postgres", "-A", "trust", "-E", "UTF8", *locale, *sync)
        if made.returncode:
            shutil.rmtree(new, ignore_errors=True)
            raise SystemExit(f"Không tạo được cơ sở dữ liệu trong {self.base}: {made.stderr.strip()}")
        new.rename(self.data)

    def _check_version(self):
        ours, theirs = binaries.version(self.bin, **self.account), (self.data / "PG_VERSION").read_text().strip()
        if str(ours) != theirs:
            raise SystemExit(
                f"Dữ liệu trong {self.data} là của PostgreSQL {theirs}, chương trình là {ours}: "
                "hãy đặt PG_BIN tới đúng phiên bản, hoặc chọn DEMO_DIR khác."
            )

    def _wait(self, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            with contextlib.suppress(psycopg2.OperationalError):
                psycopg2.connect(self.url("postgres", "postgres")).close()
                return
            time.sleep(0.03)
        raise SystemExit(f"PostgreSQL không khởi động được; xem {self.log}")

    def _end_orphan(self):
        """A server whose supervisor was killed; a pid file alone proves nothing, the command line does."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split()[0])
        except (FileNotFoundError, ValueError, IndexError):
            return
        end = time.monotonic() + 30
        while str(self.data) in command_line(pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGINT)
            if time.monotonic() > end:
                raise SystemExit(f"Tiến trình PostgreSQL {pid} còn dùng {self.data} và không chịu dừng.")
            time.sleep(0.1)

    # --- roles ---

    def _prepare(self):
        connection = psycopg2.connect(self.url("postgres", "postgres"))
        connection.autocommit = True
        with contextlib.closing(connection), connection.cursor() as cursor:
            cursor.execute("SELECT rolname FROM pg_roles UNION ALL SELECT datname FROM pg_database")
            there = {name for (name,) in cursor}
            if OWNER not in there:
                cursor.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")
            if APP not in there:
                cursor.execute(f"CREATE ROLE {APP} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE")
            cursor.execute(f"GRANT {APP} TO {OWNER}")  # tests make databases as owner and work as the application
            if DATABASE not in there:
                cursor.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")

    def url(self, user, database=DATABASE):
        return f"postgresql://{user}@{quote(str(self.socket), safe='')}:{PORT}/{database}"

    def environment(self):
        return {"DATABASE_URL": self.url(APP), "DATABASE_OWNER_URL": self.url(OWNER)}


def command_line(pid):
    """Empty when there is no such process (any more)."""
    proc = Path(f"/proc/{pid}/cmdline")
    with contextlib.suppress(OSError):
        if Path("/proc/self").exists():
            return proc.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        return subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return ""
