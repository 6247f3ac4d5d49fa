import { matchesGlob, resolve } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { getInput } from "@actions/core";

// The client keeps nothing for another forge, whose own place is not what is tried here.
process.env.GITHUB_SERVER_URL = "https://github.com";
const client = new DefaultArtifactClient();
const { artifacts } = await client.listArtifacts({ latest: true });
const [path, only] = [getInput("path"), getInput("name")];
for (const { name, id } of artifacts.filter((each) => matchesGlob(each.name, only || getInput("pattern")))) {
  // One that is named is not put into a folder of its name.
  await client.downloadArtifact(id, { path: resolve(path, only === "" ? name : ".") });
}
