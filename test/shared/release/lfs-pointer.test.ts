import { expect, test } from "vitest";
import { refusePointers } from "../../../shared/release/lfs-pointer.ts";
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
