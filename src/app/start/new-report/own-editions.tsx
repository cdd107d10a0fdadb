import { useEffect, useState } from "react";
import { listOwnEditions, removeEdition } from "../../open/own-editions.ts";

/** The editions that the office loaded itself, each with a way to take it out again. */
export function OwnEditions({ onChange }: { onChange: () => void }) {
  const [own, setOwn] = useState<Awaited<ReturnType<typeof listOwnEditions>>>([]);
  useEffect(() => void listOwnEditions().then(setOwn), []);
  if (own.length === 0) return null;
  const remove = async (id: string): Promise<void> => {
    await removeEdition(id).catch(() => undefined);
    setOwn(await listOwnEditions());
    onChange();
  };
  return (
    <details className="own-editions">
      <summary>自己载入的格式（{own.length}）</summary>
      <p className="field-help">移除后，用它写的草稿还在，重新载入这个格式文件就能打开。</p>
      <ul className="list">
        {own.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <button type="button" className="link" onClick={() => void remove(id)}>
              移除
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
