import type { OpenerOf } from "../../../exchange/openers.ts";
import { editionsWith } from "../editions-with.ts";
import { readFile } from "./read-file.ts";
import type { ReadingAnswer, ReadingRequest } from "./reading-messages.ts";

/** The part of a worker's global scope that is used; the project's types are those of a page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<ReadingRequest>) => void) | null;
  readonly postMessage: (answer: ReadingAnswer) => void;
};

const scope = self as unknown as WorkerScope;

/** Makes this thread a reading worker: it answers each request with what the file is, as far as it has openers. */
export function answerReadings(openers: OpenerOf): void {
  scope.onmessage = async ({ data: { bytes, ownEditions, ...options } }) => {
    try {
      const opening = await readFile(openers, bytes, editionsWith(ownEditions), options);
      scope.postMessage({ isAnswer: true, opening });
    } catch (error) {
      scope.postMessage({ isAnswer: true, error: error instanceof Error ? error.message : String(error) });
    }
  };
}
