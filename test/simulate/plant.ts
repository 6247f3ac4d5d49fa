import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { mistaken, pathOf } from "./planted.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";

// Loaded before the simulation, it changes one source file on its way from the disk: `--import` of it, and the bug's
// name as the last argument.

const bug = PLANTED_BUGS.find(({ name }) => name === process.argv.at(-1));
if (bug === undefined) throw new Error(`no planted bug is called ${process.argv.at(-1)}`);
const address = pathToFileURL(pathOf(bug)).href;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    return url === address ? { ...loaded, source: mistaken(String(loaded.source), bug) } : loaded;
  },
});
