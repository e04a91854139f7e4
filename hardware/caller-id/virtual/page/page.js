/* The page of a virtual telephone. It shows what the telephone says and keeps only what is dialled. */

/** Numbers that no one has: ARCEP keeps these ranges for fiction. */
const CUSTOMERS = [
  { name: 'Marie Dupont', number: '06 39 98 00 01' },
  { name: 'Karim Benali', number: '06 39 98 00 02' },
  { name: 'Café des Arts', number: '01 99 00 12 34' },
  { name: 'Luc Petit', number: '04 65 71 00 03' },
  { name: 'Un client belge', number: '+32 470 12 34 56' },
];
const WORDS = { ringing: 'sonne', answered: 'pris', ended: 'terminé' };

const element = (id) => document.getElementById(id);
let dialled = '';

for (const { name, number } of CUSTOMERS) {
  const button = create('button', '', '');
  button.type = 'button';
  button.append(create('strong', '', name), create('span', '', number));
  button.addEventListener('click', () => void post('/call', { number, name }));
  element('customers').append(button);
}
for (const key of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '0', '⌫']) {
  const button = create('button', '', key);
  button.type = 'button';
  if (key === '⌫') button.setAttribute('aria-label', 'Effacer');
  button.addEventListener('click', () => press(key));
  element('keys').append(button);
}
element('go').addEventListener('click', () => void post('/call', { number: dialled, name: '' }));
element('hidden').addEventListener('click', () => void post('/call', { number: null, name: '' }));
element('webhook').addEventListener('submit', (event) => {
  event.preventDefault();
  void post('/webhook', { url: element('url').value });
});

const events = new EventSource('/events');
events.addEventListener('message', (message) => draw(JSON.parse(message.data)));
events.addEventListener('error', () => {
  element('refusal').textContent = 'Programme arrêté';
});

function press(key) {
  dialled = key === '⌫' ? dialled.slice(0, -1) : (dialled + key).slice(0, 16);
  element('dialled').textContent = dialled.startsWith('+')
    ? dialled
    : dialled.replace(/\d{2}(?=\d)/g, '$& ');
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  const refusal = answer === undefined ? 'Le téléphone virtuel ne répond plus.' : '';
  element('refusal').textContent =
    answer === undefined || answer.ok ? refusal : (await answer.json()).sentence;
}

function draw(state) {
  const { lines } = state;
  document.title = `${state.name} – téléphone virtuel`;
  element('name').textContent = state.name;
  element('address').textContent = state.address;
  element('sip-address').textContent = state.sipAddress;
  element('poll-address').textContent = state.pollAddress;
  element('modem').textContent = lines.isModemAsked ? 'écouté' : '';
  element('sip').textContent = lines.isSipRegistered ? 'enregistré' : '';
  element('poll').textContent = lines.isPolled ? 'écouté' : '';
  element('webhook-answer').textContent = lines.webhook.answer;
  if (document.activeElement !== element('url')) element('url').value = lines.webhook.url;
  element('empty').hidden = state.calls.length > 0;
  element('journal').replaceChildren(...state.calls.map(lineOf));
}

function lineOf(call) {
  const item = document.createElement('li');
  item.dataset.status = call.status;
  const number = call.number ?? 'Numéro masqué';
  item.append(
    create('span', 'when', new Date(call.at).toLocaleTimeString('fr-FR')),
    create('span', 'who', call.name === '' ? number : `${call.name} · ${number}`),
    create('span', 'word', WORDS[call.status]),
  );
  if (call.status !== 'ended') item.append(endsOf(call));
  return item;
}

function endsOf(call) {
  const ends = create('span', 'ends', '');
  const add = (word, status) => {
    const button = create('button', '', word);
    button.type = 'button';
    button.addEventListener('click', () => void post('/end', { id: call.id, status }));
    ends.append(button);
  };
  if (call.status === 'ringing') add('Décrocher', 'answered');
  add('Raccrocher', 'ended');
  return ends;
}

function create(tag, className, text) {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
