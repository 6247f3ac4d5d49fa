import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { getInput } from "@actions/core";

const root = resolve(getInput("path", { required: true }));
const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const files = entries.map((entry) => join(entry.parentPath, entry.name));
await new DefaultArtifactClient().uploadArtifact(getInput("name"), files, root);
