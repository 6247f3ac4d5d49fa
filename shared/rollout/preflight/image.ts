import type { Manifest } from "../../release/manifest.ts";
import { tensorflowOfImage } from "../../release/serving-image.ts";
import { type Finding, unseen, WELL, wrong } from "./finding.ts";

/** Of a repository in one region alone; what the platform itself keeps is pulled from anywhere. */
const REGIONAL = /^([a-z]+-[a-z]+\d+)-docker\.pkg\.dev\/(?!vertex-ai\/)/;

/** Whether the image can serve what was made with this TensorFlow, where it is to be served. */
export function imageFindings(manifest: Pick<Manifest, "serving" | "provenance" | "target">): readonly Finding[] {
  const { serving, target } = manifest;
  if (serving === undefined) return [wrong("the manifest does not say what serves the model", "Add serving to it.")];
  return [frameworkFinding(serving.image, manifest), regionFinding(serving.image, target!.region)];
}

/** An older TensorFlow does not know the operators of a newer one; a newer one knows those of an older. */
function frameworkFinding(image: string, { provenance }: Pick<Manifest, "provenance">): Finding {
  const made = provenance?.framework?.tensorflow;
  if (made === undefined) return unseen("which TensorFlow the model was made with: provenance.framework does not say");
  const served = tensorflowOfImage(image);
  if (served === null) return unseen(`which TensorFlow is in ${image}: its name does not say`);
  if (!isOlder(served, made)) return WELL;
  return wrong(
    `the model was made with TensorFlow ${made}, and ${image} serves with ${served}`,
    `Name an image with TensorFlow ${numbersOf(made).join(".")} or a newer one in serving.image.`,
  );
}

function regionFinding(image: string, region: string): Finding {
  const home = REGIONAL.exec(image)?.[1];
  if (home === undefined || home === region) return WELL;
  return wrong(
    `${image} lies in ${home}, and the endpoint in ${region}`,
    `Copy the image to a repository in ${region}, and name that in serving.image.`,
  );
}

function isOlder(one: string, other: string): boolean {
  const [[major, minor], [otherMajor, otherMinor]] = [numbersOf(one), numbersOf(other)];
  return major === otherMajor ? minor! < otherMinor! : major! < otherMajor!;
}

/** Major and minor: what is behind them changes no operator. */
function numbersOf(version: string): readonly number[] {
  return version.split(".", 2).map((part) => Number.parseInt(part, 10));
}
