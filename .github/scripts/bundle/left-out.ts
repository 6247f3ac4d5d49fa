import type { Plugin } from "rolldown";

const PREFIX = "\0left-out:";

/** What packages bring and nobody here calls. */
const INSTEAD: Readonly<Record<string, string>> = {
  // A method for each of GitHub's thousand routes; ours are asked by their addresses.
  "@octokit/plugin-rest-endpoint-methods": "export const restEndpointMethods = () => ({});",
  // Artifacts are downloaded by our own code, and one package behind this one has no licence.
  "unzip-stream": "export default {};",
};

export const leftOut: Plugin = {
  name: "left-out",
  resolveId: (source) => (Object.hasOwn(INSTEAD, source) ? `${PREFIX}${source}` : null),
  load: (id) => (id.startsWith(PREFIX) ? INSTEAD[id.slice(PREFIX.length)]! : null),
};
