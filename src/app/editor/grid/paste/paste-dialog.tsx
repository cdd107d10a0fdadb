import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { placeOfCell } from "../../../../edition/place-of-cell.ts";
import type { PastePlan } from "./paste-plan.ts";

type Props = { plan: PastePlan; onPaste: () => void; onCancel: () => void };

/** Before a block is pasted by its labels: what goes where, and what was left over. */
export function PasteDialog({ plan, onPaste, onCancel }: Props) {
  const rows = linesOf(plan);
  const nothing = plan.writes.length === 0;
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onCancel()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{nothing ? "没有找到对应的格子" : `粘贴 ${plan.writes.length} 格`}</Heading>
          <p>
            {nothing
              ? "行名或每行数字的个数和这张表对不上。可以只复制数字，再从要填的第一格起粘贴。"
              : plan.byLabel
                ? "按行名对应，填入下面各行。"
                : "从所选的格子起依次填入。"}
            {plan.totalsSkipped > 0 && `${plan.totalsSkipped} 个总计由程序计算，不贴。`}
          </p>
          <div className="dialog-scroll">
            <table className="paste-table">
              <tbody>
                {rows.map(({ label, texts }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{texts.join("　")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {plan.totalsDiffering.length > 0 && (
              <>
                <h3 className="warned">{plan.totalsDiffering.length} 个总计与各项之和不同</h3>
                <ul>
                  {plan.totalsDiffering.map(({ cell, stated, computed }) => (
                    <li key={cell.id}>
                      {placeOfCell(cell)}：原表是 {stated}，各项相加为 {computed}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {plan.doubtful.length > 0 && (
              <>
                <h3 className="warned">看看这 {plan.doubtful.length} 行填得对不对</h3>
                <ul>
                  {[...new Set(plan.doubtful)].map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </>
            )}
            {plan.leftOver.length > 0 && (
              <>
                <h3 className="warned">没有位置的 {plan.leftOver.length} 项，不贴</h3>
                <ul>
                  {[...new Set(plan.leftOver)].map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
          <div className="form-actions">
            {!nothing && (
              <Button className="button button-primary" autoFocus onPress={onPaste}>
                粘贴
              </Button>
            )}
            <Button className="button" autoFocus={nothing} onPress={onCancel}>
              {nothing ? "知道了" : "取消"}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function linesOf(plan: PastePlan): { label: string; texts: string[] }[] {
  const lines = new Map<string, { label: string; texts: string[] }>();
  for (const { cell, text } of plan.writes) {
    const line = lines.get(cell.row) ?? { label: cell.rowPath.at(-1) ?? placeOfCell(cell), texts: [] };
    line.texts.push(text === "" ? "（空）" : text);
    lines.set(cell.row, line);
  }
  return [...lines.values()];
}
