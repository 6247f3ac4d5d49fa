import { expect, test } from "vitest";
import { refuseStrangers } from "../../../actions/validate/trust.ts";
import { fakeFiles } from "../../fakes/files.ts";

const repository = { full_name: "us/models" };
const proposed = (from: string | null) => ({
  repository,
  pull_request: { head: { repo: from && { full_name: from } } },
});
const ran = (from: string) => ({ repository, workflow_run: { head_repository: { full_name: from } } });

test.each([
  ["a fork's pull request without secrets", "pull_request", proposed("them/models")],
  ["a merge queue", "merge_group", { repository }],
  ["a person who starts it by hand", "workflow_dispatch", { repository }],
  ["our own branch, on an event with secrets", "pull_request_target", proposed("us/models")],
  ["our own branch's run", "workflow_run", ran("us/models")],
])("a model is loaded for %s", async (_, name, payload) => {
  await expect(refuse(name, payload)).resolves.toBeUndefined();
});

test.each([
  ["a fork's pull request", "pull_request_target", proposed("them/models"), /the fork "them\/models"/],
  ["a fork that is gone", "pull_request_target", proposed(null), /does not name/],
  ["a fork's run", "workflow_run", ran("them/models"), /the fork "them\/models"/],
  ["a comment, which does not tell whose model it is", "issue_comment", { repository, issue: {} }, /does not name/],
  ["an event without a payload", "pull_request_target", null, /does not name/],
  ["one that names a fork like us, but for its case", "pull_request_target", proposed("US/models"), /the fork/],
])("on an event with secrets none is loaded for %s", async (_, name, payload, message) => {
  await expect(refuse(name, payload)).rejects.toThrow(message);
  await expect(refuse(name, payload, true)).resolves.toBeUndefined();
});

function refuse(name: string, payload: unknown, isTrusted = false): Promise<void> {
  const path = payload === null ? "" : "/event.json";
  return refuseStrangers(isTrusted, {
    event: { name, path },
    files: fakeFiles({ "/event.json": JSON.stringify(payload) }),
  });
}
