import type { SafetyFinding } from "../../safety/finding.ts";
import { type Content, cannotBeJudged, findingAt, memberOf, type Place } from "../content.ts";
import { scanKerasConfiguration } from "../keras/configuration.ts";
import { findSuperblock, openHdf5 } from "./file.ts";
import type { Attribute } from "./values.ts";
import { walkHdf5 } from "./walk.ts";

const FIX = "Save the weights again into one self-contained HDF5 file.";
const CONFIGURATIONS: ReadonlySet<string> = new Set(["model_config", "training_config"]);

/** Null when the bytes are no HDF5 file. */
export function findInHdf5(content: Content): readonly SafetyFinding[] | null {
  const { source, place } = content;
  const superblockAt = findSuperblock(source);
  if (superblockAt === null) return null;
  const { attributes, hazards } = walkHdf5(openHdf5(source, superblockAt), (name) => CONFIGURATIONS.has(name));
  const outside = hazards.map((hazard) => findingAt(place, `an HDF5 file that ${hazard}`, FIX));
  return [...outside, ...attributes.flatMap((attribute) => judgeConfiguration(place, attribute))];
}

function judgeConfiguration(outer: Place, { name, text }: Attribute): readonly SafetyFinding[] {
  const place = memberOf(outer, name);
  if (text === null) return [cannotBeJudged(place, "its configuration is no text")];
  return text === "" ? [] : scanKerasConfiguration(text, { place, foreign: "refused" });
}
