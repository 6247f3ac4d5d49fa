import type { Plugin } from "rolldown";

/** Says of the folder what it holds, wherever it lies: else Node would read each file twice to find that out. */
export const asModules: Plugin = {
  name: "as-modules",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "module" }\n' });
  },
};
