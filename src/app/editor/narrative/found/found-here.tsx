import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { Popover } from "react-aria-components";
import type { Cause } from "../../../../check/causes.ts";
import { canBeConfirmed } from "../../../../check/confirmations.ts";
import { keyOf } from "../../../../check/finding.ts";
import { useReport, useValue } from "../../../open-report/open-report.ts";
import { severityNames } from "../../../severity-names.ts";
import { ConfirmForm } from "../../cures/confirm-form.tsx";
import { useCures } from "../../cures/use-cures.ts";
import type { MountedText } from "../rich-text/mount-text.ts";
import { type AskedAbout, followAsking } from "./found-at.ts";

/** What was found at an underlined place, beside it: what it is, what would mend it, and the way to its card. */
export function FoundHere({ text }: { readonly text: MountedText }) {
  const { state } = useReport();
  const [asked, setAsked] = useState<AskedAbout>();
  useEffect(() => followAsking(state, text, setAsked), [state, text]);
  const all = useValue(state.causes, "findings");
  const causes = asked
    ? all.filter(({ findings }) => findings.some((one) => asked.findings.includes(keyOf(one))))
    : [];
  // A line that was drawn anew is no place to stand beside.
  const isHere = asked?.line.isConnected === true && causes.length > 0;
  return asked && isHere ? (
    <Answer asked={asked} causes={causes} text={text} close={() => setAsked(undefined)} />
  ) : null;
}

type AnswerProps = {
  readonly asked: AskedAbout;
  readonly causes: readonly Cause[];
  readonly text: MountedText;
  readonly close: () => void;
};

function Answer({ asked, causes, text, close }: AnswerProps) {
  const trigger = useMemo(() => ({ current: asked.line }), [asked]);
  const box = useRef<HTMLElement>(null);
  const back = useCallback(() => {
    close();
    text.focus();
  }, [close, text]);
  useEffect(() => {
    if (asked.isByKey) box.current?.querySelector("button")?.focus();
    const pressed = ({ target }: Event): void => {
      const isOwn = target instanceof Node && box.current?.contains(target);
      if (!isOwn) close();
    };
    document.addEventListener("pointerdown", pressed, true);
    return () => document.removeEventListener("pointerdown", pressed, true);
  }, [asked, close]);
  return (
    <Popover
      className="menu-popover found-here"
      isNonModal
      isOpen
      triggerRef={trigger}
      placement="bottom start"
      onOpenChange={(isOpen) => isOpen || close()}
    >
      <section
        ref={box}
        role="dialog"
        aria-label="这一处查出的问题"
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          back();
        }}
      >
        {causes.map((cause) => (
          <FoundOne key={cause.key} cause={cause} back={back} close={close} />
        ))}
      </section>
    </Popover>
  );
}

type OneProps = { readonly cause: Cause; readonly back: () => void; readonly close: () => void };

function FoundOne({ cause, back, close }: OneProps) {
  const { keeping, showCard } = useReport();
  const [confirming, setConfirming] = useState(false);
  const cures = useCures(cause);
  const name = useId();
  const mayWrite = keeping.mayWrite();
  return (
    <div className={`found-one finding-${cause.severity}`}>
      <h3 id={name}>
        <span className="hidden">{severityNames[cause.severity]}：</span>
        {cause.headline}
      </h3>
      <p className="finding-actions">
        {mayWrite &&
          cures.map(({ label, apply }) => (
            <button
              key={label}
              type="button"
              className="link"
              aria-describedby={name}
              onClick={() => {
                close();
                apply();
              }}
            >
              {label}
            </button>
          ))}
        {mayWrite && cause.findings.every(canBeConfirmed) && !confirming && (
          <button type="button" className="link" aria-describedby={name} onClick={() => setConfirming(true)}>
            确认无误…
          </button>
        )}
        <button
          type="button"
          className="link"
          aria-describedby={name}
          onClick={() => {
            close();
            showCard(cause.key);
          }}
        >
          看详情
        </button>
      </p>
      {confirming && <ConfirmForm findings={cause.findings} onDone={back} />}
    </div>
  );
}
