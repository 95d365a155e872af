
"use strict";
(() => {
  const root = document.documentElement;
  const find = (selector) => Array.from(document.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  root.classList.add("js");
  find(".jumps, .saves").forEach((one) => { one.hidden = false; });

  // Where one is
  let current = 0;
  const shown = (card) => card.offsetParent !== null || getComputedStyle(card).display !== "none";
  const card = (number) => document.querySelector(`details[data-number="${number}"]`);

  function go(number) {
    const one = card(number);
    if (!one) return;
    find(".card.current").forEach((other) => other.classList.remove("current"));
    current = number;
    one.open = true;
    one.classList.add("current");
    one.querySelector("summary").focus({ preventScroll: true });
    one.scrollIntoView({ block: "center" });
  }

  function jump(step) {
    const grave = find(".card.fail, .card.warn, .card.unchecked, .card:has(.stamp.changed)").filter(shown);
    const numbers = grave.map((one) => Number(one.dataset.number)).sort((one, other) => one - other);
    const ahead = step > 0 ? numbers.find((one) => one > current) : numbers.reverse().find((one) => one < current);
    const target = ahead ?? numbers[0];
    if (target === undefined) tell("Nothing is left to look at.");
    else go(target);
  }

  byId("next").addEventListener("click", () => jump(1));
  byId("previous").addEventListener("click", () => jump(-1));
  find(".bar").forEach((bar) => bar.addEventListener("click", () => go(Number(bar.dataset.number))));
  find(".statement").forEach((one) => one.addEventListener("click", (event) => {
    event.preventDefault();
    go(Number(one.hash.slice("#evidence-".length)));
  }));
  find(".card").forEach((one) => one.addEventListener("focusin", () => { current = Number(one.dataset.number); }));

  document.addEventListener("keydown", (event) => {
    if (!byId("keys").checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input[type=text]")) return;
    if (event.key === "n") jump(1);
    else if (event.key === "p") jump(-1);
    else if (event.key === "c" && current) card(current).querySelector("input[name=checked]").click();
    else return;
    event.preventDefault();
  });

  // Signing
  let unsaved = false;
  const forms = find(".signing");
  const field = (form, name) => form.elements.namedItem(name);
  const ticked = (form, name) => Boolean(field(form, name) && field(form, name).checked);
  const tell = (words) => { byId("told").textContent = words; };

  function count() {
    const signed = forms.filter((form) => ticked(form, "checked") || ticked(form, "stands")).length;
    tell(`${signed} of ${forms.length} signed${unsaved ? ", not saved" : ""}`);
  }

  forms.forEach((form) => {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      unsaved = true;
      form.dataset.touched = "yes";
      if (event.target.name === "reason" && event.target.value.trim()) field(form, "stands").checked = true;
      if (event.target.name === "stands" && event.target.checked) field(form, "reason").focus();
      count();
    });
  });

  function entry(form, name, day) {
    const stands = ticked(form, "stands");
    if (!stands && !ticked(form, "checked")) return null;
    const own = form.dataset.touched || !form.dataset.by;
    const reason = field(form, "reason") ? field(form, "reason").value.trim() : "";
    return {
      draft: form.dataset.draft, statement: form.dataset.statement, state: form.dataset.state,
      decision: stands ? "stands" : "checked", by: own ? name : form.dataset.by, reason: reason || null,
      day: (own ? day : form.dataset.day) || null, words: form.dataset.words,
      verdict: form.dataset.verdict === "no verdict" ? null : form.dataset.verdict,
    };
  }

  byId("save").addEventListener("click", () => {
    const name = byId("name").value.trim();
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const signed = forms.map((form) => entry(form, name, day)).filter(Boolean);
    const bare = forms.find((form) => ticked(form, "stands") && !field(form, "reason").value.trim());
    if (signed.some((one) => !one.by)) {
      tell("Give your name first.");
      byId("name").focus();
      return;
    }
    if (bare) {
      tell("Say why it may stand.");
      go(Number(bare.closest(".card").dataset.number));
      field(bare, "reason").focus();
      return;
    }
    const content = JSON.stringify({ schema: "quotecheck-signed/1", signed }, null, 2);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${content}\n`], { type: "application/json" }));
    link.download = "signed.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    unsaved = false;
    count();
  });

  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
  count();
})();
