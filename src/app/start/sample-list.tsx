import samples from "../../../templates/samples/index.json" with { type: "json" };
import { addressOf } from "../parts/place.ts";

/** Whole reports to look at; a sample becomes a draft only when something is changed in it. */
export function SampleList() {
  return (
    <section className="card" aria-labelledby="samples">
      <h2 id="samples">示例</h2>
      <ul className="list">
        {samples.map((sample) => (
          <li key={sample.file}>
            <a href={addressOf({ name: "sample", file: sample.file })}>{sample.title}</a>
            <span>{sample.note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
