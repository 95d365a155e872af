// @ts-check
"use strict";

/** The real server, spoken to with the protocol library of VS Code. `QUOTECHECK` names the program if it is elsewhere. */

const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const { mkdirSync, mkdtempSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { test } = require("node:test");
const { pathToFileURL } = require("node:url");
const rpc = require("vscode-jsonrpc/node");
const { optionsFrom } = require("../src/settings");

test("a fault is shown, and gone when it is mended", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "quotecheck-"));
  mkdirSync(join(folder, "interviews"));
  writeFileSync(join(folder, "interviews", "talk.txt"), "“We don’t seek war,” Ada Brook said.\n");
  const uri = pathToFileURL(join(folder, "draft.md")).href;

  const server = spawn(process.env.QUOTECHECK ?? "quotecheck", ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin),
  );
  /** @type {((params: { diagnostics: { code: string }[], version: number }) => void)[]} */
  const waiting = [];
  connection.onNotification("textDocument/publishDiagnostics", (params) => waiting.shift()?.(params));
  const told = () => new Promise((resolve) => waiting.push(resolve));
  connection.listen();

  const settings = { get: (/** @type {string} */ name) => (name === "sources" ? ["interviews"] : null) };
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "drafts" }],
    initializationOptions: optionsFrom(settings),
  });
  await connection.sendNotification("initialized", {});

  let next = told();
  const text = "“We seek war,” Ada Brook said.\n";
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
  assert.deepEqual((await next).diagnostics.map((/** @type {{ code: string }} */ one) => one.code), ["QC402"]);

  next = told();
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line: 0, character: 4 }, end: { line: 0, character: 4 } }, text: "don’t " }],
  });
  assert.deepEqual((await next).diagnostics, []);

  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  const code = await new Promise((resolve) => server.on("exit", resolve));
  connection.dispose();
  assert.equal(code, 0);
});
