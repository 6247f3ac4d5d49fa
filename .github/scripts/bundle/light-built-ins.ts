import type { Plugin } from "rolldown";

/**
 * An `import` of a built-in module reads its every export. One of http's loads Node's own fetch, which takes longer than
 * bare Node's whole start; one of util's loads the tables of text encodings.
 */
const COSTLY: ReadonlySet<string> = new Set(["http", "util"]);
const PREFIX = "\0light:";

/** Takes such modules as `require` does, which reads nothing. */
export const lightBuiltIns: Plugin = {
  name: "light-built-ins",
  resolveId(source, _, { kind }) {
    const name = source.replace(/^node:/, "");
    return kind === "import-statement" && COSTLY.has(name) ? `${PREFIX}${name}` : null;
  },
  load: (id) =>
    id.startsWith(PREFIX)
      ? {
          code: `module.exports = process.getBuiltinModule("node:${id.slice(PREFIX.length)}");`,
          moduleSideEffects: false,
        }
      : null,
};
