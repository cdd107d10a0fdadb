import { stderr, stdout } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import { fill } from "../edition/wording.ts";
import { CommandProblem } from "./problem.ts";

type Command = (args: readonly string[]) => Promise<number>;

/** Each command loads its own room, so that `check` does not wait for Word and PDF. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import("./new.ts")).newCommand,
  check: async () => (await import("./check.ts")).checkCommand,
  render: async () => (await import("./render.ts")).renderCommand,
  import: async () => (await import("./import.ts")).importCommand,
};

const asksForHelp: ReadonlySet<string> = new Set(["help", "--help", "-h"]);

/** Runs a command. Exit status: 0 nothing wrong; 1 the report has errors; 2 the input could not be used. */
export async function runCommand([name = "", ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (asksForHelp.has(name)) {
    stdout.write(`${await usage()}\n`);
    return 0;
  }
  if (!load) {
    const unknown = name === "" ? "" : fill(wording.commandLine.unknownCommand, { name });
    stderr.write(`${unknown}${await usage()}\n`);
    return 2;
  }
  try {
    return await (await load())(args);
  } catch (error) {
    // A fault of ours must not end with 1, which says that the report was checked and has errors.
    const known = error instanceof CommandProblem;
    stderr.write(`${known ? error.message : (error as Error).stack}\n`);
    return 2;
  }
}

/** How the commands are used. */
async function usage(): Promise<string> {
  const { renderKinds } = await import("./render.ts");
  return fill(wording.commandLine.help, { formats: renderKinds.join() });
}
