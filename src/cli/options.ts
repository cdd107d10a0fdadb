import { type ParseArgsConfig, parseArgs } from "node:util";
import wording from "../../templates/wording.json" with { type: "json" };
import { fill } from "../edition/wording.ts";
import { CommandProblem } from "./problem.ts";

export type Options = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly files: readonly string[];
};

/**
 * Reads the command's own options and files. `--template` is known to every command. A file too many is
 * refused: `check *.json` must not look at the first one only and call the rest right.
 */
export function readOptions(
  args: readonly string[],
  texts: readonly string[],
  { switches = [], files = 1 }: { switches?: readonly string[]; files?: number } = {},
): Options {
  const options = Object.fromEntries([
    ...[...texts, "template"].map((name) => [name, { type: "string" as const }]),
    ...switches.map((name) => [name, { type: "boolean" as const }]),
  ]);
  const { values, positionals } = parsed(args, options);
  const extra = positionals[files];
  if (extra !== undefined) throw new CommandProblem(fill(wording.commandLine.extraFile, { file: extra }));
  return { values: values as Options["values"], files: positionals };
}

function parsed(args: readonly string[], options: NonNullable<ParseArgsConfig["options"]>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(String(error))?.[1] ?? "";
    const { code } = error as { code?: string };
    const { unknownOption, optionValue } = wording.commandLine;
    const sentence = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? unknownOption : optionValue;
    throw new CommandProblem(fill(sentence, { option }));
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
