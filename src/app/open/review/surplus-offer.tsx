import type { Edition } from "../../../edition/read.ts";
import { inBrief } from "../../../edition/wording.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { overviewOf, surplusTexts } from "../../../report/narrative/surplus-texts.ts";

type Props = {
  readonly draft: Draft;
  readonly edition: Edition;
  /** The sections whose texts are to be moved. */
  readonly moved: readonly string[];
  readonly onChange: (moved: readonly string[]) => void;
};

/** Texts that stood in sections of tables alone, each to be moved into the overview at a tick. */
export function SurplusOffer({ draft, edition, moved, onChange }: Props) {
  const texts = surplusTexts(draft, edition);
  if (texts.length === 0) return null;
  return (
    <section>
      <h3>只放表格的部分里有文字，勾选的移到“{overviewOf(edition)?.heading}”末尾</h3>
      {texts.map(({ section, name, text }) => (
        <label key={section} className="review-surplus">
          <input
            type="checkbox"
            checked={moved.includes(section)}
            onChange={({ target }) =>
              onChange(target.checked ? [...moved, section] : moved.filter((other) => other !== section))
            }
          />
          <span>
            {name}：{inBrief(text)}
          </span>
        </label>
      ))}
    </section>
  );
}
