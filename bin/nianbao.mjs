#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { builtFolder } from "./built-folder.mjs";

// A call is over in a second: what V8 would optimise meanwhile is hardly used, and costs a third of the time. With
// ten times its usual patience, a function that is really hot is still optimised.
setFlagsFromString("--interrupt-budget=1500000");

// The command line runs compiled: reading its TypeScript anew took longer than writing a PDF. What was compiled
// before is taken while no source has changed.
const folder = builtFolder();
if (!existsSync(folder)) await (await import("./compile.mjs")).compile(folder);
module.enableCompileCache?.();
await import(pathToFileURL(join(folder, "main.js")).href);
