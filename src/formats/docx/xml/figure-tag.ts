import { fingerprintOf } from "../../fingerprint.ts";

/** Word takes no longer tag. */
const longest = 64;

/** The tag of the content control around a figure: its name, or a sign of it where that is too long. */
export function figureTag(figure: string): string {
  return figure.length <= longest ? figure : `#${fingerprintOf(figure)}`;
}
