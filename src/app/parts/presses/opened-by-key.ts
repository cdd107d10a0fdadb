import { type RefObject, useLayoutEffect } from "react";
import { setInteractionModality } from "react-aria-components";

/**
 * Gives what a button opens the focus at once where the button was pressed by a key. The library takes that for a press
 * of a screen reader and waits for the next frame: a second Enter before it pressed the button again.
 */
export function useOpenedByKey(trigger: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (trigger.current?.matches(":focus-visible")) setInteractionModality("keyboard");
  }, [trigger]);
}
