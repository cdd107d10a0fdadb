import { type ComponentType, useEffect, useState } from "react";
import { faultWords } from "./missing-part.ts";

/**
 * A part of the screen whose code comes when it is first shown. If it does not come, its place says so and offers
 * to try again; `lazy` of React remembers a failure for ever and empties the page.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Part(props: Props) {
    const [Shown, setShown] = useState(() => loaded);
    const [fault, setFault] = useState<string>();
    useEffect(() => {
      if (Shown || fault !== undefined) return;
      let left = false;
      load().then(
        (part) => {
          loaded = part;
          if (!left) setShown(() => part);
        },
        (error: unknown) => !left && setFault(faultWords(error)),
      );
      return () => {
        left = true;
      };
    }, [Shown, fault]);
    if (Shown) return <Shown {...props} />;
    if (fault === undefined) return <p className="loading">正在打开…</p>;
    return (
      <p className="notice notice-failure part-fault" role="alert">
        {fault}{" "}
        <button type="button" className="link" onClick={() => setFault(undefined)}>
          再试一次
        </button>
      </p>
    );
  };
}
