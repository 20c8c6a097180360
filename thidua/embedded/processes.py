"""Child processes that never outlive us."""

import contextlib
import ctypes
import os
import signal
import subprocess
import threading

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)  # loaded before any fork


def die_with_parent(number=signal.SIGTERM):
    """Ask Linux to send this signal when our parent is gone; elsewhere the next start cleans up."""
    if hasattr(LIBC, "prctl"):
        LIBC.prctl(PR_SET_PDEATHSIG, int(number))


def stop_process(process, number, patience):
    """Ask, wait, then end the whole group: nothing is left behind."""
    if process.poll() is None:
        process.send_signal(number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class Service:
    """A server in its own process group (Ctrl-C reaches only us), its lines in a log and on the terminal."""

    def __init__(self, name, argv, env, log):
        self.name, self.log = name, log
        self.process = subprocess.Popen(
            argv,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )

    def show(self):
        """Called when every service has been started: forking beside threads is not safe."""
        threading.Thread(target=self._pump, daemon=True).start()

    def _pump(self):
        with open(self.log, "ab", buffering=0) as log:
            for line in self.process.stdout:
                log.write(line)
                print(f"{self.name:<6} | {line.decode(errors='replace').rstrip()}", flush=True)

    def stop(self, patience=15):
        stop_process(self.process, signal.SIGTERM, patience)
