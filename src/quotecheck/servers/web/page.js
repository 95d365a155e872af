"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const tell = (words) => { byId("told").textContent = words; };
  let draftFile = null;
  let sourceFiles = [];
  let saved = null;

  // A file as the API takes it: its name, and its bytes in base64.
  function read(file) {
    return new Promise((done, failed) => {
      const reader = new FileReader();
      reader.addEventListener("load", () => done({ name: file.name, data: reader.result.split(",", 2)[1] || "" }));
      reader.addEventListener("error", () => failed(new Error(`${file.name} could not be read`)));
      reader.readAsDataURL(file);
    });
  }

  function named(file, drop) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    item.textContent = file.name;
    button.type = "button";
    button.textContent = "remove";
    button.setAttribute("aria-label", `remove ${file.name}`);
    button.addEventListener("click", drop);
    item.append(button);
    return item;
  }

  function show() {
    byId("draft-name").replaceChildren(...(draftFile ? [named(draftFile, () => { draftFile = null; show(); })] : []));
    byId("source-names").replaceChildren(...sourceFiles.map((file) => named(file, () => {
      sourceFiles = sourceFiles.filter((one) => one !== file);
      show();
    })));
    byId("draft").disabled = Boolean(draftFile);
  }

  function take(files, side) {
    if (side === "draft" && files.length) [draftFile] = files;
    if (side === "sources") sourceFiles.push(...files);
    show();
  }

  for (const side of ["draft", "sources"]) {
    const area = byId(`${side}-side`);
    for (const event of ["dragenter", "dragover"]) {
      area.addEventListener(event, (one) => { one.preventDefault(); area.classList.add("over"); });
    }
    area.addEventListener("dragleave", () => area.classList.remove("over"));
    area.addEventListener("drop", (one) => {
      one.preventDefault();
      area.classList.remove("over");
      take([...one.dataTransfer.files], side);
    });
  }
  byId("draft-file").addEventListener("change", (one) => take([...one.target.files], "draft"));
  byId("source-files").addEventListener("change", (one) => { take([...one.target.files], "sources"); one.target.value = ""; });

  async function request() {
    const values = { page: true };
    values.draft = draftFile ? await read(draftFile) : { name: "draft.md", text: byId("draft").value };
    const pasted = byId("source").value;
    values.sources = await Promise.all(sourceFiles.map(read));
    if (pasted.trim()) values.sources.unshift({ name: "pasted source", text: pasted });
    if (byId("policy").value) values.policy = byId("policy").value;
    return values;
  }

  function headers() {
    const token = byId("token").value;
    return { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  }

  async function check() {
    const values = await request();
    if (!draftFile && !values.draft.text.trim()) return tell("Give a draft first.");
    tell("Checking …");
    const answer = await fetch("/api/1/check", { method: "POST", headers: headers(), body: JSON.stringify(values) });
    const found = await answer.json();
    if (!answer.ok) return tell(`Not checked: ${found.error.message}`);
    const frame = byId("copy");
    frame.srcdoc = found.page;
    frame.hidden = false;
    if (saved) URL.revokeObjectURL(saved);
    saved = URL.createObjectURL(new Blob([found.page], { type: "text/html" }));
    byId("save").href = saved;
    byId("save").hidden = false;
    const sums = Object.entries(found.report.summary.by_outcome).filter(([, number]) => number);
    return tell(sums.map(([name, number]) => `${number} ${name}`).join(", ") || "No statement was found.");
  }

  byId("ask").addEventListener("submit", async (event) => {
    event.preventDefault();
    byId("check").disabled = true;
    try {
      await check();
    } catch (error) {
      tell(`Not checked: ${error.message}`);
    } finally {
      byId("check").disabled = false;
    }
  });

  fetch("/api/1", { headers: headers() }).then((answer) => answer.json()).then((about) => {
    for (const name of about.policies || []) byId("policy").append(new Option(name, name));
  }).catch(() => {});
  show();
})();
