import { mergeConfig } from "vite";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";
import appConfig from "./vite.config.ts";

const tests = defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    // A browser on a busy machine misses a moment now and then; what fails a second time is a fault.
    retry: process.env.CI ? 1 : 0,
    globalSetup: "test/cli/temporary-folder.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Half of what is waited for is a browser or an office program: a worker for each core, not one less.
    maxWorkers: "100%",
    // Test files of a worker share its modules, and its browser: loading them anew for each took half of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    benchmark: { include: ["test/bench/**/*.bench.ts"] },
  },
});

/** The tests read the sources as the app's build does. */
export default defineConfig((mode) => mergeConfig(appConfig(mode), tests));
