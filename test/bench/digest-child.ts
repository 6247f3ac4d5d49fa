import { localFiles } from "../../shared/adapters/files/files.ts";
import { digestArtifact } from "../../shared/release/artifact.ts";

const { entries } = await digestArtifact(process.argv[2]!, localFiles());
console.log(entries[0]!.sha256);
