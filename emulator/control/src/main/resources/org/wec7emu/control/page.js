// The page on the control API. It asks for what it shows again when the journal says that something has happened.

import {Refused, address, ask, begin, json, memberName, say} from './ask.js';
import {faultList} from './faults.js';

const MOST_LINES = 500;
const MOST_SESSIONS = 20;
const REFRESH_MILLIS = 250;
const RECONNECT_MILLIS = 1000;
const $ = id => document.getElementById(id);

/** Does what a control is for, which can't be asked for again meanwhile. */
async function act(control, doing, done, work) {
  control.disabled = true;
  say(doing);
  try {
    const answer = await work();
    say(typeof done === 'function' ? done(answer) : done);
  } catch (problem) {
    say(problem.message, true);
  } finally {
    control.disabled = false;
    if (document.activeElement === document.body) control.focus(); // what is disabled loses the focus
    refresh('modes', 'firewall');
  }
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Only what differs is touched: else who listens to the page would hear it all again.
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

// ---- The device

async function showDevice() {
  const device = await json('v1/device');
  const member = memberName && `${memberName}: `;
  const name = `${member}${device.devices[0]} with image ${device.image}`;
  document.title = `${member}${device.devices[0]}, wec7emu`;
  setText($('title'), name);
  const offset = device.ports.offset ? ` (the device's port 21)` : '';
  setText($('facts'), `${device.synthetic ? 'Synthetic image, state' : 'State'} ${device.state} · ${device.url}${offset} · path`
      + ` ${device.path} · firewall enforced by ${device.enforcement}`);
  setText($('example'), `curl --ftp-port - ${device.url}`);
  showStates(device);
  $('device').hidden = false;
}

const states = new Map();
let shownState = '';

/** A choice that somebody has made stays until the device is in another state. */
function showStates(device) {
  for (const {name, description} of device.states) {
    if (!states.has(name)) $('state').append(element('option', {value: name, textContent: name}));
    states.set(name, description);
  }
  if (shownState !== device.state) {
    shownState = device.state;
    $('state').value = shownState;
    describeState();
  }
}

function describeState() {
  const description = states.get($('state').value);
  setText($('state-description'), description ? `${description[0].toUpperCase()}${description.slice(1)}.` : '');
  setText($('state-whose'), $('state').value ? 'this state’s' : 'those it was started with');
}

$('state').onchange = describeState;
$('reset').onsubmit = event => {
  event.preventDefault();
  const state = $('state').value;
  const done = state ? `The device is in state ${state}.` : 'The device is as it was started.';
  act($('reset').querySelector('button'), 'The device is reset …', done,
      () => ask('v1/reset', 'POST', state ? {state} : {}));
};

const WORKS = {yes: 'works', partly: 'works with some ports', no: 'doesn’t work'};

async function showModes() {
  const modes = await json('v1/modes');
  for (const mode of ['control', 'active', 'passive']) {
    const card = $(`mode-${mode}`);
    card.className = modes[mode].works;
    setText(card.querySelector('.verdict'), WORKS[modes[mode].works]);
    setText(card.querySelector('.because'), modes[mode].because);
  }
}

$('restart').onclick = () => act($('restart'), 'The device restarts …', 'The device has restarted.',
    () => ask('v1/restart', 'POST'));
$('power-cut').onclick = () => act($('power-cut'), 'The power is cut …', 'The power was cut, and the device answers again.',
    () => ask('v1/power-cut', 'POST'));

// ---- The firewall

const rows = new Map();

async function showFirewall() {
  const firewall = await json('v1/firewall');
  setAttribute($('firewall-switch'), 'aria-checked', String(firewall.enabled));
  setText($('firewall-label'), `Firewall ${firewall.enabled ? 'on' : 'off: everything passes'}`);
  setText($('precedence'), `Here ${firewall.precedence}.`);
  const names = new Set(firewall.rules.map(rule => rule.name));
  for (const [name, row] of rows) {
    if (!names.has(name)) {
      if (row.contains(document.activeElement)) $('rules-caption').focus();
      row.remove();
      rows.delete(name);
    }
  }
  for (const rule of firewall.rules) showRule(rule);
}

function showRule(rule) {
  let row = rows.get(rule.name);
  if (!row) {
    row = newRow(rule.name);
    rows.set(rule.name, row);
    $('rules').append(row);
  }
  const caption = rule.caption.replace(/ \(disabled\)$/, '');
  const toggle = row.querySelector('[role=switch]');
  setAttribute(toggle, 'aria-checked', String(rule.enabled));
  setAttribute(toggle, 'aria-label', caption);
  setAttribute(row.querySelector('.plain'), 'aria-label', `Remove: ${caption}`);
  row.className = rule.enabled ? '' : 'off';
  setText(row.querySelector('.words'), caption);
  const on = rule.enabled && $('firewall-switch').getAttribute('aria-checked') === 'true';
  const note = rule.aboutDeviceItself ? ', the device itself: lets no client in' : on && !rule.inForce ? ', not at this hour' : '';
  setText(row.querySelector('small'), rule.name + note);
  setText(row.querySelector('.number'), rule.dropped ? String(rule.dropped) : '');
  setAttribute(row.querySelector('.number'), 'class', rule.dropped ? 'number bad' : 'number');
}

function newRow(name) {
  const path = `v1/firewall/rules/${encodeURIComponent(name)}`;
  const toggle = element('button', {type: 'button'});
  toggle.setAttribute('role', 'switch');
  toggle.onclick = () => {
    const on = toggle.getAttribute('aria-checked') !== 'true';
    act(toggle, '', `Rule ${name} is ${on ? 'on' : 'off'}.`, () => ask(path, 'PATCH', {enabled: on}));
  };
  const remove = element('button', {type: 'button', className: 'plain', textContent: 'Remove'});
  remove.onclick = () => act(remove, '', `Rule ${name} is removed.`, () => ask(path, 'DELETE'));
  const caption = element('th', {scope: 'row', className: 'caption'},
      element('span', {className: 'words'}), ' ', element('small'));
  return element('tr', {}, element('td', {}, toggle), caption, element('td', {className: 'number'}), element('td', {}, remove));
}

$('firewall-switch').onclick = () => {
  const on = $('firewall-switch').getAttribute('aria-checked') !== 'true';
  act($('firewall-switch'), '', `The firewall is ${on ? 'on' : 'off'}.`, () => ask('v1/firewall', 'PATCH', {enabled: on}));
};

$('protocol').onchange = () => {
  $('ports').disabled = $('protocol').value === 'icmp';
};

$('add').onsubmit = event => {
  event.preventDefault();
  const ports = $('ports').value.trim();
  const host = $('host').value.trim();
  const withPorts = $('protocol').value !== 'icmp' && ports;
  const rule = $('protocol').value + (withPorts ? `/${ports}` : '') + (host ? `@${host}` : '');
  act($('add').querySelector('button'), '', answer => answer.added.length
          ? [`Entered: ${answer.added.map(added => added.caption).join('; ')}.`, ...answer.remarks].join(' ')
          : 'There is such a rule already.',
      async () => {
        const answer = await json('v1/firewall/rules', 'POST', {[$('action').value]: rule});
        $('ports').value = '';
        $('host').value = '';
        return answer;
      });
};

// ---- Sessions

const sessions = new Map();

async function showSessions() {
  const {ladders} = await json('v1/ladders');
  const newestFirst = ladders.slice(-MOST_SESSIONS).reverse();
  const outside = ladders[0]?.id === 'outside-sessions' ? ladders[0] : undefined;
  if (outside && !newestFirst.includes(outside)) newestFirst.push(outside);
  $('no-sessions').hidden = ladders.length > 0;
  const shown = new Set(newestFirst.map(ladder => ladder.id));
  for (const [id, session] of sessions) {
    if (!shown.has(id)) {
      session.remove();
      sessions.delete(id);
    }
  }
  newestFirst.forEach((ladder, place) => {
    let session = sessions.get(ladder.id);
    if (!session) {
      session = newSession(ladder);
      sessions.set(ladder.id, session);
      if (place === 0) for (const other of sessions.values()) other.open = other === session; // the newest is looked at
    }
    if ($('sessions').children[place] !== session) $('sessions').insertBefore(session, $('sessions').children[place] ?? null);
    showSession(session, ladder);
  });
  await Promise.all([...sessions.values()].map(draw));
}

function newSession() {
  const session = element('details', {className: 'session'},
      element('summary', {}, element('span', {className: 'title'}), element('span', {className: 'client'}), ': ',
          element('span', {className: 'outcome'}), element('span', {className: 'badge', textContent: 'open'})),
      element('div', {className: 'drawing'}));
  session.ontoggle = () => draw(session).catch(problem => say(problem.message, true));
  return session;
}

function showSession(session, ladder) {
  session.wanted = {id: ladder.id, version: `${ladder.stepCount} ${ladder.seconds} ${ladder.dropped}`};
  setText(session.querySelector('.title'), ladder.title);
  setText(session.querySelector('.client'), ladder.client ? ` from ${ladder.client}` : '');
  const outcome = session.querySelector('.outcome');
  setText(outcome, ladder.summary);
  outcome.className = `outcome ${ladder.dropped + ladder.failed ? 'bad' : ladder.transfers ? 'good' : ''}`;
  session.querySelector('.badge').hidden = !ladder.open;
}

/** The server draws; it makes harmless what clients wrote. */
async function draw(session) {
  const wanted = session.wanted;
  if (!session.open || !wanted || session.drawn === wanted.version) return;
  session.drawn = wanted.version;
  const drawing = await (await ask(`v1/ladders/${wanted.id}/drawing`)).text();
  const place = session.querySelector('.drawing');
  const asText = place.querySelector('details')?.open;
  place.innerHTML = drawing;
  if (asText) place.querySelector('details').open = true;
}

// ---- The journal

const DROPPED = /Dropped$|Blocked$|TimedOut$|Refused$|Failed$/;
const ABOUT_FIREWALL = /Dropped$|Blocked$|^Firewall|^Device/;
const ABOUT_FAULTS = /^Fault/;
let last = 0;

function showEvent(event) {
  const list = $('journal');
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  const time = element('time', {dateTime: event.at, textContent: new Date(event.at).toLocaleTimeString('en-GB')
      + '.' + (event.at.match(/\.(\d{3})/)?.[1] ?? '000')});
  const session = element('span', {className: 'session-number', textContent: event.session ? ` [${event.session}] ` : ' '});
  list.append(element('p', {className: DROPPED.test(event.event) ? 'bad' : ''}, time, session, event.line));
  while (list.children.length > MOST_LINES) list.firstElementChild.remove();
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function heard(event) {
  last = event.number;
  showEvent(event);
  refresh('sessions');
  if (ABOUT_FIREWALL.test(event.event)) refresh('modes', 'firewall');
  if (ABOUT_FAULTS.test(event.event)) refresh('faults');
  if (event.event === 'DeviceStarted') refresh('device');
}

/** Server-sent events, read by hand: a browser's EventSource can't send a token. */
async function follow() {
  const answer = await ask(`v1/journal/stream?after=${last}`);
  setLive(true);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const messages = (rest + piece.value).split('\n\n');
    rest = messages.pop();
    messages.forEach(message);
  }
}

function message(text) {
  const fields = Object.fromEntries(text.split('\n').filter(line => !line.startsWith(':')).map(line => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
  }));
  if (!fields.data) return;
  const data = JSON.parse(fields.data);
  if (!fields.event) {
    heard(data);
  } else {
    if (fields.event === 'reset') $('journal').replaceChildren();
    last = Number(fields.id);
    refresh(...ALL);
  }
}

function setLive(live) {
  setText($('live'), live ? 'live' : 'not connected');
  $('live').className = `badge ${live ? 'good' : 'bad'}`;
}

// ---- Together

const showFaults = faultList({ask, json, act, element, setText, setAttribute});
const SHOW = {device: showDevice, modes: showModes, firewall: showFirewall, faults: showFaults, sessions: showSessions};
const ALL = Object.keys(SHOW);
const wanted = new Set();
let refreshing = false;

function refresh(...parts) {
  parts.forEach(part => wanted.add(part));
  if (!refreshing) {
    refreshing = true;
    setTimeout(refreshNow, REFRESH_MILLIS);
  }
}

async function refreshNow() {
  const parts = [...wanted];
  wanted.clear();
  try {
    for (const part of parts) await SHOW[part]();
  } catch (problem) {
    if (problem instanceof Refused) say(problem.message, true);
  }
  refreshing = false;
  if (wanted.size) refresh();
}

function withoutToken() {
  $('device').hidden = true;
  setLive(false);
}

$('fleet').hidden = !memberName;
$('download').href = address('v1/journal?as=jsonl');
$('download').onclick = async event => {
  event.preventDefault();
  try {
    const blob = await (await ask('v1/journal?as=jsonl&limit=10000')).blob();
    const link = element('a', {href: URL.createObjectURL(blob), download: 'journal.jsonl'});
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (problem) {
    say(problem.message, true);
  }
};

/** Shows the device, and follows it for as long as it is there. */
async function live() {
  while ($('login').hidden) {
    try {
      await showDevice();
      if (!last) last = Math.max(0, (await json('v1/state')).lastEvent - MOST_LINES);
      refresh(...ALL);
      await follow();
    } catch (problem) {
      if (problem instanceof Refused) say(problem.message, true);
    }
    setLive(false);
    await new Promise(later => setTimeout(later, RECONNECT_MILLIS));
  }
}

begin(live, withoutToken);
