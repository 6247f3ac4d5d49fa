import { expect, test } from "vitest";
import { type Ask, connect } from "../../../../shared/adapters/github/connection.ts";
import { gitHubForge } from "../../../../shared/adapters/github/forge.ts";
import { all } from "../../../../shared/adapters/github/pages.ts";

const settings = { token: "t", apiUrl: "https://ghe.test/api/v3", graphqlUrl: "https://ghe.test/api/graphql" };

test.each(["", "acme", "acme/models/x", "acme/..", "../models", "/models", "acme/mo dels", "acme/models\n"])(
  "%j is no repository",
  (repository) => {
    expect(() => gitHubForge({ ...settings, repository })).toThrow(expect.objectContaining({ code: "usage" }));
  },
);

test.each(["", "api.github.com", "ftp://ghe.test", "file:///etc/passwd", "https://"])(
  "%j is no forge's address",
  (apiUrl) => {
    const connecting = () => gitHubForge({ ...settings, apiUrl, repository: "acme/models" });
    expect(connecting).toThrow(expect.objectContaining({ code: "usage" }));
  },
);

test.each([
  ["GitHub's own", "https://api.github.com", "https://api.github.com/graphql", "https://api.github.com/graphql"],
  ["an Enterprise Server's", "https://ghe.test/api/v3", "https://ghe.test/api/graphql", "https://ghe.test/api/graphql"],
  ["one that is not named", "https://ghe.test/api/v3/", undefined, "https://ghe.test/api/graphql"],
  ["an empty one", "https://gitea.test/api/v1", "", "https://gitea.test/api/v1/graphql"],
  ["one that is no address", "https://gitea.test/api/v1", "no address", "https://gitea.test/api/v1/graphql"],
  [
    "another host's",
    "https://gitea.test/api/v1",
    "https://api.github.com/graphql",
    "https://gitea.test/api/v1/graphql",
  ],
  ["the same host's without TLS", "https://ghe.test/api/v3", "http://ghe.test/graphql", "https://ghe.test/api/graphql"],
])("%s is where GraphQL is asked", (_, apiUrl, named, asked) => {
  const graphqlUrl = named === undefined ? {} : { graphqlUrl: named };
  expect(connect({ repository: "acme/models", token: "t", apiUrl, ...graphqlUrl }).graphqlUrl).toBe(asked);
});

test("pages without an end are given up after the fiftieth", async () => {
  let asked = 1;
  const page = { data: [1], headers: { link: '<https://ghe.test/next>; rel="next"' } };
  const ask = (async () => {
    asked += 1;
    return page;
  }) as unknown as Ask;
  await expect(all(ask, Promise.resolve(page), "comments")).rejects.toMatchObject({ code: "limit-exceeded" });
  expect(asked).toBe(50);
});
