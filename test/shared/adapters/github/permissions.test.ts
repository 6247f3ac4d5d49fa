import { expect, test } from "vitest";
import { missingPermissions } from "../../../../shared/adapters/github/permissions.ts";

test.each<[string, string | undefined, readonly string[]]>([
  ["no header", undefined, ["pull-requests: write"]],
  ["an empty one", "", ["pull-requests: write"]],
  ["ours alone", "pull_requests=write", ["pull-requests: write"]],
  ["ours as the second choice", "issues=write; pull_requests=write", ["pull-requests: write"]],
  [
    "ours among others of a choice",
    "issues=write; pull_requests=write,contents=read",
    ["pull-requests: write", "contents: read"],
  ],
  ["another alone", "checks=write", ["checks: write"]],
  ["two that are both needed", "contents=write, workflows=write", ["contents: write", "workflows: write"]],
  ["what each token has", "metadata=read", ["pull-requests: write"]],
  ["what each token has beside another", "metadata=read,statuses=read", ["statuses: read"]],
  ["words that are no permissions", "<script>; a=b; `x`", ["pull-requests: write"]],
  ["very much", "x".repeat(1_000_000), ["pull-requests: write"]],
])("of %s the missing lines are told", (_, header, lines) => {
  expect(missingPermissions("pull-requests: write", header)).toEqual(lines);
});
