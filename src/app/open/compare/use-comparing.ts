import { useRef, useState } from "react";
import type { Draft } from "../../../report/file/draft.ts";
import { faultWords } from "../../parts/missing-part.ts";
import type { Review } from "../review/review.ts";

/** A published report as it was read, and what its file is called. */
export type PublishedFile = { readonly name: string; readonly draft: Draft; readonly review: Review };

export type Comparing = {
  readonly isShown: boolean;
  readonly isReading: boolean;
  readonly site: PublishedFile | undefined;
  readonly failure: string | undefined;
  readonly show: () => void;
  readonly hide: () => void;
  readonly read: (file: File) => void;
  readonly cancel: () => void;
  /** Asks for another file. */
  readonly again: () => void;
  /** Is done with it. */
  readonly end: () => void;
};

/** Reads a published report and keeps it, so that one can go into the draft and come back to the result. */
export function useComparing(): Comparing {
  const [isShown, setShown] = useState(false);
  const [abort, setAbort] = useState<AbortController>();
  const [site, setSite] = useState<PublishedFile>();
  const [failure, setFailure] = useState<string>();
  const latest = useRef<AbortController>(undefined);
  const readNow = async (file: File): Promise<void> => {
    const own = new AbortController();
    latest.current = own;
    setAbort(own);
    setFailure(undefined);
    try {
      const { readPages } = await import("../opening.ts");
      const read = await readPages(file, own.signal);
      if (latest.current !== own || own.signal.aborted) return;
      if ("kind" in read) setFailure(`“${file.name}”没有读出来。${read.message}`);
      else setSite({ name: file.name, ...read });
    } catch (fault) {
      if (latest.current === own && !own.signal.aborted)
        setFailure(`“${file.name}”没有读出来。${faultWords(fault)}`);
    } finally {
      if (latest.current === own) setAbort(undefined);
    }
  };
  return {
    isShown,
    isReading: abort !== undefined,
    site,
    failure,
    show: () => setShown(true),
    hide: () => {
      setShown(false);
      setFailure(undefined);
    },
    read: (file) => void readNow(file),
    cancel: () => {
      abort?.abort();
      setAbort(undefined);
    },
    again: () => setSite(undefined),
    end: () => {
      setSite(undefined);
      setShown(false);
    },
  };
}
