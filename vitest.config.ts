import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/{src,test}/**/*.test.ts", "packages/*/src/**/*.test.tsx", "infra/**/*.test.ts", "tests/*.test.ts", "examples/*/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/cdk.out/**", "**/.motcua/**"],
    setupFiles: ["scripts/bound-properties.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
