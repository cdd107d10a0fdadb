import type { Draft } from "../../report/file/draft.ts";

/** From one state of the draft to the next; states share what did not change between them. */
export type Step = { readonly before: Draft; readonly after: Draft };

/** What was done to the draft and can be taken back: figures, texts, cover, last year's report, confirmations. */
export type DraftHistory = {
  /** Notes a step. One in the same `part` as the last, which was not ended, goes on with it: 247 is one step. */
  readonly note: (step: Step, part?: Part) => void;
  /** What is typed next is a step of its own. */
  readonly endStep: () => void;
  /** From here to the state before the last step, and forth again. */
  readonly back: () => Step | undefined;
  readonly forth: () => Step | undefined;
  readonly canGoBack: () => boolean;
  readonly canGoForth: () => boolean;
};

/** Where it is typed; `pause`: how long typing may rest before a new step begins, in milliseconds. */
export type Part = { readonly name: string; readonly pause: number };

type Noted = Step & { readonly part?: Part | undefined; readonly at: number };

/** How many steps are remembered. */
const mostSteps = 500;

export function createDraftHistory(): DraftHistory {
  const done: Noted[] = [];
  let undone: Noted[] = [];
  const last = (): Noted | undefined => done.at(-1);
  const endStep = (): void => {
    const step = last();
    if (step?.part) done[done.length - 1] = { ...step, part: undefined };
  };
  return {
    note: ({ before, after }, part) => {
      const at = performance.now();
      const open = last();
      const goesOn = open?.part && open.part.name === part?.name && at - open.at <= open.part.pause;
      if (goesOn) done[done.length - 1] = { ...open, after, at };
      else done.push({ before, after, part, at });
      if (done.length > mostSteps) done.shift();
      undone = [];
    },
    endStep,
    back: () => {
      const step = done.pop();
      if (step) undone.push({ ...step, part: undefined });
      endStep();
      return step && { before: step.after, after: step.before };
    },
    forth: () => {
      const step = undone.pop();
      if (step) done.push(step);
      return step;
    },
    canGoBack: () => done.length > 0,
    canGoForth: () => undone.length > 0,
  };
}
