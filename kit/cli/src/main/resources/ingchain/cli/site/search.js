// Looks for pieces of text, not for words: a Korean word comes with its particles.
"use strict";
(() => {
  const box = document.getElementById("search");
  const input = box.querySelector("input");
  const list = box.querySelector("ol");
  const MOST = 12;
  let loading = null;

  // A script and no fetch, which a page from a disk may not do.
  function load() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${box.dataset.root}assets/search-${box.dataset.language}.js`;
      script.onload = () => resolve(window.bookSections.map(prepared));
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }

  const folded = (text) => text.normalize("NFC").toLowerCase();
  const prepared = (section) => ({ ...section, page: folded(section.p), head: folded(section.h), text: folded(section.x) });

  // The better a section fits, the more points; none where one of the pieces is missing.
  function points(section, pieces) {
    let sum = 0;
    for (const piece of pieces) {
      const found =
        (section.head.includes(piece) ? 8 : 0) +
        (section.page.includes(piece) ? 4 : 0) +
        (section.text.includes(piece) ? 1 + Math.min(3, section.text.split(piece).length / 4) : 0);
      if (found === 0) {
        return 0;
      }
      sum += found;
    }
    return section.h === "" ? sum + 1 : sum;
  }

  function excerpt(section, pieces) {
    const first = Math.max(0, Math.min(...pieces.map((piece) => section.text.indexOf(piece)).filter((at) => at >= 0)));
    const from = Number.isFinite(first) ? Math.max(0, first - 30) : 0;
    return (from > 0 ? "…" : "") + section.x.slice(from, from + 120) + "…";
  }

  function marked(text, pieces) {
    const span = document.createElement("span");
    const lower = folded(text);
    let at = 0;
    while (at < text.length) {
      const hits = pieces.map((piece) => [lower.indexOf(piece, at), piece.length]).filter(([where]) => where >= 0);
      const [where, length] = hits.sort((a, b) => a[0] - b[0])[0] ?? [text.length, 0];
      span.append(text.slice(at, where));
      if (length > 0) {
        const mark = document.createElement("mark");
        mark.textContent = text.slice(where, where + length);
        span.append(mark);
      }
      at = where + length;
    }
    return span;
  }

  function item(section, pieces) {
    const link = document.createElement("a");
    link.href = box.dataset.root + section.u;
    const title = document.createElement("strong");
    title.append(section.h ? `${section.p}: ${section.h}` : section.p);
    link.append(title, marked(excerpt(section, pieces), pieces));
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  }

  async function search() {
    const pieces = folded(input.value).split(/\s+/).filter(Boolean);
    list.hidden = pieces.length === 0;
    if (pieces.length === 0) {
      return;
    }
    const sections = await load();
    const found = sections
      .map((section) => [points(section, pieces), section])
      .filter(([sum]) => sum > 0)
      .sort((a, b) => b[0] - a[0])
      .slice(0, MOST);
    list.replaceChildren(...found.map(([, section]) => item(section, pieces)));
    if (found.length === 0) {
      const nothing = document.createElement("li");
      nothing.textContent = box.dataset.nothing;
      list.append(nothing);
    }
  }

  function move(by) {
    const links = [input, ...list.querySelectorAll("a")];
    const next = links[links.indexOf(document.activeElement) + by];
    next?.focus();
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", search);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && document.activeElement === input) {
      list.querySelector("a")?.click();
    } else if (event.key === "Escape") {
      list.hidden = true;
    }
  });
  list.addEventListener("click", () => {
    list.hidden = true;
  });
  document.addEventListener("click", (event) => {
    list.hidden ||= !box.contains(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
})();
