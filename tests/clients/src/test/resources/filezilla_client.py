"""Opens a site of FileZilla's site manager on a display of its own, and reads FileZilla's log.

Usage: filezilla_client.py HOST PORT USER PASSWORD active|passive SECONDS
Exits with 0 when it has the root's listing, with 1 when it has failed to get it. FileZilla would then try it all once more.
"""
import base64
import ctypes
import os
import pathlib
import signal
import subprocess
import sys

LIMIT_SECONDS = 40
PR_SET_PDEATHSIG = 1


def ends_with_this_program():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


signal.alarm(LIMIT_SECONDS)  # ends this program

host, port, user, password, mode, seconds = sys.argv[1:]
home = pathlib.Path.home()
settings = home / ".config" / "filezilla"
settings.mkdir(parents=True)
log = home / "filezilla.log"
os.mkfifo(log)


def write(name, body):
    (settings / name).write_text(f'<?xml version="1.0"?>\n<FileZilla3>\n{body}\n</FileZilla3>\n')


write("filezilla.xml", f"""<Settings>
  <Setting name="Timeout">{seconds}</Setting>
  <Setting name="Logging file">{log}</Setting>
  <Setting name="Greeting version">99.0.0</Setting>
  <Setting name="Update Check">0</Setting>
</Settings>""")
write("sitemanager.xml", f"""<Servers><Server>
  <Host>{host}</Host> <Port>{port}</Port> <Protocol>6</Protocol> <Type>0</Type> <Logontype>1</Logontype>
  <User>{user}</User> <Pass encoding="base64">{base64.b64encode(password.encode()).decode()}</Pass>
  <PasvMode>MODE_{mode.upper()}</PasvMode> <Name>device</Name>
</Server></Servers>""")
# Else a window asks whether FTP without TLS is meant.
write("trustedcerts.xml", f'<InsecureHosts><Host Port="{port}">{host}</Host></InsecureHosts>')

reading, writing = os.pipe()
display = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"],
                           pass_fds=[writing], stderr=subprocess.DEVNULL, preexec_fn=ends_with_this_program)
os.close(writing)
with os.fdopen(reading) as numbers:
    number = numbers.readline().strip()
client = subprocess.Popen(["filezilla", "--site=0/device"], env={**os.environ, "DISPLAY": f":{number}"},
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=ends_with_this_program)
code = 1
try:
    with open(log, encoding="utf-8") as lines:
        for line in lines:
            print(line.rstrip())
            if "Directory listing of" in line and "successful" in line:
                code = 0
                break
            if "Failed to retrieve directory listing" in line or "Could not connect" in line:
                break
finally:
    client.kill()
    display.kill()
sys.exit(code)
