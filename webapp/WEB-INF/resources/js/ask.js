// The own position, where the browser may tell it. Without this script one types a place.
(() => {
  const button = document.getElementById('here');
  if (!button || !navigator.geolocation) {
    if (button) button.hidden = true;
    return;
  }
  const near = document.getElementById('near');
  const at = document.getElementById('at');
  const said = document.getElementById('here-said');

  near.addEventListener('input', () => { at.disabled = true; });

  button.addEventListener('click', () => {
    said.textContent = '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        at.value = `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`;
        at.disabled = false;
        near.value = button.dataset.here;
        button.form.requestSubmit();
      },
      () => { said.textContent = button.dataset.failed; },
      { timeout: 10000, maximumAge: 300000 });
  });
})();
