/* What the pages cannot say in HTML: live state, dialogs, focus, messages. */
(() => {
  'use strict';
  const $ = (id) => document.getElementById(id);
  const on = (name, does) => document.body.addEventListener(name, does);

  // ---- menu, print, messages -------------------------------------------------------------
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    const menu = target.closest('[data-menu]');
    if (menu) {
      const open = $(menu.dataset.menu).classList.toggle('open');
      menu.setAttribute('aria-expanded', String(open));
    }
    if (target.closest('[data-print]')) window.print();
    const gone = target.closest('[data-dismiss]');
    if (gone) $(gone.dataset.dismiss).hidden = true;
  });

  let toastTimer;
  const toast = (text) => {
    const box = $('toast');
    if (!box || !text) return;
    box.firstElementChild.textContent = text;
    box.hidden = false;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => { box.hidden = true; }, 12000);
  };
  on('jianfu:said', (event) => say(event.detail.value));
  on('htmx:sendError', () => toast(document.body.dataset.away));
  on('htmx:timeout', () => toast(document.body.dataset.away));
  on('htmx:responseError', (event) => {
    const status = event.detail.xhr.status;
    if (status === 401) return;
    toast(status === 403 ? document.body.dataset.denied : status === 409 ? document.body.dataset.stale : document.body.dataset.failed);
  });

  // One line is announced, and not more often than somebody can listen.
  let lastSaid = 0;
  const say = (text) => {
    const line = $('announce');
    if (!line || !text) return;
    lastSaid = Date.now();
    line.textContent = '';
    setTimeout(() => { line.textContent = text; }, 60);
  };

  // ---- live ------------------------------------------------------------------------------
  const live = $('live');
  let source = null;
  let paused = false;
  let over = false;
  const show = (state) => {
    if (!live) return;
    const was = live.dataset.state;
    live.dataset.state = state;
    live.className = 'live' + (state === 'on' ? '' : state === 'lost' || state === 'over' ? ' lost' : ' wait');
    live.textContent = live.dataset[state];
    if (was && was !== state && state !== 'paused' && was !== 'paused') say(live.textContent);
  };
  on('htmx:sseOpen', (event) => { source = event.detail.source; paused = false; show('on'); });
  on('htmx:sseError', (event) => { source = event.detail.source; if (!paused && !over) show('lost'); });
  on('htmx:sseClose', (event) => { if (event.detail.type === 'message') { over = true; show('over'); } });
  on('htmx:sseMessage', (event) => {
    const elt = event.target;
    if (elt.id === 'news') $('news-box').hidden = false;
    if (elt.id === 'said' && Date.now() - lastSaid > 15000) say(elt.textContent);
  });
  // A row replaced itself: show where, when it is not the snapshot of a new connection.
  let fresh = 0;
  on('htmx:sseOpen', () => { fresh = Date.now() + 3000; });
  on('htmx:sseBeforeMessage', (event) => {
    const elt = event.target;
    if (elt.matches('tr[sse-swap]') && Date.now() > fresh) {
      const id = elt.id;
      requestAnimationFrame(() => { const row = $(id); if (row) row.classList.add('fresh'); });
    }
  });
  // What somebody has just done needs no hint that the data has changed.
  on('htmx:sseBeforeMessage', (event) => {
    if (event.target.id === 'news' && Date.now() - handledAt < 6000) event.preventDefault();
  });
  // Browsers allow six connections to a host: a hidden tab gives its own back.
  document.addEventListener('visibilitychange', () => {
    if (!source || over) return;
    if (document.hidden) {
      paused = true;
      source.close();
      show('paused');
    } else if (paused && source.readyState === EventSource.CLOSED) {
      source.onerror(new Event('error')); // the extension's own way to connect again
    }
  });

  // ---- swaps keep focus and what was open ---------------------------------------------------
  // Several swaps may come before the first has settled: what is remembered is kept until then.
  let focused = null;
  let around = null; // the row of what had the focus, which may be gone itself
  const opened = new Set();
  const remember = () => {
    const active = document.activeElement;
    if (active && active !== document.body) {
      const row = active.closest('tr[id], [data-row]');
      focused = active.id || (row && row.id);
      around = row && row.id;
    }
    document.querySelectorAll('details[id][open]').forEach((it) => opened.add(it.id));
  };
  const restore = () => {
    opened.forEach((id) => { const it = $(id); if (it) it.open = true; });
    opened.clear();
    const elt = focused && ($(focused) || $(around));
    focused = null;
    if (!elt || (document.activeElement && document.activeElement !== document.body)) return;
    (elt.matches('tr, [data-row]') ? elt.querySelector('a, button') || elt : elt).focus({ preventScroll: true });
  };
  document.addEventListener('pointerdown', () => { focused = null; });
  on('htmx:beforeRequest', remember); // a button that is disabled meanwhile loses the focus
  on('htmx:beforeSwap', remember);
  on('htmx:sseBeforeMessage', remember);
  on('htmx:afterSettle', restore);

  // ---- dialogs -----------------------------------------------------------------------------
  let opener = null; // where the focus was, and the row that it was in
  on('htmx:afterSettle', (event) => {
    const dialog = $('dialog');
    if (event.target === dialog && dialog.firstElementChild && !dialog.open) {
      dialog.showModal();
    }
    const invalid = dialog && dialog.open && dialog.querySelector('[aria-invalid=true]');
    if (invalid) invalid.focus();
  });
  on('htmx:beforeRequest', (event) => {
    if (event.detail.target && event.detail.target.id === 'dialog' && !$('dialog').open) {
      const row = event.detail.elt.closest('tr[id]');
      opener = { id: event.detail.elt.id, row: row && row.id };
    }
  });
  let handledAt = 0;
  on('jianfu:handled', () => {
    handledAt = Date.now();
    const dialog = $('dialog');
    if (dialog && dialog.open) dialog.close();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-close]')) $('dialog').close();
  });
  const dialog = $('dialog');
  if (dialog) {
    dialog.addEventListener('close', () => {
      dialog.replaceChildren();
      const elt = opener && $(opener.id);
      const row = opener && opener.row && $(opener.row);
      const next = elt && !elt.disabled ? elt : row ? row.querySelector('button, a, summary') : $('results');
      if (next) next.focus({ preventScroll: true });
    });
  }

  // ---- choosing many -------------------------------------------------------------------------
  const count = () => {
    const all = [...document.querySelectorAll('input[name=id]')];
    const chosen = all.filter((box) => box.checked).length;
    document.querySelectorAll('[data-needs-choice]').forEach((it) => { it.disabled = chosen === 0; });
    const said = $('chosen');
    if (said) said.textContent = chosen ? said.dataset.text.replace('#', String(chosen)) : said.dataset.none;
    const top = $('choose-all');
    if (top) { top.checked = chosen > 0 && chosen === all.length; top.indeterminate = chosen > 0 && chosen < all.length; top.disabled = !all.length; }
  };
  document.addEventListener('change', (event) => {
    const elt = event.target;
    if (!(elt instanceof HTMLInputElement)) return;
    if (elt.id === 'choose-all') document.querySelectorAll('input[name=id]').forEach((box) => { box.checked = elt.checked; });
    if (elt.id === 'choose-all' || elt.name === 'id') count();
    if (elt.type === 'radio' && elt.closest('.seg')) {
      elt.closest('.seg').querySelectorAll('label').forEach((label) => label.classList.toggle('on', label.contains(elt)));
    }
  });
  on('htmx:afterSettle', count);
  count();

  // ---- self-check ----------------------------------------------------------------------------
  // An answer replaces its own group only: what is counted is counted on the page.
  const recount = () => {
    const items = [...document.querySelectorAll('.check')];
    if (!items.length) return;
    const open = (some) => some.filter((it) => it.dataset.open).length;
    const left = open(items);
    document.querySelectorAll('[data-progress]').forEach((it) => { it.textContent = it.dataset.text.replace('##', String(items.length)).replace('#', String(items.length - left)); });
    document.querySelectorAll('.workbar progress').forEach((it) => { it.value = items.length - left; });
    document.querySelectorAll('.checks').forEach((it) => {
      const here = open([...it.querySelectorAll('.check')]);
      const line = it.querySelector('[data-left]');
      line.textContent = here ? line.dataset.text.replace('#', String(here)) : line.dataset.none;
    });
    document.querySelectorAll('[data-all-open]').forEach((it) => { it.hidden = left === 0; });
    document.querySelectorAll('[data-all-done]').forEach((it) => { it.hidden = left > 0; });
  };
  // What is wrong is shown next to the form that was sent, whatever the status.
  on('htmx:beforeSwap', (event) => {
    if (event.detail.xhr.getResponseHeader('HX-Retarget')) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  on('htmx:afterSettle', (event) => {
    recount();
    const row = event.target.closest && event.target.closest('.check');
    if (!row || !event.target.matches('.said')) return;
    row.querySelectorAll('[aria-invalid]').forEach((it) => it.removeAttribute('aria-invalid'));
    const wrong = [...row.querySelectorAll('[data-field]')].map((it) => $(it.dataset.field)).filter(Boolean);
    wrong.forEach((it) => it.setAttribute('aria-invalid', 'true'));
    if (wrong.length) wrong[0].focus();
  });
  // A reason that was typed outlives a login that has expired.
  const draftOf = (elt) => 'draft:' + location.pathname + ':' + elt.id;
  document.addEventListener('input', (event) => {
    if (event.target.matches('[data-draft]')) sessionStorage.setItem(draftOf(event.target), event.target.value);
  });
  document.querySelectorAll('[data-draft]').forEach((it) => {
    const kept = sessionStorage.getItem(draftOf(it));
    if (!kept || it.value) return;
    it.value = kept;
    it.closest('details').open = true;
  });
  on('htmx:afterRequest', (event) => {
    if (!event.detail.successful) return;
    event.detail.elt.querySelectorAll('[data-draft]').forEach((it) => sessionStorage.removeItem(draftOf(it)));
  });
})();
