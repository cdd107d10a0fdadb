import { useState } from "react";
import { lazyPart } from "../parts/lazy-part.tsx";

const Notice = lazyPart(async () => {
  const { notice } = await import("./third-party.ts");
  return () => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached by keyboard.
    <pre className="third-party" tabIndex={0}>
      {notice}
    </pre>
  );
});

/** What the program is made of, with the licences, at the foot of the start screen. */
export function ThirdPartyNotice() {
  const [open, setOpen] = useState(false);
  return (
    <details className="put-away" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>所用的开源软件和字体</summary>
      {open && <Notice />}
    </details>
  );
}
