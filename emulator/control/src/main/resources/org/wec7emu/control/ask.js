// Asking the control API, with the token where one is needed.

const TOKEN = 'wec7emu-token';
// The page of one device of many is /devices/NAME/, and its API /v1/devices/NAME.
const MEMBER = location.pathname.match(/\/devices\/([^/]+)\/$/)?.[1];
const API = MEMBER ? `../../v1/devices/${MEMBER}` : 'v1';
const $ = id => document.getElementById(id);

/** The device's name in its fleet; empty where there is no fleet. */
export const memberName = MEMBER ? decodeURIComponent(MEMBER) : '';

export class Refused extends Error {}

/** The address of what a path such as v1/state stands for, seen from this page. */
export const address = path => path.replace(/^v1(?=\/)/, API);

// Behind the # no browser sends it to anybody; out of the address bar at once, so that nobody copies it with the link.
function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    sessionStorage.setItem(TOKEN, given);
    history.replaceState(null, '', location.pathname);
  }
}

function headers(more = {}) {
  const token = sessionStorage.getItem(TOKEN);
  return token ? {...more, Authorization: `Bearer ${token}`} : more;
}

export async function ask(path, method = 'GET', body) {
  const options = {method, headers: headers(body ? {'Content-Type': 'application/json'} : {})};
  if (body) options.body = JSON.stringify(body);
  const answer = await fetch(address(path), options);
  if (answer.ok) return answer;
  if (answer.status === 401) {
    showLogin();
    if (!options.headers.Authorization) throw new Refused('');
    sessionStorage.removeItem(TOKEN);
  }
  const problem = await answer.json().catch(() => ({detail: answer.statusText, remedy: ''}));
  throw new Refused([problem.detail, problem.remedy].filter(Boolean).join('; '));
}

export const json = async (...request) => (await ask(...request)).json();

let whenRefused = () => {};

function showLogin() {
  $('login').hidden = false;
  whenRefused();
  $('token').focus();
}

/**
 * Begins, and again whenever there is another token.
 *
 * @param refused hides what can't be shown without a token
 */
export function begin(show, refused) {
  whenRefused = refused;
  $('login').onsubmit = event => {
    event.preventDefault();
    sessionStorage.setItem(TOKEN, $('token').value.trim());
    $('token').value = '';
    $('login').hidden = true;
    say('');
    show();
  };
  takeToken();
  show();
}

export function say(text, bad = false) {
  $('status').textContent = text;
  $('status').className = bad ? 'bad' : '';
}
