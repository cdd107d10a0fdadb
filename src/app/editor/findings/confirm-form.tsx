import { useId } from "react";
import { useForm } from "react-hook-form";
import { withConfirmation } from "../../../check/confirmations.ts";
import type { Finding } from "../../../check/finding.ts";
import { useReport } from "../report/report-context.ts";

/** Asks why a warning is all right; the reason is kept with the draft until the figures change. */
export function ConfirmForm({ finding, onDone }: { finding: Finding; onDone: () => void }) {
  const { state } = useReport();
  const id = useId();
  const { register, handleSubmit, formState } = useForm<{ reason: string }>({
    defaultValues: { reason: "" },
  });
  const confirm = handleSubmit(({ reason }) => {
    const { confirmations } = withConfirmation(state.draft(), finding, reason.trim(), today());
    if (confirmations) state.change({ confirmations });
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
        {...register("reason", { validate: (reason) => reason.trim() !== "" })}
      />
      {fault && <p className="field-error">写一句理由，例如：上年结转含合并单位的 2 件</p>}
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

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
