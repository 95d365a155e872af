// @ts-check
"use strict";

/** Starts the language server and gives it the editor's settings. All else is the server's. */

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { LANGUAGES, commandFrom, optionsFrom } = require("./settings");

/** @type {LanguageClient | undefined} */
let client;

const settings = () => vscode.workspace.getConfiguration("quotecheck");

async function start() {
  const { command, args } = commandFrom(settings());
  client = new LanguageClient(
    "quotecheck",
    "quotecheck",
    { command, args },
    {
      documentSelector: LANGUAGES.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      initializationOptions: optionsFrom(settings()),
    },
  );
  try {
    await client.start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(
      `quotecheck: "${command}" cannot be started (${reason}). Install it: pip install 'quotecheck-editorial[lsp]'`,
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running?.isRunning()) await running.stop();
}

/** @param {import("vscode").ConfigurationChangeEvent} event */
async function configured(event) {
  if (event.affectsConfiguration("quotecheck.command")) {
    await stop();
    await start();
  } else if (event.affectsConfiguration("quotecheck") && client?.isRunning()) {
    const changed = { settings: { quotecheck: optionsFrom(settings()) } };
    await client.sendNotification("workspace/didChangeConfiguration", changed);
  }
}

/** @param {import("vscode").ExtensionContext} context */
async function activate(context) {
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration(configured),
    vscode.commands.registerCommand("quotecheck.restart", async () => {
      await stop();
      await start();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
