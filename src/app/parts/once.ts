import type { MouseEvent } from "react";

/**
 * Does a press once where it is a double click, as on a file of the desk: what opens would close again, and what copies
 * would copy twice.
 */
export function once(act: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) act();
  };
}
