"""Opens a directory of the device in Midnight Commander, on a terminal of its own, and reads its screen.

Usage: mc_client.py HOST PORT USER PASSWORD active|passive SECONDS NAME
Exits with 0 once the panel shows NAME; with 1 when it doesn't after SECONDS, as a user would look elsewhere then.
"""
import os
import pathlib
import pty
import select
import signal
import sys
import time

host, port, user, password, mode, seconds, name = sys.argv[1:]
settings = pathlib.Path.home() / ".config" / "mc"
settings.mkdir(parents=True)
passive = "true" if mode == "passive" else "false"
(settings / "ini").write_text(f"[Midnight-Commander]\nftpfs_use_passive_connections={passive}\n")

child, terminal = pty.fork()
if child == 0:
    os.environ["TERM"] = "xterm"
    url = f"/ftp://{user}:{password}@{host}:{port}/"
    os.execvp("mc", ["mc", "--nosubshell", "--stickchars", "--nocolor", url, os.environ["HOME"]])

screen = ""
end = time.monotonic() + float(seconds)
while name not in screen and time.monotonic() < end:
    readable, _, _ = select.select([terminal], [], [], max(0.0, end - time.monotonic()))
    if readable:
        try:
            screen += os.read(terminal, 65536).decode("utf-8", "replace")
        except OSError:
            break
os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
if name in screen:
    print("the panel shows", name)
elif "/ftp://" in screen:  # in the window's title, once the panel has been read
    sys.exit("the panel is empty")
else:
    sys.exit("still waits for the directory")
