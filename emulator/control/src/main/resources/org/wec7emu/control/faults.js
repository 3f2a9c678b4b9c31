// The list of faults. What it needs of the page is handed to it.

const FOR = 'for';
const $ = id => document.getElementById(id);

/** @returns what shows them as they are now */
export function faultList({ask, json, act, element, setText, setAttribute}) {
  const rows = new Map();

  async function show() {
    const {active, known} = await json('v1/faults');
    const on = new Map(active.map(fault => [fault.name, fault.parameters]));
    for (const kind of known) {
      let row = rows.get(kind.name);
      if (!row) {
        row = newRow(kind);
        rows.set(kind.name, row);
        $('faults').append(row);
      }
      showFault(row, kind, on.get(kind.name));
    }
  }

  /** Of one that is on the fields have its values, unless somebody has written others there since. */
  function showFault(row, kind, parameters) {
    const now = parameters ? words(kind, parameters) : '';
    const changed = row.querySelector('.now').textContent !== now;
    setAttribute(row.querySelector('[role=switch]'), 'aria-checked', String(Boolean(parameters)));
    setAttribute(row, 'class', parameters ? 'on' : '');
    setText(row.querySelector('.now'), now);
    for (const field of row.querySelectorAll('input')) {
      if (changed && parameters && field !== document.activeElement) field.value = parameters[field.name];
    }
  }

  function newRow(kind) {
    const toggle = element('button', {type: 'button'});
    toggle.setAttribute('role', 'switch');
    toggle.setAttribute('aria-label', `${kind.name}: ${kind.description}`);
    const fields = kind.parameters.map(parameter => field(kind, parameter));
    const start = () => act(toggle, '', () => `${kind.name} is on${lasting()}.`,
        () => ask(`v1/faults/${kind.name}`, 'PUT', values(fields)));
    toggle.onclick = () => toggle.getAttribute('aria-checked') === 'true'
        ? act(toggle, '', `${kind.name} is off.`, () => ask(`v1/faults/${kind.name}`, 'DELETE'))
        : start();
    for (const one of fields) {
      one.onkeydown = event => {
        if (event.key === 'Enter') start(); // in place of one that is on
      };
    }
    return element('li', {}, toggle,
        element('span', {className: 'caption'}, element('span', {className: 'name', textContent: kind.name}), ' ',
            element('small', {textContent: kind.description}), ' ', element('small', {className: 'now'})),
        element('span', {className: 'parameters'},
            ...fields.map(one => element('label', {}, `${one.name} `, one))));
  }

  function field(kind, parameter) {
    const made = element('input', {name: parameter.name, value: parameter.default ?? parameter.example, size: 7,
      autocomplete: 'off', spellcheck: false});
    made.setAttribute('aria-label', `${parameter.name} of ${kind.name}`);
    return made;
  }

  /** As the API takes them: what is empty is as it is unless told. */
  function values(fields) {
    const given = [...fields, $('fault-for')].map(one => [one === $('fault-for') ? FOR : one.name, one.value.trim()]);
    return Object.fromEntries(given.filter(([, value]) => value));
  }

  function lasting() {
    const lasts = $('fault-for').value.trim();
    return lasts && ` for ${lasts}`;
  }

  function words(kind, parameters) {
    const texts = kind.parameters.map(({name}) => `${name}=${parameters[name]}`);
    return texts.length ? `on: ${texts.join(', ')}` : 'on';
  }

  $('end-faults').onclick = () => act($('end-faults'), '', 'No fault is on.', () => ask('v1/faults', 'DELETE'));
  return show;
}
