import { Failure } from "../../shared/failure.ts";
import type { RuntimeVariant } from "../../shared/ports/native-runtime.ts";
import { isVersion } from "../../shared/release/tensorflow-version.ts";
import { nearest } from "../../shared/schema/nearest.ts";

/** The inputs of action.yml, by name. */
export const INPUTS = { "tensorflow-version": {}, variant: {}, "index-url": {} } as const;

export interface SetupInputs {
  /** `2.15` or `2.15.1`; null leaves it to the manifests. */
  readonly tensorflowVersion: string | null;
  readonly variant: RuntimeVariant;
  readonly indexUrl: string | null;
}

const VARIANTS: readonly RuntimeVariant[] = ["cpu", "gpu", "system"];

/** What was typed, understood; an empty text is what was not given. All that is wrong is told at once. */
export function parseInputs(given: Readonly<Record<keyof typeof INPUTS, string>>): SetupInputs {
  const version = given["tensorflow-version"].trim();
  const variant = given.variant.trim() || "cpu";
  const indexUrl = given["index-url"].trim();
  const complaints = [
    ...(version === "" || isVersion(version) ? [] : [`tensorflow-version is "${version}", which is no version`]),
    ...(VARIANTS.some((known) => known === variant) ? [] : [`variant is "${variant}"${suggestion(variant)}`]),
    ...(indexUrl === "" || isAddress(indexUrl) ? [] : ["index-url is no address of a package index"]),
  ];
  if (complaints.length > 0) {
    throw new Failure("usage", complaints.join("; "), {
      fix: "Give a version such as 2.15 or 2.15.1, a variant of cpu, gpu and system, an index-url that begins with https://.",
    });
  }
  return {
    tensorflowVersion: version || null,
    variant: variant as RuntimeVariant,
    indexUrl: indexUrl || null,
  };
}

function suggestion(variant: string): string {
  const near = nearest(variant, VARIANTS);
  return near === null ? "" : `; did you mean ${near}?`;
}

/** It may hold credentials, so it is never shown. */
function isAddress(text: string): boolean {
  return URL.canParse(text) && /^(?:https?|file):$/.test(new URL(text).protocol);
}
