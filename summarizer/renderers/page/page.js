"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const panel = $("panel");
  const text = $("panel-text");
  const behind = [...document.querySelectorAll(".masthead, .side, main, .skip")];
  const narrow = matchMedia("(max-width: 51.99rem)");
  let opener = null;
  let current = null;
  document.documentElement.classList.add("scripted");

  function el(tag, name, content) {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (content !== undefined) node.textContent = content;
    return node;
  }

  // ---- Reading a source beside the brief

  // Characters that nobody sees but that hide or turn round text; shown as a code, in a box of their own.
  const UNSEEN = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}])/u;
  // Line ends that a browser doesn't draw as such.
  const BREAK = /(\r(?!\n)|[\u2028\u2029])/;

  function put(parent, string) {
    for (const part of string.split(UNSEEN)) {
      if (UNSEEN.test(part)) {
        const box = el("span", "unseen", part);
        box.dataset.code = "U+" + part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
        parent.append(box);
        continue;
      }
      for (const piece of part.split(BREAK)) {
        if (piece) parent.append(piece);
        if (BREAK.test(piece)) parent.append(el("br"));
      }
    }
  }

  // The text of one segment, the passage that was asked for in <mark>, the other cited ones underlined.
  function drawSegment(string, others, active) {
    const box = el("div", "segment");
    const cuts = new Set([0, string.length]);
    for (const [from, to] of active ? [...others, active] : others) cuts.add(from).add(to);
    const order = [...cuts].sort((a, b) => a - b);
    let mark = null;
    for (let i = 0; i + 1 < order.length; i++) {
      const [from, to] = [order[i], order[i + 1]];
      let parent = box;
      if (active && from >= active[0] && to <= active[1]) {
        if (!mark) {
          mark = el("mark");
          mark.tabIndex = -1;
          box.append(mark);
        }
        parent = mark;
      } else if (others.some(([a, b]) => from >= a && to <= b)) {
        parent = el("span", "also");
        box.append(parent);
      }
      put(parent, string.slice(from, to));
    }
    return box;
  }

  const KINDS = {
    full: "Full text as loaded",
    excerpts: "Excerpts around the cited passages",
    passages: "Cited passages alone",
  };

  function read(label) {
    const [number, rank] = label.split(".").map(Number);
    const source = data.sources[number];
    const [segment, first, last, start, end, exact] = source.passages[rank - 1];
    current = [number, rank];
    $("panel-title").textContent = source.title;
    const meta = $("panel-meta");
    meta.textContent = "Source " + number + " · " + source.meta;
    if (source.url && /^https?:\/\//i.test(source.url)) {
      const link = el("a", "", "original");
      link.href = source.url;
      link.target = "_blank";
      link.rel = "noopener noreferrer nofollow";
      meta.append(" · ", link);
    }
    $("panel-kind").textContent = (exact ? KINDS[source.kind] : "Not in the article that was given: the words as cited")
      + " · characters " + start + "–" + end;
    $("panel-step").textContent = "Passage " + rank + " of " + source.passages.length;
    $("panel-prev").disabled = rank === 1;
    $("panel-next").disabled = rank === source.passages.length;
    text.replaceChildren();
    if (source.lang) text.lang = source.lang;
    else text.removeAttribute("lang");
    source.segments.forEach(([offset, string], i) => {
      if (i || offset) text.append(el("p", "cut", "[…]"));
      const others = source.passages.filter((p) => p[0] === i).map((p) => [p[1], p[2]]);
      const box = drawSegment(string, others, i === segment ? [first, last] : null);
      box.dir = "auto";
      text.append(box);
    });
    for (const node of document.querySelectorAll(".cite[aria-current]")) node.removeAttribute("aria-current");
    for (const node of document.querySelectorAll('.cite[data-p="' + label + '"]')) node.setAttribute("aria-current", "true");
  }

  function showMark() {
    const mark = text.querySelector("mark");
    const room = text.clientHeight - mark.offsetHeight;
    const top = mark.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop;
    text.scrollTop = top - Math.max(24, room / 2.5);
    mark.focus({ preventScroll: true });
  }

  function block() {
    const modal = !panel.hidden && narrow.matches;
    for (const node of behind) node.inert = modal;
    if (modal) {
      panel.setAttribute("role", "dialog");
      panel.setAttribute("aria-modal", "true");
    } else {
      panel.removeAttribute("role");
      panel.removeAttribute("aria-modal");
    }
  }

  // The page is laid out anew when the panel comes or goes; the line that was clicked stays where it is.
  function keeping(node, change) {
    const before = node ? node.getBoundingClientRect().top : 0;
    change();
    if (node && !narrow.matches) scrollBy(0, node.getBoundingClientRect().top - before);
  }

  function open(label, from) {
    opener = from;
    const line = from && from.getBoundingClientRect().height ? from : null;
    keeping(line, () => {
      panel.hidden = false;
      document.documentElement.classList.add("reading");
      read(label);
    });
    block();
    showMark();
  }

  function close() {
    if (panel.hidden) return;
    keeping(opener, () => {
      panel.hidden = true;
      document.documentElement.classList.remove("reading");
    });
    block();
    for (const node of document.querySelectorAll(".cite[aria-current]")) node.removeAttribute("aria-current");
    if (opener) opener.focus({ preventScroll: !narrow.matches });
    current = null;
  }

  function step(by) {
    const [number, rank] = current;
    const next = rank + by;
    if (next < 1 || next > data.sources[number].passages.length) return;
    read(number + "." + next);
    showMark();
  }

  document.addEventListener("click", (event) => {
    const cite = event.target.closest(".cite");
    if (cite && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(cite.dataset.p, cite);
      return;
    }
    const mark = event.target.closest(".chart .mark");
    if (mark) {
      const found = data.events[Number(mark.dataset.e)];
      if (found.p) open(found.p, mark.closest(".chart"));
    }
    const cell = event.target.closest(".cell");
    if (cell) {
      form.elements.actor.value = cell.dataset.actor;
      form.elements.recipient.value = cell.dataset.recipient;
      apply();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  $("panel-close").addEventListener("click", close);
  $("panel-prev").addEventListener("click", () => step(-1));
  $("panel-next").addEventListener("click", () => step(1));
  narrow.addEventListener("change", block);

  // ---- Filters: a sentence is shown while one of the events that it tells fits them all

  const filters = $("filters");
  const form = filters.querySelector("form");
  const told = [...document.querySelectorAll("[data-e]")].map((node) => ({
    node,
    drawn: node instanceof SVGElement,
    events: node.dataset.e ? node.dataset.e.split(" ").map(Number) : [],
  }));
  const groups = [...document.querySelectorAll("[data-group]")];

  function fits(event, want) {
    if (want.actor && !event.a.includes(Number(want.actor))) return false;
    if (want.recipient && !event.r.includes(Number(want.recipient))) return false;
    if (event.m && want.actor && want.actor === want.recipient) return false; // nobody meets himself
    if (want.type && event.t !== want.type) return false;
    if (want.status && event.s !== want.status) return false;
    if (want.source && !event.n.includes(Number(want.source))) return false;
    if (want.from && !(event.d && event.d[1] >= want.from)) return false;
    if (want.until && !(event.d && event.d[0] <= want.until)) return false;
    return true;
  }

  function apply() {
    const want = Object.fromEntries(new FormData(form));
    const filtered = Object.values(want).some(Boolean);
    const fit = data.events.map((event) => fits(event, want));
    let sentences = 0;
    let shown = 0;
    for (const { node, drawn, events } of told) {
      const matching = events.filter((at) => fit[at]);
      const stays = !filtered || matching.length > 0;
      if (drawn) {
        node.classList.toggle("off", !stays);
        if (node.dataset.actor) node.querySelector("text").textContent = stays ? matching.length : events.length;
      } else {
        node.hidden = !stays;
        if (node.classList.contains("st")) {
          sentences += 1;
          shown += stays;
        }
      }
    }
    for (const group of groups) group.hidden = filtered && !group.querySelector(".st:not([hidden])");
    const count = fit.filter(Boolean).length;
    $("shown").textContent = filtered
      ? "Filtered: " + shown + " of " + sentences + " sentences, " + count + " of " + data.events.length + " events"
      : "";
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  filters.hidden = !data.events.length;
  filters.open = matchMedia("(min-width: 66rem)").matches;

  // ---- Long lists are folded on the screen, never on paper

  const folds = [...document.querySelectorAll(".fold")];
  let opened = [];
  for (const fold of folds) fold.open = false;
  addEventListener("beforeprint", () => {
    opened = folds.filter((fold) => !fold.open);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });

  const asked = document.querySelector('.passages > li[id="' + CSS.escape(location.hash.slice(1)) + '"] .cite');
  if (asked) open(asked.dataset.p, null);
})();
