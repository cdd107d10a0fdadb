import wording from "../../templates/wording.json" with { type: "json" };

/** The input could not be used; the message is the one clear line that says why. Exit status 2. */
export class CommandProblem extends Error {}

/** What the operating system calls the reason for which a file was not read or written. */
export function codeOf(error: unknown): string {
  const { code } = error as { code?: string };
  return code ?? String(error);
}

/** The reason in words, where it is one that a clerk can mend. */
export function reasonOf(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = wording.commandLine.reason;
  const code = codeOf(error);
  return reasons[code] ?? code;
}
