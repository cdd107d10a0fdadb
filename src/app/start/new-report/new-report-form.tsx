import { useCallback, useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { builtinEditions, type Editions, editionForYear } from "../../../edition/builtin.ts";
import { createDraft } from "../../../report/file/create.ts";
import type { Organisation } from "../../../report/file/draft.ts";
import { keepDraft } from "../../open/opening.ts";
import { knownEditions } from "../../open/own-editions.ts";
import { kindNames, levelNames, suggestedBy } from "../../organisation-names.ts";
import { go } from "../../parts/place.ts";
import { typedYear } from "../../typed-year.ts";
import { OwnEditions } from "./own-editions.tsx";

type Answers = {
  name: string;
  kind: Organisation["kind"];
  level: Organisation["level"];
  year: string;
  edition: string;
};

/** Asks what a new report needs; the year is the one just ended, the edition follows the year. */
export function NewReportForm({ onCancel }: { onCancel: () => void }) {
  const [editions, setEditions] = useState<Editions>(builtinEditions);
  const look = useCallback(() => void knownEditions().then(setEditions), []);
  useEffect(look, [look]);
  const { register, handleSubmit, watch, setValue, formState } = useForm<Answers>({
    defaultValues: {
      name: "",
      kind: "department",
      level: "county",
      year: String(new Date().getFullYear() - 1),
      edition: "",
    },
  });
  const editionOf = (typed: string) => {
    const year = typedYear(typed);
    return year === undefined ? undefined : editionForYear(editions, year);
  };
  const proposed = editionOf(watch("year"));
  const begun = useRef(false);
  const begin = handleSubmit(async ({ name, kind, level, year: typed, edition: chosen }) => {
    const [edition, year] = [editions.get(chosen) ?? proposed, typedYear(typed)];
    // The second click of a double click comes while the first is being done.
    if (!edition || year === undefined || begun.current) return;
    begun.current = true;
    const draft = createDraft(edition, year, { name: name.trim(), kind, level });
    go({ name: "draft", id: await keepDraft(draft) });
  });
  const { errors } = formState;
  const chosen = useRef(new Set<string>());
  const suggested = suggestedBy(watch("name"));
  const own = { kind: watch("kind"), level: watch("level") };
  const follows = suggested?.kind === own.kind && suggested.level === own.level;
  /** Kind and level follow the name until the clerk chooses them. */
  const followName = (name: string): void => {
    const found = suggestedBy(name);
    if (!found) return;
    if (!chosen.current.has("kind")) setValue("kind", found.kind);
    if (!chosen.current.has("level")) setValue("level", found.level);
  };
  const takeSuggested = (): void => {
    if (!suggested) return;
    setValue("kind", suggested.kind);
    setValue("level", suggested.level);
  };
  return (
    <form className="card new-report" onSubmit={begin} noValidate>
      <h2>新建报告</h2>
      <div className="field">
        <label htmlFor="new-name">单位全称</label>
        <input
          id="new-name"
          // biome-ignore lint/a11y/noAutofocus: the form opens because its button was pressed; its first field is where work goes on.
          autoFocus
          autoComplete="off"
          aria-describedby="new-name-help"
          aria-invalid={errors.name !== undefined}
          {...register("name", {
            validate: (value) => value.trim() !== "",
            onChange: (event: { target: { value: string } }) => followName(event.target.value),
          })}
        />
        <p id="new-name-help" className={errors.name ? "field-error" : "field-help"}>
          {errors.name ? "填写单位全称，例如：某某县自然资源局" : "标题和落款都用它，例如：某某县自然资源局"}
        </p>
      </div>
      {suggested && (
        <p className="field-help" role="status">
          按名称看是“{kindNames[suggested.kind]}”“{levelNames[suggested.level]}”
          {follows ? "，已选好，不对可以改。" : "。"}
          {!follows && (
            <button type="button" className="link" onClick={takeSuggested}>
              照名称改
            </button>
          )}
        </p>
      )}
      <div className="field-row">
        <div className="field">
          <label htmlFor="new-kind">类型</label>
          <select id="new-kind" {...register("kind", { onChange: () => chosen.current.add("kind") })}>
            {Object.entries(kindNames).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="new-level">级别</label>
          <select id="new-level" {...register("level", { onChange: () => chosen.current.add("level") })}>
            {Object.entries(levelNames).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field field-short">
          <label htmlFor="new-year">年度</label>
          <input
            id="new-year"
            inputMode="numeric"
            aria-describedby="new-year-help"
            aria-invalid={errors.year !== undefined}
            {...register("year", {
              validate: (value) => editionOf(value) !== undefined,
            })}
          />
        </div>
        <div className="field">
          <label htmlFor="new-edition">格式</label>
          <select id="new-edition" {...register("edition")}>
            <option value="">{proposed ? `按年度：${proposed.name}` : "按年度"}</option>
            {[...editions.values()].map((edition) => (
              <option key={edition.id} value={edition.id}>
                {edition.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <OwnEditions onChange={look} />
      <p id="new-year-help" className={errors.year ? "field-error" : "field-help"}>
        {errors.year ? "年度写四位数字，从 2019 年起，例如 2025" : "统计期限是这一年的1月1日至12月31日"}
      </p>
      <div className="form-actions">
        <button type="submit" className="button button-primary">
          开始填写
        </button>
        <button type="button" className="button" onClick={onCancel}>
          返回
        </button>
      </div>
    </form>
  );
}
