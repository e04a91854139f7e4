/** The page of the virtual printer: draws the state that its server sends. */

const FAULTS = [
  { kind: 'paper-end', word: 'Plus de papier', icon: 'M6 3h12v12l-3 3-3-3-3 3-3-3zM4 21h16' },
  {
    kind: 'near-end',
    word: 'Papier bientôt fini',
    icon: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  },
  { kind: 'cover-open', word: 'Capot ouvert', icon: 'M4 20h16v-7H4zM4 13 18 4' },
  {
    kind: 'cutter',
    word: 'Massicot bloqué',
    icon: 'M6 15a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM18 15a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 16 17 3M16 16 7 3',
  },
  { kind: 'slow', word: 'Très lente', icon: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l4 2' },
  { kind: 'cut-cable', word: 'Câble arraché', icon: 'M3 12h6M15 12h6M9 8v8M15 8v8M11 12h.5' },
  { kind: 'silent', word: 'Muette', icon: 'M4 9v6h4l5 4V5L8 9zM17 10l4 4M21 10l-4 4' },
  { kind: 'power-cut', word: 'Coupure en cours de ticket', icon: 'M13 2 5 14h6l-1 8 8-12h-6z' },
  { kind: 'error', word: 'En erreur', icon: 'M12 3 2 21h20zM12 10v5M12 18v.5' },
  { kind: 'offline', word: 'Hors ligne', icon: 'M5 12h14M9 6v12' },
  { kind: 'off', word: 'Éteinte', icon: 'M12 3v9M7 6.5a8 8 0 1 0 10 0' },
];

const TROUBLES = {
  'paper-end': 'Plus de papier\u202f: les tickets attendent',
  'cover-open': 'Capot ouvert\u202f: les tickets attendent',
  cutter: 'Massicot bloqué\u202f: les tickets attendent',
  'near-end': 'Bientôt plus de papier',
  slow: 'Très lente',
  'cut-cable': 'Câble coupé après quelques lignes',
  'half-open': 'Muette\u202f: reçoit, ne répond pas',
  'power-cut': 'Coupure de courant après quelques lignes',
  error: 'En erreur\u202f: les tickets attendent',
  offline: 'Hors ligne\u202f: les tickets attendent',
  off: 'Éteinte',
};

const element = (id) => document.getElementById(id);
const time = (at) => new Date(at).toLocaleTimeString('fr-FR');
let newest;

for (const { kind, word, icon } of FAULTS) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.kind = kind;
  button.append(drawing(icon), word, mark());
  button.addEventListener('click', () => {
    const isOn = button.getAttribute('aria-pressed') === 'true';
    void post(isOn ? 'none' : kind);
  });
  element('faults').append(button);
}
element('heal').addEventListener('click', () => void post('none'));

const events = new EventSource('/events');
events.addEventListener('message', (message) => draw(JSON.parse(message.data)));
events.addEventListener('error', () => {
  element('state').textContent = 'Programme arrêté';
  element('printer').dataset.trouble = '';
});

async function post(kind) {
  const answer = await fetch('/fault', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  }).catch(() => undefined);
  element('refusal').textContent = answer?.ok ? '' : 'L’imprimante virtuelle ne répond plus.';
}

function draw(state) {
  const trouble = TROUBLES[state.fault.kind];
  const pressed = state.fault.kind === 'half-open' ? 'silent' : state.fault.kind;
  document.title = `${state.name} – imprimante virtuelle`;
  element('name').textContent = state.name;
  element('address').textContent = state.address;
  element('connection').textContent = state.isConnected ? 'Reliée' : 'Absente';
  element('count').textContent = String(state.receipts.length);
  element('drawer').textContent =
    `${state.drawerOpenings} fois${state.drawer === 'open' ? ', ouvert' : ''}`;
  element('state').textContent = trouble ?? 'Prête';
  element('printer').toggleAttribute('data-trouble', trouble !== undefined);
  element('heal').disabled = trouble === undefined;
  for (const button of element('faults').children) {
    button.setAttribute('aria-pressed', String(button.dataset.kind === pressed));
  }
  drawReceipts(state.receipts);
}

function drawReceipts(receipts) {
  const [latest, ...older] = receipts;
  element('empty').hidden = latest !== undefined;
  element('older-hint').hidden = older.length > 0;
  if (latest?.id === newest) return;
  const isFirstLook = newest === undefined && older.length > 0;
  newest = latest?.id;
  const top = document.createElement('div');
  if (!isFirstLook) top.className = 'fresh';
  top.append(sheet(latest), caption(latest));
  element('latest').replaceChildren(top);
  element('older').replaceChildren(
    ...older.map((receipt) => {
      const item = document.createElement('li');
      item.append(sheet(receipt), caption(receipt));
      return item;
    }),
  );
}

function sheet(receipt) {
  const button = document.createElement('button');
  const paper = document.createElement('span');
  const image = document.createElement('img');
  button.type = 'button';
  paper.className = 'sheet';
  image.src = `/receipts/${receipt.id}.svg`;
  image.alt = `Ticket imprimé à ${time(receipt.printedAt)}`;
  paper.append(image);
  button.append(paper);
  button.addEventListener('click', () => {
    element('large-image').src = image.src;
    element('large-image').alt = image.alt;
    element('large').showModal();
  });
  return button;
}

function caption(receipt) {
  const line = document.createElement('p');
  const left = document.createElement('span');
  const right = document.createElement('span');
  line.className = 'caption';
  left.textContent = time(receipt.printedAt);
  right.textContent = receipt.isComplete ? '' : 'Interrompu';
  right.className = 'torn';
  line.append(left, right);
  return line;
}

function drawing(path) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function mark() {
  const word = document.createElement('span');
  word.className = 'on';
  word.textContent = 'en cours';
  return word;
}
