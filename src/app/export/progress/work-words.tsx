import { useEffect } from "react";
import type { Work } from "./work.ts";
import "./work-words.css";

/** How long the words about what went well stay, in milliseconds. */
const readingTime = 12_000;

type Props = { work: Work | undefined; onWork: (work: Work | undefined) => void };

/**
 * What the program does or did, over the lower edge of the work. The place is there before the words,
 * so that they are read out.
 */
export function WorkWords({ work, onWork }: Props) {
  const passes = work !== undefined && !work.cancel && !work.stays;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each piece of work has its own time.
  useEffect(() => {
    if (!passes) return;
    const timer = setTimeout(() => onWork(undefined), readingTime);
    return () => clearTimeout(timer);
  }, [passes, work]);
  return (
    <div className="work-words" role="status">
      {work && (
        <p className={work.stays ? "work-words-stay" : undefined}>
          <span>{work.words}</span>
          {work.choices?.map(({ name, act }) => (
            <button key={name} type="button" className="link" onClick={() => void act().then(onWork)}>
              {name}
            </button>
          ))}
          <button type="button" className="link" onClick={work.cancel ?? (() => onWork(undefined))}>
            {work.cancel ? "取消" : "知道了"}
          </button>
        </p>
      )}
    </div>
  );
}
