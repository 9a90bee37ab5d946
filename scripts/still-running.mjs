// Says now and then which test files have been running for long: what hangs is named, however the run ends.
const OFTEN = 60_000;
const LONG = 180_000;

/** A vitest reporter. */
export default class StillRunning {
  #started = new Map();
  #timer;

  onTestRunStart() {
    this.#timer = setInterval(() => this.#tell(), OFTEN).unref();
  }

  onTestModuleStart({ relativeModuleId }) {
    this.#started.set(relativeModuleId, performance.now());
  }

  onTestModuleEnd({ relativeModuleId }) {
    this.#started.delete(relativeModuleId);
  }

  onTestRunEnd() {
    clearInterval(this.#timer);
  }

  #tell() {
    for (const [file, started] of this.#started) {
      const minutes = (performance.now() - started) / 60_000;
      if (minutes * 60_000 >= LONG) console.log(`still running after ${minutes.toFixed(0)} min: ${file}`);
    }
  }
}
