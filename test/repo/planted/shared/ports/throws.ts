import { Failure } from "../failure.ts";
export { Failure };
