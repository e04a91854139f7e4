/* The page of a virtual customer display. It shows what the display says and keeps nothing. */

const element = (id) => document.getElementById(id);

let isPlugged = true;
element('plug').addEventListener('click', () => {
  void fetch(isPlugged ? '/unplug' : '/plug', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
});

const events = new EventSource('/events');
events.addEventListener('message', (message) => draw(JSON.parse(message.data)));
events.addEventListener('error', () => {
  element('upper').textContent = 'Programme arrêté';
  element('lower').textContent = '';
});

function draw(state) {
  isPlugged = state.isPlugged;
  document.title = `${state.name} – afficheur virtuel`;
  element('name').textContent = state.name;
  element('address').textContent = state.address;
  element('upper').textContent = state.rows[0];
  element('lower').textContent = state.rows[1];
  element('glass').dataset.plugged = String(isPlugged);
  element('plug').textContent = isPlugged ? 'Débrancher' : 'Rebrancher';
}
