import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { SourceMaps } from './source-maps.mjs';

const require = createRequire(import.meta.url);
const sourceMaps = new SourceMaps();

/** Jest's runtime without its virtual machine: suites are native modules, and what a worker has loaded stays loaded. */
export default class NativeRuntime {
  #global;
  constructor(config, environment) {
    this.#global = environment.global;
  }
  /** The framework anew for each suite: its state and its handlers are the suite's own. */
  requireInternalModule(path) {
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    delete require.cache[path];
    return require(path);
  }
  requireModule(path) {
    return require(path);
  }
  unstable_shouldLoadAsEsm() {
    return true;
  }
  unstable_importModule(path) {
    return import(pathToFileURL(path).href);
  }
  setGlobalsForRuntime(globals) {
    Object.assign(this.#global, globals);
  }
  getSourceMaps() {
    return sourceMaps;
  }
  enterTestCode() {}
  leaveTestCode() {}
  getAllCoverageInfoCopy() {}
  teardown() {}
}
