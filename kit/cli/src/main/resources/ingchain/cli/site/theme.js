// Runs before the page is drawn, so that it does not flash in the wrong colours.
"use strict";
(() => {
  document.documentElement.dataset.scripts = "";
  let kept = null;
  try {
    kept = localStorage.getItem("theme");
  } catch {
    // Some browsers keep nothing for pages from a disk.
  }
  if (kept === "dark" || kept === "light") {
    document.documentElement.dataset.theme = kept;
  }
})();
