import type { Plugin } from "rolldown";

const WITHOUT = "\0without-routes";

/** GitHub's toolkit adds a method for each of a thousand routes; ours are asked by their addresses, and need none. */
export const withoutRoutes: Plugin = {
  name: "without-routes",
  resolveId: (source) => (source === "@octokit/plugin-rest-endpoint-methods" ? WITHOUT : null),
  load: (id) => (id === WITHOUT ? "export const restEndpointMethods = () => ({});" : null),
};
