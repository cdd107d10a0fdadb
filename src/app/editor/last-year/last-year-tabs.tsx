import { type ReactNode, useState } from "react";

type Props = { tabs: readonly { readonly name: string; readonly show: () => ReactNode }[] };

/** What can be done with last year's report, one at a time. */
export function LastYearTabs({ tabs }: Props) {
  const [chosen, choose] = useState(0);
  return (
    <>
      <fieldset className="last-year-tabs">
        <legend className="hidden">看什么</legend>
        {tabs.map(({ name }, index) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={index === chosen}
            onClick={() => choose(index)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      {tabs[chosen]?.show()}
    </>
  );
}
