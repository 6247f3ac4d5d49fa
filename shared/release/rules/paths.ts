import { dotted, quote } from "../../schema/phrases.ts";
import { locationsOf } from "../paths.ts";
import type { Rule } from "./rule.ts";

/** Bucket objects have names, not paths: `..` in one would be taken literally, or climb out of its prefix. */
export const pathRules: readonly Rule[] = [
  {
    reads: ["artifact", "provenance", "preprocessing", "evaluation", "golden", "monitoring"],
    find: (manifest) =>
      locationsOf(manifest).flatMap(({ at, path }) => {
        const odd = path.startsWith("gs://") && /\/(\.\.?)?\/|\/\.\.?$/.test(path.slice("gs://".length));
        if (!odd) return [];
        const message = `${dotted(at)} ${quote(path)} has an empty part, or . or .. for one`;
        return [{ at, message, fix: "Write the object's name in full." }];
      }),
  },
];
