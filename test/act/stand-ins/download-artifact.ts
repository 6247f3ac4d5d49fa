import { matchesGlob, resolve } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { getInput } from "@actions/core";

const client = new DefaultArtifactClient();
const { artifacts } = await client.listArtifacts({ latest: true });
for (const { name, id } of artifacts.filter((each) => matchesGlob(each.name, getInput("pattern")))) {
  await client.downloadArtifact(id, { path: resolve(getInput("path"), name) });
}
