"""Tests an FTP client with an emulated device. Needs wec7emu and Python, nothing else.

    WEC7EMU=./wec7emu python3 docs/examples/python/test_device.py
"""

import ftplib
import io
import json
import os
import subprocess
import unittest
import urllib.request

WEC7EMU = os.environ.get("WEC7EMU", "./wec7emu")
IMAGE = os.environ.get("IMAGE", "CX8100_WEC7_LF_v604h")


class Device:
    """A device from its start to its end, on ports that are free, under control by HTTP."""

    def __init__(self, image):
        self.process = subprocess.Popen(
            [WEC7EMU, "run", image, "--port-offset", "any", "--control", "127.0.0.1:0"],
            stdout=subprocess.PIPE,
            text=True,
        )
        for line in self.process.stdout:
            if line.startswith("Control "):
                self.control = line.split()[1]
                break
        else:
            raise RuntimeError(f"{WEC7EMU} ended with exit code {self.process.wait()}")

    def ask(self, method, path, body=None):
        """What the control API answers; an error of it is an urllib.error.HTTPError."""
        request = urllib.request.Request(self.control + path, method=method)
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or "null")

    def next_event(self, kind):
        """Waits for the first event of a kind."""
        events = self.ask("GET", f"v1/journal?event={kind}&wait=30&limit=1")["events"]
        assert events, f"no {kind} in the journal"
        return events[0]

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()


def upload(device, name, passive):
    """Stands for the tool that is tested."""
    where = device.ask("GET", "v1/device")
    with ftplib.FTP(timeout=3) as client:
        client.connect(where["host"], where["port"])
        client.login(where["user"], where["password"])
        client.set_pasv(passive)
        client.storbinary(f"STOR {name}", io.BytesIO(b"content"))


class UploadTests(unittest.TestCase):
    def setUp(self):
        self.device = Device(IMAGE)
        self.addCleanup(self.device.close)

    def test_works_in_active_mode(self):
        upload(self.device, "recipe.xml", passive=False)

        self.assertEqual(self.device.next_event("TransferCompleted")["path"], "/recipe.xml")
        files = self.device.ask("GET", "v1/files?path=/")["entries"]
        self.assertIn("recipe.xml", [file["name"] for file in files])

    def test_hangs_in_passive_mode_as_the_firewall_drops_its_connect(self):
        with self.assertRaises(TimeoutError):
            upload(self.device, "recipe.xml", passive=True)

        self.assertEqual(self.device.next_event("DataConnectionDropped")["rule"], "BlockAllRule")
        self.assertEqual(self.device.ask("GET", "v1/modes")["passive"]["works"], "no")

    def test_works_in_passive_mode_once_the_passive_ports_are_entered(self):
        self.device.ask("POST", "v1/firewall/rules", {"allow": "tcp/49152-65535"})

        upload(self.device, "recipe.xml", passive=True)

    def test_works_again_after_a_power_cut(self):
        upload(self.device, "recipe.xml", passive=False)
        self.device.ask("POST", "v1/power-cut")
        upload(self.device, "recipe.xml", passive=False)


if __name__ == "__main__":
    unittest.main()
