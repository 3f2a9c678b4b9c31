// One download with basic-ftp, as its README shows it; the library has no active mode.
// Usage: node client.js HOST PORT USER PASSWORD SECONDS REMOTE LOCAL
const { Client } = require("basic-ftp");

const [host, port, user, password, seconds, remote, local] = process.argv.slice(2);

async function download() {
    const client = new Client(Number(seconds) * 1000);
    try {
        await client.access({ host, port: Number(port), user, password });
        await client.downloadTo(local, remote);
    } finally {
        client.close();
    }
}

download().catch(error => {
    console.error(String(error));
    process.exitCode = 1;
});
