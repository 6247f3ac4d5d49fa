import type { Plugin } from "rolldown";

const LATE = "\0late-undici";

/**
 * GitHub's toolkit takes undici for a proxy alone. It has more code than all of `report`, so that it waits for one:
 * without a proxy Node's own fetch, which is the same, does.
 */
const SOURCE = `
export class ProxyAgent {
  constructor(options) { this.options = options; }
  async made() { return (this.agent ??= new (await import("undici")).ProxyAgent(this.options)); }
}
export async function fetch(url, { dispatcher, ...init } = {}) {
  if (dispatcher === undefined) return globalThis.fetch(url, init);
  return (await import("undici")).fetch(url, { ...init, dispatcher: await dispatcher.made() });
}
`;

export const lateUndici: Plugin = {
  name: "late-undici",
  resolveId: (source, importer) => (source === "undici" && importer !== LATE ? LATE : null),
  load: (id) => (id === LATE ? { code: SOURCE, moduleSideEffects: false } : null),
};
