import type { z } from "zod";

/** A file with more faults than these is not mended line by line: it was meant for something else. */
export const mostFaults = 1000;

/**
 * What a schema says of the content of a file; undefined where its faults are more than can be told. Zod hands them on as
 * the arguments of one call, and breaks on a hundred thousand.
 */
export function parsedBy<Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
  most = Number.POSITIVE_INFINITY,
): z.ZodSafeParseResult<z.output<Schema>> | undefined {
  try {
    const parsed = schema.safeParse(json, { reportInput: true });
    return parsed.success || countFaults(parsed.error.issues) <= most ? parsed : undefined;
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

/** Each unknown key is one, and each alternative of a union has faults of its own. */
function countFaults(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === "unrecognized_keys") return sum + issue.keys.length;
    const inner = issue.code === "invalid_union" ? issue.errors : [];
    return inner.reduce((within, errors) => within + countFaults(errors), sum + 1);
  }, 0);
}
