import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cacheFolders, findNativeRuntime } from "../../../../shared/adapters/system/native-runtime.ts";
import { parseRuntimeDocument, runtimeDocument } from "../../../../shared/adapters/system/runtime-document.ts";

const SHA = "0".repeat(64);
const SOUND = {
  tensorflow: "2.21.0",
  variant: "cpu",
  architecture: process.arch,
  addon: "addon/tfjs_binding.node",
  package: "node_modules/@tensorflow/tfjs-node-gpu",
  libraries: [{ path: "tensorflow/libtensorflow_cc.so.2", sha256: SHA }],
} as const;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "model-release-find-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(folder: string, text: string, madeSeconds: number): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "runtime.json"), text);
  utimesSync(join(folder, "runtime.json"), madeSeconds, madeSeconds);
  return folder;
}

test("what is written reads back, its paths made whole", () => {
  const bytes = new TextEncoder().encode(runtimeDocument(SOUND));
  expect(parseRuntimeDocument(bytes, "/cache/one")).toEqual({
    ...SOUND,
    folder: "/cache/one",
    addon: "/cache/one/addon/tfjs_binding.node",
    package: "/cache/one/node_modules/@tensorflow/tfjs-node-gpu",
  });
});

test.each<[string, object | string]>([
  ["no JSON", "{"],
  ["no object", "[]"],
  ["deep nesting", `${"[".repeat(10_000)}`],
  ["another schema", { ...SOUND, schema: "model-release/runtime/v2" }],
  ["a version that is no version", { ...SOUND, tensorflow: "2.21" }],
  ["a version of a kilobyte", { ...SOUND, tensorflow: "2".repeat(1024) }],
  ["an unknown variant", { ...SOUND, variant: "tpu" }],
  ["an addon above the folder", { ...SOUND, addon: "../evil.node" }],
  ["an addon above the folder by a detour", { ...SOUND, addon: "a/../../evil.node" }],
  ["an absolute addon", { ...SOUND, addon: "/tmp/evil.node" }],
  ["an addon with a backslash", { ...SOUND, addon: "..\\evil.node" }],
  ["an empty package", { ...SOUND, package: "" }],
  ["no libraries", { ...SOUND, libraries: undefined }],
  ["a library above the folder", { ...SOUND, libraries: [{ path: "../x.so", sha256: SHA }] }],
  ["a sum that is none", { ...SOUND, libraries: [{ path: "x.so", sha256: "0" }] }],
  ["a library that is null", { ...SOUND, libraries: [null] }],
  ["more libraries than any runtime has", { ...SOUND, libraries: Array(4001).fill({ path: "x.so", sha256: SHA }) }],
])("%s is refused as a runtime that must be made again", (_, document) => {
  const text =
    typeof document === "string" ? document : JSON.stringify({ schema: "model-release/runtime/v1", ...document });
  expect(() => parseRuntimeDocument(new TextEncoder().encode(text), "/cache/one")).toThrow(
    expect.objectContaining({ code: "runtime-missing", fix: "Remove that folder and run `model-release setup`." }),
  );
});

test.each([
  ["the variable alone, where it is set", { MODEL_RELEASE_RUNTIME: "/own", RUNNER_TOOL_CACHE: "/t" }, ["/own"]],
  ["a variable that is empty does not count", { MODEL_RELEASE_RUNTIME: "", HOME: "/h" }, ["/h/.cache/model-release"]],
  [
    "the runner's tools before the person's cache",
    { RUNNER_TOOL_CACHE: "/t", XDG_CACHE_HOME: "/x" },
    ["/t/model-release", "/x/model-release"],
  ],
  ["a relative XDG_CACHE_HOME does not count", { XDG_CACHE_HOME: "x", HOME: "/h" }, ["/h/.cache/model-release"]],
])("runtimes are looked for in %s", (_, environment, folders) => {
  expect(cacheFolders(environment)).toEqual(folders);
});

test("a machine without runtimes has none", async () => {
  expect(await findNativeRuntime({ XDG_CACHE_HOME: root })).toBeUndefined();
});

test("of several runtimes the one made or confirmed last is found; broken and foreign ones are passed by", async () => {
  const cache = join(root, "model-release");
  put(join(cache, "a"), runtimeDocument({ ...SOUND, tensorflow: "2.12.1" }), 1000);
  const newest = put(join(cache, "b"), runtimeDocument(SOUND), 2000);
  put(join(cache, "c"), "{}", 3000);
  put(join(cache, "d"), runtimeDocument({ ...SOUND, architecture: "vax" }), 4000);
  put(join(cache, ".e"), runtimeDocument({ ...SOUND, tensorflow: "2.15.1" }), 5000);
  expect(await findNativeRuntime({ XDG_CACHE_HOME: root })).toMatchObject({ folder: newest, tensorflow: "2.21.0" });
});

test("the variable names a runtime itself, or a folder of them", async () => {
  const folder = put(join(root, "one"), runtimeDocument(SOUND), 1000);
  expect(await findNativeRuntime({ MODEL_RELEASE_RUNTIME: folder })).toMatchObject({ folder });
  expect(await findNativeRuntime({ MODEL_RELEASE_RUNTIME: root })).toMatchObject({ folder });
});

test.each([
  ["nothing lies there", () => join(root, "gone")],
  ["the document is broken", () => put(join(root, "one"), "{}", 1000)],
])("the variable that names a folder is refused when %s", async (_, folder) => {
  await expect(findNativeRuntime({ MODEL_RELEASE_RUNTIME: folder() })).rejects.toMatchObject({
    code: "runtime-missing",
  });
});

test("a document that is a link is passed by", async () => {
  const outside = put(join(root, "outside"), runtimeDocument(SOUND), 1000);
  const folder = join(root, "model-release", "one");
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(outside, "runtime.json"), join(folder, "runtime.json"));
  expect(await findNativeRuntime({ XDG_CACHE_HOME: root })).toBeUndefined();
});
