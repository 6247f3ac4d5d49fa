import { getInput } from "@actions/core";

const [major] = process.versions.node.split(".");
const asked = getInput("node-version");
if (asked !== major) throw new Error(`Node ${asked} is asked for, and act runs on ${process.version}`);
