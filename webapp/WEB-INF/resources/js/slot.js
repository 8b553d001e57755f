// The form that books: only lengths that fit the chosen start can be chosen, and the time is told while one chooses.
(() => {
  const start = document.getElementById('start');
  const length = document.getElementById('length');
  const when = document.getElementById('when');
  if (!start || !length || !when) return;
  const fitting = new Map((when.dataset.fitting || '').split(' ').filter(Boolean).map(entry => {
    const [clock, range] = entry.split('=');
    return [clock, range.split('-').map(Number)];
  }));
  const pad = number => String(number).padStart(2, '0');
  const told = when.textContent;
  const times = told.match(/\d{2}:\d{2}/g);

  const fit = () => {
    const range = fitting.get(start.value);
    for (const option of length.options) {
      option.disabled = Boolean(range) && (Number(option.value) < range[0] || Number(option.value) > range[1]);
    }
    if (length.selectedOptions[0]?.disabled) {
      const last = [...length.options].filter(option => !option.disabled).pop();
      if (last) last.selected = true;
    }
    if (times?.length === 2) {
      const [hours, minutes] = start.value.slice(11, 16).split(':').map(Number);
      const end = hours * 60 + minutes + Number(length.value);
      const clock = `${pad(end === 1440 ? 24 : Math.floor(end / 60) % 24)}:${pad(end % 60)}`;
      let count = 0;
      when.textContent = told.replace(/\d{2}:\d{2}/g, () => (count++ === 0 ? start.value.slice(11, 16) : clock));
    }
  };
  when.setAttribute('role', 'status');
  start.addEventListener('change', fit);
  length.addEventListener('change', fit);
  fit();
})();
