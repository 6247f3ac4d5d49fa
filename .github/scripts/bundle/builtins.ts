import type { Plugin } from "rolldown";

/** An `import` of one of these reads every export, and one of them loads Node's own fetch: more than all of Node's start. */
const COSTLY: ReadonlySet<string> = new Set(["http"]);
const LATE: ReadonlySet<string> = new Set(["CloseEvent", "MessageEvent", "WebSocket"]);
const PREFIX = "\0built-in:";

/** Takes costly built-in modules as `require` does, which reads nothing that nobody asked for. */
export const lightBuiltIns: Plugin = {
  name: "light-built-ins",
  resolveId(source, _, { kind }) {
    const name = source.replace(/^node:/, "");
    return COSTLY.has(name) && kind === "import-statement" ? `${PREFIX}${name}` : null;
  },
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const name = id.slice(PREFIX.length);
    const names = Object.keys(process.getBuiltinModule(`node:${name}`)).filter((key) => !LATE.has(key));
    return {
      code: [
        `const builtIn = process.getBuiltinModule("node:${name}");`,
        "export default builtIn;",
        `export const { ${names.join(", ")} } = builtIn;`,
      ].join("\n"),
      moduleSideEffects: false,
    };
  },
};
