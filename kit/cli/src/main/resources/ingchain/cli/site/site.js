// The switch of colours, the menu on a phone, colours in code, and diagrams.
"use strict";

const root = document.documentElement;
const isDark = () =>
  root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

document.getElementById("theme").addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // It lasts as long as the page, then.
  }
  drawAgain();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAgain);

const menu = document.getElementById("menu");
menu.addEventListener("click", () => {
  const open = document.body.classList.toggle("menu-open");
  menu.setAttribute("aria-expanded", String(open));
});
document.getElementById("contents").addEventListener("click", (event) => {
  if (event.target.closest("a")) {
    document.body.classList.remove("menu-open");
    menu.setAttribute("aria-expanded", "false");
  }
});

if (window.hljs) {
  document.querySelectorAll('pre code[class^="language-"]').forEach((code) => {
    const language = code.className.slice("language-".length);
    if (hljs.getLanguage(language)) {
      hljs.highlightElement(code);
    }
  });
}

const diagrams = [...document.querySelectorAll("pre.mermaid")];
diagrams.forEach((diagram) => {
  diagram.dataset.text = diagram.textContent;
});

// What is folded away has no size yet; it is drawn when it is opened.
function draw() {
  const ready = diagrams.filter((each) => !each.dataset.processed && !each.closest("details:not([open])"));
  if (window.mermaid && ready.length > 0) {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: "strict",
      theme: isDark() ? "dark" : "neutral",
      themeVariables: { edgeLabelBackground: getComputedStyle(document.body).backgroundColor },
    });
    mermaid.run({ nodes: ready, suppressErrors: true });
  }
}

function drawAgain() {
  diagrams.forEach((diagram) => {
    delete diagram.dataset.processed;
    diagram.textContent = diagram.dataset.text;
  });
  draw();
}

document.querySelectorAll("details").forEach((details) => details.addEventListener("toggle", draw));
draw();
