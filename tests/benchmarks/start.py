"""How long it takes from the launcher's start to the first byte of the device's greeting.

Started by `./bench start`. With and without the class archive, alternating, so that a change of the machine's load meets
both alike; one start of each goes first and is not counted. Every wait has an end.
"""

import argparse
import os
import pathlib
import platform
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
IMAGE = "CX8100_WEC7_LF_v604h"
FTP = 21
GREETING_WITHIN = 60  # seconds
END_WITHIN = 15


class Failure(Exception):
    pass


def free_offset():
    """A port offset at which the device's port 21 is free on the host, and its highest port (48899) still one."""
    for offset in random.sample(range(2200, 16000), 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", FTP + offset))
                return offset
            except OSError:
                continue
    raise Failure("no free port found on 127.0.0.1")


def first_greeting_byte(process, port, deadline, messages):
    while time.monotonic() < deadline:
        if process.poll() is not None:
            messages.seek(0)
            said = messages.read().decode(errors="replace").strip()
            raise Failure(f"the emulator ended with exit code {process.returncode} before it answered:\n{said}")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as control:
                control.settimeout(5)
                first = control.recv(1)
                arrived = time.monotonic()
                if first == b"":
                    continue
                if first != b"2":
                    raise Failure(f"the greeting begins with {first!r}, not with 220")
                return arrived
        except (ConnectionError, TimeoutError):
            time.sleep(0.001)  # not there yet, or there and not yet its own: a port may be taken before it is served
    raise Failure(f"no greeting on port {port} within {GREETING_WITHIN} s")


def start_once(with_archive):
    """Seconds to the greeting of one device, which has ended when this returns."""
    offset = free_offset()
    environment = dict(os.environ)
    environment.pop("WEC7_NO_ARCHIVE", None)
    if not with_archive:
        environment["WEC7_NO_ARCHIVE"] = "1"
    command = [str(ROOT / "wec7emu"), "run", IMAGE, "--port-offset", str(offset)]
    with tempfile.TemporaryFile() as messages:
        began = time.monotonic()
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=messages
        )
        try:
            return first_greeting_byte(process, FTP + offset, began + GREETING_WITHIN, messages) - began
        finally:
            process.terminate()
            try:
                process.wait(END_WITHIN)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def machine(java_home):
    cpu = "unknown CPU"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            cpu = line.split(":", 1)[1].strip()
            break
    release = {}
    for line in pathlib.Path(java_home, "release").read_text().splitlines():
        key, _, value = line.partition("=")
        release[key] = value.strip('"')
    jvm = f"Java {release.get('JAVA_VERSION', '?')} ({release.get('IMPLEMENTOR', '?')})"
    cores = len(os.sched_getaffinity(0))
    return f"{cpu}, {cores} cores, Linux {platform.release()}, {jvm}; load before: {os.getloadavg()[0]:.1f}"


def row(name, seconds):
    ms = [1000 * s for s in seconds]
    return f"{name:<18}{statistics.median(ms):>8.0f} ms{min(ms):>10.0f} - {max(ms):.0f} ms"


def main():
    parser = argparse.ArgumentParser(prog="./bench start")
    parser.add_argument("runs", nargs="?", type=int, default=7)
    parser.add_argument("--java", required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("runs must be 1 or more")

    print(f"From ./wec7emu run {IMAGE} to the first byte of its greeting, {options.runs} starts each, alternating")
    print(machine(options.java))
    archive = ROOT / "emulator/cli/target/wec7emu/wec7emu.jsa"
    if not archive.exists():
        print("There is no class archive: both rows show a start without it.")
    times = {True: [], False: []}
    for run in range(options.runs + 1):
        for with_archive in (True, False):
            seconds = start_once(with_archive)
            if run > 0:
                times[with_archive].append(seconds)
        if sys.stderr.isatty():
            print(f"\r{run} of {options.runs}", end="\r", file=sys.stderr, flush=True)

    print(f"{'':<18}{'median':>11}{'least - most':>19}")
    print(row("with archive", times[True]))
    print(row("without archive", times[False]))
    ratio = statistics.median(times[True]) / statistics.median(times[False])
    print(f"with the archive a start takes {ratio:.2f} of the time without it")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        print(f"bench: {failure}", file=sys.stderr)
        sys.exit(3)
