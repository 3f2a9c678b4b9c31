// The page that lists a fleet's devices.

import {begin, json, say} from './ask.js';

const $ = id => document.getElementById(id);
let rows = [];

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function row(device) {
  // what the server says is /devices/NAME/: from here, wherever this page is
  const link = element('a', {href: device.page.slice(1), textContent: device.name});
  const made = element('tr', {}, element('th', {scope: 'row'}, link));
  for (const text of [device.url, device.state, device.image]) {
    made.append(element('td', {textContent: text}));
  }
  return made;
}

function filter() {
  const words = $('filter').value.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const one of rows) {
    one.hidden = !words.every(word => one.textContent.toLowerCase().includes(word));
    shown += !one.hidden;
  }
  say($('filter').value && `${shown} of ${rows.length}`);
}

async function show() {
  try {
    const {devices} = await json('v1/devices');
    $('title').textContent = devices.length === 1 ? '1 device' : `${devices.length} devices`;
    document.title = `${$('title').textContent}, wec7emu`;
    rows = devices.map(row);
    $('devices').replaceChildren(...rows);
    $('fleet').hidden = false;
    filter();
  } catch (problem) {
    say(problem.message, true);
  }
}

$('filter').oninput = filter;
begin(show, () => { $('fleet').hidden = true; });
