// @ts-check
"use strict";

/**
 * What the editor's settings come to for the server. Nothing of VS Code is needed here, so that it can be tested alone.
 */

/** Kinds of text that are drafts, saved or not. */
const LANGUAGES = ["markdown", "plaintext", "html", "restructuredtext"];

/** Settings that the server knows, by its names. */
const OPTIONS = ["sources", "manifest", "policy", "config", "claims", "delay"];

/**
 * The server's options: what is empty is left to the configuration.
 *
 * @param {{ get(name: string): unknown }} settings The section of our settings.
 * @returns {Record<string, unknown>}
 */
function optionsFrom(settings) {
  /** @type {Record<string, unknown>} */
  const options = {};
  for (const name of OPTIONS) {
    const value = settings.get(name);
    const empty = value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
    if (!empty) options[name] = value;
  }
  return options;
}

/**
 * The program that is the server, and its arguments.
 *
 * @param {{ get(name: string): unknown }} settings The section of our settings.
 * @returns {{ command: string, args: string[] }}
 */
function commandFrom(settings) {
  const value = settings.get("command");
  const words = Array.isArray(value) ? value.filter((word) => typeof word === "string" && word !== "") : [];
  const [command = "quotecheck", ...args] = words.length > 0 ? words : ["quotecheck", "lsp"];
  return { command, args };
}

module.exports = { LANGUAGES, commandFrom, optionsFrom };
