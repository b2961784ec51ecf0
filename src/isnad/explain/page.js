// Pointing at a record lights its words; choosing it brings them into view; choosing words lights their records.
(() => {
  "use strict";
  const roles = ["content", "speaker", "cue", "via", "addressee", "figure", "mention", "arrangement", "unread"];
  let held = null;

  const clear = (article) => article.querySelectorAll(".on, .hit").forEach((e) => e.classList.remove("on", "hit"));

  const light = (row) => {
    const article = row.closest("article");
    clear(article);
    row.classList.add("hit");
    const selector = roles.map((role) => `[data-${role}~="${CSS.escape(row.dataset.show)}"]`).join();
    const found = article.querySelectorAll(selector);
    found.forEach((e) => e.classList.add("on"));
    return found[0];
  };

  const hover = (event) => {
    const row = event.target.closest("[data-show]");
    if (row && !held) light(row);
  };

  const choose = (row) => {
    held = held === row ? null : row;
    const first = light(row);
    if (first) first.scrollIntoView({ block: "center", behavior: "smooth" });
  };

  document.addEventListener("pointerover", hover);
  document.addEventListener("focusin", hover);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-show]")) choose(event.target);
    if (event.key === "Escape") held = null;
  });
  document.addEventListener("click", (event) => {
    const row = event.target.closest("[data-show]");
    if (row) return choose(row);
    const words = event.target.closest(".block span");
    if (!words) return;
    held = null;
    const article = words.closest("article");
    clear(article);
    const ids = new Set(roles.flatMap((role) => (words.dataset[role] || "").split(" ")));
    const rows = [...article.querySelectorAll("[data-show]")].filter((e) => ids.has(e.dataset.show));
    rows.forEach((e) => e.classList.add("hit"));
    if (rows.length) rows[0].scrollIntoView({ block: "nearest", behavior: "smooth" });
  });
})();
