import type { UseFormRegisterReturn } from "react-hook-form";
import { contactsOf } from "../../../report/contacts.ts";
import { coverIdOf, useReport, useValue } from "../../open-report/open-report.ts";
import { contactHint } from "./contact-hint.ts";

type Props = {
  contacts: readonly { readonly id: string; readonly label: string }[];
  field: (id: string) => UseFormRegisterReturn;
};

/** How the office can be reached. What cannot be right gets a hint; it is kept as it is typed. */
export function ContactFields({ contacts, field }: Props) {
  const { state } = useReport();
  const known = contactsOf(useValue(() => state.draft().organisation, "cover"));
  return (
    <fieldset className="cover-contacts">
      <legend>联系方式（可以不填；写单位的，不写个人姓名和手机号码）</legend>
      {contacts.map(({ id, label }) => {
        const hint = contactHint(id, known[id] ?? "");
        return (
          <div className="field" key={id}>
            <label htmlFor={coverIdOf(id)}>{label}</label>
            <input
              id={coverIdOf(id)}
              autoComplete="off"
              aria-describedby={hint === undefined ? undefined : `${coverIdOf(id)}-hint`}
              {...field(id)}
            />
            {hint !== undefined && (
              <p id={`${coverIdOf(id)}-hint`} className="field-help warned">
                {hint}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
