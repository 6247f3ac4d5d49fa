import { type Problem, shown } from "./findings.ts";

const DEVICE_PART = /^(job:[\w*-]+|(replica|task):(\d+|\*)|(device:[\w*]+|[cCgGtT][pP][uU])(:(\d+|\*))?)$/;

export function illegalName(name: string): Problem {
  return { rule: "illegal-name", message: `"${shown(name)}" is no legal name of a node` };
}

/** A graph names few devices, each for many nodes. */
export function deviceReader(): (device: string) => Problem | null {
  const known = new Map<string, Problem | null>([["", null]]);
  return (device) => {
    const before = known.get(device);
    if (before !== undefined) return before;
    const problem = deviceProblem(device);
    known.set(device, problem);
    return problem;
  };
}

function deviceProblem(device: string): Problem | null {
  const [start, ...parts] = device.split("/");
  const isLegal = start === "" && parts.every((part) => part === "" || DEVICE_PART.test(part));
  return isLegal ? null : { rule: "device", message: `"${shown(device)}" names no device` };
}
