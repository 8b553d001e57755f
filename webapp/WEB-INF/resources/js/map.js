// The map beside the list: districts, an optional base map, and one round marker per house. Pointing at a card or a
// marker shows the other one. All text is put in as text.
(() => {
  const element = document.querySelector('.map');
  if (!element || !window.L) return;
  const { dataset } = element;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    preferCanvas: true, zoomControl: false, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm,
    scrollWheelZoom: false, minZoom: 9, maxZoom: 18,
  });
  map.attributionControl.setPrefix(false);
  map.createPane('areas').style.zIndex = 250;
  L.control.zoom({ zoomInTitle: dataset.zoomIn, zoomOutTitle: dataset.zoomOut }).addTo(map);
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());

  if (dataset.tiles) {
    L.tileLayer(dataset.tiles, { attribution: '© OpenStreetMap', maxZoom: 19 }).addTo(map);
  }

  const houses = new Map();
  const cards = [...document.querySelectorAll('.room[data-lat], [data-place]')];
  for (const card of cards) {
    const key = `${card.dataset.lat},${card.dataset.lon}`;
    if (!houses.has(key)) houses.set(key, { at: [Number(card.dataset.lat), Number(card.dataset.lon)], cards: [] });
    houses.get(key).cards.push(card);
  }

  const plain = () => ({ radius: 9, weight: 3, color: colour('--card'), fillColor: colour('--free'), fillOpacity: 1 });
  const lit = () => ({ radius: 12, weight: 3, color: colour('--card'), fillColor: colour('--lamp'), fillOpacity: 1 });

  const line = (tag, text, href) => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (href) made.href = href;
    return made;
  };

  const popup = house => {
    const box = document.createElement('div');
    box.append(line('p', house.cards[0].querySelector('.house')?.textContent ?? ''));
    for (const card of house.cards) {
      const link = card.querySelector('h3 a');
      if (!link) continue;
      const row = document.createElement('p');
      row.append(line('a', link.textContent, `#${card.id}`));
      box.append(row);
    }
    return box;
  };

  const light = (house, on) => {
    house.marker.setStyle(on ? lit() : plain());
    if (on) house.marker.bringToFront();
    house.cards.forEach(card => card.classList.toggle('on', on && card.classList.contains('room')));
  };

  const markers = L.featureGroup();
  for (const house of houses.values()) {
    house.marker = L.circleMarker(house.at, plain()).addTo(markers);
    if (house.cards[0].classList.contains('room')) {
      house.marker.bindPopup(() => popup(house), { minWidth: 180, closeButton: true });
      house.marker.on('mouseover', () => light(house, true)).on('mouseout', () => light(house, false));
    }
    for (const card of house.cards) {
      card.addEventListener('mouseenter', () => light(house, true));
      card.addEventListener('mouseleave', () => light(house, false));
      card.addEventListener('focusin', () => light(house, true));
      card.addEventListener('focusout', () => light(house, false));
    }
  }
  markers.addTo(map);
  map.on('popupopen', ({ popup: opened }) => {
    opened.getElement().querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', dataset.close);
  });

  const centre = dataset.lat ? [Number(dataset.lat), Number(dataset.lon)] : null;
  if (houses.size > 1) {
    map.fitBounds(markers.getBounds().pad(.25), { maxZoom: 14, animate: false });
  } else if (houses.size === 1) {
    map.setView(houses.values().next().value.at, 14, { animate: false });
  } else {
    map.setView(centre ?? [0, 0], centre ? 12 : 2, { animate: false });
  }
  if (centre && dataset.here) {
    L.circleMarker(centre, { radius: 6, weight: 3, color: colour('--ink'), fill: false, interactive: false }).addTo(map);
  }

  const areaStyle = () => ({ color: colour('--map-edge'), weight: 1.5, fillColor: colour('--map-land'), fillOpacity: dataset.tiles ? 0 : 1, pane: 'areas', interactive: false });
  let areas;
  fetch(dataset.outlines).then(answer => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText)))).then(outlines => {
    areas = L.geoJSON(outlines, {
      style: areaStyle,
      renderer: L.canvas({ pane: 'areas' }),
      interactive: false,
      onEachFeature: (feature, layer) => {
        const name = (document.documentElement.lang === 'zh' && feature.properties.nameZh) || feature.properties.name;
        if (name) layer.bindTooltip(line('span', name), { permanent: true, direction: 'center', className: 'district', interactive: false });
      },
    }).addTo(map);
    if (houses.size === 0 && !centre) map.fitBounds(areas.getBounds(), { animate: false });
  }).catch(() => { /* the list and the markers do without outlines */ });

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    houses.forEach(house => house.marker.setStyle(plain()));
    areas?.setStyle(areaStyle());
  });
})();
