import type { Edition } from "../../../edition/read.ts";
import { partsOf } from "../part-state.ts";

type Props = { current: string; edition: Edition; onOpen: (part: string) => void; onCheck: () => void };

/** The way to the part before and after; after the last one the check. */
export function PartFooter({ current, edition, onOpen, onCheck }: Props) {
  const parts = partsOf(edition);
  const at = parts.findIndex(({ id }) => id === current);
  const [before, next] = [parts[at - 1], parts[at + 1]];
  return (
    <p className="part-footer">
      {before && (
        <button type="button" className="button" onClick={() => onOpen(before.id)}>
          上一部分：{before.name}
        </button>
      )}
      {next ? (
        <button type="button" className="button part-next" onClick={() => onOpen(next.id)}>
          下一部分：{next.name}
        </button>
      ) : (
        <button type="button" className="button part-next" onClick={onCheck}>
          写完了，去检查
        </button>
      )}
    </p>
  );
}
