"""One errand with Python's own ftplib: upload, list or download, active or passive.

Usage: ftplib_client.py HOST PORT USER PASSWORD active|passive SECONDS upload|list|download REMOTE [LOCAL]
"""
import ftplib
import sys

host, port, user, password, mode, seconds, errand, remote = sys.argv[1:9]
local = sys.argv[9] if len(sys.argv) > 9 else None

ftp = ftplib.FTP(timeout=float(seconds), encoding="windows-1252")
try:
    ftp.connect(host, int(port))
    ftp.login(user, password)
    ftp.set_pasv(mode == "passive")
    if errand == "upload":
        with open(local, "rb") as file:
            ftp.storbinary("STOR " + remote, file)
    elif errand == "list":
        ftp.retrlines("LIST " + remote)
    else:
        with open(local, "wb") as file:
            ftp.retrbinary("RETR " + remote, file.write)
    ftp.quit()
except OSError as e:
    print(f"{type(e).__name__}: {e}", file=sys.stderr)
    sys.exit(1)
finally:
    ftp.close()
