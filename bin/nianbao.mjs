#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtFolder } from "./built-folder.mjs";

// The command line runs compiled: reading its TypeScript anew took longer than writing a PDF. What was compiled
// before is taken while no source has changed.
const folder = builtFolder();
if (!existsSync(folder)) await (await import("./compile.mjs")).compile(folder);
module.enableCompileCache?.();
await import(pathToFileURL(join(folder, "main.js")).href);
