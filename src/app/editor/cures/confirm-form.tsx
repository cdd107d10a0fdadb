import { useId } from "react";
import { useForm } from "react-hook-form";
import type { Finding } from "../../../check/finding.ts";
import { useReport } from "../../open-report/open-report.ts";

type Props = { findings: readonly Finding[]; onDone: () => void };

/** Asks why a warning is all right; the reason is kept with the draft until the figures change. */
export function ConfirmForm({ findings, onDone }: Props) {
  const { state } = useReport();
  const id = useId();
  const { register, handleSubmit, formState } = useForm<{ reason: string }>({
    defaultValues: { reason: "" },
  });
  const confirm = handleSubmit(({ reason }) => {
    state.confirm(findings, reason.trim(), today());
    onDone();
  });
  const { reason: fault } = formState.errors;
  return (
    <form className="confirm" onSubmit={confirm}>
      <label htmlFor={id}>为什么这样是对的</label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: the form opens because its button was pressed.
        autoFocus
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={fault && `${id}-fault`}
        onKeyDown={({ key, nativeEvent }) => key === "Escape" && !nativeEvent.isComposing && onDone()}
        {...register("reason", { validate: isReason })}
      />
      {fault && (
        <p id={`${id}-fault`} className="field-error">
          写明具体理由，让审核的人看得懂，例如：上年结转含合并单位的 2 件
        </p>
      )}
      <p className="form-actions">
        <button type="submit" className="button button-primary">
          确认无误
        </button>
        <button type="button" className="button" onClick={onDone}>
          取消
        </button>
      </p>
    </form>
  );
}

/** Words that confirm without saying why: 经核实无误, 数据正确, 情况属实. */
const empty =
  /已|经|再次|核实|核对|核查|检查|确认|审核|复核|数据|数字|情况|内容|本项|以上|均|全部|都|没有?问题|无误|正确|属实|准确|是对的|对|的|了|无|同意|ok/gi;

/** Whether a text gives a reason: something is left when what every confirmation says is taken away. */
function isReason(text: string): boolean {
  return text.replace(empty, "").replace(/[\p{P}\p{Z}\p{S}]/gu, "").length >= 2;
}

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
