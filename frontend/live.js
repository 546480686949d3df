// Keeps the figures of an open page up to date: the server says which have changed, and this puts
// their text in place. Nothing else of the page changes, so nothing on it moves.
// A page without such figures does not load this file, and without it every page shows the figures
// of the moment it was asked for.
const SILENCE = 45_000; // The server says something every 15 seconds.
const LONGEST = 120_000;

const source = document.querySelector("[data-live-source]");
const state = document.querySelector("[data-live-state]");

let line = null;
let heard = Date.now();
let told = "";
let wait = 5_000;
let again = 0;

// Read out by nobody: who listens to a page is not to be interrupted by every number.
function show(key, text, lost) {
  if (!state || text === undefined || key + text === told) return;
  told = key + text;
  state.textContent = text;
  state.classList.toggle("lost", lost);
}

function clock(moment) {
  const two = (n) => String(n).padStart(2, "0");
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

function alive() {
  heard = Date.now();
  wait = 5_000;
  show("on", state?.dataset.liveOn, false);
}

function put(figures) {
  for (const [key, text] of Object.entries(figures))
    for (const place of document.querySelectorAll(`[data-live="${CSS.escape(key)}"]`))
      if (place.textContent !== text) place.textContent = text;
}

function close() {
  clearTimeout(again);
  line?.close();
  line = null;
}

// The line is gone: say since when, and try again, each time a little later.
function lost() {
  close();
  show("lost", state?.dataset.liveLost?.replace("{}", clock(new Date(heard))), true);
  if (document.hidden) return;
  again = setTimeout(open, wait);
  wait = Math.min(wait * 2, LONGEST);
}

// The session is over: trying again would not help.
function over() {
  close();
  show("over", state?.dataset.liveOver ?? state?.dataset.liveLost?.replace("{}", clock(new Date(heard))), true);
}

function open() {
  close();
  line = new EventSource(source.dataset.liveSource);
  line.addEventListener("figures", (event) => {
    put(JSON.parse(event.data));
    alive();
  });
  line.addEventListener("beat", alive);
  line.addEventListener("over", over);
  line.addEventListener("error", lost);
}

if (source && "EventSource" in window) {
  open();
  setInterval(() => line && Date.now() - heard > SILENCE && lost(), 5_000);
  // A page that nobody sees needs no line.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => event.persisted && open());
}
