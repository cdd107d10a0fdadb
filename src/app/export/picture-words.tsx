import { composeInfographic } from "../../document/compose-infographic.ts";
import { withPictureSentence } from "../../report/picture-sentences.ts";
import { useReport, useValue } from "../open-report/open-report.ts";

/** The sentence of each part of the picture of the year: a proposal from the figures, which the clerk may change. */
export function PictureWords() {
  const { state } = useReport();
  const draft = useValue(state.draft, "draft");
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
          <textarea rows={2} value={sentence} onChange={(event) => say(heading, event.target.value)} />
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
