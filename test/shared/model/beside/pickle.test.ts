import { expect, test } from "vitest";
import { scanBytes } from "./scanning.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
const imports = (module: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `c${module}\nname${index}\n`).join("");

test.each<[title: string, content: Buffer]>([
  ["more opcodes than we follow", bytes(`\x80\x02${"N0".repeat(600_000)}N.`)],
  ["more opcodes than we follow, without a header", bytes("N0".repeat(600_000))],
  ["more imports than we list, then a call", bytes(`${imports("os", 200)}(S'true'\ntR.`)],
  ["a call of a private module", bytes("c_posixsubprocess\nfork_exec\n)R")],
  ["a call of a dotted module", bytes("cpackage.module\nrun\n)R and more")],
])("a pickle: %s", async (_, content) => {
  const findings = await scanBytes("variables/variables.data-00000-of-00001", content);
  expect(findings.map(({ reason }) => reason)).toEqual([expect.stringContaining("a Python pickle")]);
});

test.each<[title: string, content: Buffer]>([
  ["a word list of 400 words in c", bytes(imports("ab", 200))],
  ["words that would import and set state", bytes("cat\ndog\ncow\nhen\nbird\n")],
  ["constant tensors of 0x4e", Buffer.alloc(3_000_000, 0x4e)],
  ["constant tensors of 0x28", Buffer.alloc(3_000_000, 0x28)],
  ["constant tensors of 0x80", Buffer.alloc(3_000_000, 0x80)],
  ["a line that never ends", Buffer.alloc(3_000_000, "V")],
])("not a pickle: %s", async (_, content) => {
  expect(await scanBytes("variables/variables.data-00000-of-00001", content)).toEqual([]);
});

test("the fix says what to do, and the reason what the pickle would run", async () => {
  expect(await scanBytes("model.pkl", bytes("cos\nsystem\n(S'true'\ntR."))).toEqual([
    {
      operator: null,
      node: null,
      file: "model.pkl",
      path: [],
      reason: "a Python pickle (protocol 0 or 1) that calls os.system",
      fix: "Remove the pickle from the artifact: a SavedModel needs none, and loading one runs code.",
    },
  ]);
});
