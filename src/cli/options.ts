import { parseArgs } from "node:util";
import wording from "../../templates/wording.json" with { type: "json" };
import { fill } from "../edition/wording.ts";
import { CommandProblem } from "./problem.ts";

export type Options = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly files: readonly string[];
};

/** Reads the command's own options and files. `--template` is known to every command. */
export function readOptions(
  args: readonly string[],
  texts: readonly string[],
  switches: readonly string[] = [],
): Options {
  const options = Object.fromEntries([
    ...[...texts, "template"].map((name) => [name, { type: "string" as const }]),
    ...switches.map((name) => [name, { type: "boolean" as const }]),
  ]);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Options["values"], files: positionals };
  } catch (error) {
    const option = /'(-[^']*)'/.exec(String(error))?.[1] ?? "";
    throw new CommandProblem(fill(wording.commandLine.unknownOption, { option }));
  }
}

/** The text of an option that the command cannot do without. */
export function required(options: Options, name: string): string {
  const value = options.values[name];
  if (typeof value === "string" && value !== "") return value;
  throw new CommandProblem(fill(wording.commandLine.missingOption, { option: `--${name}` }));
}

/** The text of an option that must be one of a few. */
export function oneOf<Choice extends string>(
  options: Options,
  name: string,
  choices: readonly Choice[],
): Choice {
  const value = required(options, name);
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const values = { option: `--${name}`, value, choices: choices.join("、") };
  throw new CommandProblem(fill(wording.commandLine.unknownChoice, values));
}
