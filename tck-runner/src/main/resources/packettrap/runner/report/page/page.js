"use strict";
(() => {
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  const items = [...document.querySelectorAll("[data-find]")].map((element) => ({
    element,
    text: element.dataset.find.toLowerCase(),
    verdict: element.dataset.verdict,
  }));
  const groups = [...document.querySelectorAll("[data-group]")];

  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter((word) => word);
    const verdict = document.querySelector("input[name=verdict]:checked").value;
    let rules = 0;
    let scenarios = 0;
    for (const item of items) {
      const shown =
        words.every((word) => item.text.includes(word)) &&
        (verdict === "all" || !item.verdict || item.verdict === verdict);
      item.element.hidden = !shown;
      if (shown) item.verdict ? rules++ : scenarios++;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-find]:not([hidden])");
    }
    const filtered = words.length > 0 || verdict !== "all";
    found.textContent = filtered ? `${rules} rules and ${scenarios} scenarios` : "";
  };
  find.addEventListener("input", filter);
  find.form.addEventListener("change", filter);
  find.form.addEventListener("submit", (event) => event.preventDefault());

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=radio]), textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      find.focus();
      find.select();
    } else if (event.key === "Escape" && event.target === find) {
      find.value = "";
      filter();
    }
  });

  // A link to a rule that the filter hides shows it.
  const target = () => {
    const element = location.hash && document.getElementById(location.hash.slice(1));
    if (element && element.closest("[hidden]")) {
      find.value = "";
      document.getElementById("verdict-all").checked = true;
      filter();
      element.scrollIntoView();
    }
    if (element && element.matches("tr")) element.querySelector("details").open = true;
  };
  addEventListener("hashchange", target);
  target();

  for (const button of document.querySelectorAll(".copy")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.nextElementSibling.textContent);
      button.textContent = "Copied";
    });
  }

  // On paper nobody can open anything, so what belongs to a failure is open there.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".failure details:not([open]):not(.export):not(.others)")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
