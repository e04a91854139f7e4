/* The page of a virtual scanner. It shows what the scanner says and keeps nothing. */

const CODES = [
  { word: 'Bon de réduction', code: 'OCP-7F3K-2209' },
  { word: 'Commande à retirer', code: 'https://oc-pizza.example/c/7F3K2209' },
  { word: 'Canette 33 cl', code: '2000000000015' },
  { word: 'Texte avec accents', code: 'Crème brûlée à l’ancienne, 2 cuillères' },
];
const KEYS = [
  ...['7', '8', '9', '4', '5', '6', '1', '2', '3'].map((key) => ({ key, sign: key })),
  { key: 'backspace', sign: '⌫', word: 'Rappeler' },
  { key: '0', sign: '0' },
  { key: 'enter', sign: '↵', word: 'Valider' },
  { key: 'left', sign: '←', word: 'Gauche' },
  { key: 'up', sign: '↑', word: 'Haut' },
  { key: 'right', sign: '→', word: 'Droite' },
];
const LABELS = { scanner: 'le scanner', 'bump-bar': 'le clavier' };

const element = (id) => document.getElementById(id);
const plugged = { scanner: true, 'bump-bar': true };

for (const { word, code } of CODES) {
  const button = create('button', '', '');
  button.type = 'button';
  button.append(create('strong', '', word), create('span', '', code));
  button.addEventListener('click', () => void post('/scan', { code }));
  element('codes').append(button);
}
for (const { key, sign, word } of KEYS) {
  const button = create('button', '', sign);
  button.type = 'button';
  if (word !== undefined) button.setAttribute('aria-label', word);
  button.addEventListener('click', () => void post('/press', { key }));
  element('pad').append(button);
}
for (const button of document.querySelectorAll('.plug')) {
  const { name } = button.dataset;
  button.addEventListener('click', () => void post(plugged[name] ? '/unplug' : '/plug', { name }));
}
element('own').addEventListener('submit', (event) => {
  event.preventDefault();
  void post('/scan', { code: element('code').value });
});

const events = new EventSource('/events');
events.addEventListener('message', (message) => draw(JSON.parse(message.data)));
events.addEventListener('error', () => {
  element('refusal').textContent = 'Programme arrêté';
});

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  const refusal = answer === undefined ? 'Le scanner virtuel ne répond plus.' : '';
  element('refusal').textContent =
    answer === undefined || answer.ok ? refusal : (await answer.json()).sentence;
}

function draw(state) {
  document.title = `${state.name} – scanner virtuel`;
  element('name').textContent = state.name;
  element('address').textContent = state.address;
  drawDevice('scanner', state.scanner);
  drawDevice('bump-bar', state.bumpBar);
  element('empty').hidden = state.scans.length > 0;
  element('journal').replaceChildren(
    ...state.scans.map(({ code, isHeard }) => {
      const item = document.createElement('li');
      item.append(create('span', '', code), create('small', '', isHeard ? 'lu' : 'perdu'));
      return item;
    }),
  );
}

function drawDevice(name, { isPlugged, isOpen }) {
  plugged[name] = isPlugged;
  const heard = isOpen ? 'lu par la caisse' : 'branché, pas lu';
  element(name).textContent = isPlugged ? heard : 'débranché';
  const button = document.querySelector(`.plug[data-name="${name}"]`);
  button.textContent = `${isPlugged ? 'Débrancher' : 'Rebrancher'} ${LABELS[name]}`;
}

function create(tag, className, text) {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
