import type { Reporter, TestModule } from 'vitest/node';

/** Ends the report with one line for readers and scripts that count tests: `N passed, N failed`. */
export class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], faults: readonly unknown[]): void {
    let passed = 0;
    let failed = faults.length;
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
    }
    process.on('exit', () => {
      console.log(`${passed} passed, ${failed} failed`);
    });
  }
}
