/** The input could not be used; the message is the one clear line that says why. Exit status 2. */
export class CommandProblem extends Error {}
