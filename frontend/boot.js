// Wakes the islands of a page once the browser has nothing better to do.
// A page without islands does not load this file, and every page works without it.
// The build puts the names with their content hash in place of the two below.
const SCRIPT = "./yihao.js";
const MODULE = "./yihao.wasm";

// The server and the browser's part may come from different compilers, which can give the same
// island another number; its name before the number is unique.
function islandFunction(module, id) {
  const name = id.slice(0, id.lastIndexOf("_") + 1);
  return module[id] ?? module[Object.keys(module).find((key) => key.startsWith(name))];
}

async function wake() {
  const module = await import(SCRIPT);
  await module.default({ module_or_path: new URL(MODULE, import.meta.url) });
  module.hydrate();
  for (const island of document.querySelectorAll("leptos-island")) {
    const hydrate = islandFunction(module, island.dataset.component);
    if (hydrate) hydrate(island);
    else console.warn(`Unknown island ${island.dataset.component}`);
  }
  document.documentElement.dataset.islands = "awake";
}

// A page that stays asleep is a page without enhancements, not a broken one.
const start = () => wake().catch((error) => console.warn("Islands stay asleep:", error));
if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 500 });
else start();
