import { useState } from "react";
import packageJson from "../../../package.json" with { type: "json" };
import { FirstSteps } from "../first-steps.tsx";
import { FaultBoundary } from "../parts/fault-boundary.tsx";
import { lazyPart } from "../parts/lazy-part.tsx";

const Help = lazyPart(async () => (await import("../editor/frame/help.tsx")).Help);

/** What to do first and by when; the keys, the version and the licence are one press away. */
export function FirstStepsCard() {
  const [help, setHelp] = useState(false);
  return (
    <section className="card first-steps" aria-labelledby="first-steps">
      <h2 id="first-steps">第一次用</h2>
      <FirstSteps />
      <p className="first-about">
        <button type="button" className="link" onClick={() => setHelp(true)}>
          帮助和键盘用法
        </button>
        <span>
          版本 {packageJson.version}，{packageJson.license} 许可
        </span>
      </p>
      <FaultBoundary part="帮助">{help && <Help onClose={() => setHelp(false)} />}</FaultBoundary>
    </section>
  );
}
