import { useEffect } from "react";
import { keepOffline } from "./offline/keep-offline.ts";
import { NewVersionNotice } from "./offline/new-version-notice.tsx";
import { FaultBoundary } from "./parts/fault-boundary.tsx";
import { fetchPartsAhead } from "./parts/fetch-ahead.ts";
import { lazyPart } from "./parts/lazy-part.tsx";
import { usePlace } from "./parts/place.ts";
import { StartScreen } from "./start/start-screen.tsx";

/** The editor comes with its libraries when a report is opened. */
const ReportScreen = lazyPart(async () => (await import("./report-screen.tsx")).ReportScreen);

/** The worker that writes PDFs is a file of its own, and so are its faces. */
async function warmPdf(): Promise<void> {
  const [{ warmPdfWorker }, { gongwen }] = await Promise.all([
    import("./pdf-worker/in-worker.ts"),
    import("../formats/style.ts"),
  ]);
  warmPdfWorker(gongwen);
}

export function App() {
  const { place, visit } = usePlace();
  useEffect(
    () =>
      fetchPartsAhead(
        () =>
          void warmPdf()
            .catch(() => undefined)
            .then(keepOffline),
      ),
    [],
  );
  return (
    <>
      <FaultBoundary key={visit}>
        {place.name === "start" ? <StartScreen /> : <ReportScreen key={visit} place={place} />}
      </FaultBoundary>
      <NewVersionNotice />
    </>
  );
}
