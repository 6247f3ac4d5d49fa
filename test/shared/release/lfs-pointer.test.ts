import { join } from "node:path";
import { expect, test } from "vitest";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { refusePointers } from "../../../shared/release/lfs-pointer.ts";
import { describeCorpus } from "../../corpus.ts";
import { fakeFiles } from "../../fakes/files.ts";

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 132735\n`;

async function check(tree: Readonly<Record<string, string>>): Promise<void> {
  const files = fakeFiles(tree);
  await refusePointers("models/churn", await files.list("models/churn"), files);
}

test("every pointer is named, with the command that fetches them", async () => {
  const tree = { "models/churn/a": pointer, "models/churn/b": "1", "models/churn/c/d": pointer };
  await expect(check(tree)).rejects.toMatchObject({
    code: "lfs-pointer",
    message: expect.stringContaining("a, c/d"),
    fix: "Run git lfs pull in models/churn.",
  });
});

test.each([
  ["text that only mentions Git LFS", `see ${pointer}`],
  ["a file of a pointer's limit", pointer.padEnd(1024)],
  ["an empty file", ""],
])("%s is no pointer", async (_, content) => {
  await expect(check({ "models/churn/a": content })).resolves.toBeUndefined();
});

describeCorpus("Git LFS pointers of the corpus", (corpus) => {
  test.each([
    ["pb_lfs_pointer", "saved_model.pb"],
    ["vars_lfs_pointer", "variables/variables.data-00000-of-00001"],
  ])("%s is named with its file and the command", async (name, file) => {
    const directory = join(corpus, "malformed", name, "model");
    const files = localFiles();
    await expect(refusePointers(directory, await files.list(directory), files)).rejects.toMatchObject({
      code: "lfs-pointer",
      message: expect.stringMatching(new RegExp(`should be: ${file}$`)),
      fix: expect.stringContaining("git lfs pull"),
    });
  });
});
