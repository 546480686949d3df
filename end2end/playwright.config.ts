// One server on an empty demonstration city serves all tests; `cargo xtask test --only browser`
// starts it. By hand: YIHAO_URL=http://127.0.0.1:3000 npx playwright test
import { defineConfig } from "@playwright/test";

const desktop = { viewport: { width: 1366, height: 768 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  // An answer that comes only the second time is a fault, not bad luck.
  retries: 0,
  timeout: 60_000,
  maxFailures: 10,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.YIHAO_URL ?? "http://127.0.0.1:3000",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // A trace of every step doubles the time; `--trace on` writes one where it is wanted.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: desktop },
    { name: "phone", use: phone },
    { name: "no-script", use: { ...desktop, javaScriptEnabled: false } },
  ],
});
