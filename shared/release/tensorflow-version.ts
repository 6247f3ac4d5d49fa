import { Failure } from "../failure.ts";
import { parseYaml } from "../schema/yaml.ts";
import { tensorflowOfImage } from "./serving-image.ts";

/** What a manifest says about the TensorFlow that will serve its model, as `2.15`. */
export interface ServedVersion {
  readonly file: string;
  readonly version: string;
  readonly by: "serving.image" | "provenance.framework.tensorflow";
}

const WANTED = /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?$/;

/**
 * Read without judging: a manifest that is wrong elsewhere still says what it is served with, and `validate` says what
 * is wrong. The image comes first, for the framework is only what the model was trained with.
 */
export function servedVersion(text: Uint8Array, file: string): ServedVersion | null {
  const { value } = parseYaml(text, file);
  const image = tensorflowOfImage(textAt(value, "serving", "image"));
  if (image !== null) return { file, version: image, by: "serving.image" };
  const [trained] = /^\d{1,3}\.\d{1,3}(?=\.|$)/.exec(textAt(value, "provenance", "framework", "tensorflow")) ?? [];
  return trained === undefined ? null : { file, version: trained, by: "provenance.framework.tensorflow" };
}

/** The one version that all manifests agree on, or null when none names any. */
export function agreedVersion(served: readonly ServedVersion[]): ServedVersion | null {
  const [first] = served;
  if (first === undefined || served.every(({ version }) => version === first.version)) return first ?? null;
  const named = [...new Map(served.map((each) => [each.version, each])).values()];
  const list = named.map(({ version, file }) => `${version} (${file})`).join(", ");
  throw new Failure("usage", `The manifests are served with several versions of TensorFlow: ${list}`, {
    fix: `Say which one to set up: tensorflow-version ${first.version}, for example.`,
  });
}

/** `2.15` is the newest 2.15 there is; what is not there is refused with the nearest that is. */
export function chooseVersion(wanted: string, available: readonly string[]): string {
  const fits = available.filter((version) => version === wanted || version.startsWith(`${wanted}.`));
  const [newest] = fits.toSorted((a, b) => order(b) - order(a));
  if (newest !== undefined) return newest;
  const near = available.toSorted((a, b) => distance(a, wanted) - distance(b, wanted) || order(b) - order(a))[0];
  if (near === undefined) {
    throw new Failure(
      "runtime-missing",
      "This machine has no TensorFlow of its own, neither Python's nor the C library",
      {
        fix: "Run `python3 -m pip install tensorflow-cpu`, or set up the variant cpu or gpu.",
      },
    );
  }
  const list = available.toSorted((a, b) => order(b) - order(a)).join(", ");
  throw new Failure("usage", `TensorFlow ${wanted} cannot be set up; there are ${list}`, {
    fix: `Take ${near}, the nearest${sameMinor(near, wanted) ? ": patches of one minor version serve alike" : ""}.`,
  });
}

export function isVersion(text: string): boolean {
  return WANTED.test(text);
}

function sameMinor(a: string, b: string): boolean {
  return Math.floor(order(a) / 1e3) === Math.floor(order(b) / 1e3);
}

/** The difference of minor versions counts before that of patches. */
function distance(version: string, wanted: string): number {
  return Math.abs(order(version) - order(wanted));
}

function order(version: string): number {
  const [, major = "0", minor = "0", patch = "0"] = WANTED.exec(version) ?? [];
  return Number(major) * 1e6 + Number(minor) * 1e3 + Number(patch);
}

function textAt(value: unknown, ...keys: readonly string[]): string {
  let at = value;
  for (const key of keys) {
    const isRecord = typeof at === "object" && at !== null && Object.hasOwn(at, key);
    at = isRecord ? (at as Record<string, unknown>)[key] : undefined;
  }
  return typeof at === "string" ? at : "";
}
