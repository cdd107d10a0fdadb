import { useState } from "react";
import { forgetTaken, takenInto } from "../../open/taken-over.ts";
import { heading } from "../go-to.ts";

/** What a report that was begun from last year's took from it, until it is read. */
export function TakenOverBox({ id }: { id: string }) {
  const [taken, setTaken] = useState(() => takenInto(id));
  if (!taken) return null;
  const dismiss = (): void => {
    forgetTaken(id);
    setTaken(undefined);
    // The button goes with the box; whoever works by keyboard goes on in the form.
    heading()?.focus();
  };
  return (
    <section className="edit-notice taken-over" aria-label="从上年报告带入的内容">
      <p role="status">{taken.headline}</p>
      <ul>
        {taken.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
        {taken.notes.map((note) => (
          <li key={note} className="warned">
            {note}
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={dismiss}>
        知道了
      </button>
    </section>
  );
}
