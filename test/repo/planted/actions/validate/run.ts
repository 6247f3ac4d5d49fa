import { setFailed } from "@actions/core";
import { judge } from "../../shared/gate/judge.ts";
export const run = () => setFailed(judge());
