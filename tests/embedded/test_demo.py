import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from thidua.embedded import ROOT
from thidua.embedded.processes import Service


def start_demo(folder, **variables):
    """Only as far as the first sentence: nothing may be started."""
    env = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "MAKELEVEL", "HOST"}}
    return subprocess.run(
        [sys.executable, "-m", "thidua.embedded.demo"],
        cwd=ROOT,
        env={**env, "DEMO_DIR": str(folder / "demo"), **variables},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )


@pytest.mark.integration
def test_a_taken_port_is_named_before_anything_starts(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        demo = start_demo(folder, PORT=port)
    assert (demo.returncode, demo.stdout) == (1, "")
    assert demo.stderr == f"Không dùng được cổng {port}: hãy chọn cổng khác, ví dụ PORT=8010 make demo.\n"
    assert not (folder / "demo" / "postgres").exists()


@pytest.mark.integration
def test_a_second_demo_in_the_same_folder_is_told_so(folder):
    (folder / "demo").mkdir()
    with open(folder / "demo" / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        demo = start_demo(folder, PORT="0")
    assert (demo.returncode, demo.stdout) == (1, "")
    assert demo.stderr.startswith(f"Bản chạy thử trong {folder / 'demo'} đang chạy")


def test_a_port_that_is_no_number_is_refused(folder):
    assert start_demo(folder, PORT="http").stderr == "PORT phải là một số, không phải 'http'.\n"


def test_a_service_is_stopped_with_its_children(tmp_path):
    script = "trap '' TERM; sleep 60 & echo $!; wait"
    service = Service("thử", ["sh", "-c", script], os.environ, tmp_path / "log")
    child = int(service.process.stdout.readline())
    service.stop(patience=0.2)
    assert service.process.returncode == -signal.SIGKILL
    wait_until_gone(child)


def wait_until_gone(pid, seconds=5):
    """Killed by its group; whoever inherited it may take a moment to notice."""
    end = time.monotonic() + seconds
    while (status := process_state(pid)) not in {"", "Z"}:
        assert time.monotonic() < end, f"process {pid} still lives: {status}"
        time.sleep(0.02)


def process_state(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""
