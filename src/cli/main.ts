import { argv, exit, stdout } from "node:process";
import { runCommand } from "./command-line.ts";

// A pipe such as `| head` may close early; that is no error of ours.
stdout.on("error", () => exit(0));
process.exitCode = await runCommand(argv.slice(2));
