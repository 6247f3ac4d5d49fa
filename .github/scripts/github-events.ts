import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Published {
  readonly name: string;
  readonly examples: readonly Json[];
}

/** The examples that a story of ours begins from, by their places in the package. */
const EVENTS: Readonly<Record<string, number>> = {
  pull_request: 14,
  pull_request_review: 3,
  push: 4,
  workflow_dispatch: 1,
  workflow_run: 2,
};
/** Half of every payload is addresses of the API. */
const LINKS = /(?<!^html)_url$|^_links$|^url$|^node_id$|^gravatar_id$/;
const FIXTURES = new URL("../../fixtures/events", import.meta.url).pathname;

// Run with the folder of the unpacked npm package @octokit/webhooks-examples.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder of @octokit/webhooks-examples.");
const published = JSON.parse(readFileSync(join(folder, "api.github.com/index.json"), "utf8")) as readonly Published[];
for (const [name, place] of Object.entries(EVENTS)) {
  const example = published.find((each) => each.name === name)!.examples[place]!;
  writeFileSync(join(FIXTURES, `${name}.json`), `${JSON.stringify(withoutLinks(example), null, 2)}\n`);
}

function withoutLinks(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutLinks);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !LINKS.test(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutLinks(each)]));
}
