"""The whole application in one terminal: `python -m thidua.embedded.demo [COMMAND …]`.

With a manage.py command it runs that against the started application, stops and returns its exit code.
"""

import contextlib
import fcntl
import hashlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from . import ROOT, system
from .postgres import Server
from .processes import Service, die_with_parent
from .provision import provision
from .state import save_environment

DEMO_DIR = Path(os.environ.get("DEMO_DIR") or ROOT / "var" / "demo").absolute()
HOST = os.environ.get("HOST") or "127.0.0.1"
PATIENCE = 60


class Left(Exception):
    """Someone asked us to stop."""


def leave(*_):
    raise Left


def catch_signals(handler):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, handler)


def choose_port() -> int:
    """PORT, or any free one for PORT=0; a sentence when it is taken."""
    named = os.environ.get("PORT") or "8000"
    if not named.isdigit():
        raise SystemExit(f"PORT phải là một số, không phải {named!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(named)))
        except (OSError, OverflowError):
            raise SystemExit(f"Không dùng được cổng {named}: hãy chọn cổng khác, ví dụ PORT=8010 make demo.") from None
        return probe.getsockname()[1]


@contextlib.contextmanager
def only_one():
    """The lock ends with its holder, however that ends."""
    with open(DEMO_DIR / "lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit(
                f"Bản chạy thử trong {DEMO_DIR} đang chạy: hãy dừng nó, hoặc đặt DEMO_DIR và PORT khác."
            ) from None
        yield


@contextlib.contextmanager
def database():
    """The given database, or a server of our own."""
    if os.environ.get("DATABASE_URL"):
        yield None, provision(os.environ)
        return
    with Server(DEMO_DIR / "postgres", log=DEMO_DIR / "logs" / "postgres.log") as server:
        yield server, server.environment()


def manage(env, *command, **more):
    run = subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env={**env, **more}, check=False)
    if run.returncode:
        raise SystemExit(f"manage.py {command[0]} không thành công (mã {run.returncode}).")


def fingerprint():
    """Changes when a static file or a package that ships some does."""
    digest = hashlib.sha256((ROOT / "requirements-dev.lock").read_bytes())
    for folder in [ROOT / "static", *ROOT.glob("*/static"), *ROOT.glob("thidua/*/static")]:
        for path in sorted(folder.rglob("*")):
            stat = path.stat()
            digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


@contextlib.contextmanager
def collecting_static(env):
    """Beside the work on the database: together they are most of the time until the first page."""
    stamp, value = DEMO_DIR / "staticfiles.stamp", fingerprint()
    if stamp.exists() and stamp.read_text() == value:
        yield
        return
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--clear", "-v", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=env) as process:
        try:
            yield
        except BaseException:
            process.terminate()
            raise
    if process.returncode:
        raise SystemExit(f"manage.py collectstatic không thành công (mã {process.returncode}).")
    stamp.write_text(value)


def prepare(env):
    """Tables, example data, static files; whatever is there already stays."""
    print("Chuẩn bị cơ sở dữ liệu…", flush=True)
    with collecting_static(env):
        manage(env, "migrate", "--noinput", "-v", "0", THIDUA_AS_OWNER="1")
        manage(env, "load_demo")


def start_services(env, port):
    web = f"gunicorn thidua.wsgi -w 2 -b {HOST}:{port} --no-control-socket --log-level warning"
    worker = "celery -q -A thidua.celery worker -B -c 2 --loglevel warning"
    worker += " --without-gossip --without-mingle --without-heartbeat"
    calm = {**env, "PYTHONWARNINGS": "ignore:You're running the worker"}  # as root too, this is only the demo
    yield service("web", web.split(), env)
    yield service("worker", [*worker.split(), "-s", DEMO_DIR / "beat-schedule"], calm)


def service(name, argv, env):
    return Service(name, [sys.executable, "-m", *argv], env, DEMO_DIR / "logs" / f"{name}.log")


def check_alive(server, services):
    if server and server.process.poll() is not None:
        raise SystemExit(f"PostgreSQL đã dừng ngoài ý muốn; xem {server.log}.")
    for service in services:
        if (code := service.process.poll()) is not None:
            raise SystemExit(f"Tiến trình {service.name} đã dừng ngoài ý muốn (mã {code}); xem {service.log}.")


def is_alive(port):
    web = http.client.HTTPConnection("127.0.0.1" if HOST == "0.0.0.0" else HOST, port, timeout=5)
    with contextlib.closing(web), contextlib.suppress(OSError, http.client.HTTPException):
        web.request("GET", "/healthz")
        return web.getresponse().status == 200
    return False


def wait_for_web(port, check):
    end = time.monotonic() + PATIENCE
    while not is_alive(port):
        check()
        if time.monotonic() > end:
            raise SystemExit(f"Trang web không trả lời sau {PATIENCE} giây; xem {DEMO_DIR / 'logs'}.")
        time.sleep(0.1)


def announce(env, port):
    accounts = subprocess.run(
        [sys.executable, "manage.py", "demo_accounts"], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    print(f"\n  thidua đang chạy tại http://localhost:{port}/\n")
    if accounts.returncode == 0:
        print(accounts.stdout)
    print("  Nhấn Ctrl-C để dừng; dữ liệu được giữ lại.\n", flush=True)


def serve(server, env, port, command):
    services = []

    def check():
        return check_alive(server, services)

    try:
        services += start_services(env, port)
        for service in services:
            service.show()
        wait_for_web(port, check)
        if command:
            return subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=False).returncode
        announce(env, port)
        while True:
            check()
            time.sleep(0.5)
    finally:
        catch_signals(signal.SIG_IGN)
        print("Đang dừng…", flush=True)
        for service in services:
            service.stop()


def main(command):
    if os.environ.get("MAKELEVEL"):
        die_with_parent()
    catch_signals(leave)
    (DEMO_DIR / "logs").mkdir(parents=True, exist_ok=True)
    try:
        with only_one():
            port = choose_port()
            with database() as (server, variables):
                own = {"DEMO_DIR": str(DEMO_DIR), "PORT": str(port), "STATIC_ROOT": str(DEMO_DIR / "staticfiles")}
                given = {name: os.environ[name] for name in ("REDIS_URL", "SECRET_KEY") if os.environ.get(name)}
                state = save_environment(DEMO_DIR, {**own, **variables, **given})
                env = {**os.environ, **system.environment(), **state}
                env["DJANGO_SETTINGS_MODULE"] = "thidua.settings.embedded"
                prepare(env)
                return serve(server, env, port, command)
    except Left:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
