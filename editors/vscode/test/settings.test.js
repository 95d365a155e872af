// @ts-check
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { commandFrom, optionsFrom } = require("../src/settings");

/** @param {Record<string, unknown>} values */
const settings = (values) => ({ get: (/** @type {string} */ name) => values[name] });

test("what is empty is left to the configuration", () => {
  assert.deepEqual(optionsFrom(settings({ sources: [], policy: null, config: "", delay: 400 })), { delay: 400 });
});

test("what is given is passed on, and nothing else", () => {
  const given = { sources: ["interviews"], policy: "ap", claims: "all", command: ["a"], other: 1 };
  assert.deepEqual(optionsFrom(settings(given)), { sources: ["interviews"], policy: "ap", claims: "all" });
});

test("the server is started by what the settings name", () => {
  assert.deepEqual(commandFrom(settings({})), { command: "quotecheck", args: ["lsp"] });
  assert.deepEqual(commandFrom(settings({ command: [] })), { command: "quotecheck", args: ["lsp"] });
  assert.deepEqual(commandFrom(settings({ command: ["/v/bin/quotecheck", "lsp"] })), {
    command: "/v/bin/quotecheck",
    args: ["lsp"],
  });
});
