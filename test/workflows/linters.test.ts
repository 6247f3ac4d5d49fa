import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "../repo/project.ts";
import { actionFiles, asCopied, asRepository, workflowFiles } from "./examples.ts";
import { areInstalled, linters } from "./linters.ts";

const { actionlint, zizmor, schema } = linters;
const clean = { exitCode: 0, said: "" };

describe.skipIf(!areInstalled)("the linters (need Go and Python: MODEL_RELEASE_LINTERS=required installs them)", () => {
  describe("find nothing wrong", () => {
    test("with the inputs, contexts and expressions of any workflow", () => {
      expect(actionlint(asRepository(workflowFiles()))).toEqual(clean);
    });

    test("with who may do what in any workflow", () => {
      const found = zizmor(asCopied(workflowFiles()));
      expect(found).toEqual({ exitCode: 0, said: expect.stringContaining("No findings to report") });
    });

    test("with the form of any workflow or action", () => {
      const passed = { exitCode: 0, said: "ok -- validation done\n" };
      expect(schema(project, "vendor.github-workflows", workflowFiles())).toEqual(passed);
      expect(schema(project, "vendor.github-actions", actionFiles())).toEqual(passed);
    });
  });

  describe("find", () => {
    test("an input that our action does not have", () => {
      const said = expect.stringContaining('input "devise" is not defined in action "model-release validate"');
      expect(actionlint(planted("unknown-input.yml"))).toEqual({ exitCode: 1, said });
    });

    test("a key that no step has, and a permission that is none", () => {
      const { exitCode, said } = actionlint(planted("invalid.yml"));
      expect(exitCode).toBe(1);
      expect(said).toContain('unexpected key "timeout" for step to run shell command');
      expect(said).toContain('"maybe" is invalid as permission of scope "contents"');
    });

    test.each([
      ["template-injection.yml", "template-injection"],
      ["excessive-permissions.yml", "excessive-permissions"],
      ["unpinned.yml", "unpinned-uses"],
    ])("what is planted in %s", (file, rule) => {
      const { exitCode, said } = zizmor(planted(file));
      expect(exitCode).toBeGreaterThanOrEqual(10);
      expect(said).toContain(`[${rule}]`);
    });

    test("a workflow and an action that the schemas refuse", () => {
      const folder = planted("invalid.yml");
      const workflow = schema(folder, "vendor.github-workflows", [".github/workflows/invalid.yml"]);
      expect(workflow).toEqual({ exitCode: 1, said: expect.stringContaining("'maybe' is not one of") });
      const action = join(project, "test/workflows/fixtures/action/action.yml");
      const refused = schema(folder, "vendor.github-actions", [action]);
      expect(refused).toEqual({ exitCode: 1, said: expect.stringContaining("'main' is a required property") });
    });
  });
});

/** A repository whose only workflow is one that is wrong on purpose. */
function planted(file: string): string {
  const folder = asRepository([]);
  cpSync(join(project, "test/workflows/fixtures", file), join(folder, ".github/workflows", file));
  return folder;
}
