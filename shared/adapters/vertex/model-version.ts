import type { google } from "@google-cloud/aiplatform/build/protos/protos.js";
import type { ModelVersion } from "../../ports/registry.ts";
import type { Place } from "./address.ts";
import { ownName, projectNumber, reference } from "./names.ts";
import { isoTime } from "./time.ts";

/** As uploads are laid out: `gs://bucket/model/sha256/<digest>/`. */
const DIGEST = /\/sha256\/([0-9a-f]{64})\/?$/;

export function modelVersion(told: google.cloud.aiplatform.v1.IModel, place: Place): ModelVersion {
  const name = told.name ?? "";
  const artifactUri = told.artifactUri ?? "";
  const digest = DIGEST.exec(artifactUri)?.[1];
  return {
    // Whoever was asked for our own project's models answers with these alone.
    reference: reference(ownName(name, place, projectNumber(name)), told.versionId ?? ""),
    artifactUri,
    digest: digest === undefined ? null : `sha256:${digest}`,
    image: told.containerSpec?.imageUri ?? "",
    aliases: told.versionAliases ?? [],
    labels: told.labels ?? {},
    createdAt: isoTime(told.versionCreateTime ?? told.createTime),
  };
}
