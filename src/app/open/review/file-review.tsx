import { useEffect, useState } from "react";
import type { Edition } from "../../../edition/read.ts";
import { lazyPart } from "../../parts/lazy-part.tsx";
import type { WaitingReview } from "./review.ts";

const ReviewBox = lazyPart(async () => (await import("./review-box.tsx")).ReviewBox);

/** The look at a report that was read from its pages, before anything of it is taken over. */
export function FileReview({ waiting }: { waiting: WaitingReview | undefined }) {
  const [edition, setEdition] = useState<Edition>();
  const id = waiting?.draft.edition;
  useEffect(() => {
    let isGone = false;
    if (id === undefined) return;
    void import("../own-editions.ts")
      .then(({ knownEditions }) => knownEditions())
      .then((editions) => isGone || setEdition(editions.get(id)));
    return () => {
      isGone = true;
    };
  }, [id]);
  if (!waiting || !edition || edition.id !== id) return null;
  return <ReviewBox {...waiting} edition={edition} />;
}
