import { Fragment } from "react";

/** Missing in browsers before Chromium 87: there a head breaks between any two characters. */
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : undefined;

/** The words of a head, which may break between words only: 社会公益/组织, not 社会公/益组织. */
export function HeadWords({ text }: { text: string }) {
  const words = segmenter ? [...segmenter.segment(text)] : [];
  if (words.length < 2) return <>{text}</>;
  return (
    <span className="head-words">
      {words.map(({ segment, index, isWordLike }) => (
        <Fragment key={index}>
          {index > 0 && isWordLike && <wbr />}
          {segment}
        </Fragment>
      ))}
    </span>
  );
}
