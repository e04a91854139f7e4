/** The page of the virtual terminal: draws the state that its server sends. */

const RESULTS = { paid: 'Opération acceptée', refused: 'Opération refusée', abandoned: 'Abandon' };
const WORDS = { refused: 'Refusé', abandoned: 'Abandonné' };
const DONE = { pay: 'Payé', refund: 'Remboursé', cancel: 'Annulé' };
const ASKED = { pay: 'Montant à payer', refund: 'À rembourser', cancel: 'À annuler' };

const element = (id) => document.getElementById(id);

for (const button of document.querySelectorAll('[data-answer]')) {
  button.addEventListener('click', () => void post('/answer', { answer: button.dataset.answer }));
}

const events = new EventSource('/events');
events.addEventListener('message', (message) => draw(JSON.parse(message.data)));
events.addEventListener('error', () => {
  element('line').textContent = 'Programme arrêté';
  element('amount').textContent = '';
  element('more').textContent = '';
  element('screen').dataset.status = 'idle';
});

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  const refusal = answer === undefined ? 'Le terminal virtuel ne répond plus.' : '';
  element('refusal').textContent =
    answer === undefined || answer.ok ? refusal : (await answer.json()).sentence;
}

function draw(state) {
  const { screen } = state;
  document.title = `${state.name} – terminal virtuel`;
  element('name').textContent = state.name;
  element('address').textContent = state.address;
  element('protocol').textContent = state.protocol;
  drawModes(state.modes);
  if (state.isOn) drawScreen(screen);
  else drawOff();
  for (const button of document.querySelectorAll('[data-answer]')) {
    button.disabled = screen.status !== 'waiting';
  }
  for (const button of document.querySelectorAll('[data-mode]')) {
    button.setAttribute('aria-pressed', String(button.dataset.mode === state.mode.kind));
  }
  drawJournal(state);
}

/** Once: the modes of a terminal do not change. */
function drawModes(modes) {
  if (element('modes').childElementCount > 0) return;
  let hasFaults = false;
  for (const { mode, word, more, isFault } of modes) {
    if (isFault && !hasFaults) element('modes').append(create('h3', '', 'Pannes'));
    hasFaults ||= isFault;
    const button = create('button', isFault ? 'fault' : '', '');
    button.type = 'button';
    button.dataset.mode = mode;
    button.append(create('strong', '', word), create('small', '', more));
    button.addEventListener('click', () => void post('/mode', { mode }));
    element('modes').append(button);
  }
}

function drawOff() {
  element('screen').dataset.status = 'idle';
  element('amount').textContent = '';
  write('Éteint', 'Choisir un comportement le rallume');
}

function drawScreen(screen) {
  element('screen').dataset.status = screen.status === 'over' ? screen.result : screen.status;
  element('amount').textContent = screen.status === 'idle' ? '' : euros(screen.amountCents);
  if (screen.status === 'idle') write('Bienvenue', '');
  else if (screen.status === 'waiting') write(ASKED[screen.action], 'Présentez votre carte');
  else write(RESULTS[screen.result], screen.result === 'paid' ? 'Retirez votre carte' : '');
}

function write(line, more) {
  element('line').textContent = line;
  element('more').textContent = more;
}

function drawJournal({ transactions, chargedCents }) {
  element('total').textContent = euros(chargedCents);
  element('empty').hidden = transactions.length > 0;
  element('journal').replaceChildren(
    ...transactions.map((transaction) => {
      const item = document.createElement('li');
      const isPaid = transaction.result === 'paid';
      item.append(
        create('span', 'when', new Date(transaction.at).toLocaleTimeString('fr-FR')),
        create('span', 'word', isPaid ? DONE[transaction.action] : WORDS[transaction.result]),
        create('span', isPaid ? 'cents' : 'cents not-paid', euros(transaction.amountCents)),
      );
      if (isPaid) {
        const { maskedNumber, authorisation } = transaction;
        item.append(
          create(
            'span',
            'number',
            `${'••••\u202f' + maskedNumber.slice(-4)} · autorisation ${authorisation}`,
          ),
        );
      }
      if (!transaction.isAnswered)
        item.append(create('span', 'unheard', 'La caisse n’a pas reçu ce résultat'));
      return item;
    }),
  );
}

function create(tag, className, text) {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

/** Cents to `25,80 €`, on text: no float touches an amount. */
function euros(cents) {
  const sign = cents < 0 ? '\u2212' : '';
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
  return `${sign}${whole},${digits.slice(-2)}\u202f€`;
}
