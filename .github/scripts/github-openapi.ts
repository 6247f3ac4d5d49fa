import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Node = Readonly<Record<string, Json>>;

/** What the adapter asks of GitHub. */
const OPERATIONS = [
  "GET /user",
  "GET /repos/{owner}/{repo}/pulls",
  "POST /repos/{owner}/{repo}/pulls",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "GET /repos/{owner}/{repo}/issues",
  "POST /repos/{owner}/{repo}/issues",
  "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
  "POST /repos/{owner}/{repo}/check-runs",
  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}",
  "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
  "GET /repos/{owner}/{repo}/commits/{ref}/statuses",
  "POST /repos/{owner}/{repo}/statuses/{sha}",
  "GET /repos/{owner}/{repo}/contents/{path}",
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
  "GET /repos/{owner}/{repo}/deployments",
  "POST /repos/{owner}/{repo}/deployments",
  "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
  "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
  "GET /repos/{owner}/{repo}/actions/runs",
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
  "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
];
const PROSE = new Set(["description", "example", "examples", "title", "externalDocs", "default", "deprecated"]);
const FIXTURES = new URL("../../fixtures/github", import.meta.url).pathname;

// Run with the folder of the unpacked npm package @octokit/openapi, which is too large to depend on.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder of @octokit/openapi.");
const description = JSON.parse(readFileSync(join(folder, "generated/api.github.com.json"), "utf8")) as Node;
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };

const schemas: Record<string, Json> = {};
const examples: Record<string, Json> = {};
const operations = Object.fromEntries(OPERATIONS.map((key) => [key, operation(key)]));
const source = `npm @octokit/openapi ${version}, generated/api.github.com.json`;
writeFileSync(join(FIXTURES, "openapi.json"), `${JSON.stringify({ source, operations, schemas, examples })}\n`);
writeFileSync(join(FIXTURES, "LICENSE"), readFileSync(join(folder, "LICENSE")));

function operation(key: string): Json {
  const [method = "", path = ""] = key.split(" ");
  const told = at(description, "paths", path, method.toLowerCase());
  const parameters = (told.parameters as readonly Node[]).map(resolved);
  const body = told.requestBody && at(resolved(told.requestBody as Node), "content", "application/json").schema;
  return {
    query: Object.fromEntries(
      parameters.filter((each) => each.in === "query").map((each) => [each.name, schemaOf(each.schema as Node)]),
    ),
    body: body === undefined ? null : closed(schemaOf(body as Node) as Node),
    answers: Object.fromEntries(Object.entries(told.responses as Node).map(([status, each]) => [status, answer(each)])),
  };
}

function answer(told: Json): Json {
  const content = (resolved(told as Node).content as Node | undefined)?.["application/json"] as Node | undefined;
  const [example] = Object.values((content?.examples ?? {}) as Record<string, Node>);
  return {
    schema: content === undefined ? null : schemaOf(content.schema as Node),
    example: example === undefined ? null : exampleOf(example),
  };
}

function exampleOf(example: Node): Json {
  if (typeof example.$ref !== "string") return null;
  const name = example.$ref.split("/").at(-1)!;
  examples[name] = resolved(example).value!;
  return name;
}

/** As JSON Schema has it, without prose, its parts kept once under their names. */
function schemaOf(told: Json): Json {
  if (Array.isArray(told)) return told.map(schemaOf);
  if (typeof told !== "object" || told === null) return told;
  const { nullable, discriminator: _, ...node } = told as Node;
  if (typeof node.$ref === "string") {
    const name = node.$ref.split("/").at(-1)!;
    if (!(name in schemas)) {
      schemas[name] = null;
      schemas[name] = schemaOf(resolved(node));
    }
    return { $ref: `#/schemas/${name}` };
  }
  const kept = Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !PROSE.has(key))
      .map(([key, value]) => [key, key === "properties" ? propertiesOf(value as Node) : schemaOf(value)]),
  );
  return nullable === true ? { anyOf: [kept, { type: "null" }] } : kept;
}

function propertiesOf(properties: Node): Json {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, schemaOf(schema)]));
}

/** A mistyped field of a request is refused here, and ignored by GitHub. */
function closed(schema: Node): Json {
  return schema.properties === undefined ? schema : { ...schema, additionalProperties: false };
}

function resolved(node: Node): Node {
  if (typeof node.$ref !== "string") return node;
  return resolved(at(description, ...node.$ref.slice(2).split("/")));
}

function at(node: Node, ...path: readonly string[]): Node {
  const found = path.reduce<Json | undefined>((each, key) => (each as Node)?.[key], node);
  if (found === undefined) throw new Error(`${path.join(" ")} is not in the description.`);
  return found as Node;
}
