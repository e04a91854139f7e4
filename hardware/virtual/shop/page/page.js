/* The page of all simulators of a shop. It shows what they say and keeps nothing. */

/** Where nothing is wrong with a device. */
const HEALTHY = ['none', 'manual', 'accept', 'refuse', 'plug', ''];
const CALLS = { ringing: 'Sonne', answered: 'Pris', ended: 'Terminé' };

const element = (id) => document.getElementById(id);
const cards = new Map();

const events = new EventSource('/events');
events.addEventListener('message', (message) => draw(JSON.parse(message.data)));
events.addEventListener('error', () => {
  element('refusal').textContent = 'Simulateurs arrêtés';
});

function draw({ name, devices }) {
  document.title = name;
  element('refusal').textContent = '';
  element('name').textContent = name;
  element('count').textContent = String(devices.length);
  element('used').textContent = String(devices.filter(({ isUsed }) => isUsed).length);
  element('faulty').textContent = String(devices.filter(isFaulty).length);
  for (const device of devices) {
    const card = cards.get(device.id) ?? addCard(device);
    update(card, device);
  }
}

function isFaulty({ mode, modes }) {
  return modes.length > 0 && !HEALTHY.includes(mode);
}

function addCard(device) {
  const article = create('article', '');
  article.id = device.id;
  const title = create('div', '');
  title.append(create('p', 'kind', device.kind), create('h2', '', device.name));
  const head = create('div', 'head');
  const lamp = create('span', 'lamp');
  head.append(title, lamp);
  const address = create('p', 'address', 'Adresse à saisir');
  address.append(create('b', '', device.address));
  const shown = create('div', 'shown');
  const foot = create('div', 'foot');
  const select = device.modes.length === 0 ? undefined : choice(device);
  if (select !== undefined) foot.append(select);
  if (device.page !== undefined) {
    const link = create('a', '', 'Ouvrir');
    link.href = device.page;
    link.target = `simulator-${device.id}`;
    link.setAttribute('aria-label', `Ouvrir ${device.kind}, ${device.name}`);
    foot.append(link);
  }
  article.append(head, address, shown, foot);
  element('devices').append(article);
  const card = { article, lamp, shown, select };
  cards.set(device.id, card);
  return card;
}

function choice(device) {
  const select = create('select', '');
  select.setAttribute('aria-label', `État de ${device.kind}, ${device.name}`);
  for (const { mode, word } of device.modes) {
    const option = create('option', '', word);
    option.value = mode;
    select.append(option);
  }
  select.addEventListener('change', () => {
    const action = device.actions.includes('fault') ? 'fault' : 'mode';
    void post({ device: device.id, action, value: select.value });
  });
  return select;
}

function update({ article, lamp, shown, select }, device) {
  article.dataset.faulty = String(isFaulty(device));
  lamp.hidden = device.isUsed === undefined;
  lamp.dataset.used = String(device.isUsed === true);
  lamp.textContent = device.isUsed ? 'Sur une caisse' : 'Libre';
  if (select !== undefined) select.value = device.mode;
  const word = select === undefined ? (CALLS[device.mode] ?? '') : '';
  shown.replaceChildren(word === '' ? device.text : `${device.text} · ${word}`);
  if (device.paperId === undefined) return;
  const paper = create('img', '');
  paper.src = `/papers/${device.id}/${device.paperId}.svg`;
  paper.alt = `Dernier papier de ${device.name}`;
  shown.append(paper);
}

async function post(body) {
  const answer = await fetch('/do', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (answer === undefined) element('refusal').textContent = 'Les simulateurs ne répondent plus.';
  else if (!answer.ok) element('refusal').textContent = (await answer.json()).sentence;
}

function create(tag, className, text = '') {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
