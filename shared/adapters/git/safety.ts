/** What is said of the machine: a search path, and nothing else of it reaches Git. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Before every command: what a repository's own configuration could make Git run is switched off, nothing is fetched,
 * and another user's repository is read nevertheless, since none of it is run.
 */
export const CONFIGURATION: readonly string[] = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "diff.renameLimit=1000",
  "protocol.allow=never",
  "safe.bareRepository=explicit",
  "safe.directory=*",
];

/** Set for every command. A GIT_DIR or GIT_CONFIG of the caller's reaches none. */
export const VARIABLES: Readonly<Record<string, string>> = {
  GIT_ATTR_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  // A partial clone would otherwise fetch what is missing, by a program that its configuration names.
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
};

/**
 * Before every command that reaches a remote: only by these protocols, with the user's own settings, whose credentials
 * open it. No hook is run and nothing is asked for.
 */
export const REMOTE_CONFIGURATION: readonly string[] = [
  ...CONFIGURATION,
  "protocol.file.allow=always",
  "protocol.http.allow=always",
  "protocol.https.allow=always",
  "protocol.ssh.allow=always",
];

const REMOTE_VARIABLES: Readonly<Record<string, string>> = {
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_TERMINAL_PROMPT: "0",
};

/** Where a user's settings, keys and proxies are found. */
const OWN = [
  "HOME",
  "XDG_CONFIG_HOME",
  "SSH_AUTH_SOCK",
  "HTTPS_PROXY",
  "HTTP_PROXY",
  "NO_PROXY",
  "https_proxy",
  "http_proxy",
  "no_proxy",
];

export function remoteEnvironment(environment: Environment): Record<string, string> {
  const names = ["PATH", "SystemRoot", ...OWN];
  const known = names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]] as const]));
  return { ...Object.fromEntries(known), LC_ALL: "C", ...REMOTE_VARIABLES };
}

export function safeEnvironment({ PATH, SystemRoot }: Environment): Record<string, string> {
  const machine = Object.entries({ PATH, SystemRoot }).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(machine) as Record<string, string>), LC_ALL: "C", ...VARIABLES };
}
