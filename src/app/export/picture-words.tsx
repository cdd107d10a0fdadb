import { useCallback, useSyncExternalStore } from "react";
import { composeInfographic } from "../../document/compose-infographic.ts";
import { withPictureSentence } from "../../report/picture-sentences.ts";
import { useReport } from "../open-report/open-report.ts";

/** The sentence of each part of the picture of the year: a proposal from the figures, which the clerk may change. */
export function PictureWords() {
  const { state } = useReport();
  // Not at rest, as other values are: a field that showed what was written before would throw each letter back.
  const atOnce = useCallback((listener: () => void) => state.subscribe("draft", listener), [state]);
  const draft = useSyncExternalStore(atOnce, state.draft);
  const { sections } = composeInfographic(state.edition(), draft, []);
  const say = (heading: string, sentence: string | undefined): void =>
    state.setCover(
      { infographic: withPictureSentence(state.draft(), heading, sentence) },
      `picture ${heading}`,
    );
  if (sections.length === 0) return null;
  return (
    <details className="picture-words">
      <summary>图解里的话</summary>
      {sections.map(({ heading, sentence, isOwn }) => (
        <label key={heading}>
          {heading}
          <textarea rows={3} value={sentence} onChange={(event) => say(heading, event.target.value)} />
          {isOwn && (
            <button type="button" className="link" onClick={() => say(heading, undefined)}>
              按数字重写
            </button>
          )}
        </label>
      ))}
    </details>
  );
}
