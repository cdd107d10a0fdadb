import { useState } from "react";
import { Button } from "react-aria-components";
import { figuresOf } from "../../../check/check.ts";
import { type TypedFigure, typedFigures, withLivingFigures } from "../../../check/narrative/typed-figures.ts";
import { figureReader } from "../../../report/figures/living.ts";
import type { NarrativeNode } from "../../../report/file/draft.ts";
import { useReport } from "../../open-report/open-report.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import { type ChosenInText, LinkDialog, type TypedInText } from "./link-dialog.tsx";
import type { MountedText } from "./rich-text/mount-text.ts";

type Props = { readonly text: MountedText; readonly say: (words: string) => void };

/**
 * Makes figures that were typed follow the tables: the one that is selected at once, those of all texts after a
 * look.
 */
export function LinkFigures({ text, say }: Props) {
  const { state } = useReport();
  const [asked, setAsked] = useState<readonly TypedInText[]>();
  const link = (chosen: readonly ChosenInText[]): void => {
    setAsked(undefined);
    const linked = linkedTexts(state, chosen);
    if (linked) state.setTexts(linked);
    const count = chosen.reduce((sum, { figures }) => sum + figures.length, 0);
    say(
      linked ? `${count} 处数字已连到表格。按 Ctrl+Z 可以撤销` : "文字刚才变了，没有连上。再点一次“连到表格”",
    );
    text.focus();
  };
  const press = (): void => {
    const found = typedInTexts(state);
    const own = found.find(({ slot }) => slot === text.slot);
    const selected = own?.figures.find((figure) => isSelected(figure, text));
    const [only, ...others] = selected?.choices ?? [];
    if (own && selected && only && others.length === 0)
      link([{ slot: own.slot, figures: [{ ...selected, figure: only.figure }] }]);
    else if (own && selected) setAsked([{ ...own, figures: [selected] }]);
    else if (found.length > 0) setAsked(found);
    else say("没有找到可以连到表格的数字：要和表里的数一致，并且说得出是哪一格");
  };
  return (
    <>
      <Button className="tool" onPress={press}>
        连到表格
      </Button>
      {asked && (
        <LinkDialog
          texts={asked}
          onLink={link}
          onCancel={() => {
            setAsked(undefined);
            text.focus();
          }}
        />
      )}
    </>
  );
}

/** The figures of every text of the report that could follow the tables, in the order of its sections. */
function typedInTexts(state: ReportState): TypedInText[] {
  const [edition, draft] = [state.edition(), state.draft()];
  const figures = figuresOf(draft);
  return edition.sections.flatMap(({ heading, name = "", contents }) =>
    contents.flatMap((content): TypedInText[] => {
      if (content.kind !== "narrative") return [];
      const found = typedFigures(edition, draft, figures, content.slot);
      return found.length === 0 ? [] : [{ slot: content.slot, name: heading ?? name, figures: found }];
    }),
  );
}

/** The texts with their figures linked; undefined where one of them has changed since it was looked at. */
function linkedTexts(
  state: ReportState,
  chosen: readonly ChosenInText[],
): Record<string, NarrativeNode> | undefined {
  const [edition, draft] = [state.edition(), state.draft()];
  const read = figureReader(edition, figuresOf(draft));
  const texts: Record<string, NarrativeNode> = {};
  for (const { slot, figures } of chosen) {
    const linked = withLivingFigures(draft, slot, figures, read);
    if (!linked) return undefined;
    texts[slot] = linked;
  }
  return texts;
}

/** Whether the selection holds the figure, or a part of it. */
function isSelected({ from, to }: TypedFigure, { editor, places }: MountedText): boolean {
  const { selection } = editor.state;
  const { positionAt } = places();
  return !selection.empty && selection.from < positionAt(to) && selection.to > positionAt(from);
}
