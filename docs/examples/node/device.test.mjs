// Tests an FTP client (here curl) with an emulated device. Needs wec7emu and Node 20 or newer, and no package.
//
//     WEC7EMU=./wec7emu node --test docs/examples/node/device.test.mjs

import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {afterEach, beforeEach, test} from 'node:test';
import {promisify} from 'node:util';

const WEC7EMU = process.env.WEC7EMU ?? './wec7emu';
const IMAGE = process.env.IMAGE ?? 'CX8100_WEC7_LF_v604h';
const run = promisify(execFile);

/** A device from its start to its end, on ports that are free, under control by HTTP. */
class Device {
  static async start(image) {
    const device = new Device();
    device.process = spawn(WEC7EMU, ['run', image, '--port-offset', 'any', '--control', '127.0.0.1:0'],
        {stdio: ['ignore', 'pipe', 'inherit']});
    for await (const line of createInterface({input: device.process.stdout})) {
      if (line.startsWith('Control ')) {
        device.control = line.split(/\s+/)[1];
        break;
      }
    }
    assert(device.control, `${WEC7EMU} says where its control API is`);
    return device;
  }

  /** What the control API answers. */
  async ask(path, method = 'GET', body) {
    const answer = await fetch(this.control + path, {
      method,
      headers: body ? {'Content-Type': 'application/json'} : {},
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    if (!answer.ok) throw new Error((await answer.json()).detail);
    return answer.status === 204 ? undefined : answer.json();
  }

  /** Waits for the first event of a kind. */
  async nextEvent(kind) {
    const {events} = await this.ask(`v1/journal?event=${kind}&wait=30&limit=1`);
    assert.equal(events.length, 1, `there is a ${kind} in the journal`);
    return events[0];
  }

  async close() {
    this.process.kill();
    if (this.process.exitCode === null) await once(this.process, 'exit');
  }
}

/** Stands for the tool that is tested. */
async function list(device, ...options) {
  const {url} = await device.ask('v1/device');
  return run('curl', ['-sS', '-m', '30', ...options, url]);
}

let device;
beforeEach(async () => { device = await Device.start(IMAGE); });
afterEach(async () => { await device.close(); });

test('a listing works in active mode', async () => {
  await list(device, '--ftp-port', '-');

  assert.equal((await device.nextEvent('TransferCompleted')).content, 'LISTING');
});

test('a listing hangs in passive mode as the firewall drops its connect', async () => {
  await assert.rejects(list(device, '-m', '3'), {code: 28});

  assert.equal((await device.nextEvent('DataConnectionDropped')).rule, 'BlockAllRule');
  assert.ok((await device.ask('v1/firewall/drops')).total > 0);
});

test('a listing works in passive mode once the firewall is off', async () => {
  await device.ask('v1/firewall', 'PATCH', {enabled: false});

  await list(device);
});

test('the journal tells of a restart as it happens', async () => {
  const stream = await fetch(`${device.control}v1/journal/stream`);
  const restart = device.ask('v1/restart', 'POST');

  let text = '';
  for await (const piece of stream.body.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.includes('"event":"DeviceStarted"')) break;
  }
  assert.match(text, /"event":"DeviceStopped".*"stop":"RESTART"/);
  await restart;
});
