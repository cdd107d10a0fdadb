import { useState } from "react";
import { Button } from "react-aria-components";
import { figuresOf } from "../../../check/check.ts";
import {
  type Chosen,
  type TypedFigure,
  typedFigures,
  withLivingFigures,
} from "../../../check/narrative/typed-figures.ts";
import { figureReader } from "../../../report/figures/living.ts";
import { useReport } from "../../open-report/open-report.ts";
import { LinkDialog } from "./link-dialog.tsx";
import type { MountedText } from "./rich-text/mount-text.ts";

type Props = { readonly text: MountedText; readonly say: (words: string) => void };

/** Makes figures that were typed follow the tables: the one that is selected at once, all of them after a look. */
export function LinkFigures({ text, say }: Props) {
  const { state } = useReport();
  const [asked, setAsked] = useState<readonly TypedFigure[]>();
  const { slot } = text;
  const link = (chosen: readonly Chosen[]): void => {
    const [edition, draft] = [state.edition(), state.draft()];
    const linked = withLivingFigures(draft, slot, chosen, figureReader(edition, figuresOf(draft)));
    setAsked(undefined);
    if (linked) state.setText(slot, linked);
    say(
      linked
        ? `${chosen.length} 处数字已连到表格。按 Ctrl+Z 可以撤销`
        : "文字刚才变了，没有连上。再点一次“连到表格”",
    );
    text.focus();
  };
  const press = (): void => {
    const draft = state.draft();
    const found = typedFigures(state.edition(), draft, figuresOf(draft), slot);
    const selected = found.find((figure) => isSelected(figure, text));
    const [only, ...others] = selected?.choices ?? [];
    if (selected && only && others.length === 0) link([{ ...selected, figure: only.figure }]);
    else if (found.length > 0) setAsked(selected ? [selected] : found);
    else say("没有找到可以连到表格的数字：要和表里的数一致，并且说得出是哪一格");
  };
  return (
    <>
      <Button className="tool" onPress={press}>
        连到表格
      </Button>
      {asked && (
        <LinkDialog
          figures={asked}
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

/** Whether the selection holds the figure, or a part of it. */
function isSelected({ from, to }: TypedFigure, { editor, places }: MountedText): boolean {
  const { selection } = editor.state;
  const { positionAt } = places();
  return !selection.empty && selection.from < positionAt(to) && selection.to > positionAt(from);
}
