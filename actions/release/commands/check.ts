export type Device = "auto" | "cpu" | "gpu";

/** `fail` is what keeps the asked device from working here; `warn` is what a person should know. */
export interface Check {
  readonly name: string;
  readonly status: "ok" | "warn" | "fail";
  readonly message: string;
  readonly fix?: string;
}

export function ok(name: string, message: string): Check {
  return { name, status: "ok", message };
}
