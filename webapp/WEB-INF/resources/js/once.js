// A form that changes something is sent once, however often somebody presses its button while the answer is on its way.
(() => {
  const PATIENCE = 10000;
  let sent = new WeakSet();

  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    form.setAttribute('aria-busy', 'true');
    setTimeout(() => {
      sent.delete(form);
      form.removeAttribute('aria-busy');
    }, PATIENCE);
  });

  // the way back may show this very page again
  addEventListener('pageshow', () => {
    sent = new WeakSet();
    document.querySelectorAll('form[aria-busy]').forEach(form => form.removeAttribute('aria-busy'));
  });
})();
